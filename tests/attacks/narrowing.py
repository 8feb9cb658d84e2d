"""What a reader can make of a book: bounds along single lines, and the lowest and highest count of linear programmes."""

from dataclasses import dataclass

import highspy
import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from tests.attacks.reading import Book

ROUNDS = 60
CLOSE = 1e-6


@dataclass
class Lines:
    """Lines over cells, as triples; of each line the sum lies between `least` and `most`."""

    line: np.ndarray
    cell: np.ndarray
    factor: np.ndarray
    least: np.ndarray
    most: np.ndarray


def lines_of(book: Book) -> Lines:
    """Every sum as parts minus whole = 0, every pair of sets as inner minus outer <= 0."""
    entries, least, most = [], [], []
    for whole, parts in book.sums:
        entries += [(len(least), part, 1.0) for part in parts] + [(len(least), whole, -1.0)]
        least.append(0.0)
        most.append(0.0)
    for inner, outer in book.inside:
        entries += [(len(least), inner, 1.0), (len(least), outer, -1.0)]
        least.append(-np.inf)
        most.append(0.0)
    table = np.array(entries, dtype=float).reshape(-1, 3)
    return Lines(
        table[:, 0].astype(int),
        table[:, 1].astype(int),
        table[:, 2],
        np.array(least),
        np.array(most),
    )


