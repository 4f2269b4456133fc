"use strict";
// The desk: keys, news of other writes, the report beside a list. Everything here can be done without it.
(() => {
  const root = document.documentElement;
  const body = document.body;
  const main = document.getElementById("ledger");
  const all = (query, within = document) => Array.from(within.querySelectorAll(query));
  const story = document.querySelector("script[src$='page.js']") !== null;
  root.classList.add("js");

  // Rows of lists: where j and k stand.
  const rows = () => all("[data-r]", main).filter((row) => row.offsetParent !== null);
  const first = (row) => row && (row.querySelector("a.line") || row.querySelector("a.link, button"));
  let at = null;
  function stand(row) {
    if (at) at.classList.remove("at");
    at = row;
    row.classList.add("at");
    const line = first(row);
    if (line) line.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }
  function step(by) {
    const found = rows();
    const here = found.indexOf(at || (document.activeElement && document.activeElement.closest("[data-r]")));
    const next = found[Math.max(0, Math.min(found.length - 1, here + by))];
    if (next) stand(next);
  }
  // The line where one stands; for a row of the grid, the line below that has the same words.
  function line() {
    const here = document.querySelector("a.line.current") || document.activeElement;
    const same = here.closest(".grid") && main.querySelector('section:not(.coverage) .line[data-m="' + here.dataset.m + '"]');
    return same || here;
  }
  function row() {
    if (!story) return at || (document.activeElement && document.activeElement.closest("[data-r]"));
    const here = line();
    return here && here.closest ? here.closest("[data-r]") : null;
  }
  // The marks of the line: of a clause in an article, those of the article.
  function near(query) {
    for (let box = line() && line().parentElement; box && box !== main; box = box.parentElement) {
      const found = box.querySelector(query);
      if (found) return found;
      if (box.matches("article, tr")) break;
    }
    const here = row();
    return here && here.querySelector(query);
  }

  // Keys.
  let going = false;
  const places = { s: "/stories", r: "/review", l: "/log", a: "/add", f: "/sources" };
  const verdicts = { 1: "right", 2: "wrong", 3: "open" };
  function press(key) {
    if (going) {
      going = false;
      if (places[key]) location.assign(places[key]);
      return Boolean(places[key]);
    }
    if (verdicts[key]) {
      const button = near('[data-verdict="' + verdicts[key] + '"]');
      if (button) button.click();
      return Boolean(button);
    }
    const doing = {
      g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
      "/": () => { const field = document.querySelector(".asking [type=search]") || document.querySelector(".top [type=search]"); field.focus(); field.select(); },
      "?": () => document.getElementById("keys").showModal(),
      u: () => location.assign(body.dataset.up),
      z: () => document.getElementById("undo").requestSubmit(),
      x: () => {
        const box = near('[type="checkbox"]');
        if (!box) return;
        const details = box.closest("details");
        if (details) details.open = true;
        box.checked = !box.checked;
        count();
      },
      v: () => {
        const details = near(".mark-it");
        if (!details) return;
        details.open = !details.open;
        if (details.open) details.querySelector("button").focus();
      },
      o: () => { const here = story ? document.querySelector("a.line.current") : first(row()); if (here) here.click(); },
    };
    if (!story) {
      doing.j = () => step(1);
      doing.k = () => step(-1);
      doing.Escape = () => { root.classList.remove("open"); if (at) stand(at); };
    }
    if (!doing[key]) return false;
    doing[key]();
    return true;
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape" && typing) { event.target.blur(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || typing || root.dataset.keys === "off") return;
    if (document.querySelector("dialog[open]")) return;
    if (press(event.key)) event.preventDefault();
  });

  // Selected lines are counted.
  function count() {
    const told = document.getElementById("selected");
    if (!told) return;
    const n = all('[form="marks"][name="item"]:checked').length;
    told.textContent = n ? " " + n : "";
    told.parentElement.classList.toggle("some", n > 0);
  }
  document.addEventListener("change", count);
  count();

  // After a mark the page comes back to where it was.
  const place = "crosswire " + location.pathname;
  document.addEventListener("submit", () => { sessionStorage.setItem(place, String(scrollY)); });
  if (/[?&]did=/.test(location.search)) {
    const kept = sessionStorage.getItem(place);
    if (kept !== null) addEventListener("load", () => scrollTo(0, Number(kept)));
    const clean = new URL(location.href);
    ["did", "n", "other"].forEach((name) => clean.searchParams.delete(name));
    history.replaceState(null, "", clean);
  }
  if (location.hash.startsWith("#l-") || location.hash.startsWith("#copied-")) {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let box = target && target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    if (target) target.scrollIntoView({ block: "center" });
  }
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches("details")) target.open = true;
  });

  // The report beside a list.
  const pane = document.getElementById("pane");
  if (pane) {
    document.addEventListener("click", (event) => {
      const here = event.target.closest("[hx-get]");
      if (!here) return;
      all(".line.current").forEach((other) => other.classList.remove("current"));
      here.classList.add("current");
      if (here.closest("[data-r]")) { if (at) at.classList.remove("at"); at = here.closest("[data-r]"); at.classList.add("at"); }
    });
    new MutationObserver(() => {
      root.classList.add("open");
      const words = document.getElementById("words");
      const box = document.getElementById("sources");
      if (words) box.scrollTop += words.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight * 0.3;
    }).observe(pane, { childList: true });
    document.getElementById("close").addEventListener("click", () => press("Escape"));
  }

  // The slider says which state it stands on.
  const slider = document.querySelector(".as-of [type=range]");
  if (slider) {
    const when = all("#states > li").map((item) => item.dataset.at);
    slider.addEventListener("input", () => { document.getElementById("as-of-when").value = when[slider.value - 1]; });
    slider.addEventListener("change", () => slider.form.requestSubmit());
  }

  // A grid wider than the screen shows that it scrolls.
  all(".scroll").forEach((box) => {
    const look = () => box.classList.toggle("more-right", box.scrollWidth - box.clientWidth - box.scrollLeft > 4);
    box.addEventListener("scroll", look, { passive: true });
    new ResizeObserver(look).observe(box);
  });

  // What others write is told, and shown when it is asked for.
  const news = document.getElementById("news");
  if (body.dataset.line && news && !location.search.includes("at=")) {
    const told = new URLSearchParams({ change: body.dataset.change, line: body.dataset.line });
    if (body.dataset.story) told.set("story", body.dataset.story);
    // Only a page that is seen listens: a browser opens six lines to one place, and no more.
    let stream = null;
    const listen = () => {
      if (document.hidden) { if (stream) stream.close(); stream = null; return; }
      if (stream) return;
      stream = new EventSource("/events?" + told);
      stream.addEventListener("news", tell);
    };
    function tell(event) {
      const { changes, acts } = JSON.parse(event.data);
      const parts = [];
      if (changes) parts.push(changes + (changes === 1 ? " change" : " changes"));
      if (acts) parts.push(acts + (acts === 1 ? " mark or decision" : " marks or decisions"));
      if (!parts.length) return;
      const show = document.createElement("a");
      show.href = location.pathname + location.search;
      show.textContent = "show";
      news.replaceChildren(parts.join(" and ") + ", ", show);
      news.classList.add("full");
    }
    document.addEventListener("visibilitychange", listen);
    addEventListener("pagehide", () => { if (stream) stream.close(); stream = null; });
    addEventListener("pageshow", listen);
    listen();
  }
})();
