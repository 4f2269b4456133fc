"""Words of a text, as the tagger sees them: spans of the text as given, with what casing, marks and lines tell.

The segmentation stays close to that of the English universal dependencies treebanks, which the tagger's syntax is
trained on: clitics and punctuation stand apart, hyphens split, abbreviations keep their full stop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Span = tuple[int, int]

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Adm|Cmdr|Pres|Hon|Rev|Fr|Sr|Jr|St|"
    "Ste|Mt|Ft|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Inc|Corp|Co|Ltd|"
    "Bros|vs|v|etc|Nos|Ave|Blvd|Rd|Dept|Univ|Assn|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Kan|Ky|La|Md|Mass|"
    "Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wis|Wyo|approx|est"
)
_APOSTROPHE = "['’]"
_WORD = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]
    | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+
    | [@\#]\w+
    | (?:[^\W\d_]\.){{2,}}
    | (?:{_ABBREVIATIONS})\.(?!\w)
    | (?<!\w)[A-Z]\.(?=\s*[A-Z])
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|am|pm|m|bn|k)?(?!\w)
    | [Cc]an(?=not\b)
    | [^\W_]+?(?=[nN]{_APOSTROPHE}[tT]\b)
    | [nN]{_APOSTROPHE}[tT]\b
    | {_APOSTROPHE}(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b
    | {_APOSTROPHE}{{2}} | ``
    | \.(?:\s?\.){{2,}} | ([-!?*=_~\#+<>])\1+
    | \w+
    | \S
    """,
    re.VERBOSE,
)

SHAPES = ("other", "lower", "Capital", "CAPITALS", "miXed", "number", "mark", "initial")
QUOTES = ("outside", "inside", "opening", "closing", "inside single", "single opening", "single closing")
LINES = ("within", "after a line", "after a blank line", "at the start")


def word_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Every word of text[start:end] in order, never empty, never overlapping."""
    return [match.span() for match in _WORD.finditer(text, start, len(text) if end is None else end)]


def shape_of(word: str) -> int:
    """The class in SHAPES of a word's casing."""
    if word.islower():
        return 1
    if word[0].isdigit():
        return 5
    if not any(c.isalnum() for c in word):
        return 6
    if word.isupper():
        return 7 if len(word.rstrip(".")) == 1 else 3
    if word[0].isupper() and word[1:].islower():
        return 2
    return 4 if word[0].isalpha() else 0


def line_flags(text: str, words: Sequence[Span]) -> list[int]:
    """For each word its class in LINES: whether a line or a paragraph starts with it.

    A text that begins with prose, not with a headline, counts as beginning after a blank line.
    """
    flags = [0] * len(words)
    before = 0
    for i, (start, end) in enumerate(words):
        if start > before or i == 0:
            breaks = text.count("\n", before, start)
            flags[i] = min(breaks, 2) if i else 3
        before = end
    if words and _is_prose(text[words[0][0] :].split("\n", 1)[0]):
        flags[0] = 2
    return flags


def _is_prose(line: str) -> bool:
    words = [word for word in line.split() if word[0].isalpha()]
    ends = line.rstrip(" \t\"'”’)").endswith((".", "!", "?"))
    return ends and sum(word[0].islower() for word in words) * 2 >= len(words)


def quote_states(text: str, words: Sequence[Span], lines: Sequence[int]) -> list[int]:
    """For each word its class in QUOTES; a quotation left open ends with its paragraph."""
    states = [0] * len(words)
    paragraph = 0
    for i in range(1, len(words) + 1):
        if i == len(words) or lines[i]:
            _double_quotes(text, words, states, paragraph, i)
            _single_quotes(text, words, states, paragraph, i)
            paragraph = i
    return states


def _double_quotes(text: str, words: Sequence[Span], states: list[int], first: int, last: int) -> None:
    inside = False
    for i in range(first, last):
        start, end = words[i]
        word = text[start:end]
        if word in ("“", "``", "«", "„"):
            inside, states[i] = True, 2
        elif word in ("”", "»"):
            inside, states[i] = False, 3
        elif word in ('"', "''", "’’", "‘‘"):
            opens = _opens(text, start, end) if not inside else False
            inside, states[i] = opens, 2 if opens else 3
        elif inside:
            states[i] = 1


def _opens(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([—–-:,“‘")


def _single_quotes(text: str, words: Sequence[Span], states: list[int], first: int, last: int) -> None:
    opened = -1
    for i in range(first, last):
        start, end = words[i]
        if end - start != 1 or text[start] not in "'‘’" or states[i]:
            if states[i] == 1 or (opened >= 0 and i - opened > 120):
                opened = -1
            continue
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if text[start] != "’" and (before.isspace() or before in "([—–-“") and after.isalnum():
            opened = i
        elif opened >= 0 and not after.isalnum() and (before in ",.?!…" or i - opened <= 40):
            states[opened], states[i] = 5, 6
            states[opened + 1 : i] = [state or 4 for state in states[opened + 1 : i]]
            opened = -1
