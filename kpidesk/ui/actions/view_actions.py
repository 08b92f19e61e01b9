"""Palette, sidebar, pages, context bar, theme, language."""

from collections.abc import Callable

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.session.settings import LANGUAGE, THEME
from kpidesk.ui.actions.action import Action, ActionContext
from kpidesk.ui.actions.pages import PAGES, PageEntry


def on_palette(context: ActionContext) -> None:
    """Search everything by name."""
    context.shell.open_palette()


def on_sidebar(context: ActionContext) -> None:
    """Icons alone, or with their names."""
    context.shell.toggle_sidebar()


def on_next_region(context: ActionContext) -> None:
    """Move the focus on: sidebar, context bar, content, status."""
    context.shell.focus_next_region()


def _opens(page: str) -> Callable[[ActionContext], None]:
    return lambda context: context.shell.show_page(page, *map(str, context.arguments[:1]))


def _asks(part: str) -> Callable[[ActionContext], None]:
    return lambda context: context.shell.open_context(part)


def _sets_theme(name: str) -> Callable[[ActionContext], None]:
    return lambda context: context.services.settings.set(THEME, name)


def _has_theme(name: str) -> Callable[[ActionContext], bool]:
    return lambda context: context.services.settings.get(THEME) == name


def _sets_language(name: str) -> Callable[[ActionContext], None]:
    return lambda context: context.services.settings.set(LANGUAGE, name)


def _has_language(name: str) -> Callable[[ActionContext], bool]:
    return lambda context: context.services.settings.get(LANGUAGE) == name


def _page_action(entry: PageEntry) -> Action:
    return Action(f"go.{entry.id}", entry.title, _opens(entry.id), entry.shortcut, "go", entry.icon)


def _opens_about(page: str) -> Callable[[ActionContext], None]:
    def open_page(context: ActionContext) -> None:
        context.shell.show_page(page, context.shell.subject())

    return open_page


_THEMES = {
    "system": Message(QT_TRANSLATE_NOOP("actions", "Appearance of the system")),
    "light": Message(QT_TRANSLATE_NOOP("actions", "Light")),
    "dark": Message(QT_TRANSLATE_NOOP("actions", "Dark")),
    "high_contrast_light": Message(QT_TRANSLATE_NOOP("actions", "High contrast, light")),
    "high_contrast_dark": Message(QT_TRANSLATE_NOOP("actions", "High contrast, dark")),
}
_LANGUAGES = {
    "system": Message(QT_TRANSLATE_NOOP("actions", "Language of the system")),
    "en": Message(QT_TRANSLATE_NOOP("actions", "English")),
    "zh_Hans": Message(QT_TRANSLATE_NOOP("actions", "简体中文")),
    "zh_Hant": Message(QT_TRANSLATE_NOOP("actions", "繁體中文")),
}
_PARTS = {
    "grain": ("G", Message(QT_TRANSLATE_NOOP("actions", "Choose day, week, month, quarter or year"))),
    "period": ("P", Message(QT_TRANSLATE_NOOP("actions", "Choose the period"))),
    "comparison": ("C", Message(QT_TRANSLATE_NOOP("actions", "Choose what to compare with"))),
    "segment": ("S", Message(QT_TRANSLATE_NOOP("actions", "Choose a segment"))),
}

ACTIONS = (
    Action(
        "view.palette",
        Message(QT_TRANSLATE_NOOP("actions", "Search KPIs, pages, actions")),
        on_palette,
        "Ctrl+K",
        "view",
        "search",
    ),
    Action(
        "view.sidebar",
        Message(QT_TRANSLATE_NOOP("actions", "Fold the sidebar")),
        on_sidebar,
        "Ctrl+B",
        "view",
        "panel-left",
    ),
    Action(
        "view.next_region",
        Message(QT_TRANSLATE_NOOP("actions", "Move to the next part of the window")),
        on_next_region,
        "F6",
        "view",
        "arrow-right",
    ),
    *(_page_action(entry) for entry in PAGES),
    Action(
        "kpi.what_if",
        Message(QT_TRANSLATE_NOOP("actions", "What if this KPI were different")),
        _opens_about("whatif"),
        "W",
        "",
        "sliders-horizontal",
        is_letter=True,
    ),
    Action(
        "kpi.why",
        Message(QT_TRANSLATE_NOOP("actions", "Why this KPI changed")),
        _opens_about("why"),
        "Y",
        "",
        "lightbulb",
        is_letter=True,
    ),
    *(
        Action(f"context.{part}", title, _asks(part), key, "", "calendar", is_letter=True)
        for part, (key, title) in _PARTS.items()
    ),
    *(
        Action(
            f"theme.{name}",
            title,
            _sets_theme(name),
            "",
            "theme",
            "sun-moon",
            is_checked=_has_theme(name),
            is_choice=True,
        )
        for name, title in _THEMES.items()
    ),
    *(
        Action(
            f"language.{name}",
            title,
            _sets_language(name),
            "",
            "language",
            "languages",
            is_checked=_has_language(name),
            is_choice=True,
        )
        for name, title in _LANGUAGES.items()
    ),
)