def known(book: Book, truth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Bounds before any line is looked at: what is told, and of what is hidden, that it is somebody.

    Zeros are told, but for those of rows that are emptied as a whole; the informed attacker knows
    which these are.
    """
    told = book.told
    least = np.where(book.cells["is_suppressed"] & (truth > 0), 1.0, 0.0)
    return np.where(np.isnan(told), least, told), np.where(np.isnan(told), np.inf, told)


def along_lines(lines: Lines, lower: np.ndarray, upper: np.ndarray):
    """Bounds that follow line by line, over and over. Raises AssertionError where the lines contradict what is told."""
    lower, upper = lower.copy(), upper.copy()
    up = lines.factor > 0
    size = len(lines.least)
    for _ in range(ROUNDS):
        before = lower.sum(), np.isfinite(upper).sum(), upper[np.isfinite(upper)].sum()
        low = lines.factor * np.where(up, lower[lines.cell], upper[lines.cell])
        high = lines.factor * np.where(up, upper[lines.cell], lower[lines.cell])
        for ends, limit, is_least in ((low, lines.most, True), (high, lines.least, False)):
            finite = np.isfinite(ends)
            total = np.bincount(lines.line, np.where(finite, ends, 0.0), size)
            open_ends = np.bincount(lines.line, ~finite, size)
            others_open = open_ends[lines.line] - ~finite
            rest = np.where(
                others_open > 0, np.nan, total[lines.line] - np.where(finite, ends, 0.0)
            )
            bound = (limit[lines.line] - rest) / lines.factor
            usable = np.isfinite(bound)
            gives_upper = usable & (up == is_least)
            gives_lower = usable & (up != is_least)
            np.minimum.at(upper, lines.cell[gives_upper], np.floor(bound[gives_upper] + CLOSE))
            np.maximum.at(lower, lines.cell[gives_lower], np.ceil(bound[gives_lower] - CLOSE))
        assert (lower <= upper + CLOSE).all(), "what is told contradicts itself"
        if before == (lower.sum(), np.isfinite(upper).sum(), upper[np.isfinite(upper)].sum()):
            break
    return lower, upper


class Programmes:
    """Linear programmes over the open cells, one model a connected set of them, asked many times."""

    def __init__(self, lines: Lines, lower: np.ndarray, upper: np.ndarray):
        self.lines, self.lower, self.upper = lines, lower, upper
        self.is_open = upper - lower > CLOSE
        self.group = self._groups()
        self._of_group = {}
        order = np.argsort(self.group, kind="stable")
        bounds = np.flatnonzero(np.diff(self.group[order])) + 1
        for cells in np.split(order, bounds):
            self._of_group[self.group[cells[0]]] = cells
        self.seen_low, self.seen_high = np.full(len(lower), np.inf), np.full(len(lower), -np.inf)
        self.asked = 0

    def cells_of(self, group: int) -> np.ndarray:
        return self._of_group[group]

    def _groups(self) -> np.ndarray:
        """Number of the connected set of each open cell, -1 for cells that are known."""
        lines = self.lines
        size = len(self.lower)
        use = self.is_open[lines.cell]
        graph = sparse.coo_matrix(
            (np.ones(use.sum()), (lines.line[use], lines.cell[use] + len(lines.least))),
            shape=(len(lines.least) + size,) * 2,
        )
        _, label = connected_components(graph, directed=False)
        return np.where(self.is_open, label[len(lines.least) :], -1)

    def too_narrow(self, asked: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        """Of the asked cells, those of which not both the low and the high count are possible."""
        found = [cell for cell in asked if not self.is_open[cell]]
        narrow = [
            cell
            for cell in found
            if self.lower[cell] > low[cell] + CLOSE or self.upper[cell] < high[cell] - CLOSE
        ]
        asked = asked[self.is_open[asked]]
        for group in np.unique(self.group[asked]):
            narrow += self._narrow_in(group, asked[self.group[asked] == group], low, high)
        return np.array(sorted(narrow), dtype=int)

    def _narrow_in(self, group, asked, low, high) -> list[int]:
        model = Model(self.lines, self.lower, self.upper, self.cells_of(group))
        for cell in asked:
            for is_low in (True, False):
                wanted = self._reaches(cell, low, high)[0 if is_low else 1]
                if not wanted:
                    self.asked += 1
                    self._remember(model, model.best(cell, lowest=is_low))
        return [cell for cell in asked if not all(self._reaches(cell, low, high))]

    def _reaches(self, cell, low, high) -> tuple[bool, bool]:
        return (
            self.seen_low[cell] <= low[cell] + CLOSE,
            self.seen_high[cell] >= high[cell] - CLOSE,
        )

    def _remember(self, model, point) -> None:
        cells = model.cells
        np.minimum.at(self.seen_low, cells, point)
        np.maximum.at(self.seen_high, cells, point)


class Model:
    """The lines over one connected set of open cells, ready to be asked for the ends of any of them."""

    FAR = 1e5
    """Higher than any count could be; keeps what nothing bounds from running away."""

    def __init__(self, lines: Lines, lower, upper, cells: np.ndarray, is_integer: bool = False):
        self.cells = cells
        self.place = {cell: place for place, cell in enumerate(cells)}
        member = np.zeros(len(lower), dtype=bool)
        member[cells] = True
        used = np.unique(lines.line[member[lines.cell]])
        mine = np.isin(lines.line, used)
        line = np.searchsorted(used, lines.line[mine])
        cell, factor = lines.cell[mine], lines.factor[mine]
        inner = member[cell]
        fixed = np.bincount(line[~inner], factor[~inner] * lower[cell[~inner]], len(used))
        where = np.full(len(lower), -1)
        where[cells] = np.arange(len(cells))
        matrix = sparse.csr_matrix(
            (factor[inner], (line[inner], where[cell[inner]])), shape=(len(used), len(cells))
        )
        self.highs = highspy.Highs()
        self.highs.setOptionValue("output_flag", False)
        self.highs.setOptionValue("threads", 1)
        programme = highspy.HighsLp()
        programme.num_col_, programme.num_row_ = len(cells), len(used)
        programme.col_cost_ = np.zeros(len(cells))
        programme.col_lower_ = lower[cells]
        programme.col_upper_ = np.minimum(upper[cells], self.FAR)
        programme.row_lower_ = lines.least[used] - fixed
        programme.row_upper_ = lines.most[used] - fixed
        programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        programme.a_matrix_.start_ = matrix.indptr
        programme.a_matrix_.index_ = matrix.indices
        programme.a_matrix_.value_ = matrix.data
        if is_integer:
            programme.integrality_ = [highspy.HighsVarType.kInteger] * len(cells)
        self.highs.passModel(programme)

    def best(self, cell: int, *, lowest: bool) -> np.ndarray:
        """Counts of all cells of the set where that of `cell` is as low, or as high, as it can be."""
        place = self.place[cell]
        self.highs.changeColCost(place, 1.0 if lowest else -1.0)
        self.highs.run()
        assert self.highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        point = np.array(self.highs.getSolution().col_value)
        self.highs.changeColCost(place, 0.0)
        return point

    def fix(self, cell: int, value: float, upper: float | None = None) -> None:
        self.highs.changeColBounds(self.place[cell], value, value if upper is None else upper)
