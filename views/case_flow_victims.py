"""Victims: how far their cases get within three years of identification, cohort by cohort."""

from charts import case_flow
from charts import format as reads
from charts.cohorts import in_words, of_span, span, spans
from charts.describe import blank_words, quality
from charts.format import MATURITIES, is_missing
from charts.in_brief import NOTHING, in_brief, range_of
from charts.release_words import inside
from languages import later, phrase
from release.read import Release
from views import case_flow_read, figure, frame, reading
from views.case_flow_filters import Choice
from views.filled import filled

METRIC = "attrition"
PEOPLE = later("victims identified")
FIRST = later("Identified")


def steps(release: Release, choice: Choice) -> list[case_flow.Step]:
    """The steps of the chosen cohort; none where nothing was reported by stage."""
    found = of_span(reading.counted_here(release, METRIC, choice.place, "stage"), choice.cohort)
    definition = reading.definitions(release).get(METRIC)
    return case_flow.victim_steps(definition, found, reading.labels(release)) if definition else []


def show(release: Release, choice: Choice) -> None:
    """The section."""
    frame.section(phrase("Victims: how far their cases get"))
    names = reading.labels(release)
    every = reading.counted_here(release, METRIC, choice.place, "stage")
    climbed = steps(release, choice)
    chart = climbed and case_flow.staircase(
        climbed, names, first=phrase(FIRST), people=phrase(PEOPLE), unit=phrase("victims")
    )
    case_flow_read.say_span([step.row for step in climbed], choice.cohort)
    if chart:
        if young := _young(climbed):
            frame.note(young)
        told = case_flow.told(climbed, phrase(PEOPLE), phrase(FIRST))
        figure.draw(release, chart, key="victims", name=METRIC, told=told)
    else:
        totals = reading.counted_here(release, METRIC, choice.place)
        reasons = [step.row for step in climbed] or every or totals
        frame.say(case_flow_read.why_none(reasons, choice.place, names))
    if every:
        _table(release, choice, every)
    if METRIC in reading.definitions(release):
        more = case_flow_read.titled(release, METRIC, choice.place, choice.cohort, choice.horizon)
        frame.note(
            filled(
                phrase(
                    "Counted in victims. Many victims may stand behind one suspect, so these numbers "
                    "are never divided by numbers of suspects. Many survivors do not want a trial; a "
                    "low last step is a question, not a verdict. All about it: {link}."
                ),
                link=more,
            )
        )


def _young(climbed: list[case_flow.Step]) -> str:
    row = climbed[-1].row
    if row["maturity"] not in ("provisional", "bounds_only"):
        return ""
    words = MATURITIES[row["maturity"]]
    young = phrase(
        "The cohort of {period} is too young: {state}.",
        period=in_words(span(row)),
        state=inside(words.label),
    )
    return f"{young} {words.meaning}"


def _table(release: Release, choice: Choice, every: list[dict]) -> None:
    definition, names = reading.definitions(release)[METRIC], reading.labels(release)
    by_span = {days: [row for row in every if span(row) == days] for days in spans(every)}
    climbed = {
        days: case_flow.victim_steps(definition, some, names) for days, some in by_span.items()
    }
    heads = list(dict.fromkeys(step.name for some in climbed.values() for step in some))
    lines = []
    for days, some in climbed.items():
        told = {step.name: _cell(step.row, definition) for step in some}
        lines.append(
            (
                in_words(days),
                reads.count(case_flow.entered(some)) or phrase("Not shown"),
                *(told.get(name, phrase(NOTHING)) for name in heads),
                how_old(some[-1].row),
            )
        )
    place = names.place(choice.place)
    frame.table(
        release,
        phrase(
            "{place}: victims by year of identification and step reached within {horizon}",
            place=place,
            horizon=reads.horizon(every[0]["horizon_days"]),
        ),
        (phrase("Identified in"), phrase("Victims"), *heads, phrase("Old enough?")),
        lines,
        (1,),
        name=METRIC,
        data=every,
    )


def _cell(row: dict, definition: dict) -> str:
    """The number; of a young cohort its range alone, as the last column says why."""
    between = range_of(row, "share")
    if quality(row) == "blank" and between:
        return phrase("Between {range}", range=between)
    return in_brief(row, definition)


def how_old(row: dict) -> str:
    """Whether a cohort could be followed to the end, or why nothing is told of it."""
    if not is_missing(row["maturity"]) and row["maturity"] in MATURITIES:
        words = MATURITIES[row["maturity"]].label
        return phrase("Yes") if row["maturity"] == "mature" else words
    return phrase("Not shown") if is_missing(row["blank"]) else blank_words(row).label
