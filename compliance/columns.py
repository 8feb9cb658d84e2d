"""The tables of compliance in a release: columns with types and meanings, and what names a row."""

Columns = dict[str, tuple[str, str]]


def _texts(**meanings: str) -> Columns:
    return {name: ("VARCHAR", meaning) for name, meaning in meanings.items()}


_CELL = _texts(
    jurisdiction="Place, as in jurisdictions.",
    obligation_id="Obligation, as in obligations.",
    aspect="law, institution, practice or outcome.",
)
_STATE_COUNTS = {
    name: ("INTEGER", f"Cells of this state: {name.replace('_', ' ')}.")
    for name in (
        "evidenced", "attested", "partly", "gap_found", "not_taken_up", "no_evidence", "stale",
        "disputed", "not_applicable", "not_known",
    )
}  # fmt: skip

EVIDENCE_COLUMNS: Columns = {
    "evidence_id": ("VARCHAR", "Hash of what the piece of evidence says; the same piece keeps it from release to release."),
    **_CELL,
    **_texts(
        kind="figure, official_figure, attestation, statute, judgment, recommendation, plan or report.",
        finding="met, partly_met, not_met, disputed or not_applicable where somebody judged; meets, in_part or misses where a number of the instrument itself decides; happens, nothing_seen or cannot_tell where a figure, or a recommendation carried out, bears on the duty.",
        grade="A independent body or court, B State document that others bear out, C State claim, D civil society or survivors; of a figure that somebody published B or C, empty for one counted from case data.",
    ),
    "dated_on": ("DATE", "Day of the statement, or last day of the figure's period."),
    "is_stale": ("BOOLEAN", "True where it is older than three years at the data date of the release."),
    "is_current": ("BOOLEAN", "True where it counts today: not stale, and not overtaken by the same source."),
    **_texts(
        title="What it is: a statute, judgment, plan or metric by its title.",
        reason="Reason in the words of the oversight body, or the sentence of the rule.",
        link="Where it stands, https.",
        source="Who made it: code of source or name of publisher.",
        coder="Which of those who coded this cell and grade coded the attestation: first, second and so on; nobody is named across cells.",
        strength="Strength word of a monitoring body.",
        certainty="Whether the text behind it was read: read, summary or unchecked; empty for figures.",
        metric_id="Metric of a figure, as in definitions.",
        result_source="source of the figure's row in results: case or official.",
        scope="scope of the figure's row in results.",
        origin="origin of the figure's row in results.",
    ),
    "period_start": ("DATE", "First day of the figure's period."),
    "period_end": ("DATE", "Last day of the figure's period."),
    "horizon_days": ("INTEGER", "Horizon of the figure's row in results."),
    "breakdown": ("VARCHAR", "breakdown of the figure's row in results."),
    "category": ("VARCHAR", "category of the figure's row in results."),
    "currency": ("VARCHAR", "currency of the figure's row in results."),
    "number_asked": ("DOUBLE", "Number that the instrument itself sets, where one decides."),
    "number_found": ("DOUBLE", "Number found beside it."),
    "due_on": ("DATE", "Day by which a recommendation or report was due."),
    "done_on": ("DATE", "Day on which it was carried out or published."),
}  # fmt: skip
EVIDENCE_KEY = ("jurisdiction", "obligation_id", "aspect", "kind", "evidence_id")

STATE_COLUMNS: Columns = {
    **_CELL,
    **_texts(
        applies="yes, no or not_known: whether the duty binds the place on the data date.",
        applies_because="The record that says so, as a sentence.",
        state="evidenced, attested, partly, gap_found, not_taken_up, no_evidence, stale, disputed, not_applicable or not_known.",
        rule="The rule that decided, as in compliance_rules.",
        because="Why, as a sentence.",
        counts_as="met, short, open or out: how it enters shares.",
        best_grade="Strongest grade among the current statements.",
    ),
    "figures": ("INTEGER", "Current pieces of evidence that are figures."),
    "statements": ("INTEGER", "Current pieces of evidence that are statements."),
    "newest": ("DATE", "Newest piece of evidence, current or not."),
    "oldest": ("DATE", "Oldest piece of evidence, current or not."),
    "evidence_ids": ("VARCHAR", "Evidence the state rests on, one id a line."),
    "replies": ("INTEGER", "Replies of the place beside the cell."),
}  # fmt: skip
CELL_KEY = ("jurisdiction", "obligation_id", "aspect")

