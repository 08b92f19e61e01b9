"""Room that short tables leave on a board goes to what stands below them."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRect

from kpidesk.core.ids import TileId


def closed_up(boxes: Mapping[TileId, QRect], needs: Mapping[TileId, int]) -> dict[TileId, QRect]:
    """The boxes with those lower that need less; what stands beside one another still ends together.

    ``needs`` has the height in pixels of each tile that may be lower than its box; no tile grows. Only where all that
    reaches the end of a band of tiles may be lower, what is below moves up.
    """
    found: dict[TileId, QRect] = {}
    saved = 0
    for band in _bands(boxes):
        end = max(boxes[id_].bottom() for id_ in band)
        needed = max(_needed_end(boxes[id_], needs.get(id_)) for id_ in band)
        for id_ in band:
            box = QRect(boxes[id_])
            box.setBottom(min(box.bottom(), needed))
            found[id_] = box.translated(0, -saved)
        saved += end - needed
    return found


def _needed_end(box: QRect, needs: int | None) -> int:
    return box.bottom() if needs is None else min(box.bottom(), box.top() + needs - 1)


def _bands(boxes: Mapping[TileId, QRect]) -> Iterator[list[TileId]]:
    """From the top: tiles that no straight line across the board sets apart."""
    band: list[TileId] = []
    end = 0
    for id_ in sorted(boxes, key=lambda each: boxes[each].top()):
        if band and boxes[id_].top() > end:
            yield band
            band = []
        end = max(end, boxes[id_].bottom()) if band else boxes[id_].bottom()
        band.append(id_)
    if band:
        yield band
