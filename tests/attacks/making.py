"""Builds the releases that are attacked, by the real pipeline and in a process of its own: python -m tests.attacks.making KIND FOLDER.

In the folder end: `vault`, `releases`, `reports`, and what only the tester may read: `truth.pkl` (true counts of
the rows that were told, release by release).
"""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow.parquet as parquet

START, END = date(2016, 1, 1), date(2025, 12, 31)
NAME = [
    "metric_id", "scope", "source", "origin", "jurisdiction", "period_kind", "period_start",
    "period_end", "horizon_days", "breakdown", "category", "currency",
]  # fmt: skip
"""The columns that name a result."""
POOR = (
    "agencies", "jurisdictions", "cases", "defendants", "case_defendants", "proceedings", "charges",
    "events", "sentences", "victims", "case_victims", "assistance", "compensation", "residents",
)  # fmt: skip
"""All that the poor jurisdiction keeps."""
PERSONS = ("case_id", "victim_id", "defendant_id", "proceeding_id", "subject_id")
CANARY, LATE = "ZQCANARY", "ZQLATE"
RARE_DAY = date(2016, 2, 29)
RARE_AMOUNT = 9876543.17


def make(kind: str, folder: Path) -> None:
    """One release of the kind, and for those with a successor a second one after late registrations."""
    from disclosure.error import DisclosureError
    from release.demo import _receive_in_order

    made = submissions(kind, folder)
    is_synthetic = kind != "federal"
    for number, each in enumerate(made):
        if is_synthetic:
            _receive_in_order(each, folder / "vault")
        else:
            _receive_federal(each, folder / "vault")
        try:
            release(folder, with_reports=kind == "poor" and number == 0)
        except DisclosureError as refused:
            if number == 0:
                raise
            (folder / "refused.txt").write_text(str(refused))


def submissions(kind: str, folder: Path) -> list[list]:
    """What is sent before each release."""
    sent = folder / "submitted"
    if kind == "federal":
        return _federal(sent)
    from data.demo import make_submissions
    from data.demo.truths import TRUTHS

    codes, cases = (("XAC", "XAJ"), 6000) if kind == "demo" else (("XAJ", "XAL"), 3500)
    places = tuple(place for place in TRUTHS.places if place.code in codes)
    made = make_submissions(sent / "first", cases=cases, truths=replace(TRUTHS, places=places))
    if kind == "demo":
        return [made]
    made = [each for each in made if each.agency_id.startswith("XAL")]
    tables = _tables(made)
    days = tables["events"].query("event == 'opened'").set_index("subject_id")["occurred_on"]
    years = pd.to_datetime(days).dt.year
    paid = set(tables["compensation"].query("fact == 'paid'")["case_id"])
    with_payment = [case for case in years.index if case in paid]
    canaries = [years.index[years == year][0] for year in (2016, 2019, 2022)] + with_payment[:2]
    late = [*years.index[years == 2024][:3], *years.index[years == 2021][:2]]
    first = with_copies(tables, canaries, CANARY)
    _plant(first)
    second = with_copies(first, late, LATE)
    return [_sent(made, first, sent / "one"), _sent(made, second, sent / "two")]


def _tables(made: list) -> dict[str, pd.DataFrame]:
    """Tables of a place together, with the agency that sends each row; only what the poor one keeps."""
    found: dict[str, list] = {}
    for each in made:
        for path in sorted(each.paths[0].glob("*.parquet")):
            if path.stem in POOR:
                rows = parquet.read_table(path).to_pandas().assign(sent_by=each.agency_id)
                found.setdefault(path.stem, []).append(rows)
    return {name: pd.concat(rows, ignore_index=True) for name, rows in found.items()}


def _sent(made: list, tables: dict[str, pd.DataFrame], target: Path) -> list:
    """The submissions again, with these rows."""
    import pyarrow as pa

    found = []
    for number, each in enumerate(made):
        folder = target / str(number)
        folder.mkdir(parents=True)
        for path in sorted(each.paths[0].glob("*.parquet")):
            if path.stem in POOR:
                rows = tables[path.stem].query("sent_by == @each.agency_id")
                schema = parquet.read_schema(path)
                told = pa.Table.from_pandas(rows[schema.names], schema, preserve_index=False)
                parquet.write_table(told, folder / path.name)
        found.append(replace(each, paths=(folder,)))
    return found


