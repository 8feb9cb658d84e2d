"""The national accountability report of one place, of several or of all, in blocks that every format is written from."""

from collections.abc import Callable

from languages import current, direction, phrase
from release.read import Release
from reports.blocks import Bullets, Drawn, Facts, Heading, NewPage, Paragraph, Report, Table
from reports.contents import gather
from reports.material import read_material
from reports.names import check_jurisdiction, records


def national_report(
    release: Release, place: str | None = None, progress: Callable | None = None
) -> Report:
    """The report in the language spoken now; `place` None reports all."""
    tell = progress or (lambda message, done=None, total=None: None)
    check_jurisdiction(place, sorted(set(release.results()["jurisdiction"])))
    filters = {} if place is None else {"jurisdiction": place}
    results = records(release.results(**filters))
    material = read_material(release, place, results)
    contents = gather(release, material, results, tell)
    cover = contents["cover"]
    hash_ = cover["content_hash"]
    return Report(
        title=cover["title"],
        place=cover["place"],
        period=cover["period"],
        language=current(),
        direction=direction(),
        day=records(release.table("release"))[0]["released_on"],
        facts=(
            ("Published", cover["released_on"]),
            ("Data as of", cover["data_date"]),
            ("Results", cover["results"]),
            ("Release", cover["release_id"]),
            ("Content hash", hash_),
            ("Program version", cover["code_version"]),
        ),
        foot=(f"Release {cover['release_id']}, content {hash_[:12]}",),
        description=f"Accountability report of release {cover['release_id']}",
        mark=cover["mark"],
        warning=cover["scope"],
        blocks=tuple(_blocks(contents)),
    )


def _blocks(data: dict):
    yield Heading(1, phrase("In short"))
    for entry in data["summary"]:
        yield Paragraph(entry["title"], "about")
        yield Bullets(tuple(entry["sentences"]))
    if data["in-short"]:
        yield _table(data["in-short"])
    if data["alarms"]:
        yield Heading(2, "How often chance alone would ring")
        yield _table(data["alarms"])
    for group in data["groups"]:
        yield NewPage()
        yield Heading(1, group["title"])
        for section in group["sections"]:
            yield from _section(section)
        if group["table"]:
            yield _table(group["table"])
    if data["without"]:
        yield Heading(1, "What this release says nothing about")
        yield Paragraph(data["without"]["sentence"])
        yield Paragraph(data["without"]["metrics"])
    yield NewPage()
    yield Heading(1, "The data behind it")
    yield Paragraph(data["quality"]["sentence"])
    for name in ("submissions", "findings"):
        if data["quality"][name]:
            yield _table(data["quality"][name])
    yield NewPage()
    yield Heading(1, "How people are protected")
    protection = data["protection"]
    yield Bullets(tuple(protection["sentences"]))
    yield Heading(2, "What may be concluded from a blank")
    yield Bullets(tuple(protection["conclusions"]))
    for name in ("shown", "audits", "plan"):
        if protection[name]:
            yield _table(protection[name])
    yield Heading(2, "From one release to the next")
    yield Bullets(tuple(protection["successive"]))
    if protection["policy"]:
        yield Heading(2, "The rules")
        headings = ("Rule", "Value", "Applies", "Why, and after which document")
        yield Table("Rules of disclosure", headings, tuple(map(tuple, protection["policy"])))
    yield NewPage()
    yield Heading(1, "How to read the numbers")
    methods = data["methods"]
    for words in methods["paragraphs"]:
        yield Paragraph(words)
    told = (
        ("Why a number is missing", ("Mark", "Word", "What it means", "Results"), "blanks"),
        ("How far a number can be trusted", ("Status", "What it means"), "statuses"),
        ("How complete a cohort is", ("Word", "What it means"), "maturities"),
    )
    for title, headings, name in told:
        yield Heading(2, title)
        yield Table(title, headings, tuple(map(tuple, methods[name])))
    if methods["interval_methods"]:
        yield Heading(2, "Intervals in this report")
        yield Bullets(tuple(methods["interval_methods"]))
    if data["indicators"]:
        yield NewPage()
        yield Heading(1, "Indicators of the field")
        yield _table(data["indicators"])


def _section(section: dict):
    yield Heading(2, section["title"])
    yield Paragraph(section["question"], "lead")
    yield Bullets(tuple(section["sentences"]))
    yield from (Drawn(**chart) for chart in section["charts"])
    yield from map(_table, section["tables"])
    for part in section["parts"]:
        yield Heading(3, part["title"])
        if part["sentences"]:
            yield Bullets(tuple(part["sentences"]))
        if part["facts"]:
            yield Facts(tuple(map(tuple, part["facts"])))
        yield from (Drawn(**chart) for chart in part["charts"])
        yield from map(_table, part["tables"])
    yield Heading(3, "How it is counted")
    yield Facts(tuple(map(tuple, section["facts"])))
    for title, lines in (
        ("What it does not say", section["caveats"]),
        ("Duties it bears on", section["obligations"]),
    ):
        if lines:
            yield Heading(3, title)
            yield Bullets(tuple(lines))


def _table(found: dict) -> Table:
    numeric = frozenset(place for place, side in enumerate(found["aligns"]) if side == "right")
    rows = tuple(map(tuple, found["rows"]))
    return Table(found["title"], tuple(found["columns"]), rows, numeric, found["note"])
