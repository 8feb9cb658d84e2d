"""Fills a return from a release: looks every entry up, computes nothing."""

from collections.abc import Iterator
from dataclasses import replace

from charts.labels import Labels
from languages import phrase
from release.read import Release
from reports.names import ReportError, records, synthetic_mark, table_or_none
from reports.returns.filled import Entry, Figure, Filled
from reports.returns.form import Answer, Category, Cell, Return, Split
from reports.returns.found_rows import FoundRows
from reports.returns.known import known
from reports.returns.text_cells import TextCells
from reports.returns.years import check_year, last_complete_year, whole_year


def fill(release: Release, return_id: str, place: str, year: int | None = None) -> Filled:
    """The return `return_id` for a place; `year` None takes the last complete one with data.

    Raises ReportError where there is no such return or place, or the release says nothing about the year.
    """
    form = _form(return_id)
    places = {row["jurisdiction"]: row for row in records(release.table("jurisdictions"))}
    _check_place(place, places)
    results = records(release.results(jurisdiction=place))
    vocabulary = records(release.table("vocabulary"))
    last = last_complete_year(release, results) if year is None else check_year(release, year)
    years = tuple(range(last - form.years + 1, last + 1))
    plan = [row for row in table_or_none(release, "plan") or [] if row.get("jurisdiction") == place]
    rows = FoundRows(results, plan, vocabulary)
    texts = TextCells(release, place)
    return Filled(
        form=form,
        place=place,
        place_name=places[place]["name"],
        years=years,
        release=records(release.table("release"))[0],
        mark=synthetic_mark(release),
        definitions={row["metric_id"]: row for row in records(release.definitions())},
        labels=Labels.from_records(places.values(), vocabulary),
        holders=_holders(release, place),
        entries=tuple(entry for cell in form.cells for entry in _entries(cell, rows, texts, years)),
        **_binding(release, form, place),
    )


def _binding(release: Release, form: Return, place: str) -> dict:
    """Whether the release knows the duty to file to bind the place, and why: yes, no, or not known."""
    if not form.duty:
        return {}
    found = [
        row
        for row in table_or_none(release, "compliance") or []
        if (row["jurisdiction"], row["obligation_id"]) == (place, form.duty)
    ]
    told = {row["applies"] for row in found}
    because = dict.fromkeys(row["applies_because"] for row in found if row["applies_because"])
    return {"binds": told.pop() if len(told) == 1 else "not_known", "because": tuple(because)}


def _form(return_id: str) -> Return:
    forms = {form.id: form for form in known()}
    if return_id not in forms:
        told = ", ".join(forms)
        raise ReportError(
            phrase("There is no return {name}. There are: {known}.", name=return_id, known=told)
        )
    return forms[return_id]


def _check_place(place: str, places: dict[str, dict]) -> None:
    if place not in places:
        told = ", ".join(sorted(places))
        raise ReportError(
            phrase("The release knows no place {name}. It knows: {known}.", name=place, known=told)
        )
    if places[place].get("kind") == "group":
        raise ReportError(phrase("A group of places files no return: ask for one of its places."))
    if places[place].get("kind") == "part":
        raise ReportError(
            phrase(
                "A part of a State files no return: ask for the State. The report and the workbook tell about the part."
            )
        )


def filing_places(release: Release) -> frozenset[str]:
    """Codes of the places that file returns of their own: States, and no parts or groups of them."""
    return frozenset(
        row["jurisdiction"]
        for row in records(release.table("jurisdictions"))
        if row.get("kind") not in ("group", "part")
    )


def _holders(release: Release, place: str) -> dict[str, tuple[str, ...]]:
    """Kind of agency -> names of the place's agencies of this kind."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table_or_none(release, "agencies") or []:
        if row["jurisdiction"] == place:
            found[row["kind"]] = (*found.get(row["kind"], ()), row["name"])
    return found


def _entries(cell: Cell, rows: FoundRows, texts: TextCells, years) -> Iterator[Entry]:
    if cell.text_from:
        yield Entry(cell, figures=tuple(texts.figure(cell.text_from, year) for year in years))
    elif cell.blank:
        yield Entry(cell, why=cell.not_fillable, figures=_blank(cell.blank, years))
    for answer in cell.answers:
        if answer.has_total:
            yield from _looked_up(cell, answer, None, "", answer.category, rows, years)
        for split in answer.splits:
            yield from _split(cell, answer, split, rows, years)
    for lacking in cell.lacking:
        figures = _blank(lacking.blank, years)
        yield Entry(cell, lacking=lacking, asked=lacking.asked, why=lacking.why, figures=figures)


def _blank(blank: str, years) -> tuple[Figure, ...]:
    return tuple(Figure(*whole_year(year), blank=blank) for year in years)


def _split(cell: Cell, answer: Answer, split: Split, rows: FoundRows, years) -> Iterator[Entry]:
    told = rows.codes(answer, split.breakdown)
    for category in split.categories:
        for code in _codes(category, told):
            found = _looked_up(cell, answer, split, category.asked, code, rows, years)
            # Where none of several codes has a row, the category of the form stands alone.
            is_one = code in told or len(category.codes) == 1
            found = found if is_one else (replace(entry, code="") for entry in found)
            # What is nearest needs no row where there is nothing.
            yield from (entry for entry in found if entry.beside or not answer.differs)
        if not category.codes:
            yield Entry(
                cell,
                answer,
                split,
                asked=category.asked,
                why=category.why,
                breakdown=split.breakdown,
                figures=_blank("not_measured", years),
            )
    for code in sorted(_others(split, told)):
        yield from _looked_up(cell, answer, split, "", code, rows, years)


def _codes(category: Category, told: set[str]) -> list[str]:
    """The codes that have rows here; the first of them where none has, which is then blank."""
    found = [code for code in category.codes if code in told]
    return found or list(category.codes[:1])


def _others(split: Split, told: set[str]) -> set[str]:
    """Coarser categories that take the place of some, and whatever else is told; of a part of a list, only the former."""
    mapped = {code for category in split.categories for code in category.codes}
    together = {category.together for category in split.categories}
    is_whole = any("unknown" in category.codes for category in split.categories)
    return {code for code in told - mapped if is_whole or code in together}


def _looked_up(
    cell: Cell, answer: Answer, split: Split | None, asked: str, code: str, rows: FoundRows, years
) -> Iterator[Entry]:
    breakdown = split.breakdown if split else answer.breakdown
    for currency in rows.currencies(answer, breakdown, code):
        key = answer, breakdown, code, currency
        figures = [rows.figure(*key, year) for year in years]
        others = [rows.around(*key, year) for year in years]
        # Beside a blank stands what there is for another period; a figure that differs never stands in the form.
        beside = [
            other for figure, other in zip(figures, others, strict=True) if figure.blank and other
        ]
        if answer.differs:
            beside = [figure for figure in figures if figure.row] + beside
            figures = _blank("not_measured", years)
        yield Entry(
            cell,
            answer,
            split,
            asked=asked,
            breakdown=breakdown,
            code=code,
            currency=currency,
            figures=tuple(figures),
            beside=tuple(_once(beside)),
        )


def _once(figures: list[Figure]) -> list[Figure]:
    """The same without those of a period that was told before."""
    return list({(figure.start, figure.end): figure for figure in figures}.values())