def with_copies(tables: dict[str, pd.DataFrame], cases: list[str], name: str):
    """The tables with these cases and everybody in them once more, under unheard-of names."""
    names = {case: f"{name}C{number}" for number, case in enumerate(cases)}
    for table, column in (
        ("case_victims", "victim_id"),
        ("case_defendants", "defendant_id"),
        ("proceedings", "proceeding_id"),
    ):
        mine = tables[table][tables[table]["case_id"].isin(cases)]
        names |= {each: f"{name}{column[0].upper()}{n}" for n, each in enumerate(mine[column])}
    found = {}
    for table, rows in tables.items():
        keys = [column for column in PERSONS if column in rows]
        # Nobody is copied in part: a row about somebody else as well stays out.
        is_theirs = rows[keys].isin(list(names)) | rows[keys].isna()
        mine = rows[is_theirs.all(axis=1) & rows[keys].notna().any(axis=1)].copy()
        if not keys:
            mine = rows[:0]
        for column in mine.columns:
            if column in PERSONS:
                mine[column] = mine[column].replace(names)
            elif column.endswith("_id") and column not in ("agency_id", "obligation_id"):
                mine[column] = name + mine[column].str[-9:]
        found[table] = pd.concat([rows, mine], ignore_index=True)
    return found


def _plant(tables: dict[str, pd.DataFrame]) -> None:
    """What nobody could miss, on the canaries: a day that no other date is, an amount beyond all others."""
    events = tables["events"]
    opened = events["subject_id"].eq(f"{CANARY}C0") & events["event"].eq("opened")
    events.loc[opened, "occurred_on"] = RARE_DAY
    paid = tables["compensation"]
    theirs = paid["compensation_id"].str.startswith(CANARY) & paid["amount"].notna()
    one = paid.loc[theirs & paid["fact"].eq("paid"), "victim_id"].iloc[0]
    theirs &= paid["victim_id"].eq(one)
    paid.loc[theirs, "amount"] = type(paid["amount"].dropna().iloc[0])(str(RARE_AMOUNT))


def _federal(sent: Path) -> list:
    import os

    source = Path(os.environ["ANSWERABLE_SHARED"]) / "data" / "us_federal_ht_cases"
    text = (source / "march_htd_deid.csv").read_bytes()
    lines = text.rstrip(b"\r\n").split(b"\n")
    found = []
    for name, rows in (("one", lines), ("two", [*lines, *lines[-6:-1]])):
        folder = sent / name
        folder.mkdir(parents=True)
        (folder / "march_htd_deid.csv").write_bytes(b"\n".join(rows) + b"\n")
        found.append(folder)
    return found


def _receive_federal(folder: Path, vault: Path) -> None:
    from validations.receive import receive

    receipt = receive(
        [folder],
        mapping="us_federal_ht_cases",
        agency_id="USA-DOJ",
        period_start=date(1998, 1, 1),
        period_end=date(2014, 8, 5),
        vault=vault,
    )
    assert receipt.is_accepted, receipt


def release(folder: Path, *, with_reports: bool) -> None:
    """Build the release as the command does, and keep the truth of what it tells."""
    import release.build
    from release.read import open_release
    from tests.made_files import made_files

    disclose = release.build.disclose

    def overheard(results, *arguments, **options):
        told = disclose(results, *arguments, **options)
        kept = results.reset_index(drop=True).loc[told.results.index]
        columns = [*NAME, "numerator", "denominator"]
        true.append(kept[columns].assign(held=told.held.to_numpy()))
        return told

    def with_people(store, key):
        found = research_tables(store, key)
        _keep_people(folder, store, key)
        return found

    true: list[pd.DataFrame] = []
    research_tables = release.build.research_tables
    release.build.disclose, release.build.research_tables = overheard, with_people
    try:
        path = release.build.build(folder / "vault", folder / "releases", progress=print)
    finally:
        release.build.disclose, release.build.research_tables = disclose, research_tables
    true[0].to_pickle(folder / f"truth-{path.name}.pkl")
    with (folder / "made.txt").open("a") as made:
        print(path.name, file=made)
    if with_reports:
        with open_release(path) as opened:
            made_files(opened, folder / "reports", progress=print)


def _keep_people(folder: Path, store, key: bytes) -> None:
    """The people behind the research tables, one pickle an outcome, and the strict tables made of them."""
    import duckdb

    from disclosure.research import STRICT, build_research
    from metrics.catalogue import metrics
    from release.research_bases import declared_bases, research_bases
    from release.research_rows import rows_table

    for base, rows in declared_bases().values():
        people = store.execute(f"FROM {rows_table(metrics()[rows.metric_id])}").df()
        for outcome in base.outcomes:
            people.to_pickle(folder / f"people-{outcome.table}.pkl")
    tables = build_research(store, research_bases(store), key, STRICT)
    (folder / "strict.duckdb").unlink(missing_ok=True)
    with duckdb.connect(str(folder / "strict.duckdb")) as strict:
        for name, rows in tables.items():
            if name not in ("research_notes", "research_utility"):
                strict.register("arriving", rows.astype(object))
                strict.execute(f"CREATE TABLE {name} AS FROM arriving")


if __name__ == "__main__":
    make(sys.argv[1], Path(sys.argv[2]))
