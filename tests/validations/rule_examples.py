"""For every rule an edit of the good data that breaks it, and the rows that are then to blame.

An edit is (table, position, changes); position None adds a row made of the first row of that
table and the changes. Blamed rows are (table, position).
"""

CELL = {"jurisdiction": "XAA", "obligation_id": "palermo-5-1", "aspect": "law"}
ATTESTED = {**CELL, "attestation_id": "B1", "status": "met", "grade": "A", "stated_on": "2021-02-02", "coder": "K1",
            "evidence_url": "https://example.org/a", "reason": "The Act of 2015 makes it a crime."}  # fmt: skip
REPLIED = {
    **CELL,
    "reply_id": "Y1",
    "replied_on": "2021-02-02",
    "reply": "The Act was amended in 2019.",
}
RECOMMENDED = {
    **CELL,
    "recommendation_id": "R1",
    "source": "court",
    "made_on": "2021-02-02",
    "strength": "requires",
}
BOUND = {"jurisdiction": "XAA", "participation_id": "J1", "instrument": "palermo", "event": "in_force",
         "from_on": "2020-01-01"}  # fmt: skip
SET = {"jurisdiction": "XAA", "benchmark_id": "N1", "metric_id": "conviction_rate", "direction": "at_least",
       "number": "0.5", "set_by": "parliament", "set_on": "2020-01-01", "evidence_url": "https://example.org/b"}  # fmt: skip
"""Rows of an oversight body that hold every rule when such a body sends them."""

