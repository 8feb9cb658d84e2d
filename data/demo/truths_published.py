"""What the demo's made-up publications print, and in what they differ from the case data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Published:
    """A yearbook counts by the year of registration, `registered_after` days after the event, and only persons
    whose main charge is trafficking; its victims are all who were referred. Each edition prints `years` years; it goes
    to press before its last year is whole, on `press_day` (month, day), and the next edition completes that year.

    `hidden` are (jurisdiction, year, measure) that the publisher kept back. `bulletin` are places where a
    ministry prints persons prosecuted too, by year of charge and for every charge: two publications that disagree.
    """

    jurisdictions: tuple[str, ...] = ("XAA", "XAB", "XAE", "XAH")
    series: str = "demo_yearbook"
    bulletin_series: str = "demo_bulletin"
    editions: tuple[str, ...] = ("2024", "2025")
    years: int = 4
    registered_after: int = 60
    press_day: tuple[int, int] = (10, 31)
    hidden: tuple[tuple[str, int, str], ...] = (("XAH", 2022, "persons_convicted"),)
    bulletin: tuple[str, ...] = ("XAA",)
