"""Reads every file of a folder in a process of its own, and tells as JSON what was unclear and how much memory it took.

``python hostile_reading.py FOLDER SCRATCH``. Its own process, as the memory of ended children adds up to one figure
in each process; started by a small one, as a child begins with the peak of the one that starts it.
"""

import json
import sys
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.ingest.reader import Reader


def outcome(reader, path):
    """The sheets of a file, or what is said of it."""
    try:
        return reader.read(path), ""
    except UserError as refusal:
        return (), str(refusal.message)


def main(folder, scratch):
    import resource  # POSIX only

    unclear = []
    with Reader(Path(scratch)) as reader:
        for path in sorted(Path(folder).rglob("*.*")):
            if path.name == "INDEX.tsv" or not path.is_file():
                continue
            sheets, said = outcome(reader, path)
            if not sheets and (path.name not in said or "\n" in said):
                unclear.append(path.name)
    kilobytes = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({"unclear": unclear, "kilobytes": kilobytes}))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
