"""A picture on a slide that stays sharp: SVG for programs that draw it, PNG for the others."""

from typing import Any, BinaryIO

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page

from kpidesk.export.pptx_template import Box

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_EXTENSION = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{0}"/></a:ext></a:extLst>'
)


def add_vector(page: Page, png: BinaryIO, svg: bytes, box: Box) -> Any:
    """The picture in its box."""
    shape = page.shapes.add_picture(png, *box)
    package = page.part.package
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in range(1, len(taken) + 2) if f"/ppt/media/drawing{n}.svg" not in taken)
    part = Part(PackURI(f"/ppt/media/drawing{number}.svg"), "image/svg+xml", package, svg)
    relation = page.part.relate_to(part, _IMAGE)
    shape._element.find(f".//{qn('a:blip')}").append(parse_xml(_EXTENSION.format(relation)))  # noqa: SLF001  no SVG in python-pptx
    return shape
