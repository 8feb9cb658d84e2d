"""One place against the conventions: its duties by theme, the gaps that were found, and what changed."""

from charts import duty_parts
from languages import phrase, phrase_for, whole
from release.read import Release
from views import (
    compliance_changes,
    compliance_list,
    compliance_read,
    figure,
    found_duties,
    frame,
    reading,
)
from views.compliance_filters import Choice
from views.html import join
from views.profile_told import ADDRESS

GAPS = ("gap_found", "partly", "not_taken_up")


def show(release: Release, place: str) -> None:
    """The section."""
    frame.section(phrase("Against conventions"))
    cells = [row for row in compliance_read.cells(release) if row["jurisdiction"] == place]
    if not cells:
        frame.say(phrase("Nothing in this release says how this place meets its duties."))
        return
    _by_theme(release, place)
    _gaps(release, place, [cell for cell in cells if cell["state"] in GAPS])
    _changes(release, place)


def _by_theme(release: Release, place: str) -> None:
    found = found_duties.counted(found_duties.summary(release, "all", jurisdiction=place))
    name = reading.labels(release).place(place)
    told = {
        compliance_read.theme_name(release, row["item"]): found_duties.counted([row])
        for row in found_duties.summary(release, "theme", jurisdiction=place)
    }
    title = phrase(
        "In {place}, {short} of {applicable} binding duties are not met and {open} are open",
        place=name,
        short=whole(found.short),
        applicable=whole(found.applicable),
        open=whole(found.open),
    )
    subtitle = phrase(
        "Share of binding duties that apply, by theme, all aspects, {place}", place=name
    )
    chart = duty_parts.by_theme(title, subtitle, dict(sorted(told.items())))
    more = compliance_read.page_link(release, phrase("All duties of this place"), place=place)
    if chart is None:
        frame.say(join([phrase("No binding duty is known to apply here."), " ", more, "."]))
        return
    said = phrase(
        "Open: there is no evidence, or none that decides. A duty that belongs to two themes counts in both."
    )
    told_of = join([said, " ", more, "."])
    figure.draw(release, chart, key="chart duties", name=ADDRESS, told=told_of)


def _gaps(release: Release, place: str, gaps: list[dict]) -> None:
    names = reading.labels(release)
    name = names.place(place)
    if not gaps:
        frame.part(phrase("No gap was found in {place}", place=name))
        frame.say(
            phrase("That none was found does not say that there is none: see how many are open.")
        )
        return
    frame.part(
        phrase_for(
            len(gaps),
            "{number} gap was found in {place}",
            "{number} gaps were found in {place}",
            place=name,
        )
    )
    claimed = sum(cell["counts_as"] == "open" for cell in gaps)
    soft = sum(cell["force_group"] != "binding" for cell in gaps)
    said = [
        phrase(
            "Duties that are met in part or not at all, each with why, and the way to its evidence."
        )
    ]
    if claimed:
        said.append(
            phrase_for(
                claimed,
                "{number} rest on one side's word and count as open.",
                "{number} rest on one side's word and count as open.",
            )
        )
    if soft:
        said.append(
            phrase_for(
                soft,
                "{number} are of duties that do not bind.",
                "{number} are of duties that do not bind.",
            )
        )
    frame.note(" ".join(said))
    compliance_list.table_of(release, Choice(place=place), gaps)


def _changes(release: Release, place: str) -> None:
    rows = reading.rows(release, "compliance_changes", jurisdiction=place)
    if not rows and not release.manifest["previous_release"]:
        frame.say(
            phrase(
                "There is no release before this one, so it cannot be told which duties changed."
            )
        )
        return
    if not rows:
        frame.say(phrase("No duty of this place stands differently than in the release before."))
        return
    frame.part(
        phrase_for(
            len(rows),
            "{number} duty stands differently than in the release before",
            "{number} duties stand differently than in the release before",
        )
    )
    compliance_changes.table_of(release, rows)
