"""What the party model learns from: which entities the annotated parties of an agreement are, each once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.extract.encoder import encode, words_to_encode
from ingest.train.agreements import Example, can_be_learned, check, examples, figures, fit
from ingest.train.corpus import load_lessons

SENTENCES = [
    "Norway and Chile signed a fisheries treaty in Oslo.",
    "Norway's Fisheries Ministry praised the treaty, and so did Peru.",
]
ANNOTATION = {
    "id": "treaty",
    "published": "2021-03-10",
    "sentences": SENTENCES,
    "events": [],
    "agreements": [
        {
            "kind": "treaty",
            "status": "signed",
            "mentions": [[1, "signed"], [1, "treaty"], [2, "treaty"]],
            "parties": ["Norway", "Chile"],
        }
    ],
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    folder: Path = tmp_path_factory.mktemp("gold")
    for name in ("articles", "gold"):
        (folder / name).mkdir()
    (folder / "articles" / "treaty.txt").write_text(" ".join(SENTENCES), encoding="utf-8")
    (folder / "gold" / "treaty.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    (lesson,) = load_lessons(folder, 1)
    lesson.reading.encoded = encode(words_to_encode(lesson.reading.doc, lesson.reading.sentences))
    return examples([lesson])


def test_each_party_is_the_entity_that_is_called_most_like_it(found: list[Example]) -> None:
    parties = [example.features for example in found if example.is_party]
    assert len(parties) == 2  # not the ministry, although its name holds that of Norway
    assert all("named as subject" in features for features in parties)
    assert len(found) > 2


def test_what_was_learned_tells_parties_from_others(found: list[Example]) -> None:
    weights = fit(found)
    scores = {
        example.is_party: weights["bias"] + sum(weights[name] * value for name, value in example.features.items())
        for example in found
    }
    assert scores[True] > scores[False]


def test_nothing_is_checked_that_cannot_be_learned(found: list[Example]) -> None:
    assert can_be_learned(found)
    assert not can_be_learned([example for example in found if example.is_party])
    assert figures(check(found)) == "P 0.000  R 0.000  (0 told)"


def test_an_article_without_agreements_teaches_nothing(tmp_path: Path) -> None:
    for name in ("articles", "gold"):
        (tmp_path / name).mkdir()
    (tmp_path / "articles" / "rain.txt").write_text("It rained in Oslo.", encoding="utf-8")
    (tmp_path / "gold" / "rain.json").write_text(
        '{"sentences": ["It rained in Oslo."], "events": []}', encoding="utf-8"
    )
    assert examples(load_lessons(tmp_path, 1)) == []
