"""Made-up people for research tables: few or many, in large and tiny places, with rare codes and lopsided outcomes."""

import duckdb
import numpy as np
import pandas as pd

from disclosure.research import Attribute, Base, Headline, Outcome

SEX, AGE = ("female", "male", "other", "unknown"), ("child", "adult", "unknown")
FORM = ("labour", "sexual", "begging", "organs", "unknown")
STAGE, HELP = ("none", "charged", "convicted"), ("yes", "no", "unknown")
PERIODS = ("2020-2022", "2023-2025")
KEY = b"a key that only the tests know, long enough"
RARE = {"begging": "other_form", "organs": "other_form"}


def people(
    seed: int, size: int, places: int = 3, skew: float = 1.0, lopsided: float = 1.0
) -> pd.DataFrame:
    """One row a person; `unit_id` is what must never come out."""
    draw = np.random.default_rng(seed)

    def column(codes, alpha):
        return draw.choice(codes, size, p=draw.dirichlet(np.full(len(codes), alpha)))

    names = [f"P{n}" for n in range(places)]
    frame = pd.DataFrame(
        {
            "unit_id": [f"CANARY-{seed}-{n:06d}" for n in range(size)],
            "jurisdiction": column(names, skew),
            "period": column(PERIODS, 3),
            "sex": column(SEX, skew),
            "age_group": column(AGE, skew),
            "form": column(FORM, skew),
            "stage": column(STAGE, lopsided),
            "help": column(HELP, lopsided),
        }
    )
    return frame.astype(str)


def base_of(places: int = 3, is_public: bool = False) -> Base:
    """The declaration of these people, who stand in a table `people`."""
    return Base(
        "people",
        "FROM people",
        "everybody",
        (
            Attribute("sex", "Sex.", SEX, (), 2),
            Attribute("age_group", "Age.", AGE, (), 3),
            Attribute("form", "Form.", FORM, (RARE,), 4),
        ),
        (
            Outcome(
                "research_stage", "stage", "By stage.", "Stage.", STAGE, is_public,
                sets=(("convicted", ("convicted",)), ("tried", ("charged", "convicted"))),
            ),
            Outcome("research_help", "help", "By help.", "Help.", HELP, is_public, (("helped", ("yes",)),)),
        ),
        tuple(
            (f"P{n}", period, f"{period[:4]}-01-01", f"{period[5:]}-12-31")
            for n in range(places)
            for period in PERIODS
        ),
        (Headline("share_convicted", "research_stage", ("convicted",), STAGE),),
    )  # fmt: skip


def store_of(frame: pd.DataFrame):
    """A connection in which they stand."""
    con = duckdb.connect()
    con.execute("SET threads = 1")
    con.register("arriving", frame)
    con.execute("CREATE TABLE people AS FROM arriving")
    con.unregister("arriving")
    return con
