"""What the data give comes before what they lack."""

from collections.abc import Iterator

import pytest
from kpidesk.ui.window.binding import WindowBinding
from kpidesk.ui.window.command_palette import CommandPalette
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
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
