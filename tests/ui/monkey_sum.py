"""What the monkey left behind, seed by seed, and what it comes to: ``python -m tests.ui.monkey_sum FOLDER``.

The bar is that of the whole monkey: a widget that any seed saw counts as reached if any seed reached it. A seed of its
own may reach less, for it meets some boards and choices late. The command fails on an error, a warning, a seed that is
missing or stopped early, and on too small a share.
"""

import json
import sys
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

SEEDS, ACTIONS = 20, 2000
OF_ALL, OF_ONE = 0.95, 0.90
"""The shares of what was seen that all seeds together, and each of them, reach at least."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one seed saw and reached: places and their classes; what broke, what Qt warned of, and how long it took."""

    seed: int
    actions: int
    seconds: float
    seen: Mapping[str, str]
    reached: Collection[str]
    errors: Sequence[str] = ()
    warnings: Sequence[str] = ()

    @property
    def missed(self) -> Mapping[str, str]:
        return {place: kind for place, kind in self.seen.items() if place not in self.reached}

    @property
    def share(self) -> float:
        """What it reached of what it saw; nothing of nothing is 0."""
        return 1 - len(self.missed) / len(self.seen) if self.seen else 0.0

    def line(self) -> str:
        """What a reader wants to know of it."""
        return (
            f"seed {self.seed:2}  {self.actions:4} actions  {len(self.seen) - len(self.missed):4} of {len(self.seen):4}"
            f"  {self.share:6.1%}  {self.seconds:5.0f} s  {len(self.errors)} errors  {len(self.warnings)} warnings"
        )


def leave(result: Result, folder: Path) -> Path:
    """Write it as ``seed-NN.json``, with what it missed for those who read it."""
    folder.mkdir(parents=True, exist_ok=True)
    told = asdict(result) | {"reached": sorted(result.reached), "missed": dict(result.missed)}
    file = folder / f"seed-{result.seed:02}.json"
    part = file.with_suffix(".part")  # a run that is broken off leaves no half of a result
    part.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return part.replace(file)


def left_in(folder: Path) -> tuple[Result, ...]:
    """All results of a folder, in the order of their seeds."""
    told = (json.loads(file.read_text(encoding="utf-8")) for file in folder.glob("seed-*.json"))
    results = (
        Result(**{name: each[name] for name in Result.__dataclass_fields__ if name in each})  # missed follows from them
        for each in told
    )
    return tuple(sorted(results, key=lambda result: result.seed))


def together(results: Collection[Result]) -> Result:
    """What any of them saw, and any of them reached."""
    seen = {place: kind for result in results for place, kind in result.seen.items()}
    reached = {place for result in results for place in result.reached}
    return Result(-1, sum(r.actions for r in results), sum(r.seconds for r in results), seen, reached & seen.keys())


def complaints(results: Collection[Result], seeds: int = SEEDS, actions: int = ACTIONS) -> list[str]:
    """Why the bar is not met; nothing if it is."""
    found, known = [], {result.seed for result in results}
    missing = [str(seed) for seed in range(seeds) if seed not in known]
    if missing:
        found.append(f"no result of {len(missing)} seeds: {' '.join(missing)}")
    for result in results:
        found += [f"seed {result.seed}: error: {each}" for each in result.errors]
        found += [f"seed {result.seed}: warning: {each}" for each in result.warnings]
        if result.actions < actions:
            found.append(f"seed {result.seed} stopped after {result.actions} of {actions} actions")
        if result.share < OF_ONE:
            found.append(f"seed {result.seed} reached {result.share:.1%}, less than {OF_ONE:.0%}")
    share = together(results).share
    if share < OF_ALL:
        found.append(f"all seeds reached {share:.1%}, less than {OF_ALL:.0%}")
    return found


def summary(results: Collection[Result]) -> list[str]:
    """A line a seed, one for all, and what nobody reached, by class."""
    whole = together(results)
    kinds, left = Counter(whole.seen.values()), Counter(whole.missed.values())
    return [
        *(result.line() for result in results),
        f"all {len(results)} seeds: {len(whole.seen) - len(whole.missed)} of {len(whole.seen)} widgets reached, "
        f"{whole.share:.1%}; {whole.actions} actions, {whole.seconds:.0f} s",
        *(f"missed by all: {count} of {kinds[kind]} {kind}" for kind, count in left.most_common()),
        *(f"  {place}" for place in sorted(whole.missed)),
    ]


def main(arguments: Sequence[str]) -> int:
    """Print what a folder holds; 0 if the bar is met, 1 if it is not, 2 if no folder was named."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tests.ui.monkey_sum FOLDER\n")
        return 2
    results = left_in(Path(arguments[0]))
    wrong = complaints(results)
    sys.stdout.write("\n".join([*summary(results), *wrong, "" if wrong else "the bar is met\n"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
