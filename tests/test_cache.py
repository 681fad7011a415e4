import pickle
from pathlib import Path

import pytest

from ingest.cache import Cache, cold_folder, key_of, remove_abandoned_folders, rules_sha256
from ingest.model import Article, Extraction, Metadata, RawArticle
from ingest.nlp import DEFAULT_MODEL

RESULT = (Article("a", "a.txt", "0" * 64, "Text.", ()), Extraction("a"))


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("abc", RESULT)
    assert cache.get("abc") == RESULT


def test_what_was_never_kept_is_absent(tmp_path: Path) -> None:
    assert Cache(tmp_path).get("abc") is None


def test_a_damaged_entry_counts_as_absent(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("abc", RESULT)
    cache.path("abc").write_bytes(cache.path("abc").read_bytes()[:20])
    assert cache.get("abc") is None


def test_an_entry_that_would_run_code_is_not_read(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return Path.touch, (str(tmp_path / "sprung"),)

    cache = Cache(tmp_path)
    cache.put("abc", RESULT)
    cache.path("abc").write_bytes(pickle.dumps(Trap()))
    assert cache.get("abc") is None
    assert not (tmp_path / "sprung").exists()


def test_no_part_files_stay_behind(tmp_path: Path) -> None:
    Cache(tmp_path).put("abc", RESULT)
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".pickle"]


def test_the_key_follows_text_metadata_path_and_rules() -> None:
    raw = RawArticle("a.txt", "0" * 64, "Text.", Metadata())
    keys = {
        key_of(raw, "rules"),
        key_of(raw, "other rules"),
        key_of(RawArticle("b.txt", "0" * 64, "Text.", Metadata()), "rules"),
        key_of(RawArticle("a.txt", "0" * 64, "Other.", Metadata()), "rules"),
        key_of(RawArticle("a.txt", "0" * 64, "Text.", Metadata(published="2019-07-10")), "rules"),
    }
    assert len(keys) == 5


def test_rules_hash_is_one_for_one_model() -> None:
    assert rules_sha256(DEFAULT_MODEL) == rules_sha256(DEFAULT_MODEL) != rules_sha256("another_model")


def test_the_folder_of_a_cold_build_that_was_killed_is_removed(tmp_path: Path) -> None:
    left_behind = tmp_path / ".cold-gone"
    (left_behind / "ab").mkdir(parents=True)
    (left_behind / "ab" / "abc.pickle").write_bytes(b"")
    remove_abandoned_folders(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_a_living_cold_build_is_left_alone(tmp_path: Path) -> None:
    with cold_folder(tmp_path) as folder:
        remove_abandoned_folders(tmp_path)
        assert folder.is_dir()
    assert list(tmp_path.iterdir()) == []


def test_rules_hash_follows_a_users_lexicons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_LEXICON", str(tmp_path))
    found = set()
    for content in (None, "form\tsort\nskipper\toffice\n", "form\tsort\nskipper\trole\n"):
        if content:
            (tmp_path / "titles.tsv").write_text(content)
        rules_sha256.cache_clear()
        found.add(rules_sha256(DEFAULT_MODEL))
    rules_sha256.cache_clear()
    assert len(found) == 3
