"""Texts, plurals, numbers and days follow the language of a thread of work, and of that thread only."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from charts import format as reads
from charts import release_words
from charts.labels import Labels
from languages import (
    catalogue,
    decimal,
    later,
    percent,
    phrase,
    phrase_for,
    phrase_in,
    speaking,
    whole,
)
from languages.constants import Said, SaidLines

NARROW = "\N{NARROW NO-BREAK SPACE}"
GREETING = later("{count} places answer")
PO = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

msgid "{count} places answer"
msgstr "Réponse de {count} lieux"

msgid "{number} place"
msgid_plural "{number} places"
msgstr[0] "{number} lieu"
msgstr[1] "{number} lieux"

msgctxt "breakdown"
msgid "All"
msgstr "Ensemble"

msgctxt "metric title"
msgid "Cases opened"
msgstr "Affaires ouvertes"

#, fuzzy
msgid "guessed"
msgstr "deviné"
"""


@pytest.fixture(autouse=True)
def small_catalogue(tmp_path, monkeypatch):
    """A French of five texts, so that these promises do not depend on how a translator words things."""
    (tmp_path / "fr.po").write_text(PO, encoding="utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    catalogue._catalogue.cache_clear()
    yield
    catalogue._catalogue.cache_clear()


def test_a_text_is_said_in_the_language_and_english_where_there_is_none():
    assert phrase(GREETING, count=3) == "3 places answer"
    with speaking("fr"):
        assert phrase(GREETING, count=3) == "Réponse de 3 lieux"
        assert phrase("not in the catalogue") == "not in the catalogue"
        assert phrase("guessed") == "guessed"
    assert phrase(GREETING, count=3) == "3 places answer"


def test_one_word_has_the_translation_of_its_context():
    with speaking("fr"):
        assert phrase_in("breakdown", "All") == "Ensemble"
        assert phrase("All") == "All"


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        (0, "0 places", "0 lieu"),
        (1, "1 place", "1 lieu"),
        (2, "2 places", "2 lieux"),
        (1393, "1,393 places", f"1{NARROW}393 lieux"),
    ],
)
def test_a_number_asks_for_its_form(number, english, french):
    assert phrase_for(number, "{number} place", "{number} places") == english
    with speaking("fr"):
        assert phrase_for(number, "{number} place", "{number} places") == french


def test_constants_are_said_when_they_are_read():
    words = Said({"a": GREETING})
    lines = SaidLines(GREETING, (GREETING, "code"))
    with speaking("fr"):
        assert (
            words["a"] == words.get("a") == next(iter(words.values())) == "Réponse de {count} lieux"
        )
        assert list(lines) == ["Réponse de {count} lieux", ("Réponse de {count} lieux", "code")]
    assert dict(words) == {"a": GREETING}


def test_numbers_follow_the_language():
    assert (whole(1393), decimal(1393.2, 2), percent(0.623)) == ("1,393", "1,393.20", "62.3%")
    with speaking("fr"):
        assert (whole(1393), decimal(1393.2, 2), percent(0.623)) == (
            f"1{NARROW}393",
            f"1{NARROW}393,20",
            f"62,3{NARROW}%",
        )
    with speaking("de"):
        assert whole(1393) == "1.393"


@pytest.mark.parametrize(
    ("when", "french"),
    [(date(2025, 12, 31), "31 décembre 2025"), (date(2025, 8, 1), "1er août 2025")],
)
def test_days_follow_the_language(when, french):
    with speaking("fr"):
        assert reads.day(when) == french


def test_an_interval_says_its_unit_once():
    assert reads.interval(0.551, 0.684, "share") == "55.1% to 68.4%"
    assert reads.interval(1200, 3400, "money", "EUR") == "EUR 1,200 to 3,400"
    assert reads.interval(300, 512, "days") == "300 to 512 days"
    assert reads.interval(3.1, None, "per_hundred_thousand") == "at least 3.10 per 100,000"


def test_labels_read_for_one_reader_serve_another():
    labels = Labels.from_records([{"jurisdiction": "XAA", "name": "Altaria"}], [])
    definition = {"title": "Cases opened"}
    with speaking("fr"):
        assert labels.category("total", "total") == "Ensemble"
        assert release_words.title(definition) == "Affaires ouvertes"
    assert labels.category("total", "total") == "All"
    assert release_words.title(definition) == "Cases opened"


def test_a_text_left_in_english_is_known_to_be():
    title, other = "Cases opened", "Nobody has translated this"
    assert release_words.is_translated(other, release_words.TITLE)
    with speaking("fr"):
        assert release_words.is_translated(title, release_words.TITLE)
        assert not release_words.is_translated(other, release_words.TITLE)
        assert release_words.language_of(title, release_words.TITLE) == "fr"
        assert release_words.language_of(other, release_words.TITLE) == "en"


def test_two_threads_speak_two_languages_at_once():
    together = Barrier(2, timeout=30)

    def say(language):
        with speaking(language):
            together.wait()
            first = phrase(GREETING, count=1)
            together.wait()
            return first, phrase(GREETING, count=1), whole(1000)

    with ThreadPoolExecutor(2) as threads:
        french, english = threads.map(say, ("fr", "en"))
    assert french == ("Réponse de 1 lieux", "Réponse de 1 lieux", f"1{NARROW}000")
    assert english == ("1 places answer", "1 places answer", "1,000")
