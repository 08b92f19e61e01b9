"""The pages of the window in the order of the sidebar, and what each says while it has nothing to show."""

from collections.abc import Callable
from dataclasses import dataclass

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: id, name, icon, group, shortcut; ``promise`` is what will be here, ``need`` what it is computed from.

    ``table`` is the business table that it stands on first, which has a template.
    ``within`` is the page of the sidebar that this one is another view of; ``view`` its name among those views,
    ``figures`` the KPIs of which it shows nothing without any: they say which view has something to show.
    """

    id: str
    title: Message
    icon: str
    group: str
    shortcut: str
    promise: Message
    need: Message
    table: str = ""
    within: str = ""
    view: Message | None = None
    figures: tuple[str, ...] = ()


LINKED = "linked"
"""The group of pages that others lead to, and the palette: not in the sidebar."""
GROUPS: dict[str, Message | None] = {
    "main": None,
    "explore": Message(QT_TRANSLATE_NOOP("pages", "Explore")),
    "decide": Message(QT_TRANSLATE_NOOP("pages", "Decide")),
    "foot": None,
}

PAGES = (
    PageEntry(
        "data",
        Message(QT_TRANSLATE_NOOP("pages", "Data")),
        "database",
        "main",
        "Ctrl+1",
        Message(QT_TRANSLATE_NOOP("pages", "Your tables, their columns, and what was found in them.")),
        Message(QT_TRANSLATE_NOOP("pages", "Needs a spreadsheet: XLSX, XLS or CSV. Nothing leaves this computer.")),
    ),
    PageEntry(
        "dashboard",
        Message(QT_TRANSLATE_NOOP("pages", "Dashboard")),
        "layout-dashboard",
        "main",
        "Ctrl+2",
        Message(QT_TRANSLATE_NOOP("pages", "What changed, with the cards and charts that you chose.")),
        Message(
            QT_TRANSLATE_NOOP("pages", "Needs any table with dates and amounts: subscriptions, invoices or orders.")
        ),
    ),
    PageEntry(
        "kpis",
        Message(QT_TRANSLATE_NOOP("pages", "KPIs")),
        "gauge",
        "main",
        "Ctrl+3",
        Message(QT_TRANSLATE_NOOP("pages", "Every figure with its trend, its definition and the rows behind it.")),
        Message(
            QT_TRANSLATE_NOOP("pages", "Needs at least one table; each figure names the columns that it is made of.")
        ),
    ),
    PageEntry(
        "movements",
        Message(QT_TRANSLATE_NOOP("pages", "Movements")),
        "chart-column-decreasing",
        "explore",
        "Ctrl+4",
        Message(QT_TRANSLATE_NOOP("pages", "How MRR moved: new, expansion, contraction, churn, month by month.")),
        Message(QT_TRANSLATE_NOOP("pages", "Needs subscriptions or invoices: customer, start, end, amount.")),
        table="subscriptions",
        view=Message(QT_TRANSLATE_NOOP("pages", "MRR")),
        figures=("mrr",),
    ),
    PageEntry(
        "funnel",
        Message(QT_TRANSLATE_NOOP("pages", "Funnel")),
        "funnel",
        "explore",
        "Ctrl+5",
        Message(QT_TRANSLATE_NOOP("pages", "Where leads are lost, step by step, and how long each step takes.")),
        Message(QT_TRANSLATE_NOOP("pages", "Needs leads or deals with a date for each stage, or events of users.")),
        table="leads",
    ),
    PageEntry(
        "cohorts",
        Message(QT_TRANSLATE_NOOP("pages", "Cohorts")),
        "grid-3x3",
        "explore",
        "Ctrl+6",
        Message(QT_TRANSLATE_NOOP("pages", "How many of those who came in one month are still here later.")),
        Message(QT_TRANSLATE_NOOP("pages", "Needs customers with a start and an end, or orders, or events of users.")),
        table="subscriptions",
    ),
    PageEntry(
        "channels",
        Message(QT_TRANSLATE_NOOP("pages", "Channels")),
        "megaphone",
        "explore",
        "Ctrl+7",
        Message(QT_TRANSLATE_NOOP("pages", "What each channel costs, brings and pays back.")),
        Message(
            QT_TRANSLATE_NOOP("pages", "Needs marketing spend by channel, and customers or leads with their channel.")
        ),
        table="spend",
        view=Message(QT_TRANSLATE_NOOP("pages", "Acquisition")),
        figures=("acquisition_cost", "leads_created", "new_customers"),
    ),
    PageEntry(
        "voice",
        Message(QT_TRANSLATE_NOOP("pages", "Voice of customer")),
        "message-square-text",
        "explore",
        "Ctrl+8",
        Message(QT_TRANSLATE_NOOP("pages", "What customers answer: NPS, CSAT, CES, with their own words.")),
        Message(QT_TRANSLATE_NOOP("pages", "Needs survey answers: date, score, and comments where there are any.")),
        table="surveys",
        view=Message(QT_TRANSLATE_NOOP("pages", "Answers")),
        figures=("nps_answers", "csat_answers", "ces", "cxi"),
    ),
    PageEntry(
        "whatif",
        Message(QT_TRANSLATE_NOOP("pages", "What-if")),
        "sliders-horizontal",
        "decide",
        "Ctrl+9",
        Message(QT_TRANSLATE_NOOP("pages", "What becomes of LTV/CAC and MRR if churn, price or spend were different.")),
        Message(QT_TRANSLATE_NOOP("pages", "Needs enough for one unit figure: customers with a price, or spend.")),
    ),
    PageEntry(
        "why",
        Message(QT_TRANSLATE_NOOP("pages", "Why")),
        "lightbulb",
        "decide",
        "Ctrl+0",
        Message(
            QT_TRANSLATE_NOOP("pages", "Which drivers and which segments explain a change, and whether it is noise.")
        ),
        Message(QT_TRANSLATE_NOOP("pages", "Needs at least two periods of one figure.")),
    ),
    PageEntry(
        "report",
        Message(QT_TRANSLATE_NOOP("pages", "Report")),
        "presentation",
        "decide",
        "Ctrl+Shift+0",
        Message(
            QT_TRANSLATE_NOOP("pages", "Slides and workbooks made of your charts, with native tables and formulas.")
        ),
        Message(QT_TRANSLATE_NOOP("pages", "Needs a chart or a card to put on a slide.")),
    ),
    PageEntry(
        "orders",
        Message(QT_TRANSLATE_NOOP("pages", "Orders")),
        "chart-column-decreasing",
        LINKED,
        "",
        Message(QT_TRANSLATE_NOOP("pages", "What is bought, how often they come back, and who the best buyers are.")),
        Message(QT_TRANSLATE_NOOP("pages", "Needs orders: date, amount, and the customer where there is one.")),
        table="orders",
        within="movements",
        view=Message(QT_TRANSLATE_NOOP("pages", "Orders")),
        figures=("transactions",),
    ),
    PageEntry(
        "traffic",
        Message(QT_TRANSLATE_NOOP("pages", "Traffic")),
        "megaphone",
        LINKED,
        "",
        Message(QT_TRANSLATE_NOOP("pages", "Visits by source and page, those that lose most visitors first.")),
        Message(QT_TRANSLATE_NOOP("pages", "Needs web traffic: date, sessions, and the source or page of the visits.")),
        table="web_traffic",
        within="channels",
        view=Message(QT_TRANSLATE_NOOP("pages", "Traffic")),
        figures=("sessions", "pageviews"),
    ),
    PageEntry(
        "support",
        Message(QT_TRANSLATE_NOOP("pages", "Support")),
        "message-square-text",
        LINKED,
        "",
        Message(QT_TRANSLATE_NOOP("pages", "How much is asked and when, how fast it is answered, who it takes.")),
        Message(QT_TRANSLATE_NOOP("pages", "Needs tickets: when each was created, first answered and resolved.")),
        table="tickets",
        within="voice",
        view=Message(QT_TRANSLATE_NOOP("pages", "Support")),
        figures=("ticket_volume",),
    ),
    PageEntry(
        "proof",
        Message(QT_TRANSLATE_NOOP("pages", "Checks")),
        "scale",
        LINKED,
        "",
        Message(
            QT_TRANSLATE_NOOP(
                "pages", "The same figures by other definitions, from other tables, and published examples."
            )
        ),
        Message(QT_TRANSLATE_NOOP("pages", "Needs any table that figures are computed from.")),
    ),
    PageEntry(
        "settings",
        Message(QT_TRANSLATE_NOOP("pages", "Settings")),
        "settings",
        "foot",
        "Ctrl+,",
        Message(QT_TRANSLATE_NOOP("pages", "Appearance, language and habits.")),
        Message(QT_TRANSLATE_NOOP("pages", "Needs nothing.")),
    ),
)


def entry(page: str) -> PageEntry:
    """The entry of a page; KeyError where there is none."""
    for candidate in PAGES:
        if candidate.id == page:
            return candidate
    raise KeyError(page)


def home_of(page: str) -> str:
    """The entry of the sidebar under which a page is found: its own, or that of the page it is a view of."""
    return next((each.within or each.id for each in PAGES if each.id == page), page)


def views_of(page: str) -> tuple[PageEntry, ...]:
    """The pages that share its entry of the sidebar, itself included; none where it has the entry to itself."""
    home = home_of(page)
    found = tuple(each for each in PAGES if home in (each.id, each.within))
    return found if len(found) > 1 else ()


def view_with_data(page: str, has: Callable[[str], bool]) -> str:
    """The page itself, or the first view beside it that has something to show where it has nothing."""
    views = {each.id: each for each in views_of(page)}
    if page not in views or any(map(has, views[page].figures)):
        return page
    return next((each.id for each in views.values() if any(map(has, each.figures))), page)
