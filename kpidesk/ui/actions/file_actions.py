"""New, open, save, import, export, quit."""

from pathlib import Path

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.resources import sample_company
from kpidesk.qt.translation import render
from kpidesk.ui.actions.action import Action, ActionContext
from kpidesk.ui.actions.chart_actions import ask_and_write
from kpidesk.ui.charts.deck_file import DOCUMENTS, deck_job

_NOTHING_TO_PRINT = Message(QT_TRANSLATE_NOOP("actions", "This page has no figures to print."))


def on_new(context: ActionContext) -> None:
    """Begin anew; what was not saved of the workspace before is kept apart, and a notice leads back to it."""
    context.services.persistence.new()


def on_open(context: ActionContext) -> None:
    """Ask for a workspace and open it."""
    if (path := context.shell.choose_workspace()) is not None:
        context.shell.open_workspace(path)


def on_save(context: ActionContext) -> None:
    """Write to the workspace's own file, or ask for one."""
    if context.services.persistence.path is None:
        on_save_as(context)
    else:
        context.shell.save_workspace(None)


def on_save_as(context: ActionContext) -> None:
    """Write to another file."""
    if (path := context.shell.choose_target()) is not None:
        context.shell.save_workspace(path)


def on_import(context: ActionContext) -> None:
    """Ask for spreadsheets and look into them."""
    if paths := context.shell.choose_files():
        context.shell.import_files(paths)


def on_paste(context: ActionContext) -> None:
    """Look into the table, or the files, that the clipboard holds."""
    context.shell.paste_table()


def on_refresh(context: ActionContext) -> None:
    """Read the sources again, those that are named or all."""
    context.services.refreshing.refresh(tuple(Path(str(path)) for path in context.arguments))


def on_changes(context: ActionContext) -> None:
    """What reading the sources again changed in the past."""
    context.shell.show_page("data", "restated")


def on_sample(context: ActionContext) -> None:
    """Import the sample company."""
    if (path := sample_company()) is not None:
        context.shell.import_files((path,))


def on_recover(context: ActionContext) -> None:
    """Take up unsaved work that an earlier session left."""
    persistence = context.services.persistence
    for lost in persistence.find_lost_work(context.services.folders.work):
        if not context.arguments or str(lost.folder) == context.arguments[0]:
            persistence.recover(lost)
            return


def on_discard(context: ActionContext) -> None:
    """Give unsaved work of an earlier session up."""
    persistence = context.services.persistence
    for lost in persistence.find_lost_work(context.services.folders.work):
        if str(lost.folder) in context.arguments:
            persistence.discard(lost)


def on_export(context: ActionContext) -> None:
    """Take what the page shows away as a file."""
    context.shell.export()


def on_print(context: ActionContext) -> None:
    """What the page shows on paper."""
    if (found := context.shell.shown_deck()) is not None:
        context.shell.print_deck(*found)
    else:
        context.services.notices.tell(Level.NOTE, _NOTHING_TO_PRINT, key="print")


def on_print_pdf(context: ActionContext) -> None:
    """The same pages as a file; those that were to be printed, if an argument says so."""
    if (found := context.shell.shown_deck(is_asked=bool(context.arguments))) is not None:
        title, deck = found
        context.services.discretion.leave(
            deck, lambda pages: ask_and_write(context, f"{title}.pdf", render(DOCUMENTS), deck_job(lambda: pages))
        )


def on_quit(context: ActionContext) -> None:
    """Close the window."""
    context.shell.close()


def _has_data(context: ActionContext) -> bool:
    return not context.services.session.document.is_empty


def _can_export(context: ActionContext) -> bool:
    return context.shell.can_export()


def _has_sample(_: ActionContext) -> bool:
    return sample_company() is not None


ACTIONS = (
    Action(
        "file.new",
        Message(QT_TRANSLATE_NOOP("actions", "New workspace")),
        on_new,
        "Ctrl+N",
        "file",
        "file-plus",
        _has_data,
    ),
    Action(
        "file.open",
        Message(QT_TRANSLATE_NOOP("actions", "Open workspace")),
        on_open,
        "Ctrl+O",
        "file",
        "folder-open",
        asks=True,
    ),
    Action(
        "file.save",
        Message(QT_TRANSLATE_NOOP("actions", "Save workspace")),
        on_save,
        "Ctrl+S",
        "file",
        "save",
        _has_data,
    ),
    Action(
        "file.save_as",
        Message(QT_TRANSLATE_NOOP("actions", "Save workspace as")),
        on_save_as,
        "Ctrl+Shift+S",
        "file",
        "copy",
        _has_data,
        asks=True,
    ),
    Action(
        "import.files",
        Message(QT_TRANSLATE_NOOP("actions", "Import files")),
        on_import,
        "Ctrl+I",
        "file",
        "upload",
        asks=True,
    ),
    Action(
        "import.paste",
        Message(QT_TRANSLATE_NOOP("actions", "Paste a table")),
        on_paste,
        "Ctrl+V",
        "file",
        "clipboard-paste",
    ),
    Action(
        "import.refresh",
        Message(QT_TRANSLATE_NOOP("actions", "Read all files again")),
        on_refresh,
        "Ctrl+R",
        "file",
        "refresh-cw",
        _has_data,
    ),
    Action(
        "import.changes",
        Message(QT_TRANSLATE_NOOP("actions", "Show what reading again changed")),
        on_changes,
        "",
        "",
        "git-compare",
        _has_data,
    ),
    Action(
        "import.sample",
        Message(QT_TRANSLATE_NOOP("actions", "Try the sample company")),
        on_sample,
        "",
        "file",
        "play",
        _has_sample,
    ),
    Action(
        "export.page",
        Message(QT_TRANSLATE_NOOP("actions", "Export")),
        on_export,
        "Ctrl+E",
        "file",
        "share",
        _can_export,
        asks=True,
    ),
    Action(
        "file.print",
        Message(QT_TRANSLATE_NOOP("actions", "Print")),
        on_print,
        "Ctrl+P",
        "file",
        "printer",
        _has_data,
        asks=True,
    ),
    Action(
        "file.print_pdf",
        Message(QT_TRANSLATE_NOOP("actions", "Print into a PDF")),
        on_print_pdf,
        "",
        "",
        "printer",
        _has_data,
    ),
    Action(
        "file.recover",
        Message(QT_TRANSLATE_NOOP("actions", "Restore unsaved work")),
        on_recover,
        "",
        "",
        "rotate-ccw",
    ),
    Action(
        "file.discard", Message(QT_TRANSLATE_NOOP("actions", "Discard unsaved work")), on_discard, "", "", "trash-2"
    ),
    Action("file.quit", Message(QT_TRANSLATE_NOOP("actions", "Quit")), on_quit, "Ctrl+Q", "file", "log-out"),
)
