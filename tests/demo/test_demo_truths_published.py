"""The made-up publications differ from the case data in the ways that are declared, and in no other."""

import pytest

from data.demo import TRUTHS

RULES = TRUTHS.published
OFFENCES = ("02041", "02042", "02043")


def printed(demo, place, source, edition, measure):
    """Year -> the figure."""
    return dict(
        demo.rows(
            f"SELECT year(period_start), value FROM official_counts WHERE jurisdiction = '{place}' "
            f"AND source = '{source}' AND vintage = '{edition}' AND measure = '{measure}'"
        )
    )


def prosecuted(demo, place, shift: int, main_charge_only: bool):
    """Year -> proceedings charged, from the files of the place."""
    main = f"AND h.is_primary AND h.offence IN {OFFENCES}" if main_charge_only else ""
    return dict(
        demo.rows(
            f"SELECT year(e.occurred_on + {shift}), count(DISTINCT e.subject_id) FROM events e "
            "JOIN charges h ON h.proceeding_id = e.subject_id AND h.jurisdiction = e.jurisdiction "
            f"WHERE e.event = 'charged' AND e.subject_kind = 'proceeding' AND e.jurisdiction = '{place}' "
            f"{main} GROUP BY ALL"
        )
    )


@pytest.mark.parametrize("place", RULES.jurisdictions)
def test_the_yearbook_counts_the_main_charge_by_year_of_registration(demo, place):
    told = printed(demo, place, RULES.series, "2025", "persons_prosecuted")
    counted = prosecuted(demo, place, RULES.registered_after, main_charge_only=True)
    assert sorted(told) == [2021, 2022, 2023, 2024]
    for year in (2021, 2022, 2023):
        assert told[year] == counted[year]
    assert told[2024] < counted[2024]


def test_the_bulletin_counts_everybody_charged_by_year_of_the_charge(demo):
    (place,) = RULES.bulletin
    told = printed(demo, place, RULES.bulletin_series, "2025", "persons_prosecuted")
    counted = prosecuted(demo, place, 0, main_charge_only=False)
    assert told == {year: counted[year] for year in told}


@pytest.mark.parametrize("place", RULES.jurisdictions)
def test_a_later_edition_completes_the_last_year_of_the_one_before(demo, place):
    for measure in ("persons_prosecuted", "victims_detected"):
        first = printed(demo, place, RULES.series, "2024", measure)
        second = printed(demo, place, RULES.series, "2025", measure)
        assert second[2023] > first[2023]
        assert second[2022] == first[2022]


def test_one_figure_is_kept_back_by_its_publisher(demo):
    hidden = demo.rows(
        "SELECT DISTINCT jurisdiction, year(period_start), measure, blank FROM official_counts WHERE value IS NULL"
    )
    assert hidden == [(*RULES.hidden[0], "suppressed")]
