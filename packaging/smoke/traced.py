"""The program under strace: no connection is opened, nothing is written outside the user's folders."""

import re

from trial import Trial

_INET = re.compile(r"socket\(AF_INET")
_WRITES = re.compile(
    r'(?:openat?\((?:AT_FDCWD, )?"(?P<opened>[^"]+)", [^)]*O_(?:WRONLY|RDWR|CREAT)'
    r'|(?:mkdir|unlink|rmdir|rename)(?:at2?)?\((?:AT_FDCWD, )?"(?P<made>[^"]+)").*= \d'
)
_HARMLESS = re.compile(r"^/(dev|proc|sys|run|tmp|var/tmp)(/|$)")


def offline(trial: Trial) -> str:
    """The whole round under strace: no socket of the internet, no file written but in the home and where asked."""
    trace = trial.place / "trace.txt"
    strace = ["strace", "-f", "-qq", "-s", "300", "-e", "trace=network,open,openat,mkdir,rename,unlink", "-o", trace]
    trial.run(*strace, trial.window, "--sample", "--screenshot", trial.place / "traced")
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    trial.run(*strace, trial.cli, "export", trial.sheet, "--kpi", "mrr", "--to", trial.place / "traced.pptx")
    lines += trace.read_text(encoding="utf-8", errors="replace").splitlines()
    sockets = [line for line in lines if _INET.search(line)]
    assert not sockets, sockets[:3]
    places = {match["opened"] or match["made"] for line in lines if (match := _WRITES.search(line))}
    named = {re.sub(r"\\(\d{3})", lambda m: chr(int(m[1], 8)), place).encode("latin-1").decode() for place in places}
    outside = sorted(p for p in named if p.startswith("/") and not _HARMLESS.match(p) and str(trial.place) not in p)
    assert not outside, outside[:10]
    return f"{len(lines)} calls seen, {len(named)} places written"