EXAMPLES = {
    "disposition_before_charge": (
        [("events", 3, {"occurred_on": "2020-01-31"})], {("events", 3)}),
    "sentence_before_charge": (
        [("events", 5, {"occurred_on": "2020-01-31"})], {("events", 5)}),
    "case_closed_before_opened": (
        [("events", 0, {"subject_kind": "case", "subject_id": "C1", "event": "opened", "occurred_on": "2020-05-05"}),
         ("events", 1, {"subject_kind": "case", "subject_id": "C1", "event": "closed", "occurred_on": "2020-05-04"})],
        {("events", 0), ("events", 1)}),
    "trial_before_charge": (
        [("events", None, {"event_id": "T", "subject_kind": "proceeding", "subject_id": "P1", "event": "trial_started", "occurred_on": "2020-01-25"})],
        {("events", 12)}),
    "sentence_before_disposition": (
        [("events", 5, {"occurred_on": "2021-02-27"})], {("events", 5)}),
    "appeal_before_disposition": (
        [("events", 5, {"event": "appealed", "occurred_on": "2021-02-27"})], {("events", 5)}),
    "identified_before_referred": (
        [("events", None, {"event_id": "T", "event": "referred", "occurred_on": "2020-01-11"})],
        {("events", 0)}),
    "referred_to_prosecution_before_opened": (
        [("events", 0, {"subject_kind": "case", "subject_id": "C1", "event": "opened"}),
         ("events", 1, {"subject_kind": "case", "subject_id": "C1", "event": "referred_to_prosecution", "occurred_on": "2020-01-09"})],
        {("events", 1)}),
    "charge_before_arrest": (
        [("events", 1, {"occurred_on": "2020-02-02"})], {("events", 2)}),
    "charge_decided_before_proceeding": (
        [("events", 4, {"occurred_on": "2020-01-31"})], {("events", 4)}),
    "event_without_subject": (
        [("events", 1, {"subject_id": "D99"})], {("events", 1)}),
    "event_date_missing": ([("events", 1, {"occurred_on": ""})], {("events", 1)}),
    "event_date_of_unknown_precision": (
        [("events", 1, {"date_precision": "unknown"})], {("events", 1)}),
    "coarse_date_not_on_first_day": (
        [("events", 1, {"date_precision": "month"})], {("events", 1)}),
    "disposition_without_outcome": ([("events", 3, {"outcome": ""})], {("events", 3)}),
    "outcome_without_disposition": ([("events", 5, {"outcome": "convicted"})], {("events", 5)}),
    "reason_without_closure": ([("events", 5, {"reason": "evidence"})], {("events", 5)}),
    "event_of_unusual_subject": ([("events", 1, {"event": "identified"})], {("events", 1)}),
    "event_repeated": (
        [("events", None, {"event_id": "T"})], {("events", 0), ("events", 12)}),
    "supersedes_nothing": ([("events", 1, {"supersedes": "E99"})], {("events", 1)}),
    "supersedes_itself": ([("events", 1, {"supersedes": "E1.1"})], {("events", 1)}),
    "supersedes_other_subject": ([("events", 1, {"supersedes": "E1.0"})], {("events", 1)}),
    "sentence_without_conviction": (
        [("events", 3, {"outcome": "acquitted"}), ("events", 4, {"outcome": "acquitted"})],
        {("sentences", 0)}),
    "legal_person_with_sex_or_age": (
        [("defendants", 0, {"is_legal_person": "true"})], {("defendants", 0)}),
    "child_labour_of_adult": (
        [("victims", 0, {"exploitation_form": "child_labour", "age_band": "30-38"})], {("victims", 0)}),
    "more_victims_than_stated": ([("cases", 0, {"victim_count": "0"})], {("cases", 0)}),
    "more_defendants_than_stated": ([("cases", 0, {"defendant_count": "0"})], {("cases", 0)}),
    "proceeding_outside_its_case": (
        [("case_defendants", 0, {"defendant_id": "D2"})], {("proceedings", 0)}),
    "charge_of_other_proceeding": ([("sentences", 0, {"charge_id": "H2"})], {("sentences", 0)}),
    "award_before_claim": (
        [("compensation", 1, {"occurred_on": "2021-03-31"})], {("compensation", 1)}),
    "payment_before_award": (
        [("compensation", 2, {"occurred_on": "2021-05-31"})], {("compensation", 2)}),
    "payment_without_award": (
        [("compensation", 1, {"fact": "refused"})], {("compensation", 2)}),
    "paid_more_than_awarded": (
        [("compensation", 2, {"amount": "500.01"})], {("compensation", 2)}),
    "award_without_amount": ([("compensation", 1, {"amount": ""})], {("compensation", 1)}),
    "claim_of_two_victims": (
        [("compensation", 0, {"victim_id": "V2"})],
        {("compensation", 0), ("compensation", 1), ("compensation", 2)}),
    "score_missing": ([("survey_responses", 0, {"score": ""})], {("survey_responses", 0)}),
    "score_unexpected": ([("survey_responses", 0, {"answer": "refused"})], {("survey_responses", 0)}),
    "more_respondents_than_answered": (
        [("survey_invitations", None, {"jurisdiction": "XAA", "invitation_id": "I1", "wave": "2021", "outcome_group": "convicted", "sex": "female", "age_band": "18-20", "citizenship_group": "own", "status": "answered"})],
        {("survey_responses", 0), ("survey_responses", 1)}),
    "respondent_of_two_strata": (
        [("survey_responses", None, {"item": "court", "sex": "male"})],
        {("survey_responses", 0), ("survey_responses", 2)}),
    "assistance_ended_before_started": (
        [("assistance", None, {"jurisdiction": "XAA", "assistance_id": "A1", "victim_id": "V1", "service": "housing", "started_on": "2021-02-02", "ended_on": "2021-02-01"})],
        {("assistance", 0)}),
    "assistance_started_before_offered": (
        [("assistance", None, {"jurisdiction": "XAA", "assistance_id": "A1", "victim_id": "V1", "offered_on": "2021-02-02", "started_on": "2021-02-01"})],
        {("assistance", 0)}),
    "assistance_started_though_declined": (
        [("assistance", None, {"jurisdiction": "XAA", "assistance_id": "A1", "victim_id": "V1", "reply": "declined", "started_on": "2021-02-01"})],
        {("assistance", 0)}),
    "protection_decided_before_requested": (
        [("protection_measures", None, {"jurisdiction": "XAA", "measure_id": "G1", "victim_id": "V1", "requested_on": "2021-02-02", "decided_on": "2021-02-01"})],
        {("protection_measures", 0)}),
    "protection_decision_without_day": (
        [("protection_measures", None, {"jurisdiction": "XAA", "measure_id": "G1", "victim_id": "V1", "decision": "granted"})],
        {("protection_measures", 0)}),
    "retrafficking_before_exit": (
        [("retrafficking", None, {"jurisdiction": "XAA", "episode_id": "Y1", "victim_id": "V1", "onset_on": "2020-01-08"})],
        {("retrafficking", 0)}),
    "retrafficking_without_exit": (
        [("retrafficking", None, {"jurisdiction": "XAA", "episode_id": "Y1", "victim_id": "V9", "onset_on": "2021-01-08"})],
        {("retrafficking", 0)}),
    "followup_reached_though_lost": (
        [("followups", 0, {"reason_lost": "moved"})], {("followups", 0)}),
    "request_executed_before_sent": (
        [("cooperation_requests", None, {"jurisdiction": "XAA", "request_id": "Z1", "sent_on": "2021-02-02", "executed_on": "2021-02-01"})],
        {("cooperation_requests", 0)}),
    "request_executed_and_refused": (
        [("cooperation_requests", None, {"jurisdiction": "XAA", "request_id": "Z1", "refused_on": "2021-02-02", "executed_on": "2021-02-01"})],
        {("cooperation_requests", 0)}),
    "ground_without_refusal": (
        [("cooperation_requests", None, {"jurisdiction": "XAA", "request_id": "Z1", "ground": "other"})],
        {("cooperation_requests", 0)}),
    "complaint_decided_before_received": (
        [("complaints", 0, {"decided_on": "2020-12-31"})], {("complaints", 0)}),
    "complaint_outcome_without_day": ([("complaints", 0, {"decided_on": ""})], {("complaints", 0)}),
    "audit_sample_exceeds_frame": (
        [("audit_samples", None, {"jurisdiction": "XAA", "sample_id": "U1", "audit_id": "A", "frame_size": "1"}),
         ("audit_samples", None, {"jurisdiction": "XAA", "sample_id": "U2", "audit_id": "A", "frame_size": "1"})],
        {("audit_samples", 0), ("audit_samples", 1)}),
    "asset_step_out_of_order": (
        [("assets", None, {"jurisdiction": "XAA", "asset_id": "W1", "step": "frozen", "occurred_on": "2021-02-02"}),
         ("assets", None, {"jurisdiction": "XAA", "asset_id": "W1", "step": "confiscated", "occurred_on": "2021-02-01"})],
        {("assets", 1)}),
    "agency_outside_its_jurisdiction": (
        [("agencies", 1, {"jurisdiction": "XAB"})], {("agencies", 1)}),
    "agency_reports_backwards": (
        [("agencies", 0, {"reports_from": "2021-01-02", "reports_until": "2021-01-01"})], {("agencies", 0)}),
    "parent_unknown": ([("jurisdictions", 0, {"parent": "XZZ"})], {("jurisdictions", 0)}),
    "official_period_reversed": (
        [("official_counts", None, {"jurisdiction": "XAA", "period_start": "2021-01-02", "period_end": "2021-01-01"})],
        {("official_counts", 0)}),
    "official_figure_missing": (
        [("official_counts", None, {"jurisdiction": "XAA"})], {("official_counts", 0)}),
    "official_figure_and_blank": (
        [("official_counts", None, {"jurisdiction": "XAA", "value": "1", "blank": "withheld"})],
        {("official_counts", 0)}),
    "official_parts_exceed_total": (
        [("official_counts", None, {**dict.fromkeys(("source", "vintage", "measure", "unit_counted", "breakdown", "category", "age_group"), "x"), "jurisdiction": "XAA", "period_start": "2021-01-01", "period_end": "2021-12-31", "sex": sex, "value": value})
         for sex, value in (("total", "10"), ("male", "6"), ("female", "5"))],
        {("official_counts", 0)}),
    "reconsideration_decided_before_requested": (
        [("reconsiderations", None, {"jurisdiction": "XAA", "reconsideration_id": "R1", "victim_id": "V1", "requested_on": "2021-02-02", "decided_on": "2021-02-01"})],
        {("reconsiderations", 0)}),
    "reconsideration_outcome_without_day": (
        [("reconsiderations", None, {"jurisdiction": "XAA", "reconsideration_id": "R1", "victim_id": "V1", "requested_on": "2021-02-02", "outcome": "upheld"})],
        {("reconsiderations", 0)}),
    "reconsideration_without_refusal": (
        [("reconsiderations", None, {"jurisdiction": "XAA", "reconsideration_id": "R1", "victim_id": "V1", "requested_on": "2021-02-02"})],
        {("reconsiderations", 0)}),
    "testimony_given_though_not": (
        [("testimonies", None, {"jurisdiction": "XAA", "testimony_id": "T1", "victim_id": "V1", "case_id": "C1", "mode": "not_given", "given_on": "2021-02-01"})],
        {("testimonies", 0)}),
    "testimony_without_day": (
        [("testimonies", None, {"jurisdiction": "XAA", "testimony_id": "T1", "victim_id": "V1", "case_id": "C1", "mode": "live"})],
        {("testimonies", 0)}),
    "testimony_outside_its_case": (
        [("testimonies", None, {"jurisdiction": "XAA", "testimony_id": "T1", "victim_id": "V1", "case_id": "C2", "mode": "not_given"})],
        {("testimonies", 0)}),
    "hearing_before_charge": (
        [("hearings", None, {"jurisdiction": "XAA", "hearing_id": "H1", "proceeding_id": "P1", "listed_on": "2020-01-31"})],
        {("hearings", 0)}),
    "hearing_cause_though_held": (
        [("hearings", None, {"jurisdiction": "XAA", "hearing_id": "H1", "proceeding_id": "P1", "listed_on": "2020-05-01", "result": "held", "cause": "court"})],
        {("hearings", 0)}),
    "detention_ended_before_started": (
        [("detentions", None, {"jurisdiction": "XAA", "detention_id": "D1", "defendant_id": "D1", "started_on": "2020-01-21", "ended_on": "2020-01-20"})],
        {("detentions", 0)}),
    "detention_of_other_defendant": (
        [("detentions", None, {"jurisdiction": "XAA", "detention_id": "D1", "defendant_id": "D1", "proceeding_id": "P2", "started_on": "2020-01-21"})],
        {("detentions", 0)}),
    "detentions_overlap": (
        [("detentions", None, {"jurisdiction": "XAA", "detention_id": "D1", "defendant_id": "D1", "started_on": "2020-01-21", "ended_on": "2020-03-01"}),
         ("detentions", None, {"detention_id": "D2", "started_on": "2020-02-01", "ended_on": "2020-04-01"}),
         ("detentions", None, {"detention_id": "D3", "started_on": "2020-04-01", "ended_on": "2020-05-01"})],
        {("detentions", 1)}),
    "civil_claim_decided_before_filed": (
        [("civil_claims", None, {"jurisdiction": "XAA", "claim_id": "K1", "victim_id": "V1", "filed_on": "2021-02-02", "decided_on": "2021-02-01"})],
        {("civil_claims", 0)}),
    "civil_claim_outcome_without_day": (
        [("civil_claims", None, {"jurisdiction": "XAA", "claim_id": "K1", "victim_id": "V1", "filed_on": "2021-02-02", "outcome": "granted"})],
        {("civil_claims", 0)}),
    "restorative_reply_before_offer": (
        [("restorative_offers", None, {"jurisdiction": "XAA", "offer_id": "O1", "victim_id": "V1", "offered_on": "2021-02-02", "replied_on": "2021-02-01"})],
        {("restorative_offers", 0)}),
    "return_assessed_afterwards": (
        [("returns", None, {"jurisdiction": "XAA", "return_id": "R1", "victim_id": "V1", "returned_on": "2021-02-01", "assessed_on": "2021-02-02"})],
        {("returns", 0)}),
    "recommendation_due_before_made": (
        [("recommendations", None, {"jurisdiction": "XAA", "recommendation_id": "R1", "source": "court", "made_on": "2021-02-02", "due_on": "2021-02-01"})],
        {("recommendations", 0)}),
    "recommendation_implemented_before_made": (
        [("recommendations", None, {"jurisdiction": "XAA", "recommendation_id": "R1", "source": "court", "made_on": "2021-02-02", "implemented_on": "2021-02-01"})],
        {("recommendations", 0)}),
    "recommendation_without_evidence": (
        [("recommendations", None, {"jurisdiction": "XAA", "recommendation_id": "R1", "source": "court", "made_on": "2021-02-02", "implemented_on": "2021-02-03"})],
        {("recommendations", 0)}),
    "recommendation_without_aspect": (
        [("recommendations", None, {**RECOMMENDED, "aspect": ""}),
         ("recommendations", None, {"obligation_id": ""})],
        {("recommendations", 0)}),
    "recommendation_without_strength": (
        [("recommendations", None, {**RECOMMENDED, "strength": ""}),
         ("recommendations", None, {"obligation_id": ""})],
        {("recommendations", 0)}),
    "attestation_contradicts_itself": (
        [("attestations", None, ATTESTED),
         ("attestations", None, {"attestation_id": "B2", "status": "not_met"}),
         # What another coder, another day, another aspect or another grade says is no contradiction.
         ("attestations", None, {"attestation_id": "B3", "coder": "K2", "status": "not_met"}),
         ("attestations", None, {"attestation_id": "B4", "stated_on": "2021-02-03", "status": "not_met"}),
         ("attestations", None, {"attestation_id": "B5", "aspect": "practice", "status": "not_met"}),
         ("attestations", None, {"attestation_id": "B6", "grade": "D", "status": "not_met"})],
        {("attestations", 0), ("attestations", 1)}),
    "attestation_of_other_aspect": (
        [("attestations", None, ATTESTED),
         ("attestations", None, {"attestation_id": "B2", "aspect": "outcome"})],
        {("attestations", 1)}),
    "attestation_without_reason": (
        [("attestations", None, {**ATTESTED, "reason": ""})], {("attestations", 0)}),
    "coder_without_digit": (
        [("attestations", None, {**ATTESTED, "coder": "Reader"}),
         ("attestations", None, {"attestation_id": "B2", "coder": "Reader-1", "aspect": "practice"})],
        {("attestations", 0)}),
    "reply_of_other_aspect": (
        [("replies", None, REPLIED), ("replies", None, {"aspect": "outcome"})], {("replies", 1)}),
    "participation_ended_before_begun": (
        [("participations", None, {**BOUND, "until_on": "2019-12-31"}),
         ("participations", None, {"until_on": "2020-01-01"})],
        {("participations", 0)}),
    "participation_of_unknown_instrument": (
        [("participations", None, BOUND), ("participations", None, {"instrument": "palermos"})],
        {("participations", 1)}),
    "participation_duty_of_other_instrument": (
        [("participations", None, {**BOUND, "event": "reservation", "obligation_id": "palermo-5-1"}),
         ("participations", None, {"obligation_id": "coe-13-1"})],
        {("participations", 1)}),
    "participation_reservation_of_nothing": (
        [("participations", None, {**BOUND, "event": "reservation", "obligation_id": "palermo-5-1"}),
         ("participations", None, {"obligation_id": ""})],
        {("participations", 1)}),
    "participation_without_day": (
        [("participations", None, {**BOUND, "from_on": ""}),
         ("participations", None, {"event": "not_party"})],
        {("participations", 0)}),
    "report_without_name": (
        [("statutory_reports", None, {"jurisdiction": "XAA", "report_id": "R1", "agency_id": "XAA-COURT", "due_on": "2021-02-02"})],
        {("statutory_reports", 0)}),
    "figure_period_reversed": (
        [("agency_figures", None, {"jurisdiction": "XAA", "agency_id": "XAA-COURT", "period_start": "2021-02-02", "period_end": "2021-02-01", "measure": "staff", "value": "5"})],
        {("agency_figures", 0)}),
    "figure_period_across_years": (
        [("agency_figures", None, {"jurisdiction": "XAA", "agency_id": "XAA-COURT", "period_start": "2021-04-01", "period_end": "2022-03-31", "measure": "staff", "value": "5"})],
        {("agency_figures", 0)}),
    "figure_without_currency": (
        [("agency_figures", None, {"jurisdiction": "XAA", "agency_id": "XAA-COURT", "period_start": "2021-01-01", "period_end": "2021-12-31", "measure": "budget_spent", "value": "5"})],
        {("agency_figures", 0)}),
    "figure_with_currency": (
        [("agency_figures", None, {"jurisdiction": "XAA", "agency_id": "XAA-COURT", "period_start": "2021-01-01", "period_end": "2021-12-31", "measure": "staff", "value": "5", "currency": "EUR"})],
        {("agency_figures", 0)}),
    "figure_part_exceeds_whole": (
        [("agency_figures", None, {"jurisdiction": "XAA", "agency_id": "XAA-COURT", "period_start": year, "measure": measure, "value": value})
         for year, measure, value in (("2020-01-01", "staff_to_train", "10"), ("2020-01-01", "staff_trained", "10"),
                                      ("2021-01-01", "staff_to_train", "10"), ("2021-01-01", "staff_trained", "11"))],
        {("agency_figures", 3)}),
    "residents_period_not_one_year": (
        [("residents", None, {"jurisdiction": "XAA", "period_start": "2021-04-01", "period_end": "2022-03-31", "residents": "5"})],
        {("residents", 0)}),
    # Rules that follow from the schema: one example a kind.
    "sender:attestations": ([("attestations", None, ATTESTED)], {("attestations", 0)}),
    "address:replies.reply": (
        [("replies", None, REPLIED), ("replies", None, {"reply": "Write to the office (at) example.org."})],
        {("replies", 1)}),
    "number:replies.reply": (
        [("replies", None, REPLIED), ("replies", None, {"reply": "Call 030 123 456."})],
        {("replies", 1)}),
    "birth:attestations.reason": (
        [("attestations", None, ATTESTED), ("attestations", None, {"reason": "She was born on 2 May 1990."})],
        {("attestations", 1)}),
    "pseudonym:attestations.reason": (
        [("victims", None, {"victim_id": "XAA-V17"}), ("attestations", None, ATTESTED),
         ("attestations", None, {"reason": "Nobody told xaa-v17."}),
         # Of another State, or part of another word.
         ("attestations", None, {"reason": "Nobody told XAA-V17.", "jurisdiction": "FRA"}),
         ("attestations", None, {"reason": "Nobody told XAA-V178."})],
        {("attestations", 1)}),
    "ahead:attestations.stated_on": (
        [("attestations", None, {**ATTESTED, "stated_on": "2023-01-01"})], {("attestations", 0)}),
    "reference:proceedings.case_id": ([("proceedings", 0, {"case_id": "C99"})], {("proceedings", 0)}),
    "reference:cases.agency_id": ([("cases", 0, {"agency_id": "XAA-ELSE"})], {("cases", 0)}),
    "reference:victims.jurisdiction": ([("victims", 0, {"jurisdiction": "XAB"})], {("victims", 0)}),
    "foreign:victims": ([("victims", 0, {"jurisdiction": "FRA"})], {("victims", 0)}),
    "currency:compensation.amount": ([("compensation", 0, {"currency": ""})], {("compensation", 0)}),
    "ahead:exits.exited_on": ([("exits", 0, {"exited_on": "2023-01-01"})], {("exits", 0)}),
}  # fmt: skip
