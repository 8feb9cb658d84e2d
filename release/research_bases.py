"""Who stands in the research tables: the people of published metrics, by the same days and blocks of years."""

from dataclasses import replace

from data.schema import code_lists
from disclosure.research import Attribute, Base, Headline, Outcome
from metrics.catalogue import metrics
from metrics.counted_sets import counted_sets
from release.research_rows import STAGES, Rows, keep_rows, rows_table

SEX = "Sex as recorded."
AGE = "Child (below 18) or adult."
CITIZENSHIP = "Citizenship as seen from the place."
FORM = "Main form of exploitation."

FOREIGN = dict.fromkeys(("regional", "other", "stateless"), "not_own")


def declared_bases() -> dict[str, tuple[Base, Rows]]:
    """Every base by name, before anybody is in it: what a release declares its research tables from."""
    found = (_victims(), _prosecuted(), _victims_in_convicted_cases())
    return {base.name: (base, rows) for base, rows in found}


def research_bases(con) -> list[Base]:
    """The bases that hold anybody, their rows in temporary tables of `con`, which is a connection to the case store."""
    declared = declared_bases().values()
    periods = keep_rows(con, [rows for _, rows in declared])
    return [
        replace(base, periods=periods[rows.metric_id])
        for base, rows in declared
        if periods[rows.metric_id]
    ]


def _victims() -> tuple[Base, Rows]:
    metric = metrics()["victims_identified"]
    with_help = metrics()["assistance_within_30_days"]
    rows = Rows(
        metric.name,
        """min(CASE WHEN help = 'too_early' THEN 'unknown' ELSE help END) AS assistance""",
        with_stages=True,
    )
    counted = with_help.counting
    base = Base(
        "victims",
        f"FROM {rows_table(metric)}",
        _set_id(metric.name),
        _attributes(),
        (
            Outcome(
                "research_victims",
                "stage",
                "Victims identified, by the furthest stage that a case of theirs has reached.",
                "Furthest stage reached up to the data date; unknown where victims cannot be linked to cases.",
                (*STAGES, "unknown"),
            ),
            Outcome(
                "research_victims_assistance",
                "assistance",
                "Victims identified, by the assistance they had within 30 days.",
                "Help within 30 days of identification: received, offered, declined, not_offered or unknown.",
                ("received", "offered", "declined", "not_offered", "unknown"),
                sets=(
                    (_set_id(with_help.name), tuple(counted["part"])),
                    (_set_id(with_help.name, "denominator"), tuple(counted["whole"])),
                ),
            ),
        ),
        headlines=(
            Headline(metric.name, "research_victims"),
            Headline(
                with_help.name,
                "research_victims_assistance",
                tuple(counted["part"]),
                tuple(counted["whole"]),
            ),
        ),
    )
    return base, rows


def _prosecuted() -> tuple[Base, Rows]:
    metric = metrics()["persons_prosecuted"]
    rows = Rows(
        metric.name,
        """arg_min(CASE
          WHEN outcome IN ('convicted_trafficking', 'acquitted', 'open') THEN outcome
          WHEN outcome LIKE 'convicted%' THEN 'convicted_other'
          ELSE 'ended_otherwise' END, (precedence, outcome)) AS outcome""",
    )
    base = Base(
        "prosecuted",
        f"FROM {rows_table(metric)}",
        _set_id(metric.name),
        _attributes(company=True),
        (
            Outcome(
                "research_defendants",
                "outcome",
                "Persons against whom a prosecution was begun, by how it ended at first instance.",
                "convicted_trafficking, convicted_other, acquitted, ended_otherwise or open at the data date.",
                (
                    "convicted_trafficking",
                    "convicted_other",
                    "acquitted",
                    "ended_otherwise",
                    "open",
                ),
            ),
        ),
        headlines=(Headline(metric.name, "research_defendants"),),
    )
    return base, rows


def _victims_in_convicted_cases() -> tuple[Base, Rows]:
    claimed, awarded = metrics()["claim_rate"], metrics()["compensation_awarded"]
    rows = Rows(
        claimed.name,
        """CASE WHEN min(award) = 'awarded' THEN 'awarded'
        WHEN min(claim) = 'claimed' THEN 'claimed_only' ELSE 'not_claimed' END AS compensation""",
    )
    table = "research_compensation"
    codes = ("awarded", "claimed_only", "not_claimed")
    base = Base(
        "victims_in_convicted_cases",
        f"FROM {rows_table(claimed)}",
        _set_id(claimed.name, "denominator"),
        _attributes(),
        (
            Outcome(
                table,
                "compensation",
                "Victims in cases with a conviction of trafficking, by whether compensation was claimed and awarded.",
                "awarded, claimed_only (claimed, nothing awarded up to the data date) or not_claimed.",
                codes,
                sets=(
                    (_set_id(claimed.name), codes[:2]),
                    (_set_id(awarded.name), codes[:1]),
                    (_set_id(awarded.name, "denominator"), codes),
                ),
            ),
        ),
        headlines=(
            Headline(claimed.name, table, codes[:2], codes),
            Headline(awarded.name, table, codes[:1], codes),
        ),
    )
    return base, rows


def _attributes(*, company: bool = False) -> tuple[Attribute, ...]:
    """In the order in which they are held back; each weighs what research loses without it."""
    lists = code_lists()
    legal = ("legal_person",) if company else ()
    ages = ("child", "adult", "unknown", *legal)
    forms = tuple(lists["exploitation_form"].codes)
    kept = ("sexual_exploitation", "forced_labour", "unknown")
    grouped = {form: "other_form" for form in forms if form not in kept}
    citizens = tuple(lists["citizenship_group"].codes)
    return (
        Attribute("citizenship_group", CITIZENSHIP, citizens, (FOREIGN,), 2),
        Attribute("age_group", AGE, ages, (), 3),
        Attribute("sex", SEX, (*lists["sex"].codes, *legal), (), 3),
        Attribute("exploitation_form", FORM, forms, (grouped,), 4),
    )


def _set_id(metric_id: str, measure: str = "numerator") -> str:
    sets = counted_sets([metrics()[metric_id]], ["trafficking"])
    return sets.loc[sets["measure"] == measure, "set_id"].iloc[0]