RULE_COLUMNS: Columns = _texts(
    rule="Rule, as in compliance.",
    state="The state it gives.",
    counts_as="met, short, open or out.",
    says="The rule as a sentence.",
) | {"place_in_order": ("INTEGER", "The first rule that holds decides.")}

CHANGE_COLUMNS: Columns = {
    **_CELL,
    **_texts(
        state_before="State in the release before; empty for a new cell.",
        state_now="State in this release; empty for a cell that is gone.",
        rule_before="Rule that decided then.",
        rule_now="Rule that decides now.",
        reason="Why it changed, as a sentence.",
        evidence_added="Evidence that was not there before, one id a line.",
        evidence_removed="Evidence that is no longer there or no longer current, one id a line.",
        previous_release="The release before.",
    ),
}  # fmt: skip

SUMMARY_COLUMNS: Columns = {
    "jurisdiction": ("VARCHAR", "Place, as in jurisdictions."),
    **_texts(
        dimension="all, theme or instrument.",
        item="The theme or instrument; all where the dimension is all.",
        aspect="law, institution, practice, outcome or all.",
        force_group="binding, soft or unilateral.",
    ),
    "applicable": ("INTEGER", "Cells of duties that bind the place, or that it may follow."),
    "met": ("INTEGER", "Of these, cells that count as met."),
    "short": ("INTEGER", "Of these, cells that count as short of it."),
    "open": ("INTEGER", "Of these, cells that nobody can decide: no evidence, stale, disputed, claims of one side, or figures that nobody has judged."),
    "share_lower": ("DOUBLE", "met / applicable; empty where nothing is applicable."),
    "share_upper": ("DOUBLE", "(met + open) / applicable."),
    **_STATE_COUNTS,
    "newest": ("DATE", "Newest evidence."),
    "oldest": ("DATE", "Oldest evidence."),
}  # fmt: skip
SUMMARY_KEY = ("jurisdiction", "dimension", "item", "aspect", "force_group")

PARTICIPATION_COLUMNS: Columns = {
    **_texts(
        jurisdiction="Place, as in jurisdictions.",
        instrument="Instrument, as in obligations.",
        event="in_force, signed, opt_out, reservation, denounced or not_party.",
        obligation_ids="Obligations a reservation or opt-out names, one a line; empty: all.",
    ),
    "from_on": ("DATE", "First day on which it holds; empty: not stated."),
    "until_on": ("DATE", "Last day on which it holds; empty: still."),
    **_texts(
        source="submitted or curated.",
        certainty="read, summary or unchecked.",
        link="Where it stands, https.",
        note="What is particular about it.",
    ),
}  # fmt: skip

STATUTE_COLUMNS: Columns = {
    **_texts(
        jurisdiction="Place, as in jurisdictions.",
        statute_id="Identifier, jurisdiction first.",
        title="Title of the statute.",
        provision="Section or article.",
        element="Element of coverage, as in the code list statute_element.",
        covered="yes, partly, no or not_known.",
    ),
    "number": ("DOUBLE", "Number the statute sets, where the element is one: years or days."),
    "valid_from": ("DATE", "First day of validity."),
    "valid_until": ("DATE", "Last day of validity; empty: still."),
    **_texts(certainty="read, summary or unchecked.", link="Where it stands, https.", note="What is particular about it."),
}  # fmt: skip

METHOD_COLUMNS: Columns = {
    **_texts(
        jurisdiction="Place, as in jurisdictions.",
        method="New method, as in the code list new_method.",
        metric_id="Metric whose yearly figures show it; empty where none does.",
        breakdown="Breakdown of that metric.",
        category="Category of that metric.",
    ),
    "year": ("INTEGER", "Last year of the figure's period; empty where there is no figure."),
    "period_start": ("DATE", "First day of the period; details of a total are often told by three years together."),
    "period_end": ("DATE", "Last day of it."),
    "numerator": ("DOUBLE", "As in results."),
    "denominator": ("DOUBLE", "As in results."),
    "value": ("DOUBLE", "As in results."),
    "lower": ("DOUBLE", "As in results."),
    "upper": ("DOUBLE", "As in results."),
    **_texts(
        blank="Why there is no value, as in results.",
        status="As in results.",
        covered="Whether a statute valid on the last day of the period, or on the data date where there is no figure, covers it: yes, partly, no or not_known.",
        statute_ids="The statutes that say so, one id a line.",
        note="What to know of the figure where it counts something wider or narrower than the method.",
    ),
}  # fmt: skip

