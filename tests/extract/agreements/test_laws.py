"""Laws that hold for any text: triggers slice back, indexes point somewhere, nothing fails on odd input."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.extract.agreements.lexicon import nouns, topics, verbs, words
from ingest.model import Article, Extraction

WORDS = "Norway|Chile|agreed|to|sign|the|treaty|and|talks|on|ceasefire|with|deal|was|(SFPA)|Fisheries Agreement|no|,|."
PIECES = st.sampled_from([*WORDS.split("|"), "in 2004", "leaders", "committed", "consensus", '"', "including"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, min_size=1, max_size=30))
def test_triggers_slice_back_and_indexes_hold(
    analyse: Callable[..., tuple[Article, Extraction]], pieces: list[str]
) -> None:
    article, found = analyse(" ".join(pieces))
    for agreement in found.agreements:
        assert agreement.subject
        assert all(article.text[m.start : m.end] == m.trigger for m in agreement.mentions)
        assert all(p < len(found.entities) for p in agreement.parties)
        assert len(set(agreement.parties)) == len(agreement.parties)
        assert agreement.event is None or agreement.event < len(found.events)


def test_lexicons_hold_what_their_headers_promise() -> None:
    assert {noun.strength for noun in nouns().values()} == {"strong", "weak", "joint", "intent", "talks"}
    assert "agree" in verbs()["agree"]
    assert all(topics().values())
    assert "relationship" in words("relation")
