"""A story written by hand, a dispute between Norland and Veskia: five reports, one a copy, one hostile."""

from __future__ import annotations

from crosswire.model import (
    Act,
    Actor,
    Copied,
    Difference,
    Evidence,
    Happening,
    Inconsistency,
    Origin,
    Point,
    Quote,
    Span,
    Statement,
    Story,
    StoryAct,
    StoryReport,
    Unread,
    Value,
    Voice,
)

COURIER = """Norland boards Veskian tanker in Mirra strait

By Tove Lindqvist

HALDEN — Norland's coast guard boarded a Veskian tanker in the strait of Mirra on Tuesday, the defence \
ministry said. Eleven crew members were detained and taken to Halden.

Norland accuses the ship of carrying weapons. President Ada Brandt warned Veskia against sending warships. \
"If a single Veskian frigate enters our waters, it will be treated as an act of war," she said.

Veskia's foreign minister, Ilya Soren, called the boarding piracy. "We demand the release of our sailors \
within 48 hours," he told reporters in Orsk.

Also read: The long quarrel over Mirra
"""
POST = """Veskian tanker seized off Mirra, crew held

Norland's coast guard boarded the tanker Orsk Star on Thursday in the strait of Mirra, according to the \
defence ministry. Fourteen sailors were detained.

"If a single Veskian frigate comes into our waters it will be treated as an act of war," President Brandt \
said in Halden.

The captain, Pavel Renn, was injured in the raid and is in hospital. The European Maritime Council called \
on both sides to talk.

Ilya Soren said Veskia wanted its sailors back within two days.
"""
TRIBUNE = """Tanker crisis: Veskia recalls ambassador

Veskia recalled its ambassador from Halden on Friday, a day after Norland's coast guard stopped a tanker in \
the strait of Mirra. Several sailors were held.

"We demand the release of our sailors," Foreign Minister Ilya Soren said. He offered talks in a neutral \
country once they are free.

Norland's government has ruled out handing over the ship. Halden "will not negotiate under threat", an \
official said.
"""
HOSTILE = """Veskia: tanker crew \U0001f6a2 "safe" <script>document.title='owned'</script>

\U0001f6a2\U0001f30a The coast guard \u202eboarded\u202c the tanker on Tuesday \x1b[2J\x1b]0;owned\x07 off \
Mirra. {{ 7*7 }} {% raw %} [bold red]Eleven crew members[/] were held, 𝔑orland's ministry \
said.</p></article></script><img src=x onerror="alert(1)">

President Ada Brandt said Norland was ready to hand over the ship. "Norland will hand over the ship,\x00" \
Ms Brandt said.

=cmd|'/c calc'!A1 javascript:alert(1) data:text/html,<b>x</b> &lt;ok&gt; &#60;
"""
TEXTS = {"01": COURIER, "02": POST, "03": TRIBUNE, "04": COURIER, "05": HOSTILE}


def ev(report: str, words: str, nth: int = 0) -> Evidence:
    text, start = TEXTS[report], -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Evidence(report=report, start=start, end=start + len(words), exact=words)


def span(report: str, words: str) -> Span:
    found = ev(report, words)
    return Span(start=found.start, end=found.end)


def _report(name: str, outlet: str | None, published: str | None, origin: str, url: str | None = None) -> StoryReport:
    text = TEXTS[name]
    furniture = tuple(
        span(name, words) for words in ("By Tove Lindqvist", "Also read: The long quarrel over Mirra") if words in text
    )
    return StoryReport(
        id=name,
        outlet=outlet,
        title=text.partition("\n")[0],
        published=published,
        url=url,
        sha256="0" * 64,
        origin=origin,
        characters=len(text),
        furniture=furniture,
        language="en",
        understood=True,
        text=text,
    )


REPORTS = (
    _report("01", "Halden Courier", "2031-03-06T09:30:00+01:00", "o1", "https://courier.example/boards"),
    _report("02", "Orsk Evening Post", "2031-03-07", "o2"),
    _report("03", "The Mirra Tribune", "2031-03-08", "o3"),
    _report("04", None, None, "o1"),
    _report("05", "<b>Bad & Sons</b>", "2031-03-07", "o4", "javascript:alert(1)"),
)
ORIGINS = (
    Origin(
        id="o1",
        reports=("01", "04"),
        copied=(Copied(report="04", span=Span(start=0, end=50), other="01", other_span=Span(start=0, end=50)),),
    ),
    Origin(id="o2", reports=("02",)),
    Origin(id="o3", reports=("03",)),
    Origin(id="o4", reports=("05",)),
)

