"""Where nothing can be told: why, and how large a difference could hide."""

from collections import Counter
from collections.abc import Sequence
from statistics import median

from charts.forest import points
from charts.format import is_missing, many
from charts.verdicts import VERDICTS, reason
from release.read import Release
from views import frame
from views.fairness_read import PAGE
from views.groups_compared import is_open


def show(release: Release, rows: Sequence[dict], where: str) -> None:
    """The section; a sentence where everything could be told."""
    frame.section("Cannot tell: what could hide")
    silent = [row for row in rows if row["verdict"] == "cannot_tell"]
    if silent:
        frame.say(_reasons(silent))
    else:
        frame.say(f"In {where} every comparison could be made.")
    frame.say(hiding(rows))
    frame.table(
        release,
        f"How large a difference could hide, {where}",
        ("Verdict", "Comparisons", "Of these with a range", "Half could hide more than", "At most"),
        [_line(code, rows) for code in ("no_difference_shown", "cannot_tell")],
        (1, 2, 3, 4),
        name=PAGE,
    )
    frame.note(
        "How many more people would be needed is not said for each pair. As a rule, two groups of 100 "
        "show a difference of about 20 points four times in five, two of 500 one of about 9 points: to "
        "see one half as large takes about four times as many."
    )


def hiding(rows: Sequence[dict]) -> str:
    """How large a difference is not ruled out where none is shown, in a sentence."""
    left = [row["gap_not_ruled_out"] for row in rows if is_open(row)]
    if not left:
        return "Of no comparison without a difference is it known how large a one it leaves open."
    said = (
        f"Where no difference is shown or nothing can be told, {many(len(left), 'comparison')} say how "
        f"large a difference remains possible: in half of them more than {points(median(left))}, at "
        f"most {points(max(left))}."
    )
    least = [
        r["smallest_detectable_gap"] for r in rows if not is_missing(r["smallest_detectable_gap"])
    ]
    if least:
        said += (
            " Groups as large as these would, four times in five, show a difference of "
            f"{points(median(least))} in half of the comparisons, and only of {points(max(least))} "
            "in the smallest."
        )
    return said


def _reasons(silent: Sequence[dict]) -> str:
    counted = Counter(reason(row["reason"]) or "not given" for row in silent)
    listed = ", ".join(f"{number:,} × {words}" for words, number in counted.most_common())
    return f"In {many(len(silent), 'comparison')} nothing can be told, because: {listed}."


def _line(code: str, rows: Sequence[dict]) -> tuple:
    alike = [row for row in rows if row["verdict"] == code]
    left = [row["gap_not_ruled_out"] for row in alike if is_open(row)]
    half, most = (points(median(left)), points(max(left))) if left else ("Not known", "Not known")
    return VERDICTS[code].label, f"{len(alike):,}", f"{len(left):,}", half, most
