"""The way on: pages by the question they answer, the stages of justice, and where figures were published."""

from charts import release_words
from charts.format import plain
from languages import later, phrase, phrase_for
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
from views.filled import filled
from views.frame import html, note, say, section
from views.html import bullets, link

ASKED = (
    (place_profile, later("How does one place answer, from identification to redress?")),
    (case_flow, later("How far do cases come, and where do they end?")),
    (time_to_justice, later("How long do people wait?")),
    (survivor_experience, later("How do survivors find what was done for them?")),
    (after_exit, later("Is anybody trafficked again?")),
    (money, later("What was awarded, what was paid, and what came back?")),
    (cooperation, later("Do jurisdictions answer one another?")),
    (fairness_audit, later("Are people treated differently, and what cannot be told?")),
    (complaints_and_audits, later("Who complained, who looked, and what followed?")),
    (comparison, later("Which places differ by more than chance?")),
    (trends, later("What changed by more than its usual ups and downs?")),
    (revisions, later("What is told otherwise than before?")),
    (published_figures, later("What do official figures say beside these?")),
)


def show(release: Release) -> None:
    """The sections."""
    section(phrase("Questions"))
    asked = [(COMPLIANCE, PAGE, DUTIES)]
    asked += [(view.TITLE, view.ADDRESS, question) for view, question in ASKED]
    html(
        bullets(
            filled(
                phrase("{page}: {question}"),
                page=link(phrase(title), address),
                question=phrase(question),
            )
            for title, address, question in asked
        )
    )
    _stages(release)


def published(release: Release) -> None:
    """Where figures of many kinds are all there is: where each of them stands."""
    section(phrase("What has been published"))
    say(phrase("No one number sums these figures up. Each stands on its page, as it was printed:"))
    has_results = held.metrics_with_results(release)
    found = [row for key, row in reading.definitions(release).items() if key in has_results]
    html(
        bullets(
            filled(
                phrase("{metric}: {question}"),
                metric=link(release_words.title(row), row["metric_id"]),
                question=release_words.question(row),
            )
            for row in found
        )
    )


def _stages(release: Release) -> None:
    """The way to all metrics."""
    section(phrase("Every stage of justice"))
    told = held.metrics_with_numbers(release)
    counted: dict[str, int] = {}
    for key, row in reading.definitions(release).items():
        counted[row["metric_group"]] = counted.get(row["metric_group"], 0) + (key in told)
    html(
        bullets(
            filled(
                phrase("{stage}: {question} {metrics}."),
                stage=link(plain(name), group.address(name)),
                question=phrase(group.QUESTIONS.get(name, group.ANY_STAGE)),
                metrics=phrase_for(
                    count, "{number} metric with a number", "{number} metrics with a number"
                ),
            )
            for name, count in counted.items()
        )
    )
    more = link(phrase("All metrics"), "all_metrics")
    note(filled(phrase("All of them in one table: {link}."), link=more))
