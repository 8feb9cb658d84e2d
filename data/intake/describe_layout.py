"""Where in a sheet the headings stand, judged by what the first rows look like."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

ROWS_LOOKED_AT = 60
HEADING_ROWS_AT_MOST = 3

NUMBER = re.compile(r"[<≤]?\s*[+-]?[\d.,]*\d[\d.,]*%?")
DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*")
YEAR = re.compile(r"(19|20)\d\d")

NumberedRow = tuple[int, Sequence[str | None]]


@dataclass(frozen=True)
class Layout:
    """Row numbers of the headings and of the lines above them that are neither heading nor data."""

    header_rows: tuple[int, ...]
    banner_rows: tuple[int, ...]
    has_merged_headings: bool


def layout_of(rows: Sequence[NumberedRow]) -> Layout:
    """The likely layout of a sheet from its first rows; row 1 as heading where nothing speaks for another."""
    filled = [(number, cells, _filled(cells)) for number, cells in rows[:ROWS_LOOKED_AT]]
    filled = [row for row in filled if row[2]]
    if not filled:
        return Layout((1,), (), False)
    wide = [len(cells) for _, _, cells in filled if len(cells) > 1]
    width = Counter(wide).most_common(1)[0][0] if wide else 1
    start = _first_heading(filled, width)
    number, cells, parts = filled[start]
    header_rows = [number]
    is_merged = False
    for later, _, values in filled[start + 1 : start + HEADING_ROWS_AT_MOST]:
        # A data row of few numbers can pass for a first heading, never for a second one.
        has_number = any(NUMBER.fullmatch(value) and not YEAR.fullmatch(value) for value in values)
        is_below = _is_heading(values) or _are_years_under_groups(_cells(rows, later))
        if has_number or not _has_gaps(cells) or not is_below or len(parts) >= width:
            break
        header_rows.append(later)
        is_merged, cells = True, _joined(cells, _cells(rows, later))
        parts = _filled(cells)
    banners = tuple(number for number, _, _ in filled[:start])
    return Layout(tuple(header_rows), banners, is_merged)


def _first_heading(filled: list[tuple[int, Sequence[str | None], list[str]]], width: int) -> int:
    for position, (_, cells, parts) in enumerate(filled):
        is_wide = len(parts) >= max(1, min(2, width)) and len(parts) >= 0.3 * width
        if is_wide and _is_heading(parts) and len(cells) >= 0.6 * width:
            return position
    return 0


def _is_heading(parts: Sequence[str]) -> bool:
    years = [part for part in parts if YEAR.fullmatch(part)]
    numbers = [part for part in parts if NUMBER.fullmatch(part) and part not in years]
    dates = [part for part in parts if DATE.fullmatch(part)]
    # Years make headings when there are several different ones; one year is a value of a row.
    has_years = not years or (len(years) > 2 and len(set(years)) == len(years))
    return has_years and not dates and len(numbers) <= 0.5 * len(parts)


def _are_years_under_groups(cells: Sequence[str | None]) -> bool:
    """Years under merged headings repeat, which the years of one line of headings never do."""
    years = [cell for cell in cells if cell and YEAR.fullmatch(cell.strip())]
    return len(years) > 2 and len(years) == len(_filled(cells)) and not (cells[0] or "").strip()


def _has_gaps(cells: Sequence[str | None]) -> bool:
    return sum(not (cell and cell.strip()) for cell in cells) >= 1


def _filled(cells: Sequence[str | None]) -> list[str]:
    return [cell.strip() for cell in cells if cell and cell.strip()]


def _cells(rows: Sequence[NumberedRow], number: int) -> Sequence[str | None]:
    return next(cells for found, cells in rows if found == number)


def _joined(above: Sequence[str | None], below: Sequence[str | None]) -> list[str | None]:
    width = max(len(above), len(below))
    pad = [None] * width
    pairs = zip([*above, *pad][:width], [*below, *pad][:width], strict=True)
    return [low or high for high, low in pairs]
