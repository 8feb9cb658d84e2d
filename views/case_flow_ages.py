"""Which cohorts are old enough for a number, measure by measure."""

from charts import format as reads
from charts import release_words
from charts.cohorts import in_words, spans
from charts.format import is_missing
from charts.select import one_span
from languages import later, phrase
from release.read import Release
from views import case_flow_read, frame, reading
from views.case_flow_filters import OF_COHORTS, Choice

NONE = later("No cohort")


def show(release: Release, choice: Choice) -> None:
    """The section; nothing where no cohort was followed."""
    lines, data = [], []
    for metric_id in case_flow_read.known(release, OF_COHORTS):
        found = reading.counted_here(release, metric_id, choice.place, "stage")
        found = found or reading.counted_here(release, metric_id, choice.place)
        for days in sorted({row["horizon_days"] for row in found if row["horizon_days"]}):
            rows = one_span(case_flow_read.followed(found, days))
            data += rows
            lines.append(
                (
                    release_words.title(reading.definitions(release)[metric_id]),
                    reads.horizon(days),
                    _newest(rows, "mature"),
                    _all(rows, "provisional"),
                    _all(rows, "bounds_only"),
                )
            )
    if not lines:
        return
    frame.section(phrase("Which cohorts are old enough"))
    frame.say(
        phrase(
            "A share of a cohort is given when everybody in it could be followed to the end. Until then "
            "only a range is given: from what is known so far to what could still come."
        )
    )
    frame.table(
        release,
        phrase(
            "{place}: cohorts and how far they could be followed",
            place=reading.labels(release).place(choice.place),
        ),
        (
            phrase("Measure"),
            phrase("Followed for"),
            phrase("Newest complete"),
            phrase("Provisional"),
            phrase("Too young: a range only"),
        ),
        lines,
        name="cohorts_old_enough",
        data=data,
    )


def _newest(rows: list[dict], maturity: str) -> str:
    found = _spans(rows, maturity)
    return in_words(found[0]) if found else phrase(NONE)


def _all(rows: list[dict], maturity: str) -> str:
    return ", ".join(in_words(days) for days in _spans(rows, maturity)) or phrase(NONE)


def _spans(rows: list[dict], maturity: str) -> list:
    return spans(
        [row for row in rows if not is_missing(row["maturity"]) and row["maturity"] == maturity]
    )
