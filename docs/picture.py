"""Makes docs/page.png and docs/serve.png, the pictures of the README, as Chromium shows them.

python docs/picture.py [PAGE.png [SERVE.png]]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

import crosswire
from crosswire.show import page

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "strait"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 1280, 860
PORT = 8763


def main(target: Path) -> None:
    """Compares the example and photographs the top of its page, the first difference opened in its report."""
    browser = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if browser is None:
        sys.exit(f"no Chromium in PATH (looked for {', '.join(BROWSERS)})")
    story = crosswire.compare(path for path in sorted(EXAMPLE.iterdir()) if path.name != "expected.json")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder, "page.html")
        file.write_text(page(story), "utf-8")
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        tab = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        tab.goto(file.as_uri())
        tab.locator(".clashing .line").first.click()
        tab.evaluate("scrollTo(0, 0)")
        tab.mouse.move(0, 0)
        tab.screenshot(path=str(target))
        chromium.close()
    print(f"{target}: {target.stat().st_size // 1000} KB")


def desk(target: Path) -> None:
    """Puts the example into a desk, serves it, marks a line, and photographs the story with a report beside it."""
    import uvicorn

    from crosswire.web.app import application
    from crosswire.web.settings import Settings

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        shown = crosswire.Desk(Path(folder, "strait.db"))
        shown.add([path for path in sorted(EXAMPLE.iterdir()) if path.name != "expected.json"])
        item = next(p.id for p in shown.story("s1").points if p.verdict == "corroborated")
        shown.mark("s1", item, "right", by="ann", note="both papers have the hospital")
        app = application(shown, Settings(port=PORT, person="ann"))
        server = uvicorn.Server(uvicorn.Config(app, port=PORT, log_level="warning"))
        threading.Thread(target=server.run, daemon=True).start()
        chromium = play.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, BROWSERS))), args=["--no-sandbox"]
        )
        tab = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        while not server.started:
            time.sleep(0.05)
        tab.goto(f"http://127.0.0.1:{PORT}/stories/s1")
        tab.locator(".clashing .line").first.click()
        tab.evaluate("scrollTo(0, 0)")
        tab.mouse.move(0, 0)
        tab.screenshot(path=str(target))
        chromium.close()
        server.should_exit = True
        shown.close()
    print(f"{target}: {target.stat().st_size // 1000} KB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("page.png"))
    desk(Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).with_name("serve.png"))
