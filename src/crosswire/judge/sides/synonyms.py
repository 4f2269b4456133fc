"""Verbs of news English that tell the same doing."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from crosswire.judge.sides.side import stem

_GROUPS: Final = """
kill killed slay slain murder murdered | wound wounded injure injured hurt | shoot shot gun gunned
arrest arrested detain detained apprehend apprehended capture captured caught nab nabbed
charge charged indict indicted | identify identified name named | release released free freed
attack attacked assault assaulted | steal stolen rob robbed | hit struck strike
buy bought purchase purchased acquire acquired | begin began begun start started commence commenced
end ended finish finished conclude concluded | leave left depart departed | arrive arrived
meet met | talk talked speak spoke spoken | help helped assist assisted aid aided
say said state stated | announce announced declare declared | reveal revealed disclose disclosed
pledge pledged promise promised vow vowed commit committed | agree agreed consent consented
demand demanded insist insisted | support supported back backed endorse endorsed
oppose opposed | reject rejected refuse refused decline declined | deny denied
allow allowed permit permitted let | ban banned prohibit prohibited forbid forbidden outlaw outlawed
close closed shut | open opened | destroy destroyed wreck wrecked | damage damaged
hold held keep kept | send sent dispatch dispatched deploy deployed | join joined
withdraw withdrew withdrawn pull pulled | invade invaded enter entered
sign signed | approve approved pass passed adopt adopted | resign resigned quit
win won | lose lost | increase increased rise rose risen raise raised grow grew
fall fell fallen drop dropped decrease decreased decline | die died
find found discover discovered locate located | search searched seek sought look looked hunt hunted
happen happened occur occurred | cause caused trigger triggered spark sparked
survive survived | escape escaped flee fled | drive drove driven | pay paid
extradite extradited | sentence sentenced | convict convicted | acquit acquitted
discuss discussed | expect expected set due scheduled slated | ready prepared willing
lift lifted remove removed | impose imposed | cut slash slashed reduce reduced
"""


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    rows = [row for line in _GROUPS.strip().splitlines() for row in line.split("|")]
    found: dict[str, frozenset[str]] = {}
    for number, row in enumerate(rows):
        for word in row.split():
            found[stem(word)] = found.get(stem(word), frozenset()) | {f"={number}"}
    return found


@lru_cache(maxsize=4096)
def meanings(word: str) -> frozenset[str]:
    """Returns the forms under which a lower-cased verb meets another: its stem, and the groups of synonyms it is in."""
    own = stem(word)
    return frozenset({own}) | _table().get(own, frozenset())
