; Inno Setup: an installation for one user, without an administrator. Compiled by packaging/package.py on Windows as
;   ISCC /DVersion=0.1.0 /DSource=build\dist\kpidesk /DOutput=build\packages packaging\windows\kpidesk.iss
[Setup]
AppId={{6E0B9A54-2C4B-4D0E-9C0E-7B4C5F1D3A21}
AppName=KPI Desk
AppVersion={#Version}
AppPublisher=The KPI Desk authors
DefaultDirName={autopf}\KPI Desk
DefaultGroupName=KPI Desk
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
UninstallDisplayIcon={app}\kpidesk.exe
LicenseFile=..\..\LICENSE
OutputDir=..\..\{#Output}
OutputBaseFilename=kpidesk-{#Version}-windows
SetupIconFile=..\..\build\package\kpidesk.ico
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[InstallDelete]
; What an older version brought and this one does not.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\{#Source}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\KPI Desk"; Filename: "{app}\kpidesk.exe"
Name: "{autodesktop}\KPI Desk"; Filename: "{app}\kpidesk.exe"; Tasks: desktopicon

[Tasks]
Name: "desktopicon"; Description: "Put an icon on the desktop"; Flags: unchecked

[Registry]
Root: HKA; Subkey: "Software\Classes\.kpidesk"; ValueType: string; ValueData: "KPIDesk.Workspace"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\KPIDesk.Workspace"; ValueType: string; ValueData: "KPI Desk workspace"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\KPIDesk.Workspace\DefaultIcon"; ValueType: string; ValueData: "{app}\kpidesk.exe,0"
Root: HKA; Subkey: "Software\Classes\KPIDesk.Workspace\shell\open\command"; ValueType: string; ValueData: """{app}\kpidesk.exe"" ""%1"""
; "Open with" for spreadsheets; what opens them by default stays as it is.
Root: HKA; Subkey: "Software\Classes\Applications\kpidesk.exe\shell\open\command"; ValueType: string; ValueData: """{app}\kpidesk.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\kpidesk.exe\SupportedTypes"; ValueType: string; ValueName: ".csv"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kpidesk.exe\SupportedTypes"; ValueType: string; ValueName: ".tsv"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kpidesk.exe\SupportedTypes"; ValueType: string; ValueName: ".xlsx"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kpidesk.exe\SupportedTypes"; ValueType: string; ValueName: ".xlsm"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kpidesk.exe\SupportedTypes"; ValueType: string; ValueName: ".xls"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kpidesk.exe\SupportedTypes"; ValueType: string; ValueName: ".xlsb"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kpidesk.exe\SupportedTypes"; ValueType: string; ValueName: ".ods"; ValueData: ""

[Run]
Filename: "{app}\kpidesk.exe"; Description: "Open KPI Desk"; Flags: nowait postinstall skipifsilent
