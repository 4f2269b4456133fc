import pytest
from msgspec import structs
from sample import STORY, ev, many_reports

from crosswire.model import Actor, Difference, Evidence, Happening, Origin, Point, Retelling, Story, Value
from crosswire.show.clashes import as_told, clashes, tally
from crosswire.show.grid import grid
from crosswire.show.lookup import Lookup
from crosswire.show.parts import nothing_differs, parts
from crosswire.show.said import voices


def _parts(story: Story = STORY):  # type: ignore[no-untyped-def]
    return parts(story, Lookup(story))


def test_conflicts_and_updates_stand_in_the_order_of_the_points() -> None:
    told = [("date", "conflict"), ("stance", "update"), ("number", "conflict")]
    assert [(c.difference.slot, c.difference.nature) for c in _parts().clashes] == told
    turned = _parts(structs.replace(STORY, points=STORY.points[::-1]))
    assert [(c.difference.slot, c.difference.nature) for c in turned.clashes] == told[::-1]


def test_each_value_tells_copies_once_and_marks_its_words() -> None:
    tuesday = _parts().clashes[0].sides[0]
    assert tuesday.reports == ("01", "04", "05")
    assert [tuple(e.report for e in told.clauses) for told in tuesday.told] == [("01", "04"), ("05",)]
    assert [piece.words for piece in tuesday.told[0].pieces if piece.clashes] == ["on Tuesday"]
    assert "".join(piece.words for piece in tuesday.told[0].pieces) == tuesday.told[0].clause.exact


def test_reports_without_a_value_are_named() -> None:
    assert [told.report for told in _parts().clashes[2].silent] == ["03"]


def test_a_whole_clause_marks_only_the_words_that_clash() -> None:
    side = _parts().clashes[1].sides[0]
    assert "ship" not in "".join(piece.words for piece in side.told[0].pieces if piece.clashes)


@pytest.mark.parametrize(
    ("given", "words", "expected"),
    [
        ("11", "Eleven crew members", "Eleven crew members"),
        ("48 hours", "within 48 hours", "within 48 hours"),
        ("tove lindqvist", "Tove Lindqvist", "Tove Lindqvist"),
        ("2031-03-04", "on Tuesday", "2031-03-04"),
        ("2031-W10", "on Tuesday", "2031-W10"),
        ("President Ada Brandt", "Ada Brandt", "President Ada Brandt"),
    ],
)
def test_a_value_is_told_in_the_words_of_its_report(given: str, words: str, expected: str) -> None:
    assert as_told(Value(value=given, evidence=(ev("01", words),)), Lookup(STORY)) == expected


def test_a_clause_of_other_words_throughout_is_marked_whole() -> None:
    told = ev("05", "President Ada Brandt said Norland was ready to hand over the ship")
    other = ev("03", " a day after Norland's coast guard stopped a tanker in the strait of Mirra")
    differs = Difference(
        slot="stance",
        nature="conflict",
        why="",
        values=(Value(value="a", evidence=(told,)), Value(value="b", evidence=(other,))),
    )
    point = Point(id="p", verdict="conflicting", gist="", origins=2, evidence=(told, other), differences=(differs,))
    sides = clashes(structs.replace(STORY, points=(point,)), Lookup(STORY))[0].sides
    assert [p.words for p in sides[1].told[0].pieces if p.clashes] == [other.exact.lstrip()]


def test_a_value_that_is_its_clause_is_not_told_twice() -> None:
    assert [side.value for side in _parts().clashes[1].sides] == ["", ""]
    days = _parts(many_reports(6)).clashes[0]
    assert [side.told[0].clause.exact for side in days.sides] == [side.told[0].words.exact for side in days.sides]
    assert [side.value for side in days.sides] == ["2031-03-04", "2031-03-05", "2031-03-06"]


def test_words_outside_of_the_evidence_are_shown_in_their_sentence() -> None:
    words = ev("02", "in the raid")
    value = Value(value="x", evidence=(words,))
    difference = Difference(slot="cause", nature="conflict", why="", values=(value,))
    point = Point(id="p", verdict="conflicting", gist="", origins=1, evidence=(), differences=(difference,))
    story = Story(reports=STORY.reports, points=(point,))
    told = clashes(story, Lookup(story))[0].sides[0].told[0]
    assert told.clause.exact == "The captain, Pavel Renn, was injured in the raid and is in hospital."
    assert Lookup(story).holds(told.clause)


def test_an_utterance_is_told_once_with_each_of_its_wordings() -> None:
    brandt = next(v for v in voices(STORY, Lookup(STORY)) if v.name == "Ada Brandt")
    warned = brandt.utterances[0]
    assert warned.reports == ("01", "02", "04")
    assert [[t.evidence.report for t in variant.tellings] for variant in warned.variants] == [["02"], ["01", "04"]]
    assert [(s.kind, s.words.strip()) for s in warned.variants[1].stretches][1:3] == [
        ("cut", "comes into"),
        ("added", "enters"),
    ]


