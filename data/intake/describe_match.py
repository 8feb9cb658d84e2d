"""Which of our columns a foreign heading probably means."""

import difflib
import re
from collections.abc import Iterable

from data.intake.describe_headings import words_of
from data.intake.describe_values import Values
from data.schema import Column, code_lists

PHRASES = {
    "case_id": "case|case id|case number|case num|case no|docket|docket number|fir number|file number",
    "defendant_id": "defendant|defendant id|accused id|offender id|suspect id|case participant id|unique id",
    "victim_id": "victim|victim id|survivor id|beneficiary id|client id|victim pseudonym",
    "charge_id": "charge id|count id",
    "proceeding_id": "proceeding id|trial id|court case id",
    "sex": "sex|gender|def gender|victim gender",
    "age_band": "age|age band|age group|arrest age|age at incident|age broad",
    "age_group": "age|age group",
    "citizenship_group": "citizenship|nationality|country of citizenship|citizen",
    "offence": "offence|offense|statute|charged offense|offense category",
    "jurisdiction": "country|state|jurisdiction|iso3|iso3 code|country code|area name|state ut|province",
    "agency_id": "agency|agency id|reporting agency|police station|law enforcement agency",
    "exploitation_form": "exploitation|exploitation type|form of exploitation|type of exploitation|trafficking type",
    "victim_count": "victims|number of victims|num vic|victim count",
    "defendant_count": "defendants|number of defendants|num def|defendant count",
    "value": "value|count|number|txt value|figure|cases|persons",
    "measure": "indicator|measure|variable",
    "offence_label": "crime head|offence|offense|crime|group name",
    "breakdown": "dimension|breakdown",
    "category": "category|sub group name|subgroup",
    "months": "sentence months|months|term|sentence",
    "amount": "amount|fine|compensation amount|sum",
    "currency": "currency",
}
"""Our column -> how offices head it; words only, case and separators do not matter."""

EVENTS = {
    "identified": "identif|recogni|detected",
    "referred": "referr",
    "arrested": "arrest",
    "arraigned": "arraign",
    "charged": "charg|indict|prosecut|filed",
    "trial_started": "trial|hearing",
    "disposition": "dispos|verdict|judg|decision|outcome",
    "sentenced": "sentenc|^sent",
    "appealed": "appeal",
    "terminated": "terminat",
    "closed": "clos|resol|end",
    "opened": "open|receiv|regist|incident|start|intake",
}
"""Event -> how headings of date columns speak of it; the first that fits is taken."""

LIKE_ENOUGH = 0.8


def likeness(heading: str, column: str) -> float:
    """How probable it is that a heading means a column of ours, 0 to 1."""
    words = words_of(heading)
    phrases = [column.replace("_", " "), *PHRASES.get(column, "").split("|")]
    return max(difflib.SequenceMatcher(None, words, phrase).ratio() for phrase in phrases if phrase)


def best_heading(column: str, headings: Iterable[str]) -> str | None:
    """The heading that most probably means the column, or None where no heading is like it."""
    scored = [(likeness(heading, column), heading) for heading in headings]
    best = max(scored, default=(0.0, ""), key=lambda pair: pair[0])
    return best[1] if best[0] >= LIKE_ENOUGH else None


def event_of(heading: str) -> str | None:
    """The event whose day a date column holds, judged by its heading."""
    words = words_of(heading)
    return next((event for event, sign in EVENTS.items() if re.search(sign, words)), None)


def codes_for(column: Column, values: Values) -> dict[str, str | None]:
    """For each frequent value the code it most probably is, None where nothing is near."""
    allowed = code_lists()[column.codes].codes if column.codes else {}
    return {shown: _code_for(shown, allowed) for shown in values.shown}


def _code_for(shown: str, allowed: dict) -> str | None:
    text = words_of(shown)
    spoken = {}
    for code, entry in allowed.items():
        for name in (code, entry.label, entry.standard_code or ""):
            if name:
                spoken.setdefault(words_of(name), code)
    if text in spoken:
        return spoken[text]
    # One letter stands for the only code that begins with it.
    starting = {code for name, code in spoken.items() if len(text) == 1 and name.startswith(text)}
    if len(starting) == 1:
        return starting.pop()
    # "Detected trafficking victims" says all that "Victims detected" says.
    inside = [name for name in spoken if len(name) > 3 and set(name.split()) <= set(text.split())]
    if inside:
        return spoken[max(inside, key=len)]
    near = difflib.get_close_matches(text, spoken, n=1, cutoff=LIKE_ENOUGH)
    return spoken[near[0]] if near else None
