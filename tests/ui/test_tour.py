"""The whole way of a user, by mouse and by keyboard alone: from files on the desk to slides."""

import pytest
from tests.ui.desk import a_company
from tests.ui.tour import Tour


def orders(folder):
    """Two columns of money: which one is the amount is for the user to say."""
    lines = ["order_id,customer_id,order_date,amount,profit share"]
    lines += [f"O{i},C0-{i % 5},2025-0{i % 9 + 1}-10,100,40" for i in range(1, 29)]
    (folder / "orders.csv").write_text("\n".join(lines) + "\n")


@pytest.mark.slow
@pytest.mark.parametrize("by_keyboard", [False, True], ids=["mouse", "keyboard"])
def test_from_sheets_to_slides(qapp, tmp_path, qtbot, by_keyboard):
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    a_company(sheets)
    orders(sheets)
    tour = Tour(qapp, tmp_path, by_keyboard=by_keyboard)
    try:
        tour.bring(*sorted(sheets.iterdir()))
        tour.correct("profit share", "Amount")
        tour.accept()
        mrr = next(card for card in tour.window.stack.get("dashboard").cards if card.property("metric") == "mrr")
        assert mrr.card.value_text == "€5,100"
        tour.filter("Plan", "Team")
        assert tour.drill("customer_churn_rate") > 0
        tour.halve_churn()
        tour.save(tmp_path / "made.kpidesk")
        tour.open(tmp_path / "made.kpidesk")
        document = tour.services.session.document
        assert [str(each.attribute) for each in document.query.filters] == ["plan"]
        assert document.scenarios
        tour.export(tmp_path / "board.pptx")
        assert (tmp_path / "board.pptx").read_bytes()[:2] == b"PK"
    finally:
        tour.close()
