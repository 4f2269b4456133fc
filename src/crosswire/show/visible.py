"""Makes what a text hides visible: control characters, escape sequences, overrides of the writing direction.

A report is shown, never obeyed. Each character that could steer a terminal, reorder a line or vanish is replaced by its
code point, "‹U+001B›"; breaks of lines that are none in a terminal become spaces, halves of a surrogate pair "�".
"""

from __future__ import annotations

import re

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
    code = ord(match.group())
    if code in (0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029):
        return " "
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"‹U+{code:04X}›"
