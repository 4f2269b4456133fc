"""The shipped graphs asked from several threads at once."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from crosswire.annotate.tagging.tagger import MODEL, Tagged, Tagger
from crosswire.errors import SettingError

pytestmark = pytest.mark.skipif(not (MODEL / "reading.bin").exists(), reason="the model is not in this tree")

TEXTS = [f"The harbour of Orsk was closed on Monday, the mayor said. {n} ships wait, Norland warned." for n in range(6)]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger.load("f32")


def same(left: Tagged, right: Tagged) -> bool:
    return left.attributions == right.attributions and np.array_equal(left.word_vectors, right.word_vectors)


def test_six_threads_read_what_one_reads(tagger: Tagger) -> None:
    alone = [tagger.tag([text])[0] for text in TEXTS]
    with ThreadPoolExecutor(6) as threads:
        for _ in range(5):
            together = list(threads.map(lambda text: tagger.tag([text])[0], TEXTS))
            assert all(map(same, alone, together))


def test_threads_of_an_event_loop_read_as_well(tagger: Tagger) -> None:
    async def read() -> list[list[Tagged]]:
        return await asyncio.gather(*(asyncio.to_thread(tagger.tag, [text]) for text in TEXTS))

    assert all(same(tagger.tag([text])[0], found[0]) for text, found in zip(TEXTS, asyncio.run(read()), strict=True))


def test_a_precision_that_is_not_known_is_the_setting_s_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSWIRE_PRECISION", "typo")
    with pytest.raises(SettingError, match="CROSSWIRE_PRECISION"):
        Tagger.load()


def test_a_changed_byte_of_a_compiled_graph_changes_no_result(
    tagger: Tagger, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first = Tagger.load("f32").tag(TEXTS[:1])[0]
    (blob,) = (path for path in tmp_path.rglob("*.blob") if path.stat().st_size > 10_000_000)
    blob.chmod(0o600)
    told = bytearray(blob.read_bytes())
    told[len(told) // 2] ^= 0xFF
    blob.write_bytes(bytes(told))
    assert same(first, Tagger.load("f32").tag(TEXTS[:1])[0])
    assert blob.read_bytes() != bytes(told)
