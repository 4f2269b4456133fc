"""The desk in a real Chromium: an editor's walk by mouse and by keys, without its script, and what axe finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.store.invented import EVENTS
from tests.web.conftest import Opened

from crosswire.model import Report
from crosswire.store import Desk

pytestmark = pytest.mark.browser

PAGES = ("/stories", "/stories/s1", "/search?q=passengers", "/review", "/reports/ferry-post-6", "/sources", "/log",
         "/add", "/keys", "/nowhere")  # fmt: skip
TEXT = "The ferry Havbris sank off Port Ansgar on Monday. 8 passengers drowned in the strait of Mirra."


def gone(page: Any, path: str) -> None:
    page.wait_for_url(f"**{path}")


def test_an_editor_adds_opens_marks_undoes_and_searches(opened: Opened, desk: Desk) -> None:
    page = opened("/add")
    page.locator("input[type=file]").set_input_files(
        files=[{"name": "eighth.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}]
    )
    page.get_by_role("button", name="Add").click()
    page.get_by_text("is new").wait_for()
    for _ in range(100):
        if desk.report("eighth").story == "s1" and not desk.summary("s1").stale:
            break
        page.wait_for_timeout(50)
    page.goto(page.url.split("/added")[0] + "/stories")
    page.locator("a.line", has_text="Ferry").click()
    gone(page, "/stories/s1")
    page.locator(".clashing .line").first.click()
    assert page.locator("#sources mark.on").count() > 0
    page.keyboard.press("2")
    page.locator(".said-of.m-wrong").first.wait_for()
    assert [mark.verdict for mark in desk.marks()] == ["wrong"]
    page.keyboard.press("z")
    page.get_by_text("Undone").wait_for()
    assert desk.marks() == ()
    page.keyboard.press("/")
    page.keyboard.type("passengers")
    page.keyboard.press("Enter")
    page.locator(".hits .line").first.wait_for()
    page.locator(".hits .line").first.click()
    page.locator("#pane mark.on").first.wait_for()
    assert "passengers" in page.locator("#pane").inner_text()
    page.get_by_label("name of the search").fill("people lost")
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("link", name="people lost").wait_for()
    assert page.told == []


def test_the_queue_takes_one_key_each(opened: Opened, desk: Desk) -> None:
    page = opened("/review")
    rows = page.locator(".queue .row").count()
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.locator("#pane mark.on").first.wait_for()
    page.keyboard.press("1")
    page.get_by_text("Marked right").wait_for()
    assert page.locator(".queue .row").count() == rows - 1
    assert [mark.verdict for mark in desk.marks()] == ["right"]


def test_keys_select_list_lead_and_can_be_switched_off(opened: Opened, desk: Desk) -> None:
    page = opened("/stories/s1")
    page.keyboard.press("j")
    for _ in range(30):
        if page.locator(".current").first.evaluate(
            "e => !!e.closest('li') && !!e.closest('li').querySelector('.marking')"
        ):
            break
        page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.locator("#selected").inner_text().strip() == "1"
    page.keyboard.press("v")
    page.keyboard.press("?")
    assert page.locator("dialog[open]").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    gone(page, "/stories")
    page.keyboard.press("g")
    page.keyboard.press("l")
    gone(page, "/log")
    page.goto(page.url.replace("/log", "/keys"))
    page.get_by_role("button", name="Switch them off").click()
    page.get_by_text("Keys are off").wait_for()
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_timeout(100)
    assert "/keys" in page.url


def test_a_selection_survives_a_filter(opened: Opened, desk: Desk) -> None:
    page = opened("/stories/s1")
    boxes = page.locator(".marking [type=checkbox]")
    for summary in page.locator(".mark-it summary").all()[:3]:
        summary.click()
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.locator("#by-report").select_option(index=1)
    page.locator("#by-report").select_option(index=0)
    page.locator(".bulk button", has_text="open").click()
    page.get_by_text("Marked open: 2 lines").wait_for()
    assert len(desk.marks()) == 2


def test_what_another_writes_appears(opened: Opened, desk: Desk) -> None:
    page = opened("/stories/s1")
    page.wait_for_timeout(300)
    desk.mark("s1", "p1", "open", by="ben")
    page.locator("#news", has_text="1 mark or decision").wait_for(timeout=8000)
    desk.add([Report(id="late", text=EVENTS["ferry"][0].format(n=9), published="2031-05-05", language="en")])
    page.locator("#news", has_text="changes").wait_for(timeout=8000)
    page.locator("#news a").click()
    page.locator(".said-of", has_text="ben").first.wait_for()


def test_back_in_time_and_forth(opened: Opened, desk: Desk) -> None:
    desk.add([Report(id="late", text=EVENTS["ferry"][0].format(n=9), published="2031-05-05", language="en")])
    page = opened("/stories/s1")
    slider = page.locator("[type=range]")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.get_by_text("as it was on").wait_for()
    assert "at=1" in page.url
    page.get_by_role("link", name="now").click()
    gone(page, "/stories/s1")


def test_without_its_script_it_reads_and_the_forms_work(opened: Opened, desk: Desk) -> None:
    desk.add([Report(id="late", text=EVENTS["ferry"][0].format(n=9), published="2031-05-05", language="en")])
    page = opened("/stories", script=False)
    page.locator("a.line", has_text="Ferry").click()
    page.locator(".clashing .line").first.click()
    assert "#m" in page.url
    page.locator(".clashing .mark-it summary").first.click()
    page.locator(".clashing .mark-it button", has_text="wrong").first.click()
    page.get_by_text("Marked wrong").first.wait_for()
    page.locator(".flash button").click()
    assert desk.marks() == ()
    page.get_by_role("button", name="Show").click()
    page.goto(page.url.split("/stories")[0] + "/search?q=passengers")
    page.locator(".hits .line").first.click()
    assert "/reports/" in page.url
    assert page.locator("#words").count() == 1


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_on_a_phone(opened: Opened, path: str) -> None:
    page = opened(path, width=390)
    over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(over) <= 0


def test_on_a_phone_the_report_is_a_sheet_that_closes(opened: Opened) -> None:
    page = opened("/search?q=passengers", width=390)
    page.locator(".hits .line").first.click()
    page.locator("#pane mark.on").first.wait_for()
    page.get_by_role("button", name="Close").click()
    page.wait_for_function("!document.documentElement.classList.contains('open')")


@pytest.mark.parametrize("path", PAGES)
def test_what_is_printed_has_no_tools(opened: Opened, path: str) -> None:
    page = opened(path)
    page.emulate_media(media="print")
    assert page.locator(".top").is_hidden()
    assert page.locator("main h1").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious(opened: Opened, path: str, scheme: str) -> None:
    package = pytest.importorskip("axe_playwright_python")
    axe = (Path(package.__file__).parent / "axe.min.js").read_text("utf-8")
    page = opened(path, scheme=scheme)
    for summary in page.locator("main details:not([open]) > summary").all()[:6]:
        if summary.is_visible():
            summary.click()
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    serious = [
        (one["id"], one["nodes"][0]["html"][:160], one["nodes"][0].get("failureSummary", "")[:200])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    assert serious == []
