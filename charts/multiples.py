"""Small charts of one kind side by side: the same metric in many places, or many metrics of one place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from charts import format as reads
from charts.chart import Chart
from charts.control import control
from charts.describe import DRAWN_AS, drawn_in_words
from charts.format import is_missing
from charts.from_results import over_time
from charts.icons import alerts_in_grid, icon
from charts.joining import named, with_commas
from charts.labels import Labels
from charts.release_words import inside
from charts.release_words import title as metric_title
from charts.select import of_nearest_horizon
from languages import Said, later, phrase, phrase_for

GRAINS = Said(
    {"quarter": later("by quarter"), "half": later("by half-year"), "year": later("by year")}
)
COMPARED = ("share",)
"""Units whose heights may be compared between places of any size, so that all panels have one axis."""


def of_places(
    definition: dict, rows: Sequence[dict], labels: Labels, *, title: str, subtitle: str
) -> Chart | None:
    """A control chart a place, by their names; `rows` are `trends` of one metric and scope.

    None where no place has two points; places with fewer are named in the subtitle.
    """
    names = {row["jurisdiction"]: labels.place(row["jurisdiction"]) for row in rows}
    groups = _groups(rows, "jurisdiction", names, by_name=True)
    return _controls(lambda _: definition, groups, names, labels, title, subtitle)


def of_metrics(
    definitions: Mapping[str, dict],
    rows: Sequence[dict],
    labels: Labels,
    *,
    title: str,
    subtitle: str,
) -> Chart | None:
    """A control chart a metric, in the order of `definitions`; `rows` are `trends` of one place and scope."""
    names = {metric: metric_title(definition) for metric, definition in definitions.items()}
    groups = _groups(rows, "metric_id", names)
    return _controls(definitions.__getitem__, groups, names, labels, title, subtitle)


def lines_of_metrics(
    definitions: Mapping[str, dict],
    rows: Sequence[dict],
    labels: Labels,
    *,
    title: str,
    subtitle: str,
) -> Chart | None:
    """Lines over periods, a panel a metric; `rows` are `results` of one place, of one strand a metric.

    Of a metric with several horizons the usual one is drawn.
    """
    names = {metric: metric_title(definition) for metric, definition in definitions.items()}
    panels, missing = [], []
    for metric, some in _groups(rows, "metric_id", names).items():
        some = of_nearest_horizon(some)
        panel = over_time(definitions[metric], some, labels)
        if panel is None:
            missing.append(names[metric])
            continue
        horizon = reads.horizon(some[0]["horizon_days"])
        within = phrase("within {horizon}", horizon=horizon) if horizon else ""
        panels.append(replace(panel, title=names[metric], subtitle=within))
    return _together(panels, missing, title, subtitle)


def _controls(definition_of: Callable, groups, names, labels, title, subtitle) -> Chart | None:
    panels, missing = [], []
    for key, some in groups.items():
        panel = control(definition_of(key), some, labels)
        if panel is None:
            missing.append(names[key])
            continue
        panels.append(_small(panel, some, names[key]))
    return _together(panels, missing, title, subtitle)


def _small(panel: Chart, rows: Sequence[dict], name: str) -> Chart:
    """The same under its name and what its latest point shows, marked by the rules for many charts."""
    when = {(row["period_start"], row["period_end"]) for row in alerts_in_grid(rows)}
    words = icon(rows, of_grid=True)
    by = GRAINS.get(rows[0]["grain"], rows[0]["grain"])
    marks = tuple(
        each | {"is_signal": (row["period_start"], row["period_end"]) in when}
        for each, row in zip(panel.rows, panel.strand, strict=True)
    )
    return replace(
        panel,
        title=name,
        subtitle=with_commas([f"{words.shorthand} {words.label}", by]),
        alt=phrase(
            "{about}: {shown}. {points}",
            about=with_commas([name, by]),
            shown=inside(words.label),
            points=_told(panel),
        ),
        rows=marks,
    )


def _told(panel: Chart) -> str:
    """First and latest point, and between which limits they lie."""
    seen = [row for row in panel.strand if not is_missing(row["value"])]
    first, latest = seen[0], seen[-1]
    said = [
        named(
            reads.period(row["period_start"], row["period_end"]),
            reads.value(row["value"], panel.unit),
        )
        for row in (first, latest)
    ]
    limits = reads.interval(latest["lower_limit"], latest["upper_limit"], panel.unit)
    told = phrase_for(
        len(seen),
        "{number} point, from {first} to {latest}.",
        "{number} points, from {first} to {latest}.",
        first=said[0],
        latest=said[1],
    )
    return f"{told} {phrase('Natural variation: {limits}.', limits=limits)}" if limits else told


def _together(panels: list[Chart], missing: list[str], title: str, subtitle: str) -> Chart | None:
    if not panels:
        return None
    units = {panel.unit for panel in panels}
    unit = units.pop() if len(units) == 1 else ""
    if missing:
        subtitle = phrase(
            "{subtitle}; too few points to draw: {names}",
            subtitle=subtitle,
            names=with_commas(missing),
        )
    told = " ".join(panel.alt for panel in panels)
    first = panels[0]
    return Chart(
        kind="multiples",
        title=title,
        subtitle=subtitle,
        alt=drawn_in_words(DRAWN_AS["multiples"], title, subtitle, told.removesuffix(".")),
        rows=tuple(
            row | {"name": with_commas([panel.title, row["name"]])}
            for panel in panels
            for row in panel.rows
        ),
        x=first.x,
        y=first.y,
        unit=unit if unit in COMPARED else "",
        y_title=first.y_title,
        lower="lower",
        upper="upper",
        strand=tuple(row for panel in panels for row in panel.strand),
        panels=tuple(panels),
        marked=first.marked,
    )


def _groups(
    rows: Sequence[dict], column: str, names: Mapping[str, str], *, by_name: bool = False
) -> dict[str, list[dict]]:
    """Rows by a column, in the order of `names` or of their words; those without a name are left out."""
    order = sorted(names, key=names.get) if by_name else list(names)
    found: dict[str, list[dict]] = {key: [] for key in order}
    for row in rows:
        if row[column] in found:
            found[row[column]].append(row)
    return {key: some for key, some in found.items() if some}
