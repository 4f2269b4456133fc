"""Where a sentence ends at an abbreviation, and where it does not."""

from __future__ import annotations

import pytest

from crosswire.annotate.sentences.sentences import sentences

ENDS = [
    "Two ships left at 4 p.m.| Officers came later.",
    "Two ships left at 11:59 A.M.| An officer saw them.",
    "Two ships left at 4 p.m.| That's when it rained.",
    "The car hit a wall on George Hwy.| Police said nobody was hurt.",
    "The car hit a wall at 4 Mirra Ave.| Members of the club saw it, though other members did not.",
    "The car hit a wall at 4 Mirra Ave.| Halden PD quickly came.",
    "The fire began on 44th St.| It was out by noon.",
    "She lives on Veld Dr.| Her brother lives in Orsk.",
    "She spoke to Hugo Sten Jr.| Veld's office did not answer.",
    "He works for Mirra Shipping Inc.| The firm owns two ships.",
    "She was born in Halden, Va.| Five others were too.",
    "She went to the U.S.| There she wrote a book.",
    "They fled in a car.| Officers saw it.",
    "Her answer was no.| Sten left.",
    "“Did he go?”\n\nNo.| Sten stayed.",
    "They met the chief of the GPU.| He said little.",
]
GOES_ON = [
    "Two ships left at 4 p.m. Friday.",
    "Two ships left at 4 p.m. ET on Friday.",
    "Two ships left at 4 p.m. Orsk time.",
    "Two ships left at 4 p.m. Christmas Day.",
    "Two ships left at 4 p.m. Jan. 3.",
    "The car hit a wall on Hwy. 20 near Halden.",
    "The car hit a wall on Mirra Ave. North in Halden.",
    "The car hit a wall on Mirra St. Friday morning.",
    "The Mirra Ave. Bridge is closed.",
    "The Mirra Ave. Courier said so.",
    "They live near St. Mary on the strait.",
    "They met Dr. Sten and Sgt. Veld in Ft. Mirra.",
    "They went to Hugo Sten Jr. High School in Halden.",
    "They met Mirra Corp. President Hugo Sten.",
    "They met the U.S. Ambassador to Norland.",
    "They met U.S. First Lady Ann Doe.",
    "They serve in the U.S. Navy in Orsk.",
    "They come from Halden, Va. (NNA) and from Orsk.",
    "The ship is No. 2 of six.",
    "It was Mirra vs. Orsk in the final.",
    "Mirra Says Sten Jr. Left Halden",
    "Ships Leave at 4 p.m. Amid Storm Of Mirra",
    "Jane V. Doe of Orsk left.",
]


@pytest.mark.parametrize("marked", ENDS)
def test_a_sentence_ends_at_an_abbreviation_or_at_a_short_word(marked: str) -> None:
    text = marked.replace("|", "")
    expected = [piece.strip() for line in marked.split("\n\n") for piece in line.split("|")]
    assert [text[s.start : s.end] for s in sentences(text, ())] == expected


@pytest.mark.parametrize("text", GOES_ON)
def test_a_sentence_goes_on_behind_an_abbreviation(text: str) -> None:
    assert [text[s.start : s.end] for s in sentences(text, ())] == [text]
