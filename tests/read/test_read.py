"""Reading: every file offered gives an article or a reason, whatever is in it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.model import RawArticle, Rejected
from ingest.read import ReadOptions, read

Folder = Callable[..., Path]
STORY = "The ministers of Peru and Chile signed a border treaty in Arica on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """`folder({"a.txt": "…"})` is a folder with those files."""

    def make(files: dict[str, str | bytes], name: str = "articles") -> Path:
        for path, content in files.items():
            file = tmp_path / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path / name

    return make


def one(item: Path, **options: object) -> RawArticle:
    """The only result, which must be an article."""
    (found,) = read([item], ReadOptions(**options))  # type: ignore[arg-type]
    assert isinstance(found, RawArticle), found
    return found


def refused(item: Path, **options: object) -> str:
    """The reason of the only result, which must be a refusal."""
    (found,) = read([item], ReadOptions(**options))  # type: ignore[arg-type]
    assert isinstance(found, Rejected), found
    return found.reason


class TestFrontMatter:
    def test_its_fields_are_the_metadata_and_the_rest_is_the_text(self, folder: Folder) -> None:
        text = (
            "---\nid: a1\ntitle: 'Treaty signed'\npublished: 2019-07-10\nauthor: [Ana Ruiz, Tom Low]\n"
            "source: The Courier\nurl: https://courier.example/1\nlanguage: en\nlicense: CC0\nmood: sunny\n---\n"
        )
        article = one(folder({"a.txt": text + STORY}))
        stated = article.metadata
        assert article.text.strip() == STORY.strip()
        assert (stated.id, stated.title, stated.published) == ("a1", "Treaty signed", "2019-07-10")
        assert (stated.author, stated.source, stated.license) == ("Ana Ruiz, Tom Low", "The Courier", "CC0")
        assert stated.published_basis == "metadata"

    def test_an_unquoted_colon_does_not_lose_the_other_fields(self, folder: Folder) -> None:
        article = one(folder({"a.txt": "---\ntitle: Treaty: what now?\npublished: 2019-07-10\n---\n" + STORY}))
        assert article.metadata.title == "Treaty: what now?"
        assert article.metadata.published == "2019-07-10"
        assert "line 2" in article.notes[0]

    @pytest.mark.parametrize("written", ["yesterday", "2019-02-30", "07/10/2019"])
    def test_an_impossible_date_is_refused_with_its_line_and_a_remedy(self, folder: Folder, written: str) -> None:
        reason = refused(folder({"a.txt": f"---\ntitle: x\npublished: {written}\n---\n{STORY}"}))
        assert reason.startswith("a.txt, line 3: ")
        assert written in reason
        assert "2019-07-10" in reason

    def test_without_front_matter_the_whole_file_is_the_text(self, folder: Folder) -> None:
        assert one(folder({"a.txt": STORY})).text == STORY

    def test_a_rule_at_the_top_is_no_front_matter(self, folder: Folder) -> None:
        assert one(folder({"a.txt": "---\n" + STORY})).text == "---\n" + STORY

    def test_fields_that_nothing_closes_are_refused(self, folder: Folder) -> None:
        assert "line 1: front matter is not closed" in refused(folder({"a.txt": "---\ntitle: x\nsource: y\n"}))

    def test_values_stay_as_they_are_written(self, folder: Folder) -> None:
        stated = one(folder({"a.txt": "---\ntitle: 1984\nlanguage: no\nsource: null\n---\n" + STORY})).metadata
        assert (stated.title, stated.language, stated.source) == ("1984", "no", None)


class TestMarkdown:
    def test_marks_are_taken_off_and_citations_stay(self, folder: Folder) -> None:
        text = "# Treaty\n\nPeru and **Chile** signed a [treaty](http://x.example) [1].\n\n[1]: https://courier.example/1\n"
        lines = [line for line in one(folder({"a.md": text})).text.splitlines() if line]
        assert lines == ["Treaty", "Peru and Chile signed a treaty [1].", "[1]: https://courier.example/1"]


PAGE = """<!doctype html><html><head><title>Treaty signed | The Courier</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Treaty signed</h1>
<p>ARICA — The ministers of Peru and Chile signed a border treaty on Monday after three days of talks.</p>
<p>The treaty takes effect in August, the foreign minister of Chile told reporters after the ceremony in Arica.</p>
<p>Both parliaments must still approve it. The last treaty dates from May 3, 1999.</p>
</article><footer>Copyright 2011 The Courier</footer></body></html>"""


class TestWebPages:
    def test_the_article_is_found_with_what_the_page_says_of_it(self, folder: Folder) -> None:
        head = (
            '<meta property="article:published_time" content="2019-07-10T08:00:00+02:00">'
            '<link rel="canonical" href="https://courier.example/treaty">'
            '<meta property="og:site_name" content="The Courier">'
        )
        article = one(folder({"a.html": PAGE.format(head=head)}))
        assert "signed a border treaty on Monday" in article.text
        assert "News" not in article.text
        assert "\n" in article.text.strip()
        stated = article.metadata
        assert (stated.published, stated.source, stated.title) == ("2019-07-10", "The Courier", "Treaty signed")
        assert stated.url == "https://courier.example/treaty"

    def test_a_date_that_merely_occurs_on_the_page_is_no_publication_date(self, folder: Folder) -> None:
        assert one(folder({"a.html": PAGE.format(head="")})).metadata.published is None

    def test_the_day_of_a_later_change_is_no_publication_date(self, folder: Folder) -> None:
        head = '<meta property="article:modified_time" content="2020-01-01T08:00:00+02:00">'
        assert one(folder({"a.html": PAGE.format(head=head)})).metadata.published is None

    @pytest.mark.parametrize(
        "page", ["<html><head><title>x</title></head><body></body></html>", "just words", "<html><bo"]
    )
    def test_a_page_without_an_article_is_refused(self, folder: Folder, page: str) -> None:
        assert refused(folder({"a.html": page})).startswith("a.html: ")


class TestJson:
    def test_an_object_is_an_article(self, folder: Folder) -> None:
        article = one(folder({"a.json": '{"headline": "Treaty", "body": "Peru met Chile.", "date": "10 July 2019"}'}))
        assert (article.path, article.text) == ("a.json", "Peru met Chile.")
        assert (article.metadata.title, article.metadata.published) == ("Treaty", "2019-07-10")

    def test_items_of_a_list_are_numbered_from_one(self, folder: Folder) -> None:
        found = list(
            read([folder({"a.json": '{"articles": [{"text": "Peru met Chile."}, {"text": "They signed."}]}'})])
        )
        assert [item.path for item in found] == ["a.json#1", "a.json#2"]
        assert len({item.sha256 for item in found}) == 2

    def test_other_field_names_are_told_by_the_caller(self, folder: Folder) -> None:
        where = folder({"a.json": '{"story": "Peru met Chile.", "meta": {"day": "2019-07-10"}, "date": "1999-01-01"}'})
        article = one(where, fields={"text": "story", "published": "meta.day"})
        assert (article.text, article.metadata.published) == ("Peru met Chile.", "2019-07-10")

    def test_schema_org_values_give_their_names(self, folder: Folder) -> None:
        names = '"publisher": {"name": "Courier"}, "author": [{"name": "Ana"}, {"name": "Tom"}]'
        item = f'{{"articleBody": "Peru met Chile.", {names}}}'
        stated = one(folder({"a.json": item})).metadata
        assert (stated.source, stated.author) == ("Courier", "Ana, Tom")

    def test_markup_in_a_body_is_taken_off(self, folder: Folder) -> None:
        item = '{"text": "<p>Peru met <b>Chile</b>.</p><p>They signed.</p><script>x()</script>"}'
        lines = one(folder({"a.json": item})).text.splitlines()
        assert [line for line in lines if line] == ["Peru met Chile.", "They signed."]

    @pytest.mark.parametrize("text", ['{"text": "Peru me', "[1, 2", "nothing", "[]"])
    def test_broken_json_is_refused(self, folder: Folder, text: str) -> None:
        assert refused(folder({"a.json": text})).startswith("a.json")

    @pytest.mark.parametrize("text", ['{"price": 3}', "5", '"words"', "null", '{"text": ""}', '{"text": 7}'])
    def test_json_that_is_no_article_is_refused(self, folder: Folder, text: str) -> None:
        assert "Name the field" in (reason := refused(folder({"a.json": text}))) or "Give an object" in reason

    def test_one_bad_line_costs_only_itself(self, folder: Folder) -> None:
        lines = (
            '{"text": "Peru met Chile."}\n{"text": \n\n{"text": "They signed.", "published": "soon"}\n{"text": "Done."}'
        )
        found = list(read([folder({"a.jsonl": lines})]))
        assert [(item.path, isinstance(item, RawArticle)) for item in found] == [
            ("a.jsonl#1", True),
            ("a.jsonl#2", False),
            ("a.jsonl#4", False),
            ("a.jsonl#5", True),
        ]
        assert "a.jsonl, line 2" in found[1].reason  # type: ignore[union-attr]

    def test_a_line_that_is_too_long_costs_only_itself(self, folder: Folder) -> None:
        lines = '{"text": "' + "Peru met Chile. " * 50 + '"}\n{"text": "They signed."}\n'
        first, second = read([folder({"a.jsonl": lines})], ReadOptions(max_bytes=100))
        assert isinstance(first, Rejected)
        assert "line 1: is larger" in first.reason
        assert isinstance(second, RawArticle)


class TestManifests:
    def test_a_manifest_fills_what_the_file_does_not_say(self, folder: Folder) -> None:
        manifest = "b/a.txt: {published: 2019-07-10, source: The Courier, title: From the list}\n"
        article = one(folder({"manifest.yml": manifest, "b/a.txt": "---\ntitle: Own\n---\n" + STORY}))
        assert (article.metadata.title, article.metadata.source) == ("Own", "The Courier")
        assert (article.metadata.published, article.metadata.published_basis) == ("2019-07-10", "manifest")

    def test_csv_does_as_well(self, folder: Folder) -> None:
        manifest = "path;published;source\na.txt;2019-07-10;The Courier\n"
        assert one(folder({"manifest.csv": manifest, "a.txt": STORY})).metadata.published == "2019-07-10"

    def test_the_file_is_believed_and_the_difference_noted(self, folder: Folder) -> None:
        text = "---\npublished: 2019-07-10\n---\n" + STORY
        article = one(folder({"manifest.yml": "a.txt: {published: 2019-07-20}\n", "a.txt": text}))
        assert (article.metadata.published, article.metadata.published_basis) == ("2019-07-10", "metadata")
        assert "2019-07-20" in article.notes[0]

    def test_the_nearer_manifest_is_believed(self, folder: Folder) -> None:
        files = {
            "manifest.yml": "b/a.txt: {source: Far}\n",
            "b/manifest.yml": "a.txt: {source: Near}\n",
            "b/a.txt": STORY,
        }
        assert one(folder(files)).metadata.source == "Near"

    def test_items_of_a_list_can_be_told_of(self, folder: Folder) -> None:
        files = {"manifest.yml": "a.jsonl: {source: S}\n'a.jsonl#2': {published: 2019-07-10}\n"}
        files["a.jsonl"] = '{"text": "Peru met Chile."}\n{"text": "They signed."}\n'
        first, second = read([folder(files)])
        assert isinstance(first, RawArticle)
        assert isinstance(second, RawArticle)
        assert (first.metadata.source, first.metadata.published) == ("S", None)
        assert second.metadata.published == "2019-07-10"

    def test_an_impossible_date_in_a_manifest_names_the_manifest(self, folder: Folder) -> None:
        reason = refused(folder({"manifest.yml": "a.txt: {published: soon}\n", "a.txt": STORY}))
        assert reason.startswith("manifest.yml, entry a.txt: ")

    @pytest.mark.parametrize("manifest", ["a.txt: {b: [", "- 1\n- 2\n", "words", "\x00\x01\x02"])
    def test_a_broken_manifest_is_told_and_the_articles_are_read(self, folder: Folder, manifest: str) -> None:
        bad, article = read([folder({"manifest.yml": manifest, "a.txt": STORY})])
        assert isinstance(bad, Rejected)
        assert bad.path == "manifest.yml"
        assert isinstance(article, RawArticle)

    def test_an_entry_for_a_file_that_is_not_there_is_told(self, folder: Folder) -> None:
        missing, _ = read([folder({"manifest.yml": "a.txt: {source: S}\nb.txt: {source: S}\n", "a.txt": STORY})])
        assert missing.path == "manifest.yml#b.txt"


class TestBadFiles:
    @pytest.mark.parametrize(
        ("name", "content", "says"),
        [
            ("a.txt", "", "is empty"),
            ("a.txt", "  \n\n", "is empty"),
            ("a.txt", "---\ntitle: x\n---\n", "holds no text"),
            ("a.txt", "***\n", "holds no text"),
            ("a.txt", bytes(range(256)) * 20, "is binary"),
            ("a.txt", b"%PDF-1.7 and so on", "is a PDF"),
            ("a.csv", "a,b\n", "no format that is read (.csv)"),
            ("README", "words", "no format that is read (no ending)"),
            ("a.txt", "words " * 100, "larger than the limit of 0.0001 MB"),
        ],
    )
    def test_each_is_refused_with_its_reason(self, folder: Folder, name: str, content: str | bytes, says: str) -> None:
        reason = refused(folder({name: content}), max_bytes=10_000 if isinstance(content, bytes) else 100)
        assert says in reason
        assert reason.startswith(f"{name}: ")

    def test_a_text_longer_than_the_parser_takes_is_refused(self, folder: Folder) -> None:
        assert "characters" in refused(folder({"a.txt": "Peru met Chile. " * 60_000}))

    def test_a_missing_path_is_told(self, tmp_path: Path) -> None:
        assert "there is no such file or folder" in refused(tmp_path / "nowhere.txt")

    def test_a_file_that_may_not_be_read_is_told(self, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        def deny(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("ingest.read._bytes_of", deny)
        assert "Permission denied" in refused(folder({"a.txt": STORY}))

    @pytest.mark.skipif(sys.platform == "win32", reason="POSIX file names")
    def test_links_devices_and_odd_names_do_no_harm(self, folder: Folder) -> None:
        where = folder({"a.txt": STORY})
        (where / "loop").symlink_to(where)
        (where / "dead.txt").symlink_to("nothing")
        os.mkfifo(where / "pipe.txt")
        Path(os.fsdecode(os.fsencode(where) + b"/b\xff.txt")).write_text(STORY)
        found = {item.path: type(item) for item in read([where])}
        assert found == {
            "a.txt": RawArticle,
            "b\\xff.txt": RawArticle,
            "dead.txt": Rejected,
            "loop": Rejected,
            "pipe.txt": Rejected,
        }


class TestFolders:
    def test_order_is_by_name_and_hidden_files_are_left_out(self, folder: Folder) -> None:
        files = {"c.txt": STORY, "a.txt": STORY, "b/z.txt": STORY, ".x.txt": STORY, ".git/y.txt": STORY}
        assert [item.path for item in read([folder(files)])] == ["a.txt", "b/z.txt", "c.txt"]

    def test_a_file_given_by_itself_goes_by_its_name(self, folder: Folder) -> None:
        assert one(folder({"b/z.txt": STORY}) / "b" / "z.txt").path == "z.txt"

    def test_two_folders_with_the_same_names_do_not_collide(self, folder: Folder) -> None:
        first, second = folder({"x/a.txt": STORY}), folder({"x/a.txt": STORY}, name="others")
        assert [item.path for item in read([first, second])] == ["x/a.txt", "others/x/a.txt"]

    def test_a_file_offered_twice_is_read_once(self, folder: Folder) -> None:
        where = folder({"a.txt": STORY})
        assert len(list(read([where, where / "a.txt", where]))) == 1


def test_a_date_far_ahead_is_kept_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("---\npublished: 2190-01-01\n---\n" + STORY)
    article = one(file)
    assert article.metadata.published == "2190-01-01"
    assert article.notes == ()  # a note that depends on today would make two builds of one input differ


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")))
@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".json", ".jsonl", ".bin"])
def test_every_file_gives_a_result_that_can_be_stored(tmp_path: Path, ending: str, content: bytes) -> None:
    file = tmp_path / f"a{ending}"
    file.write_bytes(content)
    found = list(read([file]))
    assert found
    for item in found:
        assert item.path.startswith(f"a{ending}")
        if isinstance(item, Rejected):
            assert item.reason.encode("utf-8")
