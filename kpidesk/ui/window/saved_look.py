"""The look that the settings ask for."""

from kpidesk.qt.look import Look
from kpidesk.session.settings import LANGUAGE, TEXT_SIZE, THEME, Settings


def look_of(settings: Settings) -> Look:
    """Theme, language and size of text as they are set."""
    return Look(settings.get(THEME), settings.get(LANGUAGE), settings.get(TEXT_SIZE))
