"""The page in a real Chromium: what hostile text does, what a click and a key do, how it looks and prints."""

import re
from itertools import pairwise

import pytest
from msgspec import structs
from sample import STORY, TEXTS, ev, many_reports

from crosswire.model import Difference, Story, Value
from crosswire.show import page
from crosswire.show.visible import one_line, visible

pytestmark = pytest.mark.browser

CONTRAST = """() => {
  const luminance = (text) => {
    const channels = text.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255);
    const [r, g, b] = channels.map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (!/rgba\\(.*, 0\\)/.test(colour) && colour !== "transparent") return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const found = [];
  for (const e of document.querySelectorAll("body *")) {
    const own = Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || e.offsetParent === null || ["SCRIPT", "STYLE", "OPTION"].includes(e.tagName)) continue;
    const a = luminance(getComputedStyle(e).color), b = luminance(ground(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const opacity = parseFloat(getComputedStyle(e).opacity);
    if (ratio < 4.5 || opacity < 1) found.push([e.tagName + "." + e.className, ratio, opacity]);
  }
  return found;
}"""


def _marked(opened) -> str:  # type: ignore[no-untyped-def]
    return "".join(opened.locator("#sources mark.on").all_text_contents())


def test_hostile_text_makes_no_element_runs_nothing_and_asks_for_nothing(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(STORY))
    shown.wait_for_timeout(100)
    assert [told for told in shown.told if not told.startswith("request file:")] == []
    assert len([told for told in shown.told if told.startswith("request")]) == 1
    assert "owned" not in shown.title()
    assert shown.locator("img, iframe, object, embed, link, base, form, svg").count() == 0
    assert shown.locator("script").count() == 1
    hostile = shown.locator("#r4 .text").inner_text()
    assert "<script>document.title='owned'</script>" in hostile
    assert "{{ 7*7 }} {% raw %}" in hostile
    assert "&lt;ok&gt; &#60;" in hostile


def test_text_that_slipped_through_could_not_run(opened) -> None:  # type: ignore[no-untyped-def]
    slipped = "<script>document.title='owned'</script><img src=x onerror=\"alert(1)\"></main>"
    shown = opened(page(STORY).replace("</main>", slipped))
    shown.wait_for_timeout(100)
    assert shown.title() != "owned"
    assert "dialog" not in shown.told


def test_each_line_marks_its_words(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(STORY))
    expected = {(e.report, e.start, e.end): e.exact for p in STORY.points for e in p.evidence}
    for row in shown.locator(".agreed > li").all():
        for link in row.locator(".chip").all():
            link.click()
            assert _marked(shown) in {visible(words) for words in expected.values()}
    boarded = shown.locator(".clashing").first.locator("blockquote .line").nth(1)
    boarded.click()
    assert _marked(shown) == visible("The coast guard \u202eboarded\u202c the tanker on Tuesday")
    assert shown.locator("#sources mark.key").all_text_contents() == ["on Tuesday"]
    assert shown.locator("#r4 mark.on").count() > 0
    shown.locator(".voice .line", has_text="Norland will hand over").first.click()
    assert _marked(shown) == visible("Norland will hand over the ship,\x00")


def test_every_line_opens_words_that_are_its_own(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(STORY))
    found = shown.evaluate("""() => {
      const marks = (m) => Array.from(document.querySelectorAll(`#sources mark[data-m~="${m}"]`));
      const own = (line) => line.closest(".variant, .grid, .within + .rows") ? null : line.textContent;
      const lines = Array.from(document.querySelectorAll("main .line[data-m]"));
      return lines.map((line) => [own(line), marks(line.dataset.m).map((e) => e.textContent).join("")]);
    }""")
    checked = [(one_line(line).strip("“”"), one_line(words)) for line, words in found if line is not None]
    assert len(checked) > 20
    assert [pair for pair in checked if pair[0] != pair[1]] == []


def test_a_clause_without_a_mark_opens_the_words_that_clash(opened) -> None:  # type: ignore[no-untyped-def]
    words = ev("02", "in the raid")
    differs = Difference(slot="cause", nature="conflict", why="", values=(Value(value="x", evidence=(words,)),))
    point = structs.replace(STORY.points[0], differences=(differs,))
    shown = opened(page(structs.replace(STORY, points=(point,))))
    shown.locator(".clashing .line").first.click()
    assert _marked(shown) == "in the raid"


