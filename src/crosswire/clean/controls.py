"""Buttons, menus and counters of a page: lines made of nothing but the words of an interface."""

from __future__ import annotations

import re

CONTROL = frozenset(
    """
    ad ads advertisement advertisements advertising arrow_drop_down autoplay bookmark cancel caption captions
    chapters close comment comments continue copy digg download e-mail edit edition email embed enlarge expand
    facebook fbshare flipboard fullscreen galleries gallery google gplus gshare hide home image images instagram
    like likes link linkedin listen load loading log login logout mail menu messenger more more_vert mute
    navigation next notifications open pause permalink photo photos pin pinterest play play_arrow popular prev
    previous print recommended reddit refresh register related replay reply reprint reprints retweet retweets rss
    save scroll search send share shared shares sharing show sign signup skip sms snapchat snapshot sponsored
    subscribe subscribed subscribing tag tags telegram toggle top topics transcript trending tumblr tweet tweets
    twitter unmute viber video video_youtube videos view vk watch whatsapp youtube zoom
    """.split()  # noqa: SIM905 - a list of words is read best as one
)
GLUE = frozenset(
    """
    a about above account add again all also amp an and article articles as at back below blog by can code content
    daily for friend from here i in into it items latest list me most my news now of off on or our out page panel
    plus post posted posts print read reader readers recent section see slide slides slideshow so stories story
    that the this through to today up us via was website with x you your
    """.split()  # noqa: SIM905
)
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
