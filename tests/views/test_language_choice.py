"""A reader's language: chosen in the address, kept on the way to other pages, and no other reader's business."""

import re
from threading import Thread

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import languages
from languages import catalogue, phrase, speaking
from languages.pseudo import PSEUDO
from tests.views.conftest import ROOT
from views import cached, filter_box, html, making

WORDS = {
    "Overview": "Vue générale",
    "Look up": "Chercher",
    "What matters now": "Ce qui compte",
    "Place": "Lieu",
    "By {breakdown}": "Par {breakdown}",
    "Gap": "Écart",
}


@pytest.fixture(autouse=True)
def french(monkeypatch):
    """A few words of French, whatever the catalogue holds."""
    whole = {(None, english): said for english, said in WORDS.items()}
    held = catalogue._catalogue.__wrapped__

    def of(language: str):
        return (whole, lambda number: number > 1) if language == "fr" else held(language)

    monkeypatch.setattr(catalogue, "_catalogue", of)
    monkeypatch.setattr(catalogue, "known", lambda: ("en", "fr"))
    monkeypatch.setattr(languages, "known", lambda: ("en", "fr"))
    monkeypatch.setattr("views.language._held", lambda: {"en", "fr", PSEUDO})


@pytest.fixture
def opened(releases, monkeypatch):
    """Opens a page anew, with what its address asks for."""
    monkeypatch.setenv("ANSWERABLE_RELEASES", str(releases))

    def open_page(path: str, **query) -> AppTest:
        run = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        run._page_hash = calc_hash(path)
        for name, value in query.items():
            run.query_params[name] = value
        run.run()
        assert not run.exception
        return run

    return open_page


def _html(run: AppTest) -> str:
    return "\n".join(each.proto.body for each in run.get("html"))


def _links(run: AppTest) -> list[str]:
    """Addresses of the links to pages of this dashboard."""
    return [each for each in re.findall(r'href="([^"#]+)"', _html(run)) if "://" not in each]


def _sections(run: AppTest) -> list[str]:
    return [each.value for each in run.header]


def test_english_is_spoken_where_nothing_else_is_asked_for(opened):
    run = opened("")
    assert "What matters now" in _sections(run)
    assert "lang=" not in _html(run).replace('lang="en" hreflang', "").replace(
        'lang="fr" hreflang', ""
    )
    assert not any("language=" in each for each in _links(run) if each != "?language=fr")


@pytest.mark.parametrize("language", ["xx", "../../etc/passwd", "", "FR"])
def test_a_language_nobody_wrote_is_english(opened, language):
    assert "What matters now" in _sections(opened("", language=language))


def test_the_address_asks_for_a_language(opened):
    run = opened("", language="fr")
    assert "Ce qui compte" in _sections(run)
    # A text without translation is shown in English rather than not at all.
    assert "Questions" in _sections(run)
    assert '<div lang="fr" dir="ltr">' in _html(run)


def test_every_way_on_keeps_the_language(opened):
    run = opened("", language="fr")
    elsewhere = [each for each in _links(run) if not each.startswith("?")]
    assert elsewhere
    assert all("language=fr" in each for each in elsewhere)
    links = run.sidebar.get("page_link")
    assert links
    assert all("language=fr" in each.proto.query_string for each in links)


def test_names_of_pages_follow_and_their_addresses_do_not(opened):
    english, french = (opened("", **asked) for asked in ({}, {"language": "fr"}))
    told = [[each.proto for each in run.sidebar.get("page_link")] for run in (english, french)]
    assert [each.page for each in told[0]] == [each.page for each in told[1]]
    assert told[0][0].label == "Overview"
    assert told[1][0].label == "Vue générale"


def test_languages_are_offered_in_their_own_names_and_keep_the_view(opened):
    run = opened("clearance_rate", language="fr", jurisdiction="Borovia (XAB)")
    assert '<a href="?jurisdiction=Borovia+%28XAB%29" lang="en" hreflang="en">English</a>' in _html(
        run
    )
    assert re.search(r'lang="fr" hreflang="fr" aria-current="true">Français<', _html(run))


def test_samples_are_spoken_and_not_offered(opened):
    run = opened("", language=PSEUDO)
    assert "⟦What matters now⟧" in _sections(run)
    assert f'hreflang="{PSEUDO}"' not in _html(run)