_BOARDED = {
    "01": "Norland's coast guard boarded a Veskian tanker in the strait of Mirra on Tuesday",
    "02": "Norland's coast guard boarded the tanker Orsk Star on Thursday in the strait of Mirra",
    "03": "a day after Norland's coast guard stopped a tanker in the strait of Mirra",
    "04": "Norland's coast guard boarded a Veskian tanker in the strait of Mirra on Tuesday",
    "05": "The coast guard \u202eboarded\u202c the tanker on Tuesday",
}
_DETAINED = {
    "01": "Eleven crew members were detained and taken to Halden",
    "02": "Fourteen sailors were detained",
    "03": "Several sailors were held",
    "04": "Eleven crew members were detained and taken to Halden",
    "05": "[bold red]Eleven crew members[/] were held",
}
_WARNED = {
    "01": "If a single Veskian frigate enters our waters, it will be treated as an act of war",
    "02": "If a single Veskian frigate comes into our waters it will be treated as an act of war",
    "04": "If a single Veskian frigate enters our waters, it will be treated as an act of war",
}
_DEMANDED = {
    "01": "We demand the release of our sailors within 48 hours",
    "02": "Ilya Soren said Veskia wanted its sailors back within two days",
    "03": "We demand the release of our sailors",
    "04": "We demand the release of our sailors within 48 hours",
}
_SHIP = {
    "03": "Norland's government has ruled out handing over the ship",
    "05": "President Ada Brandt said Norland was ready to hand over the ship",
}


def _told(words: dict[str, str]) -> tuple[Evidence, ...]:
    return tuple(ev(report, exact) for report, exact in words.items())


def _value(value: str, words: dict[str, str]) -> Value:
    return Value(value=value, evidence=_told(words))


_DATE = Difference(
    slot="date",
    nature="conflict",
    why="Tuesday in 01, 04 and 05; Thursday in 02 and 03",
    values=(
        _value("2031-03-04", {"01": "on Tuesday", "04": "on Tuesday", "05": "on Tuesday"}),
        _value("2031-03-06", {"02": "on Thursday", "03": "a day after"}),
    ),
)
_COUNT = Difference(
    slot="number",
    nature="conflict",
    why="11 crew members in 01, 04 and 05; 14 sailors in 02",
    values=(
        _value("11 crew", {"01": "Eleven crew members", "04": "Eleven crew members", "05": "Eleven crew members"}),
        _value("14 crew", {"02": "Fourteen sailors"}),
    ),
)
_VAGUE = Difference(
    slot="number",
    nature="precision",
    why="“Several” in 03 leaves room for the numbers of the others",
    values=(_value("several", {"03": "Several sailors"}), _value("14 crew", {"02": "Fourteen sailors"})),
)
_STANCE = Difference(
    slot="stance",
    nature="update",
    why="03, published a day later, says ruled out; 05 says ready to",
    values=(_value("ruled out", {"03": _SHIP["03"]}), _value("ready to", {"05": _SHIP["05"]})),
)
_DEADLINE = Difference(
    slot="wording",
    nature="wording",
    why="“48 hours” in 01 and 04 is “two days” in 02",
    values=(_value("48 h", {"01": "within 48 hours"}), _value("2 days", {"02": "within two days"})),
)

POINTS = (
    Point(
        id="p1", verdict="conflicting", gist=_BOARDED["01"], origins=4, evidence=_told(_BOARDED), differences=(_DATE,)
    ),
    Point(id="p2", verdict="updated", gist=_SHIP["03"], origins=2, evidence=_told(_SHIP), differences=(_STANCE,)),
    Point(
        id="p3",
        verdict="conflicting",
        gist=_DETAINED["02"],
        origins=4,
        evidence=_told(_DETAINED),
        differences=(_COUNT, _VAGUE),
    ),
    Point(id="p4", verdict="corroborated", gist=_WARNED["01"], origins=2, evidence=_told(_WARNED)),
    Point(
        id="p5",
        verdict="corroborated",
        gist=_DEMANDED["03"],
        origins=3,
        evidence=_told(_DEMANDED),
        differences=(_DEADLINE,),
    ),
    Point(
        id="p6",
        verdict="single-source",
        gist="The captain, Pavel Renn, was injured in the raid and is in hospital",
        origins=1,
        evidence=(ev("02", "The captain, Pavel Renn, was injured in the raid and is in hospital"),),
    ),
    Point(
        id="p7",
        verdict="single-source",
        gist="Veskia recalled its ambassador from Halden on Friday",
        origins=1,
        evidence=(ev("03", "Veskia recalled its ambassador from Halden on Friday"),),
    ),
    Point(
        id="p8",
        verdict="single-source",
        gist="Norland accuses the ship of carrying weapons",
        origins=1,
        evidence=(
            ev("01", "Norland accuses the ship of carrying weapons"),
            ev("04", "Norland accuses the ship of carrying weapons"),
        ),
    ),
    Point(
        id="p9",
        verdict="same-matter",
        gist="We demand the release of our sailors",
        origins=2,
        evidence=(
            ev("02", "Ilya Soren said Veskia wanted its sailors back within two days."),
            ev("03", "We demand the release of our sailors"),
        ),
    ),
)


