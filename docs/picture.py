"""Makes docs/page.png, the picture of the README: the page of the example, as Chromium shows it.

python docs/picture.py [PAGE.png]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import crosswire
from crosswire.show import page

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "strait"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 1280, 860


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


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("page.png"))
