from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bench.corpus import present
from training import label_stories

NEEDED = ("grouping/incidents.jsonl.gz", "polnear/train.jsonl.gz", "text_reuse/helsinki_articles.csv.gz")
VERDICTS = {"corroborated", "conflicting"}


def kept() -> list[Path]:
    return sorted(label_stories.LABELS.glob("*.json"))


def test_labels_are_offsets_and_never_text() -> None:
    assert len(kept()) > 20
    for path in kept():
        told = json.loads(path.read_text(encoding="utf-8"))
        numbers = {f"{i:02}" for i in range(len(told["reports"]))}
        assert all(re.fullmatch(r"[0-9a-f]{64}", report["sha256"]) for report in told["reports"]), path
        places = [place for point in told["points"] for place in point["ev"]] + told["quotes"] + told["conditions"]
        assert all(place[0] in numbers and 0 <= place[1] < place[2] for place in places), path
        assert {point["verdict"] for point in told["points"]} <= VERDICTS, path
        assert all(len({place[0] for place in point["ev"]}) == len(point["ev"]) > 1 for point in told["points"]), path


@pytest.mark.skipif(not present(*NEEDED), reason="the collections that were labelled do not lie beside the clone")
def test_a_kept_story_is_put_together_from_the_corpus() -> None:
    for name in label_stories.names()[::20]:
        found = label_stories.story(name)
        texts = {report.id: report.text for report in found.reports}
        for point in found.gold["points"]:
            assert all(words.strip() and words in texts[report] for report, words in point["ev"].items())


def test_a_story_kept_and_told_again_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["The Alma was seized off Mirra. Its crew is held.", "Norland seized the Alma on Monday."]
    folder = tmp_path / "label_00"
    folder.mkdir()
    for i, text in enumerate(texts):
        (folder / f"{i:02}.txt").write_text(text, encoding="utf-8")
    meta = [{"from": "grouping", "id": f"r{i}"} for i in range(2)]
    point = {"verdict": "corroborated", "kind": None, "update": False}
    gold = {
        "quotes": [["00", "held", "nobody"]],
        "points": [point | {"ev": {"00": "The Alma was seized", "01": "Norland seized the Alma"}}],
        "copies": [],
    }
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    monkeypatch.setattr(label_stories, "LABELS", tmp_path / "labels")
    reports = {f"r{i}": label_stories.Report(id=f"r{i}", text=text) for i, text in enumerate(texts)}
    monkeypatch.setattr(label_stories, "_collection", {"grouping": reports}.__getitem__)
    label_stories.keep(folder)
    found = label_stories.story("label_00")
    assert [report.text for report in found.reports] == texts
    assert found.gold["points"] == [gold["points"][0] | {"id": "P01"}]
    assert found.gold["quotes"] == [["00", "held", "unknown"]]


def test_a_report_that_changed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(label_stories, "_collection", lambda name: {})
    with pytest.raises(ValueError, match="is not as it was labelled"):
        label_stories.story(label_stories.names()[0])
