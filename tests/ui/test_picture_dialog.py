"""A picture made to measure: what is chosen is what the file has."""

from kpidesk.core.progress import Progress
from kpidesk.export.options import PictureLook
from kpidesk.ui.charts.chart_export import PNG, ChartExport
from kpidesk.ui.charts.picture_dialog import PictureDialog
from PySide6.QtGui import QImage
from tests.charts.gallery import gallery


def test_choices_become_a_look(qapp, qtbot):
    wanted = []
    dialog = PictureDialog(wanted.append)
    dialog._size.set_current("square")
    dialog._scale.set_current("4")
    dialog._ground.set_current("clear")
    dialog.on_changed()
    assert dialog._told.text() == "2,880 × 2,880 pixels"
    dialog.on_export()
    assert wanted == [PictureLook((720, 720), 4.0, is_transparent=True)]


def test_cancelled_dialog_asks_for_nothing(qapp, qtbot):
    wanted = []
    PictureDialog(wanted.append).reject()
    assert wanted == []


def test_file_has_the_pixels_and_the_ground_that_were_chosen(qapp, tmp_path):
    figure, path = gallery()["line"], tmp_path / "a.png"
    for is_clear in (False, True):
        look = PictureLook((620, 600), 2.0, is_transparent=is_clear)
        ChartExport(figure, PNG, path, look).job().run(Progress())
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1240, 1200)
        assert (image.pixelColor(2, 2).alpha() == 0) is is_clear
