"""Why the clocks disagree: what this place's numbers show, and what moves which clock anywhere."""

from charts.time_readings import Readings
from charts.time_reasons import reasons
from charts.time_scenarios import SCENARIOS
from release.read import Release
from views import frame, reading
from views.html import bullets
from views.time_filters import Choice


def show(release: Release, choice: Choice, found: Readings) -> None:
    """The section."""
    where = reading.labels(release).place(choice.place)
    frame.section("Why they disagree")
    said = reasons(found)
    if said:
        frame.part(f"What the numbers of {where} show")
        frame.html(bullets(said))
        frame.note(
            "These sentences follow from the numbers above. They say what fits them; they do not prove why."
        )
    else:
        frame.say(
            f"Too few clocks of {where} can be read together to say how they differ, or they agree "
            "within chance."
        )
    frame.part("What moves which clock, anywhere")
    frame.table(
        release,
        "What happens, and what each kind of clock then shows",
        ("What happens", "CEPEJ's two figures", "Cohort and current pace", "What else is seen"),
        SCENARIOS,
        name="what_moves_which_clock",
    )
    frame.note(
        "Learned from simulated courts, of which the true speed was known: only the cohort and the current pace "
        "stayed near it throughout. The median of closed cases alone is not shown on this page: it moves when "
        "nothing has changed."
    )
