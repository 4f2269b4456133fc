"""Makes what a text hides visible: control characters, escape sequences, overrides of the writing direction.

A report is shown, never obeyed. Each character that could steer a terminal, reorder a line or vanish is replaced by a
sign that stands for it: the control pictures for the first 32 ("␛"), the code point otherwise ("‹U+202E›").
"""

from __future__ import annotations

import re
import unicodedata

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """Returns `text` with every steering character replaced by a visible sign; line breaks and tabs are kept."""
    return _STEERING.sub(_sign, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """Returns `text` made visible, every run of white space as one space, none at the ends."""
    return _SPACE.sub(" ", visible(text)).strip()


def _sign(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if code in (0x85, 0x2028, 0x2029):
        return " "
    if unicodedata.category(character) == "Cs":
        return "\ufffd"
    return f"‹U+{code:04X}›"
