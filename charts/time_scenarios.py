"""What moves which clock, whatever the place: learned from simulated courts of which the true speed was known."""

from languages import SaidLines, later

SCENARIOS = SaidLines(
    (
        later("More cases come in every year"),
        later("Clearance falls well below 100%, disposition time grows"),
        later("Stay where they are"),
        later("Closed cases alone would look faster, because few old ones are among them"),
    ),
    (
        later("Fewer cases come in"),
        later("Clearance rises above 100%, disposition time shrinks a little"),
        later("Stay where they are"),
        later("Closed cases alone would look slower"),
    ),
    (
        later("Every case takes longer than before"),
        later("Clearance falls, disposition time overshoots"),
        later("The pace shows it first, the cohort later"),
        later("Closed cases alone show only part of it"),
    ),
    (
        later("Hard cases are left lying"),
        later("Clearance falls, disposition time grows"),
        later("Show how fast the rest goes; the slow end and the age of the open ones grow"),
        later("Closed cases alone would look much faster, though nothing improved"),
    ),
    (
        later("Old cases are closed in bulk"),
        later("Clearance rises above 100%, disposition time shrinks"),
        later("Stay where they are"),
        later("Closed cases alone would look slower; what is left looks young"),
    ),
)
"""What happens -> what CEPEJ's two figures do, what cohort and current pace do, what else is seen."""
