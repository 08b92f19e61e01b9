"""How this program starts a child of its own kind."""

import sys


def child_command(module: str, word: str) -> list[str]:
    """``python -m MODULE``; a packaged program has no ``-m``, there it is the program itself with WORD in front."""
    return [sys.executable, word] if getattr(sys, "frozen", False) else [sys.executable, "-m", module]
