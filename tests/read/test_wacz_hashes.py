"""The hashes that an archive tells of its own files."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.read.wacz_hashes import Measured, hasher, hashes

FILES = {"archive/a.warc.gz": b"all of the strait", "pages/pages.jsonl": b"{}"}


def measure(path: str, kind: str) -> Measured | None:
    if path not in FILES:
        return None
    made = hasher(kind)
    made.update(FILES[path])
    return Measured(hash=made.hexdigest(), bytes=len(FILES[path]))


def resource(path: str, data: bytes, kind: str = "sha256") -> dict[str, object]:
    return {"name": "x", "path": path, "hash": f"{kind}:{hashlib.new(kind, data).hexdigest()}", "bytes": len(data)}


def package(*resources: object) -> bytes:
    return json.dumps({"profile": "data-package", "resources": resources}).encode()


WHOLE = tuple(resource(path, data) for path, data in FILES.items())


@pytest.mark.parametrize("kind", ["sha256", "md5"])
def test_files_as_they_are_told(kind: str) -> None:
    told = [resource(path, data, kind) for path, data in FILES.items()]
    found = hashes(package(*told), None, FILES, measure)
    assert found.wrong == ()
    assert found.right == {one["path"]: one["hash"] for one in told}


A = "archive/a.warc.gz"


@pytest.mark.parametrize(
    ("told", "path", "why"),
    [
        (package(*WHOLE, resource("archive/b.warc", b"")), "archive/b.warc", "on the list and not in the archive"),
        (package(resource(A, b"all of the strait")), "pages/pages.jsonl", "no hash that can be checked"),
        (package({**WHOLE[0], "bytes": 3}, WHOLE[1]), A, "17 bytes, where datapackage.json tells 3"),
        (package({**WHOLE[0], "hash": "sha256:" + "0" * 64}, WHOLE[1]), A, "its sha256 is not the one told"),
        (package({**WHOLE[0], "hash": "sha1:00"}, WHOLE[1]), A, "no hash that can be checked"),
        (package({"path": A}, WHOLE[1]), A, "no hash that can be checked"),
        (b"{", "datapackage.json", "no list of files that can be read"),
        (package("a"), "datapackage.json", "no list of files that can be read"),
        (b"\xff", "datapackage.json", "no list of files that can be read"),
    ],
)
def test_what_is_amiss_is_named_with_its_file(told: bytes, path: str, why: str) -> None:
    ((where, reason),) = hashes(told, None, FILES, measure).wrong
    assert where == path
    assert why in reason


@pytest.mark.parametrize(
    ("digest", "wrong"),
    [
        (None, []),
        (resource("pages/pages.jsonl", b"{}"), []),
        (resource("pages/pages.jsonl", b"[]"), ["pages/pages.jsonl"]),
        ("no object", ["datapackage-digest.json"]),
    ],
)
def test_the_list_has_a_hash_of_its_own(digest: object, wrong: list[str]) -> None:
    told = None if digest is None else json.dumps(digest).encode()
    assert [path for path, _ in hashes(package(*WHOLE), told, FILES, measure).wrong] == wrong


@given(st.binary(max_size=200), st.none() | st.binary(max_size=60))
def test_whatever_it_tells_it_ends_in_words(told: bytes, digest: bytes | None) -> None:
    found = hashes(told, digest, FILES, measure)
    assert not found.right
    assert found.wrong
