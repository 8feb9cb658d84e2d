"""How binding duties stand in all places together: how many are not met, and of how many nobody can say."""

from charts import format as reads
from charts.compliance import IN_SHARES, Tally
from release.read import Release
from views import compliance_read, reading
from views.found import Finding
from views.html import Markup, join

SHORT = ("gap_found", "partly")
UNDECIDED = ("no_evidence", "stale", "disputed")
MOST_THEMES = 2
MOST_NAMED = 12


def told(release: Release) -> list[Finding]:
    """Gaps, then what is open; nothing where the release holds no duties that apply."""
    rows = summary(release, "all")
    if not any(row["applicable"] for row in rows):
        return []
    return [_gaps(release, rows), *_open(release, rows)]


def summary(release: Release, dimension: str, **filters) -> list[dict]:
    """Rows of `compliance_summary` about binding duties in all aspects."""
    return reading.rows(
        release,
        "compliance_summary",
        dimension=dimension,
        aspect="all",
        force_group="binding",
        **filters,
    )


def counted(rows: list[dict]) -> Tally:
    """Rows of `compliance_summary`, added up."""
    return Tally(
        **{name: total(rows, name) for name in IN_SHARES},
        unknown=total(rows, "not_known"),
        out=total(rows, "not_applicable"),
    )


def total(rows: list[dict], name: str) -> int:
    """Sum of a column."""
    return sum(int(row[name] or 0) for row in rows)


def _gaps(release: Release, rows: list[dict]) -> Finding:
    found = counted(rows)
    where = sum(row["short"] > 0 for row in rows)
    title = f"{reads.many(found.short, 'binding duty', 'binding duties')} "
    title += f"{'is' if found.short == 1 else 'are'} not met, in {where} of {len(rows)} places"
    if not found.short:
        title = f"No binding duty was found unmet in {reads.many(len(rows), 'place')}"
    # In numbers first: of many thousands, a few that are met would read as 0.0%.
    least, most = (
        f"{number:,} ({reads.value(share, 'share')})"
        for number, share in ((found.met, found.lower), (found.met + found.open, found.upper))
    )
    lead = (
        f"Of {found.applicable:,} that apply at least {least} are met, and at most {most}, if all "
        "that is open turned out to be met. "
    )
    points = [join([lead, compliance_read.page_link(release, "All duties"), "."])]
    if found.short:
        points.append(_by_state(release, rows, found))
        points.append(_by_theme(release))
    return Finding(title, tuple(points))


def _by_state(release: Release, rows: list[dict], found: Tally) -> Markup:
    listed = join(_states(release, rows, SHORT), "; ")
    claimed = total(rows, "gap_found") + total(rows, "partly") + total(rows, "not_taken_up")
    claimed -= found.short
    tail = f"; {claimed:,} of these rest on one side's word and count as open" if claimed else ""
    return join([listed, f"{tail}."])


def _by_theme(release: Release) -> Markup:
    themes: dict[str, list[dict]] = {}
    for row in summary(release, "theme"):
        themes.setdefault(row["item"], []).append(row)
    sums = {theme: counted(rows) for theme, rows in themes.items()}
    first = sorted(sums, key=lambda theme: (-sums[theme].short, theme))[:MOST_THEMES]
    listed = join(
        [
            compliance_read.page_link(
                release,
                f"{compliance_read.theme_name(release, theme)} "
                f"({sums[theme].short:,} of {sums[theme].applicable:,})",
                theme=theme,
            )
            for theme in first
            if sums[theme].short
        ],
        ", ",
    )
    return join(["Themes with most of them: ", listed, "."])


def _open(release: Release, rows: list[dict]) -> list[Finding]:
    found = counted(rows)
    if not found.open:
        return []
    others = f"{found.open:,} others" if found.short else f"{found.open:,} binding duties"
    title = f"Of {others} nobody can say whether they are met"
    points = []
    if any(total(rows, state) for state in UNDECIDED):
        points.append(join([join(_states(release, rows, UNDECIDED), "; "), "."]))
    rest = found.open - sum(total(rows, state) for state in UNDECIDED)
    if rest > 0:
        points.append(
            join([f"{rest:,} rest on figures that nobody has judged, or on one side's word."])
        )
    names = reading.labels(release)
    undecided = sorted(names.place(r["jurisdiction"]) for r in rows if not r["met"] + r["short"])
    if undecided:
        where = (
            ", ".join(undecided)
            if len(undecided) <= MOST_NAMED
            else f"{len(undecided)} of {len(rows)} places"
        )
        points.append(join([f"Nothing is decided either way in {where}."]))
    return [Finding(title, tuple(points))]


def _states(release: Release, rows: list[dict], states: tuple[str, ...]) -> list[Markup]:
    """“Gap found”: 87, linked to the duties of this state."""
    names = reading.labels(release)
    said = []
    for state in states:
        if number := total(rows, state):
            words = names.category("compliance_state", state)
            said.append(compliance_read.page_link(release, f"“{words}”: {number:,}", state=words))
    return said
