"""A headless Chromium on a pipe: opens a page at a given size, runs an expression in it, keeps what went wrong.

Speaks the DevTools protocol over file descriptors 3 and 4 (`--remote-debugging-pipe`), messages ended by a zero byte.
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
PATIENCE = 60.0  # seconds


@dataclass
class Page:
    """An opened page. `problems`: exceptions, failed loads and refusals of the content security policy."""

    browser: Chromium
    session: str
    problems: list[str] = field(default_factory=list)

    def evaluate(self, expression: str) -> object:
        """The value of a JavaScript expression."""
        answer = self.browser.call(
            "Runtime.evaluate", self.session, expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def wait_for(self, expression: str) -> None:
        """Wait until an expression is true."""
        deadline = time.monotonic() + PATIENCE
        while not self.evaluate(expression):
            assert time.monotonic() < deadline, f"never true: {expression}"
            time.sleep(0.1)

    def screenshot(self, path: Path) -> None:
        """Save what the window shows."""
        answer = self.browser.call("Page.captureScreenshot", self.session, format="png")
        path.write_bytes(base64.b64decode(answer["data"]))


class Chromium:
    """The browser; use as a context manager."""

    def __init__(self, executable: str, profile: Path) -> None:
        to_browser, self.writing = os.pipe()
        self.reading, from_browser = os.pipe()

        def place_pipes() -> None:
            os.dup2(to_browser, 10)
            os.dup2(from_browser, 11)
            os.dup2(10, 3)
            os.dup2(11, 4)

        self.process = subprocess.Popen(
            [executable, *FLAGS, f"--user-data-dir={profile}"],
            preexec_fn=place_pipes,
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self.numbers = itertools.count(1)
        self.rest = b""
        self.pages: dict[str, Page] = {}

    def __enter__(self) -> Chromium:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.writing)
        os.close(self.reading)
        self.process.terminate()
        self.process.wait(30)

    def open(self, url: str, width: int = 1280, height: int = 900, scheme: str = "light") -> Page:
        """Open `url` in a window of that size and wait until it is loaded."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = self.pages[session] = Page(self, session)
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable", session)
        self.call(
            "Emulation.setDeviceMetricsOverride", session, width=width, height=height, deviceScaleFactor=1,
            mobile=width < 600,
        )  # fmt: skip
        self.call("Emulation.setEmulatedMedia", session, features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("Page.navigate", session, url=url)
        page.wait_for(f"document.readyState === 'complete' && location.href.startsWith({json.dumps(url)})")
        return page

    def call(self, method: str, session: str | None = None, **params: object) -> dict:
        """Send one command and wait for its answer; events on the way go to their pages."""
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        os.write(self.writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return answer["result"]
            self._note(answer)

    def _read(self) -> dict:
        while b"\0" not in self.rest:
            piece = os.read(self.reading, 1 << 20)
            assert piece, "Chromium has ended"
            self.rest += piece
        message, _, self.rest = self.rest.partition(b"\0")
        return json.loads(message)

    def _note(self, event: dict) -> None:
        page = self.pages.get(event.get("sessionId", ""))
        if page is None:
            return
        params = event["params"]
        if event["method"] == "Runtime.exceptionThrown":
            page.problems.append(params["exceptionDetails"].get("exception", {}).get("description", "exception"))
        elif event["method"] == "Log.entryAdded" and params["entry"]["level"] == "error":
            page.problems.append(f"{params['entry']['text']} {params['entry'].get('url', '')}")
