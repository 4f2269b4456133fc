"""Pinned floors: the figures that may not fall, with the hash of the data they were measured on.

A floors file is JSON:
{"corpus": {folder: sha256}, "floors": {name: figure}, "lowered": [{"name", "from", "to", "why"}]}.
`--raise` pins what was measured wherever that is higher. Only `--lower NAME --reason "..."` lowers one, and the file
keeps the reason.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench import corpus

SLACK = 0.005  # what another processor's arithmetic may cost


def arguments(what: str) -> argparse.ArgumentParser:
    """Returns the parser that every gate shares."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--raise", dest="lift", action="store_true", help="pin every figure that is above its floor")
    parser.add_argument("--lower", metavar="NAME", help="lower the floor of NAME to what is measured now")
    parser.add_argument("--reason", help="why it may be lowered; kept in the floors file")
    return parser


def check(
    path: Path, figures: Mapping[str, float], folders: tuple[str, ...], told: argparse.Namespace, share: float = 1.0
) -> int:
    """Compares figures with their floors, higher being better, and moves the floors when asked to.

    Args:
        path: the floors file; it is made by `--raise`.
        figures: what was measured, by name.
        folders: the folders of the corpus it was measured on.
        told: what `arguments` parsed.
        share: the share of a figure that a new floor asks for; below 1 for what swings from run to run, as times do.

    Returns:
        0 when no figure is below its floor and the data is the data the floors were measured on, else 1.
    """
    if told.lower and not told.reason:
        print("--lower needs --reason: what got worse, and why that is right")
        return 1
    held = json.loads(path.read_text("utf-8")) if path.exists() else {"corpus": {}, "floors": {}, "lowered": []}
    hashes = {folder: corpus.digest(folder) for folder in folders}
    if told.lift or told.lower:
        _move(held, {name: _floor(figure, share) for name, figure in figures.items()}, told)
        held["corpus"] |= hashes
        path.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", "utf-8")
    changed = [folder for folder in folders if held["corpus"].get(folder) != hashes[folder]]
    for folder in changed:
        print(f"{folder}: not the data that the floors in {path.name} were measured on")
    below = [name for name, floor in held["floors"].items() if name in figures and figures[name] < floor]
    for name in below:
        print(f"BELOW ITS FLOOR: {name} is {figures[name]:.3f}, floor {held['floors'][name]:.3f}")
    missing = [name for name in held["floors"] if name not in figures]
    for name in missing:
        print(f"not measured: {name}, which has a floor")
    print(f"{len(held['floors'])} floors, {len(below)} missed")
    return 1 if below or changed or missing else 0


def _floor(figure: float, share: float) -> float:
    return round(figure - SLACK if share == 1.0 else figure * share, 4)


def _move(held: dict[str, Any], new: Mapping[str, float], told: argparse.Namespace) -> None:
    floors = held["floors"]
    if told.lift:
        for name, floor in new.items():
            floors[name] = max(floors.get(name, 0.0), floor)
    if told.lower:
        to = new[told.lower]
        held["lowered"].append({"name": told.lower, "from": floors.get(told.lower), "to": to, "why": told.reason})
        floors[told.lower] = to
