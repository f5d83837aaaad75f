"""What so many viewers need, worked out from measurements: ``python -m scripts.viewers 1000 10000``.

Each number that goes in is an option, so that the table of docs/deploy.md is made anew in one line when the
measurements are.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True)
class Measured:
    """What was measured of one process.

    Attributes:
        milliseconds: of a core that one rerun takes, in the mix of views.
        thinking: seconds between two choices of one viewer.
        busy: the share of its core at which a process is called full, so that answers stay quick.
        rest: MB of a process that nobody visits.
        each: MB more for each viewer.
    """

    milliseconds: float
    thinking: float
    busy: float
    rest: float
    each: float


def viewers_of_one(measured: Measured) -> int:
    """How many viewers a process with a core of its own serves until it is full."""
    return int(measured.busy * measured.thinking * 1000 / measured.milliseconds)


def needs(viewers: int, measured: Measured) -> tuple[int, float, float]:
    """The processes for so many viewers, the cores that they keep busy, and their memory in GB."""
    processes = ceil(viewers / viewers_of_one(measured))
    cores = viewers * measured.milliseconds / 1000 / measured.thinking
    memory = (processes * measured.rest + viewers * measured.each) / 1000
    return processes, cores, memory


def table(counts: list[int], measured: Measured) -> str:
    """The rows for docs/deploy.md."""
    rows = [
        "| viewers at once | processes, a core each | cores busy | memory, GB |",
        "| --- | --- | --- | --- |",
    ]
    for viewers in counts:
        processes, cores, memory = needs(viewers, measured)
        rows.append(f"| {viewers:,} | {processes} | {cores:.1f} | {memory:.1f} |")
    return "\n".join(rows)


def options() -> argparse.ArgumentParser:
    """The numbers that go in, with none of them left to a habit."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.viewers", description="What so many viewers need."
    )
    parser.add_argument("viewers", type=int, nargs="+")
    parser.add_argument("--milliseconds", type=float, required=True, help="of a core for one rerun")
    parser.add_argument("--thinking", type=float, required=True, help="seconds between two choices")
    parser.add_argument(
        "--busy", type=float, required=True, help="share of a core at which a process is full"
    )
    parser.add_argument("--rest", type=float, required=True, help="MB of a process that nobody visits")
    parser.add_argument("--each", type=float, required=True, help="MB more for each viewer")
    return parser


def main(arguments: list[str] | None = None) -> None:
    """Prints the table."""
    given = vars(options().parse_args(arguments))
    counts = given.pop("viewers")
    print(table(counts, Measured(**given)))


if __name__ == "__main__":
    main()