def test_indirect_speech_of_the_same_point_joins_the_quotation() -> None:
    soren = next(v for v in voices(STORY, Lookup(STORY)) if v.name == "Ilya Soren")
    assert len(soren.utterances) == 1
    assert soren.utterances[0].reports == ("01", "02", "03", "04")


def test_other_words_of_the_same_voice_in_the_same_point_do_not_join_it() -> None:
    point = next(p for p in STORY.points if p.id == "p5")
    other = structs.replace(point, evidence=(point.evidence[0], ev("03", "He offered talks in a neutral country")))
    offered = next(s for s in STORY.statements if s.id == "02:s2")
    told = ev("03", "talks in a neutral country once they are free")
    span = structs.replace(offered.content[0], start=told.start, end=told.end)
    offered = structs.replace(offered, id="03:s9", report="03", content=(span,))
    story = structs.replace(STORY, points=(other,), statements=(*STORY.statements, offered))
    soren = next(v for v in voices(story, Lookup(story)) if v.name == "Ilya Soren")
    assert [u.reports for u in soren.utterances if u.indirect] == [("02",), ("03",)]


def test_a_quotation_retold_in_indirect_speech_is_one_utterance() -> None:
    indirect = next(s for s in STORY.statements if s.manner == "indirect" and s.voice.name == "Ilya Soren")
    span = indirect.content[0]
    words = next(r.text for r in STORY.reports if r.id == indirect.report)[span.start : span.end]
    retold = Retelling(
        evidence=Evidence(report=indirect.report, start=span.start, end=span.end, exact=words),
        speaker="Ilya Soren",
        statement=indirect.id,
    )
    quotes = tuple(structs.replace(q, retold=(retold,)) if q.id == "q2" else q for q in STORY.quotes)
    story = Story(reports=STORY.reports, origins=STORY.origins, quotes=quotes, statements=STORY.statements)
    soren = next(v for v in voices(story, Lookup(story)) if v.name == "Ilya Soren")
    assert indirect.report in soren.utterances[0].reports


def test_words_given_to_someone_else_stay_one_utterance() -> None:
    quotes = tuple(structs.replace(q, speaker="Ilya Soren") if q.id == "q3" else q for q in STORY.quotes)
    story = Story(reports=STORY.reports, origins=STORY.origins, quotes=quotes)
    brandt = next(v for v in voices(story, Lookup(story)) if v.name == "Ada Brandt")
    assert brandt.utterances[0].given_to == (("Ilya Soren", ("02",)),)


def test_the_same_long_words_of_two_speakers_are_one_utterance_unasked() -> None:
    quotes = tuple(
        structs.replace(q, same_as=(), speaker="Ilya Soren" if q.id == "q5" else q.speaker) for q in STORY.quotes
    )
    story = Story(reports=STORY.reports, origins=STORY.origins, quotes=quotes)
    soren, brandt = (
        next(v for v in voices(story, Lookup(story)) if v.name == name) for name in ("Ilya Soren", "Ada Brandt")
    )
    assert any(u.given_to for voice in (soren, brandt) for u in voice.utterances)


def test_an_unsettled_voice_comes_last_and_is_not_guessed() -> None:
    last = _parts().voices[-1]
    assert last.name is None
    assert "not settled who" in last.utterances[0].variants[0].notes[0]


def test_governments_are_marked() -> None:
    assert [v.name for v in _parts().voices if v.government] == ["Norland"]


def test_what_copies_alone_tell_is_one_group() -> None:
    assert [(a.reports, len(a.points)) for a in _parts().alone] == [(("01", "04"), 1), (("02",), 1), (("03",), 1)]


def test_the_headline_is_a_span_of_a_report() -> None:
    found = _parts().headline
    assert isinstance(found, Evidence)
    assert Lookup(STORY).holds(found)
    assert found.exact in {report.title for report in STORY.reports}


def test_a_line_of_page_furniture_is_no_headline() -> None:
    report = STORY.reports[0]
    text = "Skip to content\n\n" + report.text
    skipped = structs.replace(report, text=text, title=None, furniture=())
    found = parts(Story(reports=(skipped,)), Lookup(Story(reports=(skipped,)))).headline
    assert found is not None
    assert found.exact == "Norland boards Veskian tanker in Mirra strait"


def test_the_grid_puts_copies_beside_each_other_and_letters_the_values() -> None:
    found = grid(STORY, Lookup(STORY))
    assert found.columns == (("01", "04"), ("02",), ("03",), ("05",))
    assert [cell.sign for cell in found.rows[0].cells] == ["A", "A", "B", "B", "A"]
    assert [cell.sign for cell in found.rows[2].cells] == ["A", "A", "B", "•", "A"]
    assert [row.point.verdict for row in found.rows] == [
        "conflicting",
        "updated",
        "conflicting",
        "corroborated",
        "corroborated",
    ]
    assert found.alone == (1, 1, 1, 1, 0)


