"""The way on: pages by the question they answer, the stages of justice, and where figures were published."""

from charts.format import many, plain
from release.read import Release
from views import (
    after_exit,
    case_flow,
    comparison,
    complaints_and_audits,
    cooperation,
    fairness_audit,
    group,
    held,
    money,
    place_profile,
    published_figures,
    reading,
    revisions,
    survivor_experience,
    time_to_justice,
    trends,
)
from views.compliance import QUESTION as DUTIES
from views.compliance import TITLE as COMPLIANCE
from views.compliance_read import PAGE
from views.frame import html, note, say, section
from views.html import bullets, join, link

ASKED = (
    (place_profile, "How does one place answer, from identification to redress?"),
    (case_flow, "How far do cases come, and where do they end?"),
    (time_to_justice, "How long do people wait?"),
    (survivor_experience, "How do survivors find what was done for them?"),
    (after_exit, "Is anybody trafficked again?"),
    (money, "What was awarded, what was paid, and what came back?"),
    (cooperation, "Do jurisdictions answer one another?"),
    (fairness_audit, "Are people treated differently, and what cannot be told?"),
    (complaints_and_audits, "Who complained, who looked, and what followed?"),
    (comparison, "Which places differ by more than chance?"),
    (trends, "What changed by more than its usual ups and downs?"),
    (revisions, "What is told otherwise than before?"),
    (published_figures, "What do official figures say beside these?"),
)


def show(release: Release) -> None:
    """The sections."""
    section("Questions")
    rest = [join([link(view.TITLE, view.ADDRESS), f": {asked}"]) for view, asked in ASKED]
    html(bullets([join([link(COMPLIANCE, PAGE), f": {DUTIES}"]), *rest]))
    _stages(release)


def published(release: Release) -> None:
    """Where figures of many kinds are all there is: where each of them stands."""
    section("What has been published")
    say("No one number sums these figures up. Each stands on its page, as it was printed:")
    has_results = held.metrics_with_results(release)
    found = [row for key, row in reading.definitions(release).items() if key in has_results]
    html(
        bullets(
            join([link(row["title"], row["metric_id"]), ": ", row["question"]]) for row in found
        )
    )


def _stages(release: Release) -> None:
    """The way to all metrics."""
    section("Every stage of justice")
    told = held.metrics_with_numbers(release)
    counted: dict[str, int] = {}
    for key, row in reading.definitions(release).items():
        counted[row["metric_group"]] = counted.get(row["metric_group"], 0) + (key in told)
    html(
        bullets(
            join(
                [
                    link(plain(name), group.address(name)),
                    f": {group.QUESTIONS.get(name, '')} {many(count, 'metric')} with a number.",
                ]
            )
            for name, count in counted.items()
        )
    )
    note(join(["All of them in one table: ", link("All metrics", "all_metrics"), "."]))
