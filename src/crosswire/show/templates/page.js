"use strict";
(() => {
  const root = document.documentElement;
  const ledger = document.getElementById("ledger");
  const sources = document.getElementById("sources");
  const wide = matchMedia("(min-width: 62rem)");
  const all = (query, within = document) => Array.from(within.querySelectorAll(query));
  let current = null;
  root.classList.add("js");
  all("[hidden]").forEach((element) => { element.hidden = false; });

  // The words of a line, in their report.
  const segments = (number) => (number === undefined ? [] : all('mark[data-m~="' + number + '"]', sources));
  function show(link, follow) {
    all(".on, .key", sources).forEach((element) => element.classList.remove("on", "key"));
    if (current) current.classList.remove("current");
    current = link;
    link.classList.add("current");
    const found = segments(link.dataset.m);
    found.forEach((element) => element.classList.add("on"));
    segments(link.dataset.k).forEach((element) => element.classList.add("key"));
    const target = found[0] || document.getElementById(link.hash.slice(1));
    if (!target) return;
    root.classList.add("open");
    const here = target.closest(".source");
    all(".shelf .chip").forEach((chip) => {
      const same = here && chip.hash === "#" + here.id;
      chip.classList.toggle("here", same);
      if (same) chip.parentElement.scrollLeft = chip.offsetLeft - chip.parentElement.offsetLeft - 40;
    });
    const pane = sources.getBoundingClientRect();
    const shelf = sources.firstElementChild.offsetHeight;
    sources.scrollTop += target.getBoundingClientRect().top - pane.top - (found[0] ? pane.height * 0.3 : shelf);
    if (follow) {
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
  }
  function back() {
    root.classList.remove("open");
    if (current) current.focus();
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#m'], a[href^='#r']");
    if (link) {
      event.preventDefault();
      show(link, event.detail === 0 || !wide.matches);
      return;
    }
    const mark = event.target.closest("#sources mark");
    const line = mark && wide.matches && mark.dataset.m.split(" ").map((n) => ledger.querySelector('section:not(.coverage) .line[data-m="' + n + '"]')).find(Boolean);
    if (line) {
      for (let box = line.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
      show(line, false);
      line.scrollIntoView({ block: "center" });
    }
  });
  document.getElementById("close").addEventListener("click", back);

  // Keys: j and k step through the lines, arrows through a row of the grid, Esc comes back.
  const shown = (element) => element.offsetParent !== null;
  function step(by) {
    const lines = all("a.line", ledger).filter(shown);
    const at = lines.indexOf(current && current.matches(".line") ? current : document.activeElement);
    const next = lines[Math.max(0, Math.min(lines.length - 1, at + by))];
    if (!next) return;
    next.focus();
    if (wide.matches) show(next, false);
    else current = next;
  }
  function along(cell, by) {
    const row = all("a", cell.closest("tr")).filter(shown);
    const next = row[row.indexOf(cell) + by];
    if (next) next.focus();
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || root.dataset.keys === "off" || event.target.matches("select, input") || document.querySelector("dialog[open]")) return;
    const cell = event.target.closest(".grid tbody a");
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape") back();
    else if (cell && event.key === "ArrowRight") along(cell, 1);
    else if (cell && event.key === "ArrowLeft") along(cell, -1);
    else return;
    event.preventDefault();
  });

  // Filters: by report, by what differs.
  const byReport = document.getElementById("by-report");
  const bySlot = document.getElementById("by-slot");
  function filter() {
    const report = byReport ? byReport.value : "";
    const slot = bySlot ? bySlot.value : "";
    all("[data-r]", ledger).forEach((element) => {
      const told = report === "" || element.dataset.r.split(" ").includes(report);
      const differs = slot === "" || element.dataset.s === undefined || element.dataset.s === slot;
      element.hidden = !(told && differs);
    });
  }
  if (byReport) byReport.addEventListener("change", filter);
  if (bySlot) bySlot.addEventListener("change", filter);

  // Printed is the whole ledger: what is folded is opened for it, and folded again.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])", ledger);
    folded.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => { folded.forEach((details) => { details.open = false; }); });

  // Light and dark.
  const theme = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const name = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; name(); });
  dark.addEventListener("change", name);
  name();
})();
