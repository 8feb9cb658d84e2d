"""Numbers about victims that must fit together, in a demo store; each is counted a second time in `test_audit_recount`."""

from collections import defaultdict


def results_of(results, name):
    return results[results["metric_id"] == name]


def years(results, name):
    """(jurisdiction, year) -> numerator of the yearly totals of a metric that are told."""
    found = results_of(results, name)
    found = found[(found["breakdown"] == "total") & found["numerator"].notna()]
    return {
        (row.jurisdiction, row.period_start.year): row.numerator
        for row in found.itertuples()
        if row.period_start.year == row.period_end.year
    }


def test_the_last_step_of_the_staircase_and_the_conviction_of_victims_are_one_number(demo_results):
    steps = results_of(demo_results, "attrition")
    steps = steps[(steps["breakdown"] == "stage") & (steps["category"] == "convicted")]
    alone = results_of(demo_results, "victims_conviction_within_3_years")
    alone = alone[alone["breakdown"] == "total"]
    columns = ["jurisdiction", "period_start", "period_end", "numerator", "denominator", "value"]
    both = steps[columns].merge(alone[columns], on=columns[:3])
    told = both[both["value_x"].notna()]
    assert len(told) >= 20
    assert told["value_x"].tolist() == told["value_y"].tolist()
    assert told["numerator_x"].tolist() == told["numerator_y"].tolist()


def test_who_refers_adds_up_to_all_who_were_referred(demo_results):
    presumed = years(demo_results, "victims_presumed")
    mix = results_of(demo_results, "referral_source_mix")
    sums = defaultdict(float)
    for row in mix[mix["numerator"].notna()].itertuples():
        if row.period_start.year == row.period_end.year:
            sums[row.jurisdiction, row.period_start.year] += row.numerator
    told = {cell: number for cell, number in presumed.items() if number >= 10}
    assert len(told) >= 20 and {cell: sums[cell] for cell in told} == told
