"""Annotations find their words in the parse, also where the text was normalised."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from spacy.tokens import Doc

from ingest.train.gold import load_gold

ANNOTATION = {
    "sentences": ["The senate “approved” the budget.", "Its vote ended a long dispute."],
    "events": [
        {
            "type": "LEGISLATE",
            "status": "occurred",
            "mentions": [[1, "approved"], [2, "vote"], [2, "missing"]],
            "start": None,
            "end": None,
            "place": None,
            "participants": ["Senate"],
        }
    ],
    "agreements": [{"mentions": [[1, "approved"]], "parties": [], "kind": "other", "status": "agreed"}],
    "quotations": [[2, "Senate", "Its vote ended"], [2, "Senate", "nowhere to be found"]],
}


def test_triggers_are_found_on_tokens(tmp_path: Path, parse: Callable[[str], Doc]) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(ANNOTATION), encoding="utf-8")
    doc = parse('The senate "approved" the budget.\n\nIts vote ended a long dispute.')
    gold = load_gold(path, doc)
    (event,) = gold.events
    assert [doc[i].text for tokens in event.triggers for i in tokens] == ["approved", "vote"]
    assert gold.sentences_at(event.triggers[1]) == {2}
    (agreement,) = gold.agreements
    assert agreement.triggers == event.triggers[:1]
    (quotation,) = gold.quotations
    assert [doc[i].text for i in quotation.opening] == ["Its", "vote", "ended"]
