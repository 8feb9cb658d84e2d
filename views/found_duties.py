"""How binding duties stand in all places together: how many are not met, and of how many nobody can say."""

from functools import partial

from charts import format as reads
from charts.compliance import IN_SHARES, Tally
from charts.joining import with_commas
from languages import phrase, phrase_for, whole
from release.read import Release
from views import compliance_read, reading
from views.filled import filled, in_turn
from views.filter_box import in_english
from views.found import Finding
from views.html import Markup, join, markup

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
    title = phrase_for(
        found.short,
        "{number} binding duty is not met, in {where} of {all} places",
        "{number} binding duties are not met, in {where} of {all} places",
        where=whole(where),
        all=whole(len(rows)),
    )
    if not found.short:
        places = phrase_for(len(rows), "{number} place", "{number} places")
        title = phrase("No binding duty was found unmet in {places}", places=places)
    # In numbers first: of many thousands, a few that are met would read as 0.0%.
    least, most = (
        phrase("{number} ({share})", number=whole(number), share=reads.value(share, "share"))
        for number, share in ((found.met, found.lower), (found.met + found.open, found.upper))
    )
    lead = filled(
        phrase(
            "Of {applicable} that apply at least {least} are met, and at most {most}, if all that is "
            "open turned out to be met. {link}."
        ),
        applicable=whole(found.applicable),
        least=least,
        most=most,
        link=compliance_read.page_link(release, phrase("All duties")),
    )
    points = [lead]
    if found.short:
        points.append(_by_state(release, rows, found))
        points.append(_by_theme(release))
    return Finding(title, tuple(points))


def _by_state(release: Release, rows: list[dict], found: Tally) -> Markup:
    listed = in_turn(_states(release, rows, SHORT))
    claimed = total(rows, "gap_found") + total(rows, "partly") + total(rows, "not_taken_up")
    claimed -= found.short
    if not claimed:
        return filled(phrase("{states}."), states=listed)
    said = phrase("{states}; {claimed} of these rest on one side's word and count as open.")
    return filled(said, states=listed, claimed=whole(claimed))


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
                phrase(
                    "{theme} ({short} of {applicable})",
                    theme=compliance_read.theme_name(release, theme),
                    short=whole(sums[theme].short),
                    applicable=whole(sums[theme].applicable),
                ),
                theme=theme,
            )
            for theme in first
            if sums[theme].short
        ],
        ", ",
    )
    return filled(phrase("Themes with most of them: {themes}."), themes=listed)


def _open(release: Release, rows: list[dict]) -> list[Finding]:
    found = counted(rows)
    if not found.open:
        return []
    if found.short:
        title = phrase_for(
            found.open,
            "Of {number} others nobody can say whether they are met",
            "Of {number} others nobody can say whether they are met",
        )
    else:
        title = phrase_for(
            found.open,
            "Of {number} binding duties nobody can say whether they are met",
            "Of {number} binding duties nobody can say whether they are met",
        )
    points = []
    if any(total(rows, state) for state in UNDECIDED):
        states = in_turn(_states(release, rows, UNDECIDED))
        points.append(filled(phrase("{states}."), states=states))
    rest = found.open - sum(total(rows, state) for state in UNDECIDED)
    if rest > 0:
        points.append(
            markup(
                phrase_for(
                    rest,
                    "{number} rest on figures that nobody has judged, or on one side's word.",
                    "{number} rest on figures that nobody has judged, or on one side's word.",
                )
            )
        )
    names = reading.labels(release)
    undecided = sorted(names.place(r["jurisdiction"]) for r in rows if not r["met"] + r["short"])
    if undecided:
        where = with_commas(undecided)
        if len(undecided) > MOST_NAMED:
            where = phrase(
                "{some} of {all} places", some=whole(len(undecided)), all=whole(len(rows))
            )
        points.append(markup(phrase("Nothing is decided either way in {where}.", where=where)))
    return [Finding(title, tuple(points))]


def _states(release: Release, rows: list[dict], states: tuple[str, ...]) -> list[Markup]:
    """“Gap found”: 87, linked to the duties of this state."""
    names = reading.labels(release)
    said = []
    for state in states:
        if number := total(rows, state):
            words = names.category("compliance_state", state)
            address = in_english(partial(names.category, "compliance_state", state))
            told = phrase("“{state}”: {number}", state=words, number=whole(number))
            said.append(compliance_read.page_link(release, told, state=address))
    return said
