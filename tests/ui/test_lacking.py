"""What the data do not give: one empty state with the ways out, and what they do give comes first."""

from collections.abc import Iterator

import pytest
from kpidesk.ui.window.binding import WindowBinding
from kpidesk.ui.window.command_palette import CommandPalette
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from tests.ui.desk import a_window, close, months, take_in_all


@pytest.fixture(scope="module")
def shop(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WindowBinding]:
    """A shop: orders and nothing else."""
    folder = tmp_path_factory.mktemp("shop")
    orders = folder / "orders.csv"
    rows = (f"O{i},C{i % 5},{day.isoformat()},€{100 + i}" for i, day in enumerate(months(0, 11)))
    orders.write_text("\n".join(("Order ID,Customer ID,Order date,Order amount", *rows)) + "\n")
    binding = a_window(qapp, folder)
    take_in_all(binding, (orders,))
    yield binding
    close(binding)


def seen(binding: WindowBinding) -> list[str]:
    """All that can be read on the page."""
    labels = binding.window.stack.page.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def test_a_kpi_without_data_says_once_what_it_needs(shop: WindowBinding) -> None:
    shop.window.show_page("kpis", "mrr")
    said = seen(shop)
    assert sum("monthly price (mrr)" in text.casefold() for text in said) == 1
    assert not any("do not hold" in text for text in said)
    assert any("Monthly recurring revenue" in text for text in said)  # its definition stands beside


def test_a_table_is_named_once_with_all_its_columns(shop: WindowBinding) -> None:
    shop.window.show_page("kpis", "influencer_cpe")
    (need,) = (text for text in seen(shop) if "social media" in text.casefold())
    assert need == "Needs a table of social media: date, influencer cost, engagements, influencer."


def test_a_monthly_figure_that_would_do_instead_is_named(shop: WindowBinding) -> None:
    shop.window.show_page("kpis", "gross_margin")
    need = next(text for text in seen(shop) if "profit" in text.casefold() and text.startswith("Needs"))
    assert need.endswith("Or a table of monthly figures: cost of revenue.")


def test_what_lacks_can_be_brought(shop: WindowBinding) -> None:
    shop.window.show_page("kpis", "nps")
    page, asked = shop.window.stack.page, []
    page.act.disconnect()
    page.act.connect(lambda action, arguments: asked.append((action, arguments)))
    room = page._detail.room
    assert (room._lack._action.text(), room._lack._link.text()) == ("Import files", "Get a template")
    room._lack._action.click()
    room._lack._link.click()
    assert asked == [("import.files", ()), ("help.templates", ("surveys",))]


def test_numbers_come_back_with_a_kpi_that_has_them(shop: WindowBinding) -> None:
    shop.window.show_page("kpis", "mrr")
    assert not shop.window.stack.page._detail.chart.isVisible()
    shop.window.show_page("kpis", "order_revenue")
    assert shop.window.stack.page._detail.chart.isVisible()
    assert shop.window.stack.page._detail.panel.definition._rows.isVisible()


def test_the_sources_open_with_a_kpi_that_the_data_give(shop: WindowBinding) -> None:
    shop.window.show_page("proof", "sources")
    page = shop.window.stack.page
    assert page._tile.split.text() not in ("", "MRR")
    assert "No table gives it" not in page._tile._subtitle.text()


def test_the_palette_lists_what_has_a_value_first(shop: WindowBinding, qtbot) -> None:
    shop.window.show_page("kpis")
    shop.registry.run("view.palette")
    palette = shop.window.findChildren(CommandPalette)[-1]

    def kpis() -> list[bool]:
        rows = (palette._found.row(at)[0] for at in range(palette._found.rowCount()))
        return [bool(each.detail) for each in rows if each.kind == "kpi"]

    assert kpis()[0]
    assert kpis() == sorted(kpis(), reverse=True)
    qtbot.keyClick(palette._typed, Qt.Key.Key_Escape)
