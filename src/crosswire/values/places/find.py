"""Places told, with the larger places that contain them.

Countries, their regions and capitals are known from tables; streets, landmarks and everything told with "in", "at"
or "near"
are read off the text, and so is what contains them ("Orsk, Veskia", "Orsk in Veskia's far north").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosswire.language.lexicon import words
from crosswire.model import Place, Report, Span
from crosswire.values.places.compounds import area, border, is_glued, modifiers
from crosswire.values.places.words import BODIES, COMPASS, ENDINGS, VENUES, known

_ORDINAL = r"\d{1,3}(?:st|nd|rd|th)(?=\s(?:Street|St|Avenue|Ave|Road|Rd|Drive|Place|Court)\b)"
_CAPITAL = rf"(?:(?:St|Mt|Ft)\.|{_ORDINAL}|[A-Z][\w’'-]*[\w]|[A-Z]\.(?:[A-Z]\.)+|[A-Z])"
_RUN = re.compile(
    rf"(?P<block>\b\d+(?:-|\s)(?:block\sof\s)(?:the\s)?(?:[NSEW]\.?\s)?)?(?P<name>(?!(?:In|At|On|Near|From|To|Of|The|A|An|After|Before|As|By|For|With|But|And|Across|Outside|Inside|Around|Over)\s){_CAPITAL}(?:\s(?:(?:of|de|al|el|la|and|the)\s)?{_CAPITAL})*(?:\s(?:St|Dr|Ave|Rd|Blvd|Ln)\.)?)"
)
#: "39th and Market Streets": a corner, told with one word for both streets.
_CORNER = re.compile(
    rf"(?<![\w.’'-])(?:\d{{1,3}}(?:st|nd|rd|th)|(?:[NSEW]\.?\s)?{_CAPITAL}(?:\s{_CAPITAL})?)\s(?:and|&)\s(?:\d{{1,3}}(?:st|nd|rd|th)|{_CAPITAL}(?:\s{_CAPITAL})?)"
    r"\s(?i:streets|sts\.?|avenues|aves\.?|roads|rds\.?)(?!\w)"
)
_BEFORE = re.compile(
    rf"\b(?:(?P<side>{COMPASS})\s|(?P<near>near|outside|north\sof|south\sof|east\sof|west\sof|close\sto|off)\s(?:the\s)?|"
    r"(?P<at>in|at|on|across|throughout|inside|around|from|to|toward|towards|of|through|over)\s(?:the\s)?)$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf",\s(?:in\s)?(?P<outer>{_CAPITAL}(?:\s{_CAPITAL})*)|\s(?:in|of)\s(?P<other>{_CAPITAL}(?:\s{_CAPITAL})*)(?:['’]s\s(?:far\s|Far\s)?(?:\w+))?"
)
_VENUE = re.compile(
    rf"\b(?:in|at|inside|outside|near|on|into|from|behind|across\sfrom|next\sto)\s(?:a|an|the|his|her|their)\s(?:[\w-]+\s){{0,3}}?(?P<venue>{VENUES})\b(?!\s(?:{VENUES})\b)"
)
_POSSESSIVE = re.compile(rf"['’]s\s(?P<side>[Ff]ar\s[EN]\w+|{COMPASS}\sside|{COMPASS}|capital|coast)\b")
#: "the Mirra County jail": called after a place, with a small letter.
_HOUSE = re.compile(
    r"\s(?P<house>jail|prison|hospital|police\sstation|courthouse|airport|high\sschool|fire\sstation)\b"
)
_NUMBER = re.compile(r"(?<![\d.,$-])\b(?P<number>\d{2,5})\s$")
_STREET = re.compile(
    r"\b(?:Street|St\.?|Drive|Dr\.?|Lane|Ln\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Court|Parkway|Way|Terrace|Place|Circle)$"
)
#: "In Orsk Friday": the day is no part of the place.
_DAY_BEHIND = re.compile(r"(?:\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)+$")
_NO_PLACE = words("no place", "places.txt")
_AT_SURE = frozenset({"in", "at", "across", "throughout", "inside", "through"})
_LONGEST_LANDMARK = 4
#: A postal code alone is no state: "OK", "IN", "OR" are words too; they need a comma before them.
_POSTAL = re.compile(r"[A-Z]{2}")


def find(report: Report, sentences: tuple[Span, ...]) -> tuple[Place, ...]:
    """Returns the places told in `report`, in reading order, none overlapping; empty when none is told.

    What the report tells of one place's container holds for its other mentions in the same report too.
    """
    found = [place for sentence in sentences for place in _in_sentence(report.text, sentence)]
    learned = {p.name: p.within for p in found if p.within}
    return tuple(
        p if p.within or p.name not in learned else Place(span=p.span, name=p.name, within=learned[p.name])
        for p in found
    )


def _in_sentence(text: str, sentence: Span) -> list[Place]:
    found: list[Place] = []
    run = _RUN.search(text, sentence.start, sentence.end)
    while run:
        place = _place(text, sentence, run)
        if place:
            found.append(place)
        # Of a corner the second street is still to come.
        at_corner = place is not None and text.startswith(" and ", place.span.end)
        run = _RUN.search(text, place.span.end if place and at_corner else run.end(), sentence.end)
    corners = list(_corners(text, sentence))
    found = [p for p in found if not any(p.span.overlaps(q.span) for q in corners)] + corners
    found.extend(p for p in _venues(text, sentence) if not any(p.span.overlaps(q.span) for q in found))
    return sorted(found, key=lambda p: p.span)


def _corners(text: str, sentence: Span) -> Iterator[Place]:
    for found in _CORNER.finditer(text, sentence.start, sentence.end):
        before = _BEFORE.search(text, max(sentence.start, found.start() - 16), found.start())
        if before:
            yield Place(span=Span(start=found.start(), end=found.end()), name=found[0])


def _venues(text: str, sentence: Span) -> list[Place]:
    return [
        Place(span=Span(start=m.start("venue"), end=m.end("venue")), name=m["venue"].lower())
        for m in _VENUE.finditer(text, sentence.start, sentence.end)
    ]


def _place(text: str, sentence: Span, run: re.Match[str]) -> Place | None:
    """The place that a run of capitalised words names, None where it names a person, a body or a day."""
    opens = run.start("name")
    if told := border(text, opens, sentence.end) or area(text, opens, sentence.end):
        return told
    start = opens + modifiers(run["name"])
    name = _DAY_BEHIND.sub("", _place_part(re.split(r"['’]s\b", text[start : run.end("name")])[0]))
    end = start + len(name)
    if is_glued(text, start, end) or _is_of_two(name):
        return None
    if len(name) < 2 or (name.split()[0] in _NO_PLACE and name not in known()) or name.split()[-1] in BODIES:
        return None
    before = _BEFORE.search(text, max(sentence.start, opens - 16), opens)
    table = known()
    if name in table and not _POSTAL.fullmatch(name):
        comparable, within = table[name]
    elif run["block"] or _is_landmark(name) or (before and _tells_place(before, text, end)):
        comparable = name
        within, _ = _told_within(text, end, sentence.end)
    else:
        return None
    return _sharpened(text, run, before, Place(span=Span(start=start, end=end), name=comparable, within=within))


def _is_of_two(name: str) -> bool:
    """ "Norland-Veskia relations" tell of two countries, not of a place; a bridge between them is one."""
    halves = name.split("-")
    return len(halves) > 1 and name not in known() and not _is_landmark(name) and any(h in known() for h in halves)


def _place_part(name: str) -> str:
    """The known place that a run of capitalised words begins with, as in a title, or the whole run.

    A street, a hospital or a bridge that is called after a place is none of it: "France Avenue".
    """
    corner = name.split(" and ")[0]
    if corner != name and _STREET.search(corner):
        return corner
    words = name.split()
    if _is_landmark(name) and len(words) <= _LONGEST_LANDMARK:
        return name
    starts = [" ".join(words[:n]) for n in range(len(words), 0, -1)]
    return next((start for start in starts if start in known() and not _POSTAL.fullmatch(start)), name)


def _is_landmark(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and (words[-1] in ENDINGS or f"{words[-1]}." in ENDINGS)


def _tells_place(before: re.Match[str], text: str, end: int) -> bool:
    """Whether the words before an unknown capitalised run show that it is a place: "in X", "near X", "X, Texas"."""
    if text[end : end + 2] in ("’s", "'s"):
        return bool(before["side"])
    return bool(before["near"] or before["side"] or (before["at"] or "").lower() in _AT_SURE) or bool(
        before["at"] and _told_within(text, end, end + 40)[0]
    )


def _told_within(text: str, end: int, limit: int) -> tuple[tuple[str, ...], int]:
    """What the words after a place say contains it, and where they end."""
    found = _WITHIN.match(text, end, min(limit, end + 48))
    if not found:
        return (), end
    outer = found["outer"] or found["other"]
    table = known()
    while outer:
        if outer in table:
            name, within = table[outer]
            return (name, *within), found.start("outer" if found["outer"] else "other") + len(outer)
        outer = outer.rpartition(" ")[0]
    return (), end


def _sharpened(text: str, run: re.Match[str], before: re.Match[str] | None, place: Place) -> Place:
    """The place with its block, its side of the compass, or its being only near it."""
    if run["block"]:
        span = Span(start=run.start("block"), end=place.span.end)
        return Place(span=span, name=f"{run['block'].strip()} {place.name}", within=(place.name, *place.within))
    number = (
        _NUMBER.search(text, max(0, place.span.start - 7), place.span.start) if _STREET.search(place.name) else None
    )
    if number:
        span = Span(start=number.start("number"), end=place.span.end)
        return Place(span=span, name=f"{number['number']} {place.name}", within=(place.name, *place.within))
    house = _HOUSE.match(text, place.span.end) if before and before["at"] else None
    if house:
        span = Span(start=place.span.start, end=house.end())
        return Place(span=span, name=f"{place.name} {house['house']}", within=(place.name, *place.within))
    if before and before["near"]:
        word = " ".join(before["near"].lower().split())
        return Place(
            span=Span(start=before.start("near"), end=place.span.end), name=f"{word} {place.name}", within=place.within
        )
    if before and before["side"]:
        side = before["side"].lower()
        span = Span(start=before.start("side"), end=place.span.end)
        return Place(span=span, name=f"{side} {place.name}", within=(place.name, *place.within))
    part = _POSSESSIVE.match(text, place.span.end)
    if part:
        span = Span(start=place.span.start, end=part.end())
        return Place(span=span, name=f"{place.name}'s {part['side']}", within=(place.name, *place.within))
    return place