def test_what_is_chosen_reads_the_same_in_the_address_in_every_language(opened):
    english = opened("clearance_rate", jurisdiction="Borovia (XAB)", breakdown="By agency")
    french = opened(
        "clearance_rate", language="fr", jurisdiction="Borovia (XAB)", breakdown="By agency"
    )
    chosen = [{each.key: each.value for each in run.selectbox} for run in (english, french)]
    assert chosen[0] == chosen[1]
    assert chosen[1]["breakdown"] == "agency"
    assert "Par agency" in french.selectbox(key="breakdown").options
    assert french.query_params["breakdown"] == "By agency"
    view = [next(each for each in _links(run) if "breakdown=" in each) for run in (english, french)]
    assert view[1] == f"{view[0]}&amp;language=fr"


def test_a_choice_is_written_into_the_address_in_english(opened):
    run = opened("clearance_rate", language="fr", jurisdiction="Borovia (XAB)")
    with speaking("fr"):
        run.selectbox(key="breakdown").set_value("agency").run()
    assert not run.exception
    assert run.query_params["breakdown"] == "By agency"
    with speaking("fr"):
        run.selectbox(key="breakdown").set_value("total").run()
    assert "breakdown" not in run.query_params


def test_the_address_wins_on_the_way_back(opened):
    run = opened(
        "clearance_rate", language="fr", jurisdiction="Borovia (XAB)", breakdown="By agency"
    )
    run.query_params["breakdown"] = "All together"
    with speaking("fr"):
        run.run()
    assert run.selectbox(key="breakdown").value == "total"
    run.query_params["breakdown"] = "By agency"
    with speaking("fr"):
        run.run()
    assert run.selectbox(key="breakdown").value == "agency"
    del run.query_params["breakdown"]
    with speaking("fr"):
        run.run()
    assert run.selectbox(key="breakdown").value == "total"


def test_pages_kept_ready_never_speak_the_language_of_another_reader(opened):
    first, _, again = (
        opened("", **asked) for asked in ({"language": "fr"}, {}, {"language": "fr"})
    )
    assert _html(again) == _html(first)
    english = opened("")
    assert "Ce qui compte" not in _sections(english)
    assert "language=fr" not in "".join(
        each for each in _links(english) if not each.startswith("?")
    )


def test_two_readers_at_once_are_each_answered_in_their_language(opened):
    told: dict[str, list[str]] = {}

    def read(language: str) -> None:
        for _ in range(2):
            told.setdefault(language, []).extend(_sections(opened("", language=language)))

    readers = [Thread(target=read, args=(language,)) for language in ("en", "fr")]
    for each in readers:
        each.start()
    for each in readers:
        each.join()
    assert "What matters now" in told["en"] and "Ce qui compte" not in told["en"]
    assert "Ce qui compte" in told["fr"] and "What matters now" not in told["fr"]


def test_what_holds_words_is_made_once_a_language():
    made = []

    @cached.said_data()
    def told(_release, name: str) -> str:
        made.append(name)
        return f"{phrase('Gap')} {name}"

    for _ in range(2):
        assert told(object(), "a") == "Gap a"
        with speaking("fr"):
            assert told(object(), "a") == "Écart a"
    assert made == ["a", "a"]
    assert told(object(), name="b") == "Gap b"


def test_links_carry_the_language_and_nothing_in_english():
    assert html.link("More", "methods") == '<a href="methods">More</a>'
    with speaking("fr"):
        assert html.link("Plus", "methods") == '<a href="methods?language=fr">Plus</a>'
        assert html.spoken("Oui") == '<div lang="fr" dir="ltr">Oui</div>'
        assert html.as_stored("Treaty") == '<span lang="en">Treaty</span>'
    with speaking("ar"):
        assert 'dir="rtl"' in html.spoken("نعم")
    assert html.spoken("Yes") == "Yes"


def test_words_for_an_address_are_english():
    with speaking("fr"):
        assert (
            filter_box.in_address(lambda code: phrase("By {breakdown}", breakdown=code), "x")
            == "By x"
        )


def test_files_are_made_in_the_language_of_the_page(monkeypatch):
    asked = []

    class Done:
        returncode, stdout = 0, b"file"

    monkeypatch.setattr(
        making.subprocess, "run", lambda command, **_: asked.append(command) or Done()
    )
    making.made("pdf", "a page", "fr")
    assert asked[0][-2:] == ["pdf", "fr"]
