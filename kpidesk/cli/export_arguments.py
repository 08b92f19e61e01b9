"""The words of ``export``: what is shown, in what shape, and where it goes."""

import argparse
import re
from pathlib import Path

from kpidesk.cli.readers import condition, names, period
from kpidesk.export.options import PRESETS

RATIOS = ("16:9", "4:3")
LANGUAGES = ("en", "zh_Hans", "zh_Hant")


def add_export_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be said of any export; the rules of reading come from elsewhere."""
    parser.add_argument("--kpi", type=names, default=(), metavar="ID,ID…")
    parser.add_argument("--scenario", metavar="NAME|DRIVER=x0.5", help="a saved scenario, or changes joined by commas")
    parser.add_argument("--where", type=condition, action="append", default=[], metavar="ATTRIBUTE=VALUE")
    parser.add_argument("--since", dest="first", type=period, metavar="PERIOD")
    parser.add_argument("--until", dest="last", type=period, metavar="PERIOD")
    parser.add_argument("--title", default="", metavar="TEXT")
    parser.add_argument(
        "--template", type=Path, metavar="HOUSE.pptx|potx", help="slides in your own layouts and colours"
    )
    parser.add_argument("--ratio", choices=RATIOS, default="16:9", help="of slides without a template")
    parser.add_argument(
        "--refresh", action="store_true", help="new numbers into the deck at --to; what you edited stays"
    )
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.add_argument("--pseudonyms", action="store_true", help="no names of customers, the same stand-in each time")
    parser.add_argument("--size", type=size, default=(960, 540), metavar="full|half|square|WxH", help="of pictures")
    parser.add_argument("--scale", type=scale, default=2.0, metavar="1…8")
    parser.add_argument("--transparent", action="store_true", help="pictures without a ground")
    parser.add_argument("--one-page", dest="one_page", action="store_true", help="a PDF of one sheet")
    parser.set_defaults(by=None, sections=(), also=())


def size(text: str) -> tuple[int, int]:
    """``full``, ``half``, ``square`` or ``1200x628``."""
    if text in PRESETS:
        return PRESETS[text]
    match = re.fullmatch(r"(\d{2,4})[x×](\d{2,4})", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not {', '.join(PRESETS)} or a size such as 1200x628")
    return int(match[1]), int(match[2])


def scale(text: str) -> float:
    """From 0.5 to 8."""
    try:
        found = float(text)
    except ValueError:
        found = float("nan")
    if not 0.5 <= found <= 8:
        raise argparse.ArgumentTypeError(f"{text!r} is not a scale from 0.5 to 8")
    return found
