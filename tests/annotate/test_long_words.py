"""Words no language has: keys, lines of one letter, numbers of many digits. They cost little and count nothing."""

from __future__ import annotations

import time

import pytest

from crosswire.annotate.sentences.sentences import sentences
from crosswire.language.words import word_spans
from crosswire.model import Report
from crosswire.values.names.find import find as names
from crosswire.values.numbers.find import find as quantities
from crosswire.values.places.find import find as places
from crosswire.values.times.find import find as times

LONG = 12_000


@pytest.mark.parametrize("letters", ["a", "A", "1", "a-", "A.", "a'"])
def test_a_very_long_word_costs_little(letters: str) -> None:
    report = Report(id="r", text=f"He saw {letters * (LONG // len(letters))} at sea, Veld said. It was near Orsk.")
    began = time.process_time()
    found = sentences(report.text, ())
    word_spans(report.text)
    names(report, found)
    places(report, found)
    quantities(report, found, times(report, found))
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "frame", ["{} sailors", "${} million", "{}th", "aged {}", "{} to {} men", "{} percent", "{}.{}"]
)
def test_a_number_of_hundreds_of_digits_counts_nothing(frame: str) -> None:
    text = f"He saw {frame.replace('{}', '1' * 400)} there."
    report = Report(id="r", text=text)
    found = sentences(text, ())
    told = quantities(report, found, times(report, found))
    assert all(q.high < 1e31 for q in told)
