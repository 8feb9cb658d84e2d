"""Attack 6: two releases beside one another, with a handful of people registered late in between."""

import numpy as np
import pandas as pd
import pytest

from tests.attacks.conftest import KINDS
from tests.attacks.control import LEAST, small_counts_hidden
from tests.attacks.made import NAME, plain
from tests.attacks.narrowing import CLOSE, Lines, Programmes, along_lines, known, lines_of
from tests.attacks.reading import NAME as OF_CELL
from tests.attacks.reading import Book, read

NUMBERS = ["numerator", "denominator", "value", "lower", "upper", "blank", "status"]


@pytest.fixture(scope="module", params=KINDS[1:])
def pair(build, request):
    found = request.getfixturevalue(request.param)
    refused = found[0].folder / "refused.txt"
    if refused.exists():
        pytest.fail(f"No release after a handful of late registrations: {refused.read_text()}")
    assert len(found) == 2 and found[0].directory != found[1].directory
    return found


@pytest.fixture(scope="module")
def books(pair):
    return [read(each.tables) for each in pair]


def beside(books: list[Book]) -> pd.DataFrame:
    """Counts that stand in both: numbers of the cells, and what each release tells."""
    earlier, later = (
        book.cells.reset_index(names="cell")[[*OF_CELL, "cell", "told", "is_public"]]
        for book in books
    )
    return earlier.merge(later, on=OF_CELL, suffixes=("_before", "_after"))


def moved_by_few(both: pd.DataFrame) -> pd.DataFrame:
    step = (both["told_after"] - both["told_before"]).abs()
    is_open = both["is_public_before"] & both["is_public_after"]
    return both[(step > CLOSE) & (step < LEAST - CLOSE) & ~is_open]


def test_no_told_count_moved_by_few_people(books):
    found = moved_by_few(beside(books))
    assert found.empty, found[[*OF_CELL[:4], "breakdown"]].head(10).to_string()


def test_counts_moved_by_few_where_every_change_is_told(pair):
    told = [
        read(each.tables | {"results": small_counts_hidden(each.tables["results"], each.true)})
        for each in pair
    ]
    assert len(moved_by_few(beside(told))) >= 5


def test_nothing_that_was_hidden_is_told_where_the_people_are_the_same(books, pair):
    """What was hidden to protect others stays hidden, or it would tell of them now."""
    both = beside(books)
    before, after = (book.truth(each.true) for book, each in zip(books, pair, strict=True))
    same = before[both["cell_before"]] == after[both["cell_after"]]
    new = both[same & both["told_before"].isna().to_numpy() & both["told_after"].notna().to_numpy()]
    suppressed = books[0].cells["is_suppressed"].to_numpy()[new["cell_before"]]
    new = new[suppressed & ~new["is_public_after"].to_numpy()]
    assert new.empty, new[[*OF_CELL[:4], "breakdown"]].head(10).to_string()


def test_rows_that_stand_as_before_are_unchanged(pair):
    earlier, later = (each.tables["results"] for each in pair)
    kept = pd.read_pickle(pair[1].folder / f"truth-{pair[1].directory.name}.pkl")
    held = plain(kept[[*NAME, "held"]]).query("held")[NAME]
    rows = [plain(frame[NAME]).join(frame[NUMBERS]) for frame in (earlier, later)]
    both = held.merge(rows[1], on=NAME).merge(
        rows[0], on=NAME, how="left", suffixes=("_after", ""), indicator=True
    )
    assert len(both) == len(held)
    # What the earlier release had no row for is withheld beside what stands: it would tell the change.
    is_new = both["_merge"].eq("left_only")
    withheld = both[is_new]
    assert withheld["blank_after"].eq("withheld").all()
    assert withheld[["numerator_after", "denominator_after", "value_after"]].isna().all(axis=None)
    both = both[~is_new]
    assert len(both)
    for name in NUMBERS:
        one, other = both[name], both[f"{name}_after"]
        assert (one.eq(other) | (one.isna() & other.isna())).all(), name


def changes(
    books: list[Book], truths: list[np.ndarray]
) -> tuple[Lines, np.ndarray, np.ndarray, np.ndarray]:
    """Lines and bounds over both releases and the changes between them, which late registrations make zero or more."""
    sizes = [len(book.cells) for book in books]
    both = beside(books)
    number = len(both)
    parts = [lines_of(book) for book in books]
    shift = [0, sizes[0]]
    lines = [np.concatenate([parts[0].line, parts[1].line + len(parts[0].least)])]
    cells = [np.concatenate([part.cell + by for part, by in zip(parts, shift, strict=True)])]
    factors = [np.concatenate([part.factor for part in parts])]
    start = sum(len(part.least) for part in parts)
    change = sum(sizes) + np.arange(number)
    for cell, factor in (
        (both["cell_after"].to_numpy() + sizes[0], 1.0),
        (both["cell_before"].to_numpy(), -1.0),
        (change, -1.0),
    ):
        lines.append(start + np.arange(number))
        cells.append(cell)
        factors.append(np.full(number, factor))
    nothing = np.zeros(number)
    joined = Lines(
        np.concatenate(lines),
        np.concatenate(cells),
        np.concatenate(factors),
        np.concatenate([parts[0].least, parts[1].least, nothing]),
        np.concatenate([parts[0].most, parts[1].most, nothing]),
    )
    bounds = [known(book, true) for book, true in zip(books, truths, strict=True)]
    lower = np.concatenate([bounds[0][0], bounds[1][0], nothing])
    upper = np.concatenate([bounds[0][1], bounds[1][1], np.full(number, np.inf)])
    return joined, lower, upper, change


def test_no_change_of_few_people_can_be_worked_out(books, pair):
    both = beside(books)
    before, after = (book.truth(each.true) for book, each in zip(books, pair, strict=True))
    lines, lower, upper, change = changes(books, [before, after])
    lower, upper = along_lines(lines, lower, upper)
    programmes = Programmes(lines, lower, upper)
    is_open = (both["is_public_before"] & both["is_public_after"]).to_numpy()
    known_step = upper[change] - lower[change] < 1
    few = known_step & (lower[change] > 0) & (lower[change] < LEAST) & ~is_open
    assert not few.any(), both.loc[few, [*OF_CELL[:4], "breakdown"]].head(10).to_string()
    # Of those that are open line by line, ask the programmes: one more or one fewer must be possible.
    steps = np.zeros(len(lower))
    steps[change] = after[both["cell_after"]] - before[both["cell_before"]]
    asked = change[~known_step & ~is_open & (steps[change] > 0) & (steps[change] < LEAST)]
    up = set(programmes.too_narrow(asked, steps, steps + 1))
    down = set(programmes.too_narrow(asked, steps - 1, steps))
    # Where groups stand as before, a reader can only find that nothing moved, which is not what happened.
    misled = set(programmes.too_narrow(asked, steps, steps))
    narrow = sorted((up & down) - misled)
    assert not narrow, both.loc[np.isin(change, narrow), OF_CELL[:4]].head(10).to_string()
