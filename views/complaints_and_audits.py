"""Are complaints heard, and are audits followed up? Complaints, audits of files, recommendations and reports."""

from charts import format as reads
from languages import later, phrase
from release.read import Release
from views import (
    by_parts,
    complaint_chain,
    compliance_read,
    frame,
    measures,
    page_end,
    places,
    reading,
    recommendations,
    tiles,
    yearly,
)
from views.filled import filled
from views.summaries import summaries

ADDRESS, TITLE = "complaints_and_audits", later("Complaints and audits")

IN_SHORT = (
    *("complaints_received", "complaints_upheld", "audit_pass_rate"),
    *("findings_closed_on_time", "recommendations_implemented", "reports_on_time"),
)
COMPLAINTS = (
    *("complaints_received", "independent_handling", "complaint_clearance", "complaint_age"),
    *("complaints_waiting", "complaints_upheld", "complaint_sanctions"),
)
AUDITS = ("audit_pass_rate", "auditor_agreement", "findings_closed_on_time")
FOLLOWED = ("recommendations_implemented", "reports_on_time", "report_delay")
EVERY = (*COMPLAINTS, *AUDITS, *FOLLOWED)


def show(release: Release) -> None:
    """The page."""
    frame.heading(phrase(TITLE), phrase("Are complaints heard, and are audits followed up?"))
    place = places.choose(release, ADDRESS)
    known = measures.held_ids(release, EVERY)
    if place is None or not known:
        frame.announce(
            phrase("This release holds no numbers about complaints, audits or recommendations.")
        )
        return
    found = complaint_chain.of_place(release, place)
    frame.announce(_announced(release, place, found))
    frame.section(phrase("In short"))
    tiles.show(release, measures.held_ids(release, IN_SHORT), place)
    _complaints(release, place, found)
    _audits(release, place)
    _followed(release, place)
    page_end.show(release, CANNOT_TELL, known, place)


def _announced(release: Release, place: str, found: dict[str, dict]) -> str:
    name = reading.labels(release).place(place)
    received = found.get("complaints_received")
    first = phrase("{place} has no number of complaints that can be shown.", place=name)
    if received is not None and received["numerator"] is not None:
        when = reads.period(received["period_start"], received["period_end"])
        first = phrase(
            "{place} received {number} complaints in {when}.",
            place=name,
            number=reads.count(received["numerator"]),
            when=when,
        )
    (audit,) = summaries(release, measures.held_ids(release, AUDITS[:1]), place) or (None,)
    if audit is None:
        return first
    words = measures.in_sentence(release, audit.metric_id, audit.row)
    audited = phrase(
        "Audited files that met the criterion they were read for: {share}.", share=words
    )
    return f"{first} {audited}"


def _complaints(release: Release, place: str, found: dict[str, dict]) -> None:
    frame.section(phrase("Complaints about officials and services"))
    complaint_chain.show(release, found, place, ADDRESS)
    name = reading.labels(release).place(place)
    caption = phrase("{place}: complaints", place=name)
    measures.show(release, caption, COMPLAINTS, place, ADDRESS)
    frame.note(
        phrase(
            "Few complaints can mean good work, or that nobody trusts the office: fewer is not better. Many "
            "upheld can mean bad work, or a fair hearing."
        )
    )


def _audits(release: Release, place: str) -> None:
    frame.section(phrase("Audits of files"))
    by_parts.show(
        release,
        "audit_pass_rate",
        place,
        ADDRESS,
        breakdown="audit_criterion",
        what=later("criterion"),
    )
    name = reading.labels(release).place(place)
    measures.show(release, phrase("{place}: audits", place=name), AUDITS, place, ADDRESS)
    frame.note(
        phrase(
            "A file shows what was written down, not what was done. Where two readers of one file agree "
            "little, the criterion is unclear and the share that met it means little."
        )
    )


def _followed(release: Release, place: str) -> None:
    frame.section(phrase("Recommendations and reports owed"))
    yearly.show(release, "recommendations_implemented", place, ADDRESS)
    by_parts.show(
        release,
        "recommendations_implemented",
        place,
        ADDRESS,
        breakdown="recommendation_source",
        what=later("who recommended"),
    )
    name = reading.labels(release).place(place)
    caption = phrase("{place}: recommendations and reports", place=name)
    measures.show(release, caption, FOLLOWED, place, ADDRESS)
    recommendations.show(release, place, ADDRESS)
    frame.note(
        filled(
            phrase("What binds a place, and what shows that it is kept: {link}."),
            link=_compliance(release, place),
        )
    )


def _compliance(release: Release, place: str):
    return compliance_read.page_link(release, phrase("how its duties stand"), place=place)


CANNOT_TELL = (
    later(
        "Who did not complain: people who fear officials, or never heard that they may, leave no trace here."
    ),
    later(
        "Whether an independent body is independent in fact: who appoints, pays and staffs it decides."
    ),
    later("Whether a recommendation carried out changed anything: a link to evidence is no proof."),
    later("Weight: ten easy recommendations count as much as ten hard ones."),
    later(
        "The way of one complaint: each step counts its own period, so steps are not parts of one another."
    ),
)
