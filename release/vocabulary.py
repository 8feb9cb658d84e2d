"""Every code of every code list as rows, so that a release explains its own codes."""

import pandas as pd

from data.schema import code_lists
from metrics.definition import DIRECTIONS, KINDS, VALUE_UNITS
from metrics.groupings import merged_labels

# Words of the results that are not codes of the case model.
OWN = {
    "kind": {
        "share": ("Share", "Part of the denominator, 0 to 1."),
        "ratio": ("Ratio of two flows", "Two counts of the same time; not a part of a whole."),
        "count": ("Count", "A number of things."),
        "time_to_event": (
            "Time to an event",
            "Those still waiting are counted for as long as they waited.",
        ),
        "survey_score": ("Survey score", "Of those who answered."),
        "money_funnel": ("Money along its way", "Sums of one currency, claimed, awarded, paid."),
        "stock_to_flow": (
            "Stock over flow",
            "What is open, measured by what was ended in the year.",
        ),
        "completeness": (
            "Completeness",
            "What was seen of what should have been; nothing is estimated.",
        ),
        "published": ("Published figure", "As somebody else printed it, or two of theirs divided."),
        "stock_age": ("Stock and its age", "What is open on the last day, and for how long."),
        "stock_share": ("Share of the stock", "Of what is open on the last day."),
        "rate": ("Rate", "Events over the people, or the time, they could have befallen."),
        "mix": ("Mix", "How a whole is made up; the shares of its members add up to 1."),
        "amount": ("Sum of money", "Each currency by itself."),
        "mean": ("Mean", "An amount for each unit, on average."),
        "quantity": (
            "Quantity",
            "Figures that agencies keep of themselves, as they reported them.",
        ),
        "recurrent": (
            "Events that come again",
            "How many had come to one person on average, by so many days.",
        ),
        "survey_weighted": (
            "Weighted survey score",
            "Answers weighted so that those who answered resemble all who could have.",
        ),
        "agreement": ("Agreement of readers", "Files read twice, beyond what chance alone brings."),
    },
    "good_direction": {
        "up": ("Higher is better", None),
        "down": ("Lower is better", None),
        "neither": ("Neither is better by itself", None),
    },
    "value_unit": {
        "share": ("Share", "0 to 1."),
        "ratio": ("Ratio", None),
        "days": ("Days", None),
        "months": ("Months", None),
        "count": ("Count", None),
        "mean": ("Mean", "On average for each unit counted."),
        "agreement": (
            "Agreement",
            "1 where two readers always agree, 0 where chance would do as well.",
        ),
        "money": ("Money", "In the currency of the row."),
        "per_hundred_thousand": ("Per 100,000 inhabitants", None),
        "per_hundred_person_years": (
            "Per 100 person-years",
            "Years followed, all persons together.",
        ),
    },
    "maturity": {
        "mature": ("Mature", "Everybody could be followed to the horizon."),
        "provisional": (
            "Provisional",
            "Most could be followed to the horizon; the number will change.",
        ),
        "bounds_only": ("Bounds only", "Too few could be followed: only the range is told."),
    },
    "period_kind": {
        "period": ("Period", "Things that happened in it."),
        "cohort": ("Cohort", "People who entered in it."),
        "stock": ("Stock", "Things open at its end."),
    },
    # Members of breakdowns that populations work out from several columns.
    "age_group": {
        "adult": ("Adult", None),
        "child": ("Child", "Under 18."),
        "legal_person": ("Legal person", "A company or other body, which has no age."),
        "unknown": ("Unknown", None),
    },
    "sex": {"legal_person": ("Legal person", "A company or other body, which has no sex.")},
    "agency_kind": {"unknown": ("Unknown", None)},
    "cross_border": {
        "yes": ("Across borders", None),
        "no": ("Within the country", None),
        "unknown": ("Unknown", None),
    },
    "support": {
        "yes": ("With support", "Received at least one service."),
        "no": ("Without support", None),
        "unknown": ("Unknown", None),
    },
    "charging_decision": {
        "charged_trafficking": ("Charged with trafficking", None),
        "charged_other": ("Charged with something else", None),
        "closed_without_charge": ("Closed without charge", None),
        "unknown": ("Unknown", None),
    },
    "field": {
        "sex": ("Sex", None),
        "age": ("Age", None),
        "citizenship": ("Citizenship", None),
        "exploitation_form": ("Form of exploitation", None),
        "migration_status": ("Migration status", None),
        "referred_by": ("Who referred", None),
    },
    "assumption": {
        "silent_third_of_odds": ("If the silent were satisfied at a third of the odds", None),
        "silent_half_of_odds": ("If the silent were satisfied at half the odds", None),
        "silent_twice_the_odds": ("If the silent were satisfied at twice the odds", None),
        "silent_three_times_the_odds": (
            "If the silent were satisfied at three times the odds",
            None,
        ),
    },
    # Members of details that no column of the case model holds as such.
    "stage": {
        "investigated": ("Investigated", "A case of the victim was opened."),
        "charged": ("Charged", "Somebody was charged in a case of the victim."),
        "tried": ("Tried", "A trial began in a case of the victim."),
        "convicted": ("Convicted", "Somebody was convicted in a case of the victim."),
    },
    # Series that a source's code names; a series without words here reads as its code.
    "publication": {
        "unodc_glotip": (
            "United Nations Office on Drugs and Crime (UNODC), data of the Global Report on Trafficking in Persons",
            "What States told UNODC; figures below five are printed as <5.",
        ),
        "ncrb_court_disposal": (
            "National Crime Records Bureau of India (NCRB), Crime in India, disposal of cases by courts",
            None,
        ),
        "ncrb_trials": (
            "National Crime Records Bureau of India (NCRB), Crime in India, trials by courts",
            None,
        ),
        "demo_yearbook": (
            "Yearbook of trafficking figures (made up for the demo)",
            "Counts by the year of registration, and a person under the main charge only.",
        ),
        "demo_bulletin": (
            "Bulletin of the ministry of justice (made up for the demo)",
            "Counts every person charged, by the year of the charge.",
        ),
    },
    "source": {
        "case": ("Case data", "Counted from case data and protected."),
        "official": ("Official figure", "Published by somebody else; shown as printed."),
    },
}


def vocabulary() -> pd.DataFrame:
    """Rows of the release table `vocabulary`. Raises ValueError when a word of the definitions has none."""
    check_words_are_known()
    rows = [
        (name, code.code, code.label, code.note)
        for name, codes in code_lists().items()
        for code in codes.codes.values()
    ]
    rows += [(name, code, *words) for name, codes in OWN.items() for code, words in codes.items()]
    rows += [
        (name, code, label, "Several categories told together.")
        for name, labels in merged_labels().items()
        for code, label in labels.items()
    ]
    return pd.DataFrame(rows, columns=["list", "code", "label", "meaning"], dtype=object)


def check_words_are_known() -> None:
    """Raise ValueError when a word that definitions may use has no label here."""
    allowed = {"kind": KINDS, "good_direction": DIRECTIONS, "value_unit": VALUE_UNITS}
    for name, words in allowed.items():
        if set(words) != set(OWN[name]):
            raise ValueError(f"The vocabulary of {name} does not match its declaration.")