AGREEMENT_COLUMNS: Columns = {
    "jurisdiction": ("VARCHAR", "Place, as in jurisdictions; empty: all together."),
    "aspect": ("VARCHAR", "law, institution, practice, outcome or all."),
    "pairs": ("INTEGER", "Duties read by two coders on the same evidence."),
    "same": ("INTEGER", "Of these, read alike."),
    "agreement": ("DOUBLE", "same / pairs."),
    "kappa": ("DOUBLE", "Weighted kappa over met, partly met, not met; empty where it cannot be told."),
    "lower": ("DOUBLE", "Lower end of its 95 % interval."),
    "upper": ("DOUBLE", "Upper end of its 95 % interval."),
    "interval_method": ("VARCHAR", "How the interval was computed."),
    "status": ("VARCHAR", "Whether it can be relied on, as in results."),
}  # fmt: skip

COMPOSITE_COLUMNS: Columns = {
    "jurisdiction": ("VARCHAR", "Place, as in jurisdictions."),
    "arithmetic": ("DOUBLE", "What an equally weighted mean over themes would say, 0 to 1."),
    "geometric": ("DOUBLE", "What a geometric mean would say."),
    "lowest_rank": ("INTEGER", "Best rank within the central 90 % of draws of weights and of what is open."),
    "highest_rank": ("INTEGER", "Worst rank within them."),
    "places": ("INTEGER", "Places ranked."),
    "draws": ("INTEGER", "Draws."),
}  # fmt: skip

REPLY_COLUMNS: Columns = {
    **_CELL,
    "reply_id": ("VARCHAR", "Identifier within the jurisdiction."),
    "replied_on": ("DATE", "Day of the reply."),
    "reply": ("VARCHAR", "The reply in full, plain text."),
}
BENCHMARK_COLUMNS: Columns = {
    **_texts(
        jurisdiction="Place, as in jurisdictions.",
        benchmark_id="Identifier within the jurisdiction.",
        metric_id="Metric, as in definitions.",
        direction="at_least or at_most.",
    ),
    "number": ("DOUBLE", "The benchmark, in the metric's value_unit."),
    "set_by": ("VARCHAR", "Who set it, as in the code list recommendation_source."),
    "set_on": ("DATE", "Day it was set."),
    "period_start": ("DATE", "First day of the newest result beside it; empty where there is none."),
    "period_end": ("DATE", "Last day of it."),
    "value": ("DOUBLE", "The result."),
    "lower": ("DOUBLE", "Lower end of its interval."),
    "upper": ("DOUBLE", "Upper end of its interval."),
    "reached": ("VARCHAR", "yes, no, cannot_tell (the interval holds the benchmark) or no_result."),
    "was_set_before": ("BOOLEAN", "True where it was set before the period began."),
    "link": ("VARCHAR", "Where it stands, https."),
}  # fmt: skip

CODES: dict[str, dict[str, str | None]] = {
    "compliance": {"state": "compliance_state", "best_grade": "evidence_grade"},
    "compliance_evidence": {
        "kind": "evidence_kind",
        "grade": "evidence_grade",
        "strength": "recommendation_strength",
        "result_source": "source",
        "source": None,
    },
    "compliance_rules": {"state": "compliance_state"},
    "compliance_changes": {"state_before": "compliance_state", "state_now": "compliance_state"},
    "participations": {"event": "participation_event", "source": None},
    "statutes": {"element": "statute_element"},
    "new_methods": {"method": "new_method"},
    "benchmarks": {"set_by": "recommendation_source", "direction": "benchmark_direction"},
}
"""Table -> column -> the code list of its values, where it has another name; None where it has none."""
