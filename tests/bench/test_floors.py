"""Floors hold: nothing sinks unnoticed, and lowering one takes a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import corpus, floors


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(corpus, "CORPUS", tmp_path / "corpus")
    (tmp_path / "corpus" / "stories").mkdir(parents=True)
    (tmp_path / "corpus" / "stories" / "gold.json").write_text("{}")
    return tmp_path / "floors.json"


def check(file: Path, figures: dict[str, float], *arguments: str) -> int:
    return floors.check(file, figures, ("stories",), floors.arguments("test").parse_args(arguments))


def test_a_figure_at_its_floor_passes_and_one_below_fails(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(file, {"quotes": 0.9}, "--raise") == 0
    assert check(file, {"quotes": 0.9 - floors.SLACK}) == 0
    assert check(file, {"quotes": 0.85}) == 1
    assert "BELOW ITS FLOOR: quotes is 0.850, floor 0.895" in capsys.readouterr().out


def test_raising_never_lowers(file: Path) -> None:
    check(file, {"quotes": 0.9, "points": 0.5}, "--raise")
    assert check(file, {"quotes": 0.8, "points": 0.6}, "--raise") == 1
    assert json.loads(file.read_text())["floors"] == {"quotes": 0.895, "points": 0.595}


def test_lowering_needs_a_reason_and_keeps_it(file: Path) -> None:
    check(file, {"quotes": 0.9}, "--raise")
    assert check(file, {"quotes": 0.8}, "--lower", "quotes") == 1
    assert check(file, {"quotes": 0.8}) == 1
    assert check(file, {"quotes": 0.8}, "--lower", "quotes", "--reason", "scare quotes are no longer counted") == 0
    assert check(file, {"quotes": 0.8}) == 0
    (lowered,) = json.loads(file.read_text())["lowered"]
    assert lowered == {"name": "quotes", "from": 0.895, "to": 0.795, "why": "scare quotes are no longer counted"}


def test_a_figure_that_is_no_longer_measured_fails(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(file, {"quotes": 0.9, "points": 0.5}, "--raise")
    assert check(file, {"quotes": 0.9}) == 1
    assert "not measured: points" in capsys.readouterr().out


def test_other_data_fails(file: Path) -> None:
    check(file, {"quotes": 0.9}, "--raise")
    (corpus.CORPUS / "stories" / "gold.json").write_text('{"quotes": []}')
    assert check(file, {"quotes": 0.9}) == 1
    (corpus.CORPUS / "stories" / "gold.json").write_text("{}")
    assert check(file, {"quotes": 0.9}) == 0
    (corpus.CORPUS / "stories" / "more.json").write_text("{}")
    assert check(file, {"quotes": 0.9}) == 1


def test_no_floors_are_no_pass_for_other_data(file: Path) -> None:
    assert check(file, {"quotes": 0.9}) == 1


def test_missing_data_is_said_and_is_no_failure(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        corpus.need("grouping")
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("skipped: grouping does not lie at ../shared/bench")
