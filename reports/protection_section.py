"""What the report says about the protection of people: what a blank means, how much is shown, attacks, detail, rules."""

from charts import format as reads
from charts import protection as words
from charts.labels import Labels
from release.read import Release
from reports.names import records, table_or_none

MOST_ROWS = 60
ALL = "all"
"""Stands in the table `protection` for every metric, or every place."""
OLDER = (
    "This release was made before its protection was reported: it holds no table of what is shown."
)


def protection_section(
    release: Release, jurisdiction: str | None, definitions: dict[str, dict], labels: Labels
) -> dict:
    """Sentences and tables; of one place where one is asked for. A table that an older release lacks is None."""
    shown = table_or_none(release, "protection") or []
    plan = table_or_none(release, "plan")
    audits = table_or_none(release, "audits")
    return {
        "conclusions": list(words.CONCLUSIONS),
        "sentences": _sentences(shown, plan, audits, jurisdiction),
        "shown": _shown(shown, jurisdiction or ALL, definitions),
        "audits": _audits(audits),
        "plan": _plan(plan or [], jurisdiction, definitions, labels),
        "successive": list(words.SUCCESSIVE),
        "policy": [
            [rule, value, applies, f"{reason} After: {clause}"]
            for rule, value, applies, reason, clause in map(
                words.policy_words, records(release.table("policy"))
            )
        ],
    }


def _sentences(shown: list[dict], plan, audits, jurisdiction: str | None) -> list[str]:
    told = [OLDER] if not shown else []
    for row in shown:
        if (row["metric_id"], row["jurisdiction"]) == (ALL, jurisdiction or ALL):
            of_what = "headline metrics" if row["headline"] == "yes" else "all metrics"
            told.append(
                f"Of {of_what}, {reads.count(row['shown'])} results are shown ({_share(row)}), "
                f"{reads.count(row['partly_shown'])} with their counts only, and "
                f"{reads.count(row['hidden'])} are hidden to protect people."
            )
    if not audits:
        told.append("The release holds no list of the attacks that were tried on it.")
    if plan is None:
        told.append("The release holds no plan of what is told at which detail.")
    return told


def _shown(rows: list[dict], place: str, definitions: dict[str, dict]) -> dict | None:
    """A row a stage of justice."""
    sums: dict[str, list[int]] = {}
    for row in rows:
        if row["jurisdiction"] == place and row["metric_id"] in definitions:
            stage = definitions[row["metric_id"]]["metric_group"]
            before = sums.get(stage, [0] * len(words.WAYS))
            sums[stage] = [a + row[way] for a, way in zip(before, words.WAYS, strict=True)]
    if not sums:
        return None
    stages = list(dict.fromkeys(each["metric_group"] for each in definitions.values()))
    ways = [each.label for each in words.WAYS.values()]
    return {
        "title": "Results from case data, shown and hidden, by stage of justice",
        "columns": ["Stage", *ways, "Share shown"],
        "aligns": ["left", *["right"] * (len(ways) + 1)],
        "rows": [
            [reads.plain(stage), *map(reads.count, sums[stage]), _of_due(sums[stage])]
            for stage in stages
            if stage in sums
        ],
        "note": "Share shown: of the results that there would be a number for. The workbook tells each metric.",
    }


def _of_due(counts: list[int]) -> str:
    shown, partly, hidden, _ = counts
    due = shown + partly + hidden
    return reads.value(shown / due, "share") if due else "none due"


def _share(row: dict) -> str:
    return "none due" if row["share_shown"] is None else reads.value(row["share_shown"], "share")


def _audits(rows: list[dict] | None) -> dict | None:
    if not rows:
        return None
    return {
        "title": "Attacks tried on this release before it was published",
        "columns": ["Attack", "What it tries", "Outcome", "Cells looked at", "What that means"],
        "aligns": ["left"] * 5,
        "rows": [
            [
                words.AUDITS.get(row["audit"], reads.plain(row["audit"])),
                row["tries"],
                words.OUTCOMES.get(row["outcome"], reads.plain(row["outcome"])),
                row["cells"] or "not counted",
                row["sentence"],
            ]
            for row in rows
        ],
        "note": "The program that attacks shares nothing with the one that hides, and sees only what is "
        "published. Where it succeeds, nothing is published.",
    }


def _plan(
    plan: list[dict], jurisdiction: str | None, definitions: dict[str, dict], labels: Labels
) -> dict | None:
    """What is told in less detail: of one place table by table, of all places counted."""
    of_place = [row for row in plan if jurisdiction in (None, row["jurisdiction"])]
    less = [row for row in of_place if words.is_in_less_detail(row)]
    if not less:
        return None
    if jurisdiction is None:
        return _plan_by_place(of_place, labels)
    order = list(definitions)
    less = [row for row in less if row["metric_id"] in definitions]
    less.sort(key=lambda row: (order.index(row["metric_id"]), row["scope"], row["breakdown"]))
    alike: dict[tuple[str, str], list[str]] = {}
    for row in less:
        key = (definitions[row["metric_id"]]["title"], words.plan_sentence(row))
        alike.setdefault(key, []).append(words.breakdown_words(row["breakdown"]))
    told = [
        [title, ", ".join(dict.fromkeys(details)).capitalize(), sentence]
        for (title, sentence), details in alike.items()
    ]
    rows = told[:MOST_ROWS]
    left = len(told) - len(rows)
    return {
        "title": "Told in less detail, and why",
        "columns": ["Metric", "Detail", "How it is told, and why"],
        "aligns": ["left"] * 3,
        "rows": rows,
        "note": f"{left} more stand in the workbook." if left > 0 else "",
        "breaks": True,
    }


def _plan_by_place(plan: list[dict], labels: Labels) -> dict:
    places = sorted({row["jurisdiction"] for row in plan}, key=labels.place)
    rows = []
    for place in places:
        tables = [row for row in plan if row["jurisdiction"] == place]
        less = sum(map(words.is_in_less_detail, tables))
        rows.append([labels.place(place), reads.count(len(tables)), reads.count(less)])
    return {
        "title": "Tables told in less detail, by place",
        "columns": ["Place", "Tables", "In less detail"],
        "aligns": ["left", "right", "right"],
        "rows": rows,
        "note": "The workbook tells which, and why.",
    }
