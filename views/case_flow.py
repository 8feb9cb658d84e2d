"""How far do cases get, and where do they end?"""

from charts import case_flow
from charts.case_flow_ends import ENDS
from charts.describe import moment
from charts.in_brief import in_brief
from languages import later, phrase
from release.read import Release
from views import (
    case_flow_ages,
    case_flow_charged,
    case_flow_exits,
    case_flow_filters,
    case_flow_limits,
    case_flow_rates,
    case_flow_read,
    case_flow_suspects,
    case_flow_victims,
    frame,
    reading,
    tiles,
)
from views.case_flow_filters import Choice
from views.summaries import summaries

ADDRESS, TITLE = "case_flow", later("Case flow")
IN_SHORT = (
    "attrition",
    "charge_rate",
    "end_to_end_conviction",
    "cohort_conviction",
    "court_conviction_rate",
    "cases_with_conviction",
)
METRICS = (*IN_SHORT, *ENDS, *case_flow_exits.MIXES, case_flow_exits.WITHDRAWN)
ALWAYS = (
    later(
        "Victims and suspects are counted in two separate ways and never divided by one another: one "
        "suspect may have harmed many people, and one victim may have been harmed by many."
    ),
    later("Whoever was never identified or suspected stands in none of these numbers."),
    later("A range is not a forecast: nobody knows how open cases will end."),
)


def show(release: Release) -> None:
    """The page."""
    frame.heading(phrase(TITLE), phrase("How far do cases get, and where do they end?"))
    choice = case_flow_filters.choose(release, ADDRESS)
    if choice is None:
        frame.announce(
            phrase("This release holds no results of any place, so there is nothing to show.")
        )
        return
    frame.announce(answer(release, choice))
    if shown := case_flow_read.known(release, IN_SHORT):
        _in_short(release, choice, shown)
    case_flow_victims.show(release, choice)
    case_flow_suspects.show(release, choice)
    case_flow_charged.show(release, choice)
    case_flow_exits.show(release, choice)
    case_flow_rates.show(release, choice)
    case_flow_ages.show(release, choice)
    case_flow_limits.show(release, dict.fromkeys(METRICS), choice.place, ALWAYS)


def _in_short(release: Release, choice: Choice, metric_ids: tuple[str, ...]) -> None:
    frame.section(phrase("In short"))
    found = summaries(release, metric_ids, choice.place, choice.cohort, horizon=choice.horizon)
    more = {"attrition": [phrase("The last step: who saw a conviction")]}
    frame.html(
        tiles.together(
            tiles.tile(release, each, choice.place, more.get(each.metric_id, ())) for each in found
        )
    )


def answer(release: Release, choice: Choice) -> str:
    """Victims in one sentence, people charged in the next."""
    names = reading.labels(release)
    where = names.place(choice.place)
    climbed = case_flow_victims.steps(release, choice)
    if climbed:
        said = f"{case_flow.headline(climbed, names, phrase(case_flow_victims.PEOPLE))}."
    else:
        said = phrase(
            "Nothing is published of how far the cases of victims get in {place}.", place=where
        )
    row = reading.headline(
        release,
        "cohort_conviction",
        choice.place,
        period=choice.cohort,
        horizon=choice.horizon,
    )
    if row is None:
        silent = phrase("What became of people charged was not reported for this choice.")
        return f"{said} {silent}"
    definition = reading.definitions(release)["cohort_conviction"]
    charged = phrase(
        "People charged and convicted, {moment}: {number}.",
        moment=moment(row),
        number=in_brief(row, definition),
    )
    return f"{said} {charged}"
