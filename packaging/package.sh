#!/bin/sh
# make package: builds what users of this system install, installs it where that may be done, and tries it there.
set -eu
cd "$(dirname "$0")/.."
uv=$(cat .venv/uv-path)
say() { printf '%s\n' "$*" >&2; }
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo "$@"; else return 1; fi
}

"$uv" sync --locked --quiet --inexact --group package
if [ "$(uname -s)" != Linux ]; then
  .venv/bin/python packaging/package.py
  .venv/bin/python packaging/smoke/smoke_test.py build/dist/kpidesk
  exit 0
fi

missing=""
command -v xz >/dev/null 2>&1 || missing="$missing xz-utils"
command -v readelf >/dev/null 2>&1 || missing="$missing binutils"
command -v icupkg >/dev/null 2>&1 || missing="$missing icu-devtools"
command -v xvfb-run >/dev/null 2>&1 || missing="$missing xvfb xauth"
command -v strace >/dev/null 2>&1 || missing="$missing strace"
if [ -n "$missing" ] && command -v apt-get >/dev/null 2>&1; then
  say "Installing with apt:$missing"
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null ||
    say "Not all can be tried without:$missing"
fi
.venv/bin/python packaging/package.py
deb=$(ls build/packages/kpidesk_*.deb)
if command -v apt-get >/dev/null 2>&1 && as_root true; then
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --reinstall --allow-downgrades "./$deb" >/dev/null
  program=/usr/lib/kpidesk
  set -- --desktop /usr/share/applications/kpidesk.desktop
else
  say "Not installed, for want of rights: the unpacked package is tried instead."
  rm -rf build/unpacked && dpkg-deb -x "$deb" build/unpacked
  program=build/unpacked/usr/lib/kpidesk
  set --
fi
# From a folder outside the project: what is tried is the package, not the sources.
here=$PWD
set -- --tarball "$(ls "$here"/build/packages/kpidesk-*.tar.xz)" "$@"
cd /
PYTHONDONTWRITEBYTECODE=1 xvfb-run -a -s "-screen 0 1600x1000x24" "$here/.venv/bin/python" "$here/packaging/smoke/smoke_test.py" "$(cd "$here" && cd "$program" && pwd)" "$@"
