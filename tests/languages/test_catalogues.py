"""Every language that is offered translates every fixed text, with the same {names}, in the typography of its own."""

import re
from collections import Counter

import pytest

from languages import ENGLISH, known
from languages.catalogue import FOLDER
from languages.gathering import gathered, lacking, read
from languages.release_texts import CONTEXTS

OFFERED = [language for language in known() if language != ENGLISH]
WRITTEN = sorted(path.stem for path in FOLDER.glob("*.po"))
NARROW, WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


def translated(language: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """(English forms, translated forms) of every text that has a translation."""
    found = []
    for message in read(FOLDER / f"{language}.po"):
        english = message.id if isinstance(message.id, tuple | list) else (message.id,)
        said = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id and all(said):
            found.append((tuple(english), tuple(said)))
    return found


def names_in(text: str) -> Counter:
    return Counter(re.findall(r"\{(\w+)\}", text))


def test_the_program_has_texts_to_translate():
    assert len(list(gathered())) > 1000


def test_texts_of_the_program_never_stand_in_a_context_of_a_release():
    assert not [message.id for message in gathered() if message.context in CONTEXTS]


@pytest.mark.parametrize("language", OFFERED)
def test_a_language_that_is_offered_lacks_no_text(language):
    assert lacking(read(FOLDER / f"{language}.po")) == []


@pytest.mark.parametrize("language", OFFERED)
def test_a_language_that_is_offered_leaves_nothing_open(language):
    """Nor any of what releases say and the catalogue names: a word of another language in the middle of a form."""
    texts = [message for message in read(FOLDER / f"{language}.po") if message.id]
    assert len(translated(language)) == len(texts), [one.id for one in texts if not one.string]


@pytest.mark.parametrize("language", WRITTEN)
def test_translations_name_the_same_things(language):
    wrong = [
        (english, each)
        for english, said in translated(language)
        for each in said
        if set(names_in(each)) not in [set(names_in(form)) for form in english]
    ]
    assert wrong == []


@pytest.mark.parametrize("language", WRITTEN)
def test_translations_begin_and_end_as_their_texts_do(language):
    def edges(text):
        return text[:1].isspace(), text[-1:].isspace()

    # French sets a space before such a sign, also where a text begins with it.
    sign = rf"^[{NARROW}{WIDE}](?=[;:!?])"
    wrong = [
        each
        for english, said in translated(language)
        for each in said
        if edges(re.sub(sign, "", each)) != edges(english[0])
    ]
    assert wrong == []


@pytest.mark.skipif("fr" not in WRITTEN, reason="there is no French catalogue")
def test_french_signs_stand_behind_spaces_that_do_not_break():
    """A line never begins with ; : ! ? or %; apostrophes and quotation marks are those of print."""
    wrong = []
    for _, said in translated("fr"):
        for text in said:
            bare = re.sub(r"\{\w+\}|https?://\S+|\S+::\S+", "x", text)
            if re.search(r" [;:!?%»]|« |[^\s«]'|'[^\s]", bare) or re.search(
                rf"[^\s{NARROW}{WIDE}][;!?](?=\s|$)", bare
            ):
                wrong.append(text)
    assert wrong == []
