"""How far the unseen could move a share: worst-case bounds (Manski 1989), widened for chance."""

from metrics.estimators.estimate import Estimate, check_part
from metrics.estimators.wilson import wilson

METHOD = "Manski bounds widened to the outer Wilson limits, 95 %"


def manski_bounds(part: float, seen: float, whole: float) -> Estimate:
    """Bounds of the share over the whole, when only `seen` of it was seen and `part` of that counts.

    Lower: nobody unseen counts; upper: everybody unseen does. There is no value: the data do not
    point to one. Serves respondents of those invited, followed of those who left (the lost), and
    decided of those charged (the pending).
    """
    check_part(part, seen)
    check_part(seen, whole)
    if whole == 0:
        return Estimate(None, None, None, METHOD)
    fewest, most = wilson(part, whole), wilson(part + whole - seen, whole)
    return Estimate(None, fewest.lower, most.upper, METHOD)