def test_copies_are_named_within_their_column(opened) -> None:  # type: ignore[no-untyped-def]
    named = tuple(structs.replace(r, outlet="The Halden and Orsk Evening Advertiser of Mirra") for r in STORY.reports)
    shown = opened(page(structs.replace(STORY, reports=named)))
    beyond = """() => Array.from(document.querySelectorAll(".side")).filter((side) =>
      Array.from(side.querySelectorAll(".chip")).some((chip) =>
        chip.getBoundingClientRect().right > side.getBoundingClientRect().right + 1)).length"""
    assert shown.evaluate(beyond) == 0
    assert "6 March" in shown.locator(".side .chip").first.inner_text()


def test_the_sources_are_the_texts(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(STORY), script=False)
    for place, text in enumerate(TEXTS.values()):
        told = "".join(shown.locator(f"#r{place} .text p").all_text_contents())
        assert "".join(told.split()) == "".join(visible(text).split())


def test_keys_step_open_and_come_back(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(STORY))
    focused = "() => document.activeElement.textContent"
    shown.keyboard.press("j")
    first = shown.evaluate(focused)
    shown.keyboard.press("j")
    second = shown.evaluate(focused)
    assert first != second
    assert shown.locator(".line.current").count() == 1
    shown.keyboard.press("k")
    assert shown.evaluate(focused) == first
    line = shown.locator(".clashing .line").first
    line.focus()
    shown.keyboard.press("Enter")
    assert shown.evaluate("() => document.activeElement.tagName") == "MARK"
    shown.keyboard.press("Escape")
    assert shown.evaluate(focused) == line.text_content()
    outline = shown.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    shown.locator(".grid .cell").first.focus()
    shown.keyboard.press("ArrowRight")
    assert shown.evaluate("() => document.activeElement.className").startswith("cell")


def test_tab_reaches_the_parts_and_every_control_has_a_name(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(STORY))
    shown.keyboard.press("Tab")
    assert shown.evaluate("() => document.activeElement.className") == "skip"
    assert shown.locator(".grid").get_by_role("link", name="tells the point").count() > 0
    lost = """() => Array.from(document.querySelectorAll("main a[href^='#']"))
      .filter((a) => !document.getElementById(a.hash.slice(1))).length"""
    assert shown.evaluate(lost) == 0
    levels = shown.evaluate("() => Array.from(document.querySelectorAll('h1, h2, h3, h4')).map((h) => +h.tagName[1])")
    assert all(after - before < 2 for before, after in pairwise(levels))
    nameless = shown.evaluate("""() => Array.from(document.querySelectorAll("button, select, a[href]"))
      .filter((e) => !(e.textContent.trim() || e.getAttribute("aria-label"))).length""")
    assert nameless == 0
    assert shown.locator("main").count() == 1
    assert shown.locator("h1").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(opened, scheme: str) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(STORY), scheme=scheme)
    shown.locator(".clashing .line").first.click()
    shown.mouse.move(0, 0)
    assert shown.evaluate(CONTRAST) == []
    everything = "() => document.querySelectorAll('.line').forEach((line) => line.classList.add('current'))"
    shown.evaluate(everything)
    assert shown.evaluate(CONTRAST) == []


def test_the_theme_is_toggled(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(STORY))
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light = shown.evaluate(ground)
    shown.get_by_role("button", name="Dark").click()
    dark = shown.evaluate(ground)
    assert dark != light
    shown.get_by_role("button", name="Light").click()
    assert shown.evaluate(ground) == light
    assert opened(page(STORY), scheme="dark").evaluate(ground) == dark


@pytest.mark.parametrize(
    "story", [STORY, many_reports(80), Story(reports=STORY.reports[:1])], ids=["five", "eighty", "one"]
)
def test_nothing_scrolls_sideways(opened, story: Story) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(story), width=360, height=740)
    for width in (360, 800, 1400):
        shown.set_viewport_size({"width": width, "height": 740})
        assert shown.evaluate("() => document.documentElement.scrollWidth") <= width
        beyond = "() => { const main = document.querySelector('main'); return main.scrollWidth - main.clientWidth; }"
        assert shown.evaluate(beyond) <= 0


