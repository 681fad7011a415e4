"""Where the datelines of agencies end."""

from __future__ import annotations

import pytest

from ingest.normalize.datelines import dateline_end


@pytest.mark.parametrize(
    "dateline",
    [
        "NAIROBI, March 14 (Xinhua) — ",
        "LISBON — ",
        "JENIN, West Bank (AP) - ",
        "ST. ALBANS, Vt. — ",
        "TOKYO, April 1 - ",
        "OSLO/PARIS, Jan. 12 (Reuters) – ",
        "MEXICO CITY, 3 June 2020 (EFE) -- ",
        "Accra (AFP) - ",
    ],
)
@pytest.mark.parametrize("text", ["Two ministers met.", "“We waited,” she said."])
def test_a_dateline_ends_after_its_dash(dateline: str, text: str) -> None:
    assert dateline_end(dateline + text) == len(dateline)
    assert dateline_end("One.\n" + dateline + text, 5) == 5 + len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "NASA — the agency that flies them — said so.",
        "A man - He came.",
        "The Bank of Settlements (BIS) - Its chief spoke.",
        "COVID-19 - The disease spread.",
        "I — The first chapter",
        "Norway and Chile signed a treaty - Peru did not.",
    ],
)
def test_other_dashes_end_none(text: str) -> None:
    assert dateline_end(text) == 0
