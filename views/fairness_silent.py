"""Where nothing can be told: why, and how large a difference could hide."""

from collections import Counter
from collections.abc import Sequence
from statistics import median

from charts.forest import points
from charts.format import is_missing
from charts.joining import with_commas
from charts.verdicts import VERDICTS, reason
from languages import phrase, whole
from release.read import Release
from views import frame
from views.fairness_read import PAGE
from views.fairness_summary import comparisons
from views.groups_compared import is_open


def show(release: Release, rows: Sequence[dict], where: str) -> None:
    """The section; a sentence where everything could be told."""
    frame.section(phrase("Cannot tell: what could hide"))
    silent = [row for row in rows if row["verdict"] == "cannot_tell"]
    if silent:
        frame.say(_reasons(silent))
    else:
        frame.say(phrase("In {where} every comparison could be made.", where=where))
    frame.say(hiding(rows))
    frame.table(
        release,
        phrase("How large a difference could hide, {where}", where=where),
        (
            phrase("Verdict"),
            phrase("Comparisons"),
            phrase("Of these with a range"),
            phrase("Half could hide more than"),
            phrase("At most"),
        ),
        [_line(code, rows) for code in ("no_difference_shown", "cannot_tell")],
        (1, 2, 3, 4),
        name=PAGE,
    )
    frame.note(
        phrase(
            "How many more people would be needed is not said for each pair. As a rule, two groups of 100 "
            "show a difference of about 20 points four times in five, two of 500 one of about 9 points: to "
            "see one half as large takes about four times as many."
        )
    )


def hiding(rows: Sequence[dict]) -> str:
    """How large a difference is not ruled out where none is shown, in a sentence."""
    left = [row["gap_not_ruled_out"] for row in rows if is_open(row)]
    if not left:
        return phrase(
            "Of no comparison without a difference is it known how large a one it leaves open."
        )
    said = phrase(
        "Where no difference is shown or nothing can be told, {comparisons} say how large a difference "
        "remains possible: in half of them more than {half}, at most {most}.",
        comparisons=comparisons(len(left)),
        half=points(median(left)),
        most=points(max(left)),
    )
    least = [
        r["smallest_detectable_gap"] for r in rows if not is_missing(r["smallest_detectable_gap"])
    ]
    if not least:
        return said
    seen = phrase(
        "Groups as large as these would, four times in five, show a difference of {half} in half of "
        "the comparisons, and only of {most} in the smallest.",
        half=points(median(least)),
        most=points(max(least)),
    )
    return f"{said} {seen}"


def _reasons(silent: Sequence[dict]) -> str:
    counted = Counter(reason(row["reason"]) or phrase("not given") for row in silent)
    listed = with_commas(
        phrase("{number} × {what}", number=whole(number), what=words)
        for words, number in counted.most_common()
    )
    return phrase(
        "In {comparisons} nothing can be told, because: {reasons}.",
        comparisons=comparisons(len(silent)),
        reasons=listed,
    )


def _line(code: str, rows: Sequence[dict]) -> tuple:
    alike = [row for row in rows if row["verdict"] == code]
    left = [row["gap_not_ruled_out"] for row in alike if is_open(row)]
    unknown = phrase("Not known")
    half, most = (points(median(left)), points(max(left))) if left else (unknown, unknown)
    return VERDICTS[code].label, whole(len(alike)), whole(len(left)), half, most