def test_on_a_phone_a_line_opens_a_sheet_that_closes(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(STORY), width=360, height=740)
    sheet = shown.locator("#sources")
    assert not sheet.is_visible()
    shown.locator(".clashing .line").first.click()
    shown.wait_for_timeout(250)
    assert sheet.is_visible()
    assert shown.locator("#sources mark.key").first.is_visible()
    shown.get_by_role("button", name="Close").click()
    shown.wait_for_timeout(250)
    assert not sheet.is_visible()


def test_filters_leave_what_was_asked_for(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(STORY))
    shown.select_option("#by-slot", "number")
    assert shown.locator(".clashing:visible").count() == 1
    shown.select_option("#by-slot", "")
    shown.select_option("#by-report", "2")
    assert shown.locator(".agreed > li:visible").count() == 1
    assert re.search("Tribune", shown.locator(".lone:visible").inner_text())


@pytest.mark.parametrize("width", [800, 1400])
def test_without_its_script_it_reads(opened, width: int) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(STORY), width=width, script=False)
    assert shown.locator("#part2").is_visible()
    assert shown.locator("#sources").is_visible()
    assert not shown.locator("#theme").is_visible()
    shown.locator(".clashing .line").first.click()
    assert re.search(r"#m\d+$", shown.url)
    words = shown.locator("mark:has(:target)").first
    assert words.is_visible()
    assert 0 <= words.bounding_box()["y"] < 900


def test_opening_a_line_leaves_the_ledger_where_it_is(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(many_reports(20)), height=600)
    line = shown.locator(".lone .line").last
    line.scroll_into_view_if_needed()
    before = shown.evaluate("() => scrollY")
    line.click()
    assert shown.evaluate("() => scrollY") == before > 0
    assert 0 < shown.locator("mark.on").first.bounding_box()["y"] < 600


def test_on_paper_the_ledger_is_whole_and_the_sources_stay_out(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(STORY))
    shown.emulate_media(media="print")
    assert not shown.locator("#sources").is_visible()
    assert not shown.locator("#theme").is_visible()
    assert not shown.get_by_text("Click a line").is_visible()
    assert shown.locator(".prints").is_visible()
    assert shown.evaluate("() => getComputedStyle(document.body).paddingRight") == "0px"
    assert shown.pdf(format="A4").startswith(b"%PDF")


def test_what_is_folded_is_printed(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(many_reports(20)))
    folded = "() => document.querySelectorAll('#ledger details:not([open])').length"
    before = shown.evaluate(folded)
    assert before > 0
    shown.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert shown.evaluate(folded) == 0
    shown.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert shown.evaluate(folded) == before


def test_a_name_written_from_the_right_moves_nothing_beside_it(opened) -> None:  # type: ignore[no-untyped-def]
    named = tuple(structs.replace(r, outlet="صحيفة المضيق" if r.id == "02" else r.outlet) for r in STORY.reports)
    shown = opened(page(structs.replace(STORY, reports=named)))
    chip = shown.locator(".side .chip", has_text="صحيفة").first
    places = chip.evaluate("""(chip) => {
      const range = document.createRange();
      const left = (node, from, to) => {
        range.setStart(node, from);
        range.setEnd(node, to);
        return range.getBoundingClientRect().left;
      };
      const name = chip.querySelector("bdi").firstChild, rest = chip.querySelector("span").lastChild;
      const day = rest.textContent.indexOf("7");
      return [left(name, 0, name.length), left(rest, day, day + 1), left(rest, day + 2, day + 7)];
    }""")
    assert places == sorted(places)


def test_a_range_of_days_is_explained_once(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(STORY))
    assert shown.locator("section[aria-labelledby=part8]").inner_text().count("any day is possible") == 1
    certain = structs.replace(STORY, timeline=STORY.timeline[1:])
    assert "any day is possible" not in opened(page(certain)).locator("main").inner_text()


def test_a_long_list_of_reports_does_not_stand_before_the_differences(opened) -> None:  # type: ignore[no-untyped-def]
    shown = opened(page(many_reports(80)))
    assert shown.locator(".reports > li:visible").count() == 12
    assert shown.get_by_text("Copies of one text").count() == 1
    shown.get_by_text("68 more reports").click()
    assert shown.locator(".reports > li:visible").count() == 80
    shown.select_option("#by-report", "79")
    assert shown.locator(".reports > li:visible").count() == 1
