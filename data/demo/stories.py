"""The declared truths of the demo as sentences, for documentation and for whoever shows the demo."""

from dataclasses import dataclass

from data.demo.stories_of_compliance import stories_of_compliance
from data.demo.stories_of_practice import stories_of_practice
from data.demo.truths import TRUTHS, Truths


@dataclass(frozen=True)
class Story:
    """One truth: what to look for, in which place, and what the dashboard ought to bring to light."""

    title: str
    jurisdiction: str
    sentence: str


def stories(truths: Truths = TRUTHS) -> list[Story]:
    """Every truth that a reader of the demo could find again."""
    names = {place.code: place.name for place in truths.places} | {"all": ""}
    smallest = min(truths.places, key=lambda place: place.share_of_cases)

    def story(title: str, code: str, sentence: str) -> Story:
        return Story(title, code, sentence.replace("{name}", names[code]))

    reform, gap = truths.reform, truths.true_disparity
    apparent, stopped, faults = truths.false_disparity, truths.stopped, truths.misreporting
    survey, recurrence = truths.survey, truths.recurrence
    return [
        story(
            "A reform that worked",
            reform.jurisdiction,
            f"In {{name}} the median from charge to first disposition falls from {reform.median_before}"
            f" to {reform.median_after} days for proceedings charged from {reform.starts_on} on.",
        ),
        story(
            "A true disparity",
            gap.jurisdiction,
            f"In {{name}} {gap.charge_share_foreign:.0%} of foreign suspects are charged and"
            f" {gap.charge_share_own:.0%} of own citizens, in every form of exploitation alike.",
        ),
        story(
            "A false disparity",
            apparent.jurisdiction,
            "In {name} foreign suspects are charged less often only because they are suspected of"
            " other forms of exploitation; within a form there is no difference.",
        ),
        story(
            "A court that stopped reporting",
            stopped.jurisdiction,
            f"{stopped.agency_id} of {{name}} has sent nothing about the time after {stopped.last_day}.",
        ),
        story(
            "A court that misreports",
            faults.jurisdiction,
            f"{faults.agency_id} of {{name}} reports {faults.hidden_share:.0%} of its"
            f" {' and '.join(faults.hidden_outcomes)} proceedings as ended with an unknown outcome.",
        ),
        story(
            "Survivors who cannot be joined to cases",
            truths.unlinked.jurisdiction,
            "The support services of {name} issue their own pseudonyms.",
        ),
        story(
            "A corrected submission",
            truths.corrected.jurisdiction,
            f"{truths.corrected.agency_id} of {{name}} first left out every payment of compensation"
            " and then sent the period again.",
        ),
        story(
            "A place too small to publish much",
            smallest.code,
            f"{{name}} has {smallest.share_of_cases:.1%} of all cases.",
        ),
        Story(
            "Those who answer are not those who were asked",
            "all",
            f"After a conviction {survey.answers['convicted']:.0%} answer the survey and"
            f" {survey.satisfied['convicted']:.0%} are satisfied; where a case ended without one it is"
            f" {survey.answers['not_convicted']:.0%} and {survey.satisfied['not_convicted']:.0%}.",
        ),
        Story(
            "Those who drop out are not those who stay",
            "all",
            f"Each year {recurrence.foreign_loss:.0%} of foreign survivors are lost from follow-up and"
            f" {recurrence.own_loss:.0%} of own citizens (hazards); a new episode comes at"
            f" {recurrence.foreign_episode:.0%} and {recurrence.own_episode:.0%} a year.",
        ),
        *(story(*one) for one in stories_of_practice(truths)),
        *(story(*one) for one in stories_of_compliance(truths)),
    ]