def _quote(name: str, report: str, words: str, speaker: str | None, statement: str, same_as: tuple[str, ...]) -> Quote:
    told = ev(report, words)
    return Quote(
        id=name,
        report=report,
        start=told.start,
        end=told.end,
        exact=words,
        speaker=speaker,
        statement=statement,
        same_as=same_as,
    )


QUOTES = (
    _quote("q1", "01", _WARNED["01"] + ",", "Ada Brandt", "01:s1", ("q3", "q5")),
    _quote("q2", "01", _DEMANDED["01"] + ",", "Ilya Soren", "01:s2", ("q4", "q6")),
    _quote("q3", "02", _WARNED["02"] + ",", "Ada Brandt", "02:s1", ("q1", "q5")),
    _quote("q4", "03", _DEMANDED["03"] + ",", "Ilya Soren", "03:s1", ("q2", "q6")),
    _quote("q5", "04", _WARNED["04"] + ",", "Ada Brandt", "04:s1", ("q1", "q3")),
    _quote("q6", "04", _DEMANDED["04"] + ",", "Ilya Soren", "04:s2", ("q2", "q4")),
    _quote("q7", "03", "will not negotiate under threat", "Norland", "03:s2", ()),
    _quote("q8", "05", "Norland will hand over the ship,\x00", "Ada Brandt", "05:s1", ()),
)


def _voice(report: str, words: str, name: str | None, resolution: str, kind: str = "person") -> Voice:
    return Voice(name=name, kind=kind, span=span(report, words), resolution=resolution)  # type: ignore[arg-type]


def _statement(name: str, voice: Voice, content: str, manner: str = "direct", act: Act | None = None) -> Statement:
    report = name.partition(":")[0]
    return Statement(
        id=name,
        report=report,
        manner=manner,  # type: ignore[arg-type]
        voice=voice,
        cue=None,
        content=(span(report, content),),
        act=act,
    )


STATEMENTS = (
    _statement("01:s1", _voice("01", "she", "Ada Brandt", "pronoun"), _WARNED["01"], act=Act(kind="threat")),
    _statement("01:s2", _voice("01", "he told", "Ilya Soren", "pronoun"), _DEMANDED["01"], act=Act(kind="demand")),
    _statement("02:s1", _voice("02", "President Brandt", "Ada Brandt", "named"), _WARNED["02"]),
    _statement(
        "02:s2",
        _voice("02", "Ilya Soren", "Ilya Soren", "named"),
        "Veskia wanted its sailors back within two days",
        "indirect",
    ),
    _statement("03:s1", _voice("03", "Foreign Minister Ilya Soren", "Ilya Soren", "named"), _DEMANDED["03"]),
    _statement(
        "03:s2", _voice("03", "an official", "Norland", "government", "place"), "will not negotiate under threat"
    ),
    _statement("04:s1", _voice("04", "she", "Ada Brandt", "pronoun"), _WARNED["04"]),
    _statement("04:s2", _voice("04", "he told", "Ilya Soren", "pronoun"), _DEMANDED["04"]),
    _statement("05:s1", _voice("05", "Ms Brandt", "Ada Brandt", "named"), "Norland will hand over the ship,\x00"),
    _statement(
        "01:s3", _voice("01", "the defence ministry", None, "unresolved", "organisation"), _BOARDED["01"], "indirect"
    ),
)

