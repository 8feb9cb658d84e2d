"""Why the clocks disagree: what this place's numbers show, and what moves which clock anywhere."""

from charts.time_readings import Readings
from charts.time_reasons import reasons
from charts.time_scenarios import SCENARIOS
from languages import phrase
from release.read import Release
from views import frame, reading
from views.html import bullets
from views.time_filters import Choice


def show(release: Release, choice: Choice, found: Readings) -> None:
    """The section."""
    where = reading.labels(release).place(choice.place)
    frame.section(phrase("Why they disagree"))
    said = reasons(found)
    if said:
        frame.part(phrase("What the numbers of {place} show", place=where))
        frame.html(bullets(said))
        frame.note(
            phrase(
                "These sentences follow from the numbers above. They say what fits them; they do not prove why."
            )
        )
    else:
        frame.say(
            phrase(
                "Too few clocks of {place} can be read together to say how they differ, or they agree "
                "within chance.",
                place=where,
            )
        )
    frame.part(phrase("What moves which clock, anywhere"))
    frame.table(
        release,
        phrase("What happens, and what each kind of clock then shows"),
        (
            phrase("What happens"),
            phrase("CEPEJ's two figures"),
            phrase("Cohort and current pace"),
            phrase("What else is seen"),
        ),
        SCENARIOS,
        name="what_moves_which_clock",
    )
    frame.note(
        phrase(
            "Learned from simulated courts, of which the true speed was known: only the cohort and the current pace "
            "stayed near it throughout. The median of closed cases alone is not shown on this page: it moves when "
            "nothing has changed."
        )
    )
