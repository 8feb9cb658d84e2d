"""How the entries of a filled return read: numbers with their marks, statuses, and what stands beside them."""

from charts import format as reads
from charts import release_words
from charts.describe import is_public_fact
from charts.joining import in_turn
from languages import phrase, phrase_in
from reports.returns.blanks import KINDS
from reports.returns.filled import Entry, Figure, Filled
from reports.returns.known import said


def figure_told(figure: Figure, entry: Entry, filled: Filled) -> str:
    """A number in its unit with the mark of open court, the words of a text cell, or the shorthand of a blank."""
    if figure.blank:
        return KINDS[figure.blank].shorthand
    if figure.texts:
        return in_turn(figure.texts)
    told = number_told(figure, entry, filled)
    return f"{told} {reads.PUBLIC_FACT.shorthand}" if is_public_fact(figure.row) else told


def number_told(figure: Figure, entry: Entry, filled: Filled) -> str:
    """A number in its unit."""
    currency = figure.row["currency"]
    if entry.answer.measure == "value":
        return reads.value(figure.number, value_unit(entry, filled), currency)
    told = reads.count(figure.number)
    return told if reads.is_missing(currency) else reads.money(told, currency)


def value_unit(entry: Entry, filled: Filled) -> str:
    """Unit of the value of the metric behind an entry; a count where there is none."""
    found = filled.definitions.get(entry.answer.metric) if entry.answer else None
    return found["value_unit"] if found else "count"


def status_told(figure: Figure, entry: Entry) -> str:
    """How far a number can be trusted, or why there is none."""
    if figure.blank:
        return said(entry.why) or KINDS[figure.blank].label
    if figure.texts:
        return phrase("As the release has it")
    told = _status(figure, entry)
    if is_public_fact(figure.row):
        return phrase(
            "{status}; {more}", status=told, more=release_words.inside(reads.PUBLIC_FACT.label)
        )
    return told


def _status(figure: Figure, entry: Entry) -> str:
    if entry.answer.measure != "value":
        return phrase("A count beside a share or a rate")
    status = reads.STATUSES.get(figure.row["status"])
    told = status.label if status else phrase("No status")
    maturity = figure.row["maturity"]
    if maturity and maturity != "mature":
        return phrase(
            "{status}; {more}",
            status=told,
            more=release_words.inside(reads.MATURITIES[maturity].label),
        )
    return told


def statuses_told(entry: Entry) -> str:
    """The same of every year, told once where all are alike."""
    told = {figure.start.year: status_told(figure, entry) for figure in entry.figures}
    if len(set(told.values())) == 1:
        return next(iter(told.values()))
    return in_turn(
        phrase("{period}: {words}", period=year, words=words) for year, words in told.items()
    )


def beside_told(entry: Entry, filled: Filled) -> str:
    """Figures that are not what is asked, each with its own period."""
    return in_turn(
        phrase(
            "{period}: {words}",
            period=reads.period(figure.start, figure.end),
            words=figure_told(figure, entry, filled),
        )
        for figure in entry.beside
    )


def asked_told(entry: Entry) -> str:
    """What an entry of the form asks for: Sex: female; All; or a breakdown nothing answers."""
    if entry.split is None:
        return said(entry.asked) if entry.asked else phrase_in("breakdown", "All")
    category = said(entry.asked) if entry.asked else phrase("Not a category of the form")
    return phrase("{breakdown}: {category}", breakdown=said(entry.split.title), category=category)


def given_told(entry: Entry, filled: Filled) -> str:
    """The category of the release that was taken; its currency where money is counted; empty where there is none."""
    parts = []
    if entry.split and entry.code:
        parts.append(filled.labels.category(entry.breakdown, entry.code))
    if entry.currency:
        parts.append(entry.currency)
    return ", ".join(parts)


def metric_told(metric: str, filled: Filled) -> str:
    """Title of a metric; its id where the release does not hold it."""
    found = filled.definitions.get(metric)
    return release_words.title(found) if found else metric


def certainty_told(certainty: str) -> str:
    """Whether the words of a form were seen."""
    if certainty == "V":
        return phrase("Seen in a copy of the text or in a source that quotes it")
    return phrase("Recalled: to be checked against the official form")
