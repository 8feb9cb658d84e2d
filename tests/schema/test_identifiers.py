"""Prose that would tell who somebody is, is recognised; prose about law is not mistaken for it."""

import string

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from data.schema.identifiers import SIGNS, shows_address, shows_number, signs_in, words

SHOWN = {
    "address": [
        "name@example.org", "a ＠ b", "name (at) example.org", "name[at]example[dot]org",
        "Name at example dot org", "a{at}b", "https://www.facebook.com/some.body", "t.me/somebody", "x.com/somebody",
    ],
    "number": [
        "+44 20 7946 0958", "06 12 34 56 78", "06/12/34/56/78", "06.12.34.56.78", "(030) 123 456",
        "2012 3456", "2012-3456", "+1 2010 2011", "0612345678", "850209-1234", "555-1234", "1 2 3 4 5 6",
        "06\u201112\u201134\u201156", "06\u00a012\u00a034\u00a056", "0\u200b6\u200b1\u200b2\u200b3\u200b4",
        "٠٦١٢٣٤٥٦٧٨", "０６１２３４", "VICTIM-0000017", "case 123456", "GB29 NWBK 6016 1331 9268 19",
        "06\n12\n34\n56", "Article 123456", "Law 12 345 678", "12345/678901",
    ],
    "birth": [
        "born on 2 May 1990", "born May 2, 1990", "Born 1990", "born in 1990", "date of birth: 2 May 1990",
        "DOB 02.05.1990", "D.O.B. 1990", "née le 2 mai 1990", "nacida el 2 de mayo", "geboren am 2. Mai",
        "Date de naissance : 1990", "passport AB12345", "Passport No. 1234", "passport number: X12",
        "identity card 12-34", "pasaporte 1234",
    ],
}  # fmt: skip

NOT_SHOWN = [
    "The Act covers acts, means and purposes.",
    "Application no. 25965/04, judgment of 7 January 2010, paragraphs 296-298",
    "Directive 2011/36/EU as amended by Directive 2024/1712",
    "CETS 197, Article 13(1): 30 days",
    "In 2015 12 of 30 files met it, in 2016 14",
    "The plans of 2012-2015, 2016-2020 and 2021 to 2025",
    "From 2010-05-02 until 03.03.2011, and again on 1/4/2012",
    "Public Law 106-386, 22 U.S.C. 7101-7114, § 112",
    "ECLI:CE:ECHR:2010:0107JUD002596504",
    "Case C-123/20; SI 2015/1472; GRETA(2020)12; CTOC/COP/WG.4/2011/3; A/RES/64/293",
    "A budget of 1,250,000 euros, or 12.5 % more than in 2019",
    "Passports were withheld in 12 cases; 3 identity documents were found",
    "It is published at www.example.org on 2 May, and people look at the dot",
    "Articles 3, 5, 13, 14, 15, 18, 25 and 26; Articles 225-4-1 to 225-4-9",
    "2010 2011 2012, or 2010, 2011, 2012",
    "1. First.\n2. Second.\n3. Third.\n4. Fourth.\n5. Fifth.\n6. Sixth.",
    "Children born of exploitation are covered; the centre was born out of need in 2015",
    "Adverts on facebook.com and on Telegram; see www.example.com/report",
    "=SUM(A1:A3) <b>bold</b> & 'quoted' -- 5; +3 points",
    "ILO P029, R203; UNTOC 34(2); Law No. 2003-239; décret no. 2013-711",
]


@pytest.mark.parametrize(
    ("sign", "text"), [(s, text) for s, several in SHOWN.items() for text in several]
)
def test_what_tells_of_a_person_is_recognised(sign, text):
    assert sign in signs_in(text)
    assert sign in signs_in(f"It was said of them: {text}. Nothing was done.")


@pytest.mark.parametrize("text", NOT_SHOWN)
def test_prose_about_law_is_let_through(text):
    assert signs_in(text) == []


def test_every_sign_has_examples():
    assert set(SHOWN) == set(SIGNS)


NAMES = st.text(string.ascii_letters + string.digits + "._-", min_size=1, max_size=12).map(
    lambda text: f"a{text}b"
)
EMAILS = st.builds(
    "{}@{}.org".format, NAMES, st.text(string.ascii_lowercase, min_size=1, max_size=9)
)
TELEPHONES = st.builds(
    lambda first, parts, sign: first + sign.join(parts),
    st.sampled_from(["+", "0", ""]),
    st.lists(st.text(string.digits, min_size=3, max_size=3), min_size=3, max_size=5),
    st.sampled_from([" ", "-", ".", "", "/", " - "]),
)
"""Groups of three digits, so that none of them is a year."""
# Letters and punctuation of every script; digits of the text around are in the worked examples.
AROUND = st.text(st.characters(exclude_categories=["Cs", "Cc", "Nd", "No", "Nl"]), max_size=60)


@given(before=AROUND, after=AROUND, email=EMAILS)
@example(before="", after="", email="a1b@c.org")
def test_an_address_put_anywhere_is_found(before, after, email):
    assert shows_address(f"{before}{email}{after}")


@given(before=AROUND, after=AROUND, telephone=TELEPHONES)
@example(before="Article ", after="", telephone="123 456 789")
def test_a_telephone_put_anywhere_is_found(before, after, telephone):
    assert shows_number(f"{before} {telephone} {after}")


YEARS = st.integers(1990, 2030).map(str)
CITED = st.one_of(
    YEARS,
    st.builds("{}-{}".format, YEARS, YEARS),
    st.builds("no. {}/{:02d}".format, st.integers(1, 99_999), st.integers(0, 99)),
    st.builds("Directive {}/{}".format, YEARS, st.integers(1, 9_999)),
    st.builds("Article {}({})".format, st.integers(1, 999), st.integers(1, 9)),
    st.builds("CETS {}".format, st.integers(1, 299)),
    st.builds("{} of {} files".format, st.integers(0, 999), st.integers(1, 999)),
    st.dates().map(lambda day: f"{day.day} May {day.year}"),
    st.integers(0, 10**12).map("{:,} euros".format),
)
PLAIN = st.sampled_from(
    "the law was changed and now covers all duties since then as found by courts in".split()
)


@given(st.lists(st.one_of(PLAIN, CITED.map("in {},".format)), max_size=30))
def test_plain_prose_with_years_and_numbers_of_cases_passes(parts):
    assert signs_in(" ".join(parts)) == []


@given(
    before=AROUND,
    after=AROUND,
    word=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.:/-]{5,30}", fullmatch=True),
)
def test_an_identifier_among_other_words_is_one_of_them(before, after, word):
    assume(word[-1] not in "._:/-")
    assert word.lower() in words(f"{before} {word}, {after}")
    assert word.lower() in words(f"{before} {word}.")


def test_an_identifier_behind_a_colon_or_a_stroke_is_a_word_too():
    assert {"xaa-v0000012", "victim_7"} <= set(words("case:XAA-V0000012/2 and (VICTIM_7)."))
