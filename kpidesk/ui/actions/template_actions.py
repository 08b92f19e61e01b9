"""Templates of tables: chosen by name, asked for their place, written as a workbook in the language of the reader."""

from collections.abc import Callable
from pathlib import Path

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.qt.translation import language, render, translated
from kpidesk.schema.loader import TABLES, load_schema
from kpidesk.schema.templates import load_templates
from kpidesk.session.jobs import Job
from kpidesk.ui.actions.action import Action, ActionContext
from kpidesk.ui.actions.chart_actions import ask_and_write

EVERY = "*"
"""The argument for all tables in one workbook."""
_NAME = Message(QT_TRANSLATE_NOOP("templates", "Template: {table}"))
_ALL = Message(QT_TRANSLATE_NOOP("templates", "Templates of all tables"))
_KINDS = Message(QT_TRANSLATE_NOOP("export", "Workbooks (*.xlsx)"))
_WRITING = QT_TRANSLATE_NOOP("export", "Exporting {file}")


def on_computable(context: ActionContext) -> None:
    """What each table gives."""
    context.shell.show_computable()


def on_template(context: ActionContext) -> None:
    """The template of the table that is named; without a name, ask which."""
    if not context.arguments:
        context.shell.ask_template()
        return
    wanted = str(context.arguments[0])
    names = TABLES if wanted == EVERY else (wanted,)
    ask_and_write(context, f"{template_name(wanted).replace(':', '')}.xlsx", render(_KINDS), template_job(names))


def template_name(table: str) -> str:
    """What the template of a table is called, ``*`` for all of them."""
    if table == EVERY:
        return render(_ALL)
    label = load_schema().tables[table].labels[language()]
    return Message(_NAME.template, table=label).render(translated)


def template_job(tables: tuple[str, ...]) -> Callable[[Path], Job[Path]]:
    """For a place that is not chosen yet: the job that writes these templates there."""

    def job(path: Path) -> Job[Path]:
        said = language()

        def write(progress: Progress) -> Path:
            from kpidesk.export.sheet_templates import write_templates  # the writer takes a while to come in

            found = load_templates(load_schema())
            return write_templates([found[name] for name in tables], path, said, translated, progress)

        return Job(Message(_WRITING, file=path.name), write)

    return job


ACTIONS = (
    Action(
        "help.templates",
        Message(QT_TRANSLATE_NOOP("actions", "Get a template of a table")),
        on_template,
        "",
        "help",
        "file-spreadsheet",
        asks=True,
    ),
    Action(
        "help.computable",
        Message(QT_TRANSLATE_NOOP("actions", "What can I compute with which table")),
        on_computable,
        "",
        "help",
        "table-2",
    ),
)
