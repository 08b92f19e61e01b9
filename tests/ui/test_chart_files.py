"""One chart as a file of Office, and pictures of a report made to measure: asked for, and narrowed down as shown."""

from types import SimpleNamespace

import openpyxl
import pytest
from kpidesk.core.progress import Progress
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.options import PictureLook
from kpidesk.export.pseudonyms import stand_in, with_names_hidden
from kpidesk.metrics.query import Filter
from kpidesk.ui.actions import chart_actions
from kpidesk.ui.actions.action import ActionContext
from kpidesk.ui.charts.figure_file import figure_job
from kpidesk.ui.report.report_export import picture_job, report_job
from kpidesk.workspace.sections import ReportPlan
from pptx import Presentation
from PySide6.QtGui import QImage
from tests.charts.gallery import gallery
from tests.charts.studies import STUDIES
from tests.export.ooxml import wrong_in_file


def a_context(path, *arguments, filters=(), names=()):
    """What an action meets: a document with filters, a runner that works at once, a user who has chosen."""
    done = []
    written = SimpleNamespace(then=lambda good, _bad: done.append(good))

    def submit(job, **_lane):
        done.append(job.run(Progress()))
        return written

    shell = SimpleNamespace(
        choose_export=lambda _name, _kinds: path, ask_picture=lambda then: then(PictureLook((720, 720), 4.0))
    )
    document = SimpleNamespace(query=SimpleNamespace(filters=filters))
    services = SimpleNamespace(
        session=SimpleNamespace(document=document),
        runner=SimpleNamespace(submit=submit),
        notices=SimpleNamespace(),
        discretion=SimpleNamespace(leave=lambda shown, then: then(with_names_hidden(shown(), names))),
    )
    services.notices.error = services.notices.tell = lambda *_, **__: None
    return ActionContext(services, shell, arguments)


@pytest.mark.parametrize("name", ["survival", "fan", "tornado", "two_drivers", "bubble"])
def test_chart_is_a_slide_without_a_cover(name, qapp, tmp_path):
    figure = (STUDIES | {"tornado": lambda _: gallery()["tornado"]})[name](gallery()["line"].table.style)
    path = tmp_path / "a.pptx"
    figure_job(figure, path).run(Progress())
    (page,) = Presentation(path).slides
    assert any(shape.has_chart or shape.has_table for shape in page.shapes)
    assert wrong_in_file(path) == []


def test_chart_is_a_sheet_with_its_numbers(qapp, tmp_path):
    path = tmp_path / "a.xlsx"
    figure_job(gallery()["bar_by"], path).run(Progress())
    sheet = openpyxl.load_workbook(path)["Charts"]
    assert sheet.cell(6, 13).value == 52
    assert wrong_in_file(path) == []


def test_what_leaves_says_to_whom_it_is_narrowed_down(qapp, tmp_path):
    path = tmp_path / "a.pptx"
    context = a_context(path, gallery()["line"], filters=(Filter("plan", ("Gold", "Silver")),))
    chart_actions.on_office(context)
    texts = [shape.text_frame.text for shape in Presentation(path).slides[0].shapes if shape.has_text_frame]
    assert any("plan: Gold, Silver" in text for text in texts)


def test_stand_ins_hold_for_single_charts_too(qapp, tmp_path):
    path = tmp_path / "a.csv"
    export = next(action.run for action in chart_actions.ACTIONS if action.id == "chart.csv")
    export(a_context(path, gallery()["bar_by"], names=("Team", "Business", "Enterprise")))
    text = path.read_text(encoding="utf-8-sig")
    assert stand_in("Team") in text
    assert "Team" not in text


def test_pictures_of_a_report_are_made_to_measure(qapp, tmp_path):
    deck, path = Deck("t", (Slide(figure=gallery()["line"]),)), tmp_path / "a.png"
    jobs = report_job(deck, ReportPlan()), picture_job(deck, ReportPlan())
    chart_actions.on_export_file(a_context(path, "t.pptx", "Pictures (*.png)", *jobs))
    image = QImage(str(path))
    assert (image.width(), image.height()) == (2880, 2880)


def test_other_files_of_a_report_are_not_asked_about(qapp, tmp_path):
    deck, path = Deck("t", (Slide(figure=gallery()["line"]),)), tmp_path / "a.svg"
    jobs = report_job(deck, ReportPlan()), picture_job(deck, ReportPlan())
    chart_actions.on_export_file(a_context(path, "t.pptx", "Drawings (*.svg)", *jobs))
    assert path.read_bytes().startswith(b"<?xml")
