"""The one style sheet, app-wide and small: tables, scroll areas, menus and tooltips. All else is painted."""

from kpidesk.qt.fonts import Role, font, line_height
from kpidesk.qt.theme import Theme

_TEMPLATE = """
QToolTip {{ background: {raised}; color: {ink1}; border: 1px solid {line}; padding: 5px 8px; }}
QAbstractScrollArea {{ background: transparent; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; margin: 2px; }}
QScrollBar[between="true"]::handle:vertical {{ margin: 2px 4px 2px 0; }}
QScrollBar::handle:hover {{ background: {lineStrong}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTableView {{ background: transparent; border: none; selection-background-color: {accentSoft};
    selection-color: {ink1}; gridline-color: transparent; font-size: {body}px; }}
QTableView::item {{ border: none; border-bottom: 1px solid {hair}; padding: 0 8px; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {ink3}; border: none; border-bottom: 1px solid {line};
    padding: 0 8px; font-size: {label}px; font-weight: 400; }}
QTableCornerButton::section {{ background: transparent; border: none; border-bottom: 1px solid {line}; }}
QLineEdit {{ background: transparent; border: none; }}
QPlainTextEdit {{ background: {surface}; border: 1px solid {line}; border-radius: 6px; padding: 4px; }}
QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: 3px; }}
QDialog {{ background: {surface}; }}
QMenu {{ background: {raised}; color: {ink1}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; min-height: {body_line}px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {hover}; color: {ink1}; }}
QMenu::item:disabled {{ color: {inkOff}; }}
QMenu::separator {{ height: 1px; background: {hair}; margin: 4px 8px; }}
"""


def style_sheet(theme: Theme) -> str:
    """The sheet in the colours of a theme and the sizes of the fonts in use."""
    return _TEMPLATE.format(
        **{token: colour.name() for token, colour in theme.colours.items() if "." not in token},
        body=font(Role.BODY).pixelSize(),
        label=font(Role.LABEL).pixelSize(),
        body_line=line_height(Role.BODY),
    )
