"""Buttons, menus and counters of a page: lines made of nothing but the words of an interface."""

from __future__ import annotations

import re

from crosswire.language.lexicon import words as listed_words

CONTROL = listed_words("control", "furniture.txt")
GLUE = listed_words("glue", "furniture.txt")
TOKEN = re.compile(r"[A-Za-z_]+(?:-[A-Za-z]+)?")
INNER = re.compile(r"(?<=[a-z])(?=[A-Z])")
LONGEST = 120
FEWEST_AT_START = 3
GLUE_AT_START = frozenset(("x", "news", "plus", "on", "by", "your", "this"))


def is_controls(words: str) -> bool:
    """Tells whether a line holds words of an interface alone: "Share on Facebook", "Email Print More"."""
    if len(words) > LONGEST or words.endswith("?"):
        return False
    tokens = _tokens(words)
    control = sum(token in CONTROL for token in tokens)
    return control > 0 and all(token in CONTROL or token in GLUE for token in tokens) and control * 3 >= len(tokens)


def controls_at_start(words: str) -> int:
    """Returns how many characters the buttons of a player or a sharing bar take that are run into a line's first words.

    0 when there are fewer than three buttons, or two without a sign or capitals that show them to be buttons.
    """
    end = buttons = 0
    for token in TOKEN.finditer(words[:LONGEST]):
        parts = _tokens(token[0])
        if not all(part in CONTROL or part in GLUE_AT_START for part in parts):
            break
        buttons += sum(part in CONTROL for part in parts)
        end = token.end()
    shown = not words[:end].replace(" ", "").isalpha() or words[: words.find(" ")].isupper()
    return end if buttons >= FEWEST_AT_START or (buttons >= 2 and shown) else 0


def has_no_words(words: str) -> bool:
    """Tells whether a line has no letters at all: counters, rules, bullets, coordinates."""
    return not any(map(str.isalpha, words[:LONGEST])) and not any(map(str.isalpha, words))


def _tokens(words: str) -> list[str]:
    tokens = TOKEN.findall(words)
    return [part.lower() for token in tokens for part in ([token] if token.lower() in CONTROL else INNER.split(token))]