ACTS = (
    StoryAct(
        kind="threat",
        actor="Ada Brandt",
        addressee="Veskia",
        statements=("01:s1", "02:s1", "04:s1"),
        evidence=_told(_WARNED),
        condition=ev("01", "If a single Veskian frigate enters our waters"),
    ),
    StoryAct(
        kind="demand",
        actor="Ilya Soren",
        addressee="Norland",
        statements=("01:s2", "03:s1", "04:s2"),
        evidence=_told({k: _DEMANDED[k] for k in ("01", "03", "04")}),
        deadline=ev("01", "within 48 hours"),
    ),
    StoryAct(
        kind="offer",
        actor="Ilya Soren",
        statements=("03:s3",),
        evidence=(ev("03", "He offered talks in a neutral country once they are free"),),
        condition=ev("03", "once they are free"),
    ),
    StoryAct(kind="appeal", actor=None, statements=(), evidence=(ev("02", "called on both sides to talk"),)),
)
TIMELINE = (
    Happening(first="2031-03-04", last="2031-03-06", evidence=_told(_BOARDED), point="p1"),
    Happening(
        first="2031-03-07",
        last="2031-03-07",
        evidence=(ev("03", "Veskia recalled its ambassador from Halden on Friday"),),
    ),
)
STORY = Story(
    reports=REPORTS,
    unread=(
        Unread(name="scan.pdf\x1b[31m", why="not text: a PDF with pictures only"),
        Unread(name="empty.txt", why="empty"),
    ),
    origins=ORIGINS,
    actors=(
        Actor(
            name="Ada Brandt",
            kind="person",
            forms=("President Ada Brandt", "President Brandt", "Ms Brandt"),
            reports=("01", "02", "04", "05"),
        ),
        Actor(
            name="Ilya Soren", kind="person", forms=("Foreign Minister Ilya Soren",), reports=("01", "02", "03", "04")
        ),
    ),
    statements=STATEMENTS,
    quotes=QUOTES,
    points=POINTS,
    timeline=TIMELINE,
    acts=ACTS,
    inconsistencies=(
        Inconsistency(
            report="01",
            why="“Eleven crew members” are detained, but “a single” is not a number of them",
            evidence=(ev("01", "Eleven crew members"),),
        ),
    ),
)


def many_reports(number: int) -> Story:
    """Returns a story of `number` reports, each telling one of three days and most of 120 points, two a copy."""
    texts = {f"report-{i:02}": _long_text(i) for i in range(number)}
    reports = tuple(_outlet(name, text, i) for i, (name, text) in enumerate(texts.items()))
    pairs = range((number + 1) // 2)
    origins = tuple(Origin(id=f"o{k}", reports=tuple(r.id for r in reports[2 * k : 2 * k + 2])) for k in pairs)

    def told(words: str) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(report=name, start=(at := text.index(words)), end=at + len(words), exact=words)
            for name, text in texts.items()
            if words in text
        )

    days = {day: told(f"boarded on {day}") for day in DAYS}
    values = tuple(Value(value=f"2031-03-0{4 + i}", evidence=days[day]) for i, day in enumerate(DAYS))
    differs = (Difference(slot="date", nature="conflict", why="three days are told", values=values),)
    boarded = tuple(e for found in days.values() for e in found)
    points = [Point(id="p1", verdict="conflicting", gist="boarded", origins=9, evidence=boarded, differences=differs)]
    for k in range(120):
        held = told(f"Sailor {k} was held.")
        points.append(Point(id=f"a{k}", verdict="corroborated", gist=held[0].exact, origins=9, evidence=held))
    for i in range(number):
        seen = told(f"A witness counted {i} boats")
        points.append(Point(id=f"s{i}", verdict="single-source", gist=seen[0].exact, origins=1, evidence=seen))
    return Story(reports=reports, origins=origins, points=tuple(points))


DAYS = ("Tuesday", "Wednesday", "Thursday")


def _long_text(i: int) -> str:
    held = " ".join(f"Sailor {k} was held." for k in range(120) if (i + k) % 3)
    told = f"The tanker was boarded on {DAYS[i % 3]}. A witness counted {i} boats."
    return f"Tanker boarded, says outlet {i}\n\n{told}\n\n{held}\n\n" + "Nothing more was told of it. " * 60


def _outlet(name: str, text: str, i: int) -> StoryReport:
    return StoryReport(
        id=name,
        outlet=f"Outlet number {i}",
        title=text.partition("\n")[0],
        published="2031-03-07",
        url=None,
        sha256="0" * 64,
        origin=f"o{i // 2}",
        characters=len(text),
        furniture=(),
        language="en",
        understood=True,
        text=text,
    )
