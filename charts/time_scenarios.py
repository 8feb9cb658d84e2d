"""What moves which clock, whatever the place: learned from simulated courts of which the true speed was known."""

SCENARIOS = (
    (
        "More cases come in every year",
        "Clearance falls well below 100%, disposition time grows",
        "Stay where they are",
        "Closed cases alone would look faster, because few old ones are among them",
    ),
    (
        "Fewer cases come in",
        "Clearance rises above 100%, disposition time shrinks a little",
        "Stay where they are",
        "Closed cases alone would look slower",
    ),
    (
        "Every case takes longer than before",
        "Clearance falls, disposition time overshoots",
        "The pace shows it first, the cohort later",
        "Closed cases alone show only part of it",
    ),
    (
        "Hard cases are left lying",
        "Clearance falls, disposition time grows",
        "Show how fast the rest goes; the slow end and the age of the open ones grow",
        "Closed cases alone would look much faster, though nothing improved",
    ),
    (
        "Old cases are closed in bulk",
        "Clearance rises above 100%, disposition time shrinks",
        "Stay where they are",
        "Closed cases alone would look slower; what is left looks young",
    ),
)
"""What happens -> what CEPEJ's two figures do, what cohort and current pace do, what else is seen."""
