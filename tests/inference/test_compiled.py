"""The folder of compiled graphs: one for each model, old ones removed, all else left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from crosswire.inference.compiled import HASH, OTHERS, UNUSED, compiled_folder, sound

DAY = 24 * 3600


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "crosswire" / "graphs"


def model(folder: Path, weights: bytes = b"weights") -> Path:
    """A model's two files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "reading.xml").write_text("<net/>")
    (folder / "reading.bin").write_bytes(weights)
    return folder


def used(place: Path, seconds_ago: float, *more: str) -> Path:
    """A folder with a compiled graph in it, and other files, as a run used it so many seconds ago."""
    place.mkdir(parents=True)
    for name in ("1234.blob", *more):
        (place / name).write_bytes(b"graph")
    then = place.stat().st_mtime - seconds_ago
    os.utime(place, (then, then))
    return place


def test_a_model_has_one_folder_and_another_model_another(cache: Path, tmp_path: Path) -> None:
    first = compiled_folder(model(tmp_path / "a"), "f32")
    assert Path(first).parent == cache
    assert compiled_folder(tmp_path / "a", "f32") == first
    assert compiled_folder(tmp_path / "a", "bf16") != first
    assert compiled_folder(model(tmp_path / "b"), "f32") != first
    assert compiled_folder(model(tmp_path / "a", b"other weights"), "f32") != first


def test_graphs_not_used_for_thirty_days_are_removed(cache: Path, tmp_path: Path) -> None:
    old = used(cache / "model-00000000000000aa", UNUSED + DAY)
    young = used(cache / "model-00000000000000bb", UNUSED - DAY)
    mine = Path(compiled_folder(model(tmp_path / "a"), "f32"))
    assert not old.exists()
    assert (young / "1234.blob").exists()
    assert mine.is_dir()


def test_of_other_models_those_used_last_are_kept(cache: Path, tmp_path: Path) -> None:
    others = [used(cache / f"model-{number:016x}", 60 * (number + 1)) for number in range(OTHERS + 3)]
    compiled_folder(model(tmp_path / "a"), "f32")
    assert [folder.exists() for folder in others] == [True] * OTHERS + [False] * 3


def test_using_a_model_keeps_its_own_graphs(cache: Path, tmp_path: Path) -> None:
    mine = Path(compiled_folder(model(tmp_path / "a"), "f32"))
    (mine / "1234.blob").write_bytes(b"graph")
    os.utime(mine, (0, 0))
    assert compiled_folder(tmp_path / "a", "f32") == str(mine)
    assert (mine / "1234.blob").exists()
    assert mine.stat().st_mtime > DAY


def test_nothing_else_in_the_folder_is_touched(cache: Path, tmp_path: Path) -> None:
    elsewhere = used(tmp_path / "elsewhere", 2 * UNUSED)
    mixed = used(cache / "model-00000000000000cc", 2 * UNUSED, "notes.txt")
    foreign = used(cache / "my graphs", 2 * UNUSED)
    named = used(cache / "model-of-mine", 2 * UNUSED)
    (cache / "42.blob.txt").write_text("mine")
    (cache / "model-00000000000000dd").symlink_to(elsewhere, target_is_directory=True)
    (cache / "99.blob").symlink_to(elsewhere / "1234.blob")
    (cache / "98.blob").write_bytes(b"a graph of an earlier layout")
    compiled_folder(model(tmp_path / "a"), "f32")
    assert sorted(path.name for path in mixed.iterdir()) == ["notes.txt"]
    for folder in (elsewhere, foreign, named):
        assert (folder / "1234.blob").exists()
    names = {path.name for path in cache.iterdir()}
    assert {"42.blob.txt", "model-00000000000000dd", "99.blob", "my graphs", "model-of-mine"} <= names
    assert "98.blob" not in names


def test_a_cache_folder_told_as_a_path_from_here_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert (
        Path(compiled_folder(model(tmp_path / "a"), "f32")).parent
        == tmp_path / "home" / ".cache" / "crosswire" / "graphs"
    )
    assert not (tmp_path / "relative").exists()


@pytest.mark.parametrize("setting", ["XDG_CACHE_HOME", "HOME"])
def test_where_none_can_be_written_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, setting: str) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(setting, "/dev/null/nowhere")
    assert compiled_folder(model(tmp_path / "a"), "f32") == ""


def test_a_graph_that_does_not_fit_its_hash_is_removed(tmp_path: Path) -> None:
    def graph(name: str, data: bytes = b"graph") -> Path:
        blob = tmp_path / f"{name}.blob"
        blob.write_bytes(data)
        return blob

    whole, flipped, cut = (graph(name) for name in ("1", "2", "3"))
    with sound(str(tmp_path)):
        assert not whole.exists(), "of what is not known to be sound nothing is used"
        whole, flipped, cut = (graph(name) for name in ("1", "2", "3"))
    flipped.write_bytes(b"grapi")
    cut.write_bytes(b"gra")
    with sound(str(tmp_path)):
        assert [blob.exists() for blob in (whole, flipped, cut)] == [True, False, False]
        assert not flipped.with_suffix(HASH).exists()
