"""The commands of the library.

``python -m pathways check FOLDER``: does the pack in the folder obey every rule?
``python -m pathways export FOLDER --format FORMAT``: write it for another program.
``python -m pathways new FOLDER``: begin a pack of five places, or with ``--from FILE`` one from a drawing.
``python -m pathways to-sheet FOLDER FILE``, ``from-sheet FILE FOLDER``: edit a pack in a spreadsheet.
``python -m pathways diff BEFORE FOLDER``: what changed from one version of it to another.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from pathways.changes.command import add_commands as add_commands_of_changes
from pathways.loading import load_pack
from pathways.loading.shelf import NAME
from pathways.problems import PackError, Problem, printable
from pathways.shipped import PACK

MOST_BYTES = 16_000_000
"""How much of a drawing or a workbook is read: the readers refuse what is larger."""

MOST_SHOWN = 50
"""How many problems are printed: who mends a pack begins with the first, and asks again."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 if the pack is good, 1 if it has problems."""
    parser = argparse.ArgumentParser(prog="python -m pathways", description="Look after a pathway pack.")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="hold a pack against every rule")
    check.set_defaults(run=_check)
    export = commands.add_parser("export", help="write a pack for another program (docs/exports.md)")
    export.set_defaults(run=_export)
    for command in (check, export):
        command.add_argument("folder", type=Path, help=f"the pack's folder, such as data/{PACK.name}")
    export.add_argument("--format", required=True, help="such as graphml; an unknown one lists them all")
    export.add_argument("--out", type=Path, help="the file to write; without it, the file is printed")
    export.add_argument(
        "--address", default="", help="where the app is found, for links that lead back to it"
    )
    _add_authoring(commands)
    add_commands_of_changes(commands, _print)
    chosen = parser.parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except PackError as error:
        _print("\n".join(_told(error, printable(str(chosen.folder)))))
        return 1


def _add_authoring(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    new = commands.add_parser("new", help="begin a pack (docs/writing_a_pack.md)")
    new.add_argument("folder", type=Path, help="the folder to make, such as data/my_pathway")
    new.add_argument("--from", dest="drawing", type=Path, help="GraphML, node-link JSON or a PlanDefinition")
    new.set_defaults(run=_new)
    to_sheet = commands.add_parser("to-sheet", help="write a pack as a workbook to edit")
    to_sheet.add_argument("folder", type=Path, help="the pack's folder")
    to_sheet.add_argument("file", type=Path, help="the workbook to write, such as my_pathway.xlsx")
    to_sheet.set_defaults(run=_to_sheet)
    from_sheet = commands.add_parser("from-sheet", help="write the pack that a workbook holds")
    from_sheet.add_argument("file", type=Path, help="the workbook")
    from_sheet.add_argument("folder", type=Path, help="the folder to make")
    from_sheet.set_defaults(run=_from_sheet)


def _new(chosen: argparse.Namespace) -> int:
    from pathways import authoring  # a pack is begun seldom

    name = chosen.folder.name
    if not NAME.fullmatch(name):
        _complain(f"{printable(name)!r} cannot be the name of a pack: use small letters, digits and _.")
        return 2
    if chosen.drawing is None:
        draft = authoring.first_pack(name)
    else:
        draft = authoring.draft_from(_content(chosen.drawing), str(chosen.drawing), name)
    authoring.write_pack(chosen.folder, authoring.files_of(draft, dt.date.today()))
    folder = printable(str(chosen.folder))
    _print(f"{folder} is begun: {len(draft.places)} places and {len(draft.ways)} ways.")
    _print(f"What is left to do stands in {folder}/TODO.md.")
    return _also_check(chosen.folder)


def _also_check(folder: Path) -> int:
    """Say whether a pack that was written obeys the rules: what it lacks is work to do, and no failure."""
    try:
        load_pack(folder)
    except PackError as error:
        _print(f"{error.count} to mend: python -m pathways check {printable(str(folder))}")
    else:
        _print("It obeys every rule.")
    return 0


def _to_sheet(chosen: argparse.Namespace) -> int:
    from pathways import authoring

    return _write(chosen.file, authoring.to_sheet(chosen.folder))


def _from_sheet(chosen: argparse.Namespace) -> int:
    from pathways import authoring

    files = authoring.from_sheet(_content(chosen.file), str(chosen.file))
    authoring.write_pack(chosen.folder, files)
    _print(f"{printable(str(chosen.folder))} is written: {len(files)} files.")
    return _also_check(chosen.folder)


def _content(file: Path) -> bytes:
    """The bytes of a file that somebody names: never more than any of them may have."""
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        problem = Problem(
            printable(str(file)), "the file", f"It cannot be read: {error.strerror}.", "Name another."
        )
        raise PackError([problem]) from None


def _check(chosen: argparse.Namespace) -> int:
    pack = load_pack(chosen.folder)
    _print(f"{printable(str(chosen.folder))} is in order: {pack.contents}.")
    return 0


def _export(chosen: argparse.Namespace) -> int:
    from pathways.exports import OF_A_PACK, Links, whole  # the typesetter of the sheet is slow to load

    if chosen.format not in OF_A_PACK:
        known = ", ".join(OF_A_PACK)
        _complain(f"There is no format {printable(chosen.format)!r}. The formats are: {known}.")
        return 2
    if why := _unusable(chosen.address):
        _complain(why)
        return 2
    written = whole(load_pack(chosen.folder), chosen.format, Links(chosen.address))
    if chosen.out is None:
        return _write_out(written)
    return _write(chosen.out, written)


def _write(file: Path, written: bytes) -> int:
    try:
        file.write_bytes(written)
    except OSError as error:
        _complain(f"{printable(str(file))} cannot be written: {error.strerror}. Name another file.")
        return 1
    _print(f"{printable(str(file))} is written: {len(written):,} bytes.")
    return 0


def _unusable(address: str) -> str:
    """Why links cannot begin with an address; blank if they can, or if there is none."""
    if not address or address.startswith(("https://", "http://")):
        return ""
    return f"The address {printable(address)!r} is none of an app. Write one that begins with https://."


def _write_out(written: bytes) -> int:
    """Give a file to whoever reads the command, if that is no person at a terminal and it is no text."""
    if sys.stdout is None:
        return 1
    if sys.stdout.isatty() and b"\0" in written:
        _complain("This format is no text. Name a file for it with --out.")
        return 2
    _reaching_the_reader(lambda: sys.stdout.buffer.write(written))
    return 0


def _complain(words: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n")


def _told(error: PackError, name: str) -> Iterator[str]:
    for problem in error.problems[:MOST_SHOWN]:
        yield problem.file
        yield f"  record: {problem.record}\n  wrong:  {problem.wrong}\n  mend:   {problem.mend}"
    if (more := len(error.problems) - MOST_SHOWN) > 0:
        yield f"and {more:,} more"
    yield f"{error.count} in {name}"


def _print(words: str) -> None:
    """Print to whoever still reads: ``head`` closes the pipe as soon as it has seen enough."""
    if sys.stdout is None:  # whoever called has closed it: the exit code says enough
        return
    encoding = sys.stdout.encoding
    # Words of the pack in a terminal that lacks their letters are shown as codes.
    shown = words.encode(encoding, "backslashreplace").decode(encoding)
    _reaching_the_reader(lambda: sys.stdout.write(f"{shown}\n"))


def _reaching_the_reader(write: Callable[[], object]) -> None:
    """Write to the output, and be quiet where nobody reads any more."""
    try:
        write()
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more as it ends, and would complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
