"""What is marked as page furniture, and what is left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.clean import furniture
from crosswire.model import FurnitureKind, Report

BODY = "Norland will close the strait of Mirra on Friday, its foreign minister said."


def marked(text: str, title: str | None = None) -> list[tuple[FurnitureKind, str]]:
    pieces = furniture(Report(id="r", text=text, title=title))
    return [(piece.kind, text[piece.span.start : piece.span.end]) for piece in pieces]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("navigation", "Skip to content"),
        ("navigation", 'Press "Enter" to skip to content'),
        ("navigation", "Share on Facebook"),
        ("navigation", "FacebookEmail Twitter Google+ LinkedIn Pinterest"),
        ("navigation", "WhatsApp"),
        ("navigation", "Print"),
        ("navigation", "Show more"),
        ("navigation", "View all"),
        ("navigation", "Image 1 of 3"),
        ("navigation", "1 / 12"),
        ("navigation", "___"),
        ("navigation", "https://halden.example/strait"),
        ("navigation", "desk@halden.example"),
        ("navigation", "Home | World | Sport | Sign in"),
        ("navigation", "4 min read"),
        ("navigation", "Opinion"),
        ("navigation", "Advertisement"),
        ("comments", "Comments are closed."),
        ("comments", "0 Comments"),
        ("comments", "Post a Comment"),
        ("comments", "Leave a reply"),
        ("comments", "Join the conversation"),
        ("promotion", "Also Read:"),
        ("promotion", "Also read: Cod quota talks end without a deal"),
        ("promotion", "READ MORE: Who owns the strait?"),
        ("promotion", "Related: Orsk recalls its envoy."),
        ("promotion", "Read More:"),
        ("promotion", "Related stories"),
        ("promotion", "Most popular"),
        ("promotion", "Trending in World"),
        ("promotion", "Watch: The minister's statement"),
        ("promotion", "Photo gallery: A day in Halden"),
        ("promotion", "Follow us on Twitter @haldenpost"),
        ("promotion", "Follow the Halden Post on Facebook for the latest news."),
        ("promotion", "On Twitter:"),
        ("promotion", "@ann_doe"),
        ("promotion", "Sign up for our morning newsletter"),
        ("promotion", "Subscribe to the Post for unlimited access"),
        ("promotion", "Get the day's news delivered to your inbox"),
        ("promotion", "Click here to read the treaty."),
        ("promotion", "If you would like to help the families, click here."),
        ("promotion", "Story continues below"),
        ("promotion", "Read the full statement here."),
        ("notice", "Copyright 2031 Halden Post. All rights reserved."),
        ("notice", "(© 2031 NNA)"),
        ("notice", "© 2031 Norland News Agency"),
        ("notice", "This is a developing story. Check back for updates."),
        ("notice", "We will update this story as we learn more."),
        ("notice", "This article has been revised to reflect a correction:"),
        ("notice", "Correction: September 5, 2031"),
        ("notice", "Because of an error, an earlier version of this story gave the wrong day."),
        ("notice", "Editor's note: the name of the ship has been changed."),
        ("notice", "Your browser does not support this player."),
        ("notice", "All times are Orsk time."),
        ("caption", "(Photo: Ann Doe)"),
        ("caption", "Image credit: Ann Doe/NNA"),
        ("caption", "Photo by Ann Doe"),
        ("caption", "Photo courtesy of the Norland Navy"),
        ("caption", "File photo"),
        ("caption", "Ann Doe/AFP/Getty Images"),
        ("caption", "(AP Photo/Ann Doe)"),
        ("byline", "By Jane Doe, Halden Post"),
        ("byline", "By JANE DOE and JOHN ROE Associated Press"),
        ("byline", "By Ledger staff and Nordwire"),
        ("byline", "Jane Doe | Diplomatic Correspondent"),
        ("byline", "Jane Doe reported from Orsk."),
        ("byline", "Nordwire writer Jane Doe in Orsk contributed to this report."),
        ("byline", "(Reporting by Jane Doe in Orsk; Editing by John Roe)"),
        ("byline", "Updated 3:45 PM ET"),
        ("byline", "Updated: July 16, 2031 7:56 am"),
        ("byline", "Published Tuesday, 10 March 2031, 10:15 p.m."),
        ("byline", "(Published Sunday, March 8, 2031)"),
        ("byline", "July 16, 2031, 11:14 GMT"),
        ("byline", "12:54 PM 07/16/2031"),
        ("byline", "53 minutes ago"),
        ("byline", "*Orsk Courier, English edition – Saturday, 14 March 2031*"),
        ("byline", "Jane Doe is a foreign affairs reporter for the Post and is based in Halden."),
        ("byline", "Contact Jane Doe at jane@halden.example"),
        ("byline", "-- Jane Doe"),
    ],
)
def test_a_line_of_furniture(kind: FurnitureKind, line: str) -> None:
    assert marked(f"{BODY}\n\n{line}\n\n{BODY} It gave no reason.") == [(kind, line)]


@pytest.mark.parametrize(
    ("line", "stamps"),
    [
        (
            "Strait closed Posted: Saturday, March 2, 2031 7:39 AM EST Updated: Sunday, March 3, 2031 8:02 AM EST",
            ["Posted: Saturday, March 2, 2031 7:39 AM EST", "Updated: Sunday, March 3, 2031 8:02 AM EST"],
        ),
        ("Strait closedUpdated: 7:39 AM EST Saturday, two ships sank.", ["Updated: 7:39 AM EST"]),
        (
            "Originally published on July 4, 2031 Two ships left the harbour of Mirra that night.",
            ["Originally published on July 4, 2031"],
        ),
        ("Two ships left.Published 10:04 GMT, 22 February 2031", ["Published 10:04 GMT, 22 February 2031"]),
        ("Two ships left Last updated 2031-07-04T10:00:00Z", ["Last updated 2031-07-04T10:00:00Z"]),
        ("Two ships left Posted: 3 hours ago", ["Posted: 3 hours ago"]),
        ("(Updated at 7:39 AM) Two ships left.", ["(Updated at 7:39 AM)"]),
        ("Updated Tuesday at noon Two ships left.", ["Updated Tuesday at noon"]),
        ("UPDATE 3:15 p.m.: Two ships left.", ["UPDATE 3:15 p.m."]),
        ("A second ship left. UPDATE (7:45 p.m. 3/8/31): A third one left.", ["UPDATE (7:45 p.m. 3/8/31)"]),
        (
            "Two ships left. Posted by Jane Doe on Sunday, 25 December 2031",
            ["Posted by Jane Doe on Sunday, 25 December 2031"],
        ),
        ("by: Jane Doe, Orsk News Now Updated: Nov 14, 2031 - 3:01 PM", None),
        ("Jane Doe and John Roe , HALDEN MAIL Published 6:20 a.m. ET March 3, 2031", None),
        ("By Jane Doe March 3, 2031 at 7:39 AM Two ships left.", ["By Jane Doe March 3, 2031 at 7:39 AM"]),
        ("March 3, 2031 7:39 AM EST Two ships left.", ["March 3, 2031 7:39 AM EST"]),
        ("Strait closed Saturday, March 2, 2031 7:39 AM EST", ["Saturday, March 2, 2031 7:39 AM EST"]),
        ("The letter was posted March 3, 2031 at 7:39 AM.", []),
        ("The letter was posted: March 3 was the day.", []),
        ("Posted on Friday, March 3, 2031, the letter caused an uproar.", []),
        ("Posted March 3, 2031 on his page, the letter caused an uproar.", []),
        ("Published in 2031, the book tells of the strait.", []),
        ("Filed March 3, 2031 in Halden, the suit names a minister.", []),
        ("By Friday March 3, 2031 Norland had closed the strait.", []),
        ("March 3, 2031, 7:39 a.m.: The first ship sinks.", []),
        ("The strait was closed on Saturday, March 2, 2031 at 7:39 AM", []),
        ("The update on March 3 changed nothing.", []),
        ("Update: the strait is open.", []),
    ],
)
def test_a_stamp_of_time_wherever_it_stands(line: str, stamps: list[str] | None) -> None:
    found = marked(f"{BODY}\n\n{line}\n\n{BODY} It gave no reason.")
    assert found == [("byline", stamp) for stamp in ([line] if stamps is None else stamps)]


def test_a_dateline_and_a_repeated_headline_are_found_beside_a_stamp() -> None:
    stamp = "Posted: March 2, 2031 7:39 AM EST"
    text = (
        f"Strait closed after collision\n{stamp} HALDEN, Norland (NNA) - {BODY}\nStrait closed after collision {stamp}"
    )
    assert marked(text) == [
        ("byline", stamp),
        ("dateline", "HALDEN, Norland (NNA) -"),
        ("title", "Strait closed after collision"),
        ("byline", stamp),
    ]


@pytest.mark.parametrize(
    "line",
    [
        BODY,
        "“No comment,” the minister said.",
        "No comment was available from the ministry on Friday.",
        "The ministry declined to comment on this report.",
        "Comment from Orsk came an hour later.",
        "Video from the scene showed smoke over the harbour.",
        "Photos released by the navy show two ships.",
        "Reporting by the commission found that nobody was warned.",
        "Research by the institute found that fuel imports fell.",
        "The report was updated in May by the commission.",
        "The story of the strait is one of treaties.",
        "The names of the sailors may not be published under Veskian law.",
        "Follow the money, the prosecutor told the court.",
        "Like us, the Veskians want peace, she said.",
        "Subscribers to the fund lost 2 million crowns.",
        "Read aloud in parliament, the letter caused an uproar.",
        "Share prices in Halden fell by 3 percent.",
        "More ships are on their way, the navy said.",
        "Watch towers stand along the strait.",
        "By Friday the strait was closed.",
        "From Halden, the ships sailed north.",
        "Related charges were dropped in May.",
        "Copy the treaty word for word, she told them.",
        "Norland's red line",
        "What lies ahead",
        "A closed strait",
        "HUGO STEN:",
        "Sign of the times: two envoys left on one plane.",
        "Jane Doe is a reporter who was arrested in Orsk on Friday.",
        "In 2031, 14 ships passed.",
        "At 7 p.m. on Friday the strait was closed.",
        "The minister (left) met the envoy (right).",
        "He was born in Halden (Norland) in 1971.",
        "She spoke to the Courier/Orsk radio.",
    ],
)
def test_a_line_of_the_report(line: str) -> None:
    assert marked("\n\n".join([BODY, line, *(f"{BODY} That was {n} days ago now." for n in range(9))])) == []


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("HALDEN, Norland (NNA) —", " " + BODY),
        ("HALDEN (Nordwire) -", " " + BODY),
        ("HALDEN —", " " + BODY),
        ("HALDEN/ORSK, Veskia —", " " + BODY),
        ("HALDEN, March 13, 2031 (Nordwire) -", " " + BODY),
        ("Halden (NNA) –", " " + BODY),
        ("PORT ANSGAR –", " " + BODY),
        ("(NNA) -", " " + BODY),
        ("Halden:", "\n\n" + BODY),
    ],
)
def test_a_dateline(dateline: str, rest: str) -> None:
    assert marked(dateline + rest) == [("dateline", dateline)]


@pytest.mark.parametrize(
    "text", ["NATO - the alliance - met.", "SENATOR PAULSEN: We will not.", "THE BIG IDEA: close it."]
)
def test_capitals_that_are_no_dateline(text: str) -> None:
    assert ("dateline", text.split(":")[0] + ":") not in marked(f"{BODY}\n\n{text}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour of Kelm on Friday. (Photo: Ann Doe, NNA)", [("caption", "(Photo: Ann Doe, NNA)")]),
        ("A frigate leaves Kelm. Photo: Nordwire", [("caption", "Photo: Nordwire")]),
        ("FILE - In this May 7 photo a frigate leaves Kelm.", [("caption", "FILE -")]),
        ("The ships left (RELATED: Who owns the strait?) at noon.", [("promotion", "(RELATED: Who owns the strait?)")]),
        ("EMBED >More News Videos Witnesses heard shots.", [("navigation", "EMBED >More News Videos")]),
        (
            "Two men died. Click the photos below to read about them.",
            [("promotion", "Click the photos below to read about them.")],
        ),
        (
            "Two died. We're following this story. Watch for updates on air and online.",
            [("notice", "We're following this story. Watch for updates on air and online.")],
        ),
        ("Story Continued Below The navy had warned in 2031.", [("promotion", "Story Continued Below")]),
    ],
)
def test_furniture_inside_a_line(text: str, expected: list[tuple[str, str]]) -> None:
    assert marked(text) == expected


def test_the_first_title_stays_and_its_repeats_are_marked() -> None:
    title = "Norland closes the “strait of Mirra”"
    again = 'Norland Closes the "Strait of Mirra"'
    assert marked(f"{title}\n\n{title}\n\n{again}\n\n{BODY}") == [("title", title), ("title", again)]
    assert marked(f"{title}\n\n{BODY}", title=title) == []
    assert marked(f"{BODY}\n\n{title}\n\n{BODY} Yes.\n\n{title}", title=title) == [("title", title)]


def test_sentences_and_labels_that_stand_twice_are_no_titles() -> None:
    assert marked("\n\n".join(["ANNA BERG, HOST:", BODY, "ANNA BERG, HOST:", BODY])) == []


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Strait closed to foreign ships - HPTV.com - Halden, Kelm and Lasse", "- HPTV.com - Halden, Kelm and Lasse"),
        ("Strait closed to foreign ships | Halden Post", "| Halden Post"),
        ("Strait closed to foreign ships – Channel 4", "– Channel 4"),
        ("Strait closed – and what comes next", None),
        ("Norland - Veskia: what we know", None),
    ],
)
def test_the_name_of_the_site_behind_the_title(title: str, site: str | None) -> None:
    assert marked(f"{title}\n\n{BODY}") == ([("navigation", site)] if site else [])


def test_headlines_listed_under_a_label() -> None:
    text = f"{BODY}\n\nRelated stories:\n\nEnvoy leaves Orsk at night\n\nOil dearer for the third day\n\n{BODY} Yes."
    assert [words for _, words in marked(text)] == [
        "Related stories:",
        "Envoy leaves Orsk at night",
        "Oil dearer for the third day",
    ]


def test_one_heading_after_a_label_may_be_the_reports_own() -> None:
    assert marked(f"{BODY}\n\nAlso read:\n\nWhat lies ahead\n\n{BODY} Yes.") == [("promotion", "Also read:")]
    assert [words for _, words in marked(f"{BODY}\n\nAlso read:\n\nWhat lies ahead")] == [
        "Also read:",
        "What lies ahead",
    ]


def test_a_post_of_somebody_in_the_report_stays() -> None:
    post = "We will not turn back. pic.twitter.com/abc — {} (@{}) May 1, 2031"
    own, other = post.format("Ann Doe", "annatpost"), post.format("Ilian Dragov", "dragov")
    text = f"{BODY} President Dragov objected to what Post reporter Ann Doe asked.\n\n{own}\n\n{other}"
    assert marked(text) == [("promotion", own)]


def test_paragraphs_may_be_cut_by_three_signs() -> None:
    text = f"{BODY} ### Share on Facebook ### {BODY}"
    assert marked(text) == [("navigation", "###"), ("navigation", "Share on Facebook"), ("navigation", "###")]


PIECES = st.sampled_from(
    [
        "Also Read:",
        "0 Comments",
        BODY,
        "HALDEN (NNA) — ",
        "(Photo: Ann Doe)",
        "By Ann Doe",
        "###",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "x",
    ]
)


@given(st.lists(PIECES | st.text(max_size=12), max_size=25).map("".join), st.none() | st.just(BODY))
def test_spans_are_ordered_apart_inside_and_trimmed(text: str, title: str | None) -> None:
    end = 0
    for piece in furniture(Report(id="r", text=text, title=title)):
        assert end <= piece.span.start < piece.span.end <= len(text)
        words = text[piece.span.start : piece.span.end]
        assert words == words.strip()
        end = piece.span.end


@pytest.mark.parametrize(
    "piece",
    [
        "A-",
        "A ",
        "By A ",
        "A, ",
        "(",
        "[",
        "1/1/1 ",
        "May 1 ",
        "today ",
        "| ",
        "@a ",
        "x/ ",
        "© ",
        "A / ",
        "1.11 ",
        "  A",
    ],
)
@pytest.mark.parametrize("times", [60, 200, 40_000])
def test_no_line_takes_long(piece: str, times: int) -> None:
    text = piece * times + "!x"
    start = time.process_time()
    furniture(Report(id="r", text=text))
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    "line", ["Also read: more", "x", "By Ann Doe — Ann Doe (@ann) pic.twitter.com/a", "Related stories"]
)
def test_many_lines_take_time_in_proportion(line: str) -> None:
    def seconds(lines: int) -> float:
        start = time.process_time()
        furniture(Report(id="r", text="\n".join(f"{line} {n}" for n in range(lines))))
        return time.process_time() - start

    seconds(100)
    assert seconds(8000) < 12 * max(seconds(2000), 0.05)