def test_the_grid_shows_the_values_that_its_letters_stand_for() -> None:
    rows = grid(STORY, Lookup(STORY)).rows
    assert [row.values for row in rows if row.point.verdict == "corroborated"] == [(), ()]
    assert rows[0].values == ("Tue 4 March 2031", "Thu 6 March 2031")
    assert [(row.titles, row.gist.exact) for row in rows[:3]] == [
        (("Date",), STORY.points[0].evidence[0].exact),
        (("Stance",), STORY.points[1].evidence[0].exact),
        (("Number",), STORY.points[2].evidence[0].exact),
    ]
    many = tuple(Value(value=f"{n} ships " + "and more " * 9, evidence=(ev("01", "on Tuesday"),)) for n in range(5))
    differing = structs.replace(STORY.points[0], differences=(structs.replace(_date(), values=many),))
    (row,) = grid(structs.replace(STORY, points=(differing,)), Lookup(STORY)).rows
    assert len(row.values) == 4
    assert row.values[-1] == "…"
    assert all(len(shown) <= 40 for shown in row.values)


def test_a_row_names_everything_that_differs_in_its_point() -> None:
    held = structs.replace(STORY.points[2].differences[0], about="sailors held")
    again = structs.replace(_date(), slot="number", about="day")
    point = structs.replace(STORY.points[0], differences=(_date(), held, again))
    (row,) = grid(structs.replace(STORY, points=(point,)), Lookup(STORY)).rows
    assert row.titles == ("Date", "Sailors held", "Number")


def _date() -> Difference:
    return STORY.points[0].differences[0]


def test_conflicts_and_updates_are_counted_apart() -> None:
    conflict, update, _ = _parts().clashes
    assert [tally(found) for found in ((), (conflict,), (conflict, conflict, update), (update,))] == [
        "0 differences",
        "1 difference",
        "2 differences, 1 updated later",
        "1 updated later",
    ]


def test_what_there_was_nothing_to_compare_with_is_said() -> None:
    one, other = STORY.reports[:2]
    foreign = structs.replace(other, understood=False, language="no")
    assert nothing_differs(_parts(Story(reports=(one,)))).startswith("There is one report:")
    assert nothing_differs(_parts(Story(reports=(one, foreign)))).startswith("There is one report:")
    copies = Story(reports=(one, other), origins=(Origin(id="o1", reports=("01", "02")),))
    assert nothing_differs(_parts(copies)).startswith("The reports are copies of one text:")
    assert nothing_differs(_parts(Story(reports=(one, other)))).startswith("No difference was found")


def test_a_form_of_a_name_is_told_once() -> None:
    forms = (
        "Norland's envoy, Ada Holm",
        "Norland’s envoy, Ada Holm",
        "ADA HOLM",
        "Ms Holm,",
        "Ms Holm",
        "the Ada Holm",
    )
    actor = Actor(name="Ada Holm", kind="person", forms=forms, reports=("01",))
    said = structs.replace(STORY.quotes[0], speaker="Ada Holm", same_as=())
    story = structs.replace(STORY, quotes=(said,), statements=(), actors=(actor,))
    (voice,) = voices(story, Lookup(story))
    assert voice.forms == ("Norland's envoy, Ada Holm", "Ms Holm")


def test_a_wide_story_is_cut() -> None:
    story = many_reports(80)
    found = grid(story, Lookup(story))
    assert sum(map(len, found.columns)) == 80
    assert len(found.rows) + found.hidden == 121


def test_what_has_the_same_gist_is_told_once() -> None:
    told = tuple(point for point in STORY.points if point.verdict == "corroborated")
    fewer = Point(id="x", verdict="corroborated", gist=told[0].gist, origins=1, evidence=told[0].evidence[:1])
    story = Story(reports=STORY.reports, origins=STORY.origins, points=(fewer, *told))
    found = _parts(story).agreed
    assert [(point.id, point.origins, len(point.evidence)) for point in found] == [("x", 2, 3), ("p5", 3, 4)]
    assert len(grid(story, Lookup(story)).rows) == 2


def test_the_timeline_is_in_order_and_tells_copies_once() -> None:
    happening = STORY.timeline[1]
    copies = tuple(
        Happening(
            first="2031-03-01", last="2031-03-01", evidence=(ev(r, "Norland accuses the ship of carrying weapons"),)
        )
        for r in ("01", "04")
    )
    found = _parts(Story(reports=STORY.reports, timeline=(happening, *copies))).timeline
    assert [(h.first, [e.report for e in h.evidence]) for h in found] == [
        ("2031-03-01", ["01", "04"]),
        ("2031-03-07", ["03"]),
    ]


def test_the_same_dated_words_keep_the_range_of_most_reports() -> None:
    boarded = STORY.timeline[0]
    fewer = structs.replace(boarded, first="2031-03-04", last="2031-03-04", evidence=boarded.evidence[:1])
    found = _parts(Story(reports=STORY.reports, timeline=(fewer, boarded))).timeline
    assert found == (boarded,)
