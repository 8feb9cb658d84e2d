"""How the made-up people and things are split by each breakdown."""

from functools import cache

from release.vocabulary import vocabulary

SHARES = {
    "sex": {"female": 0.6, "male": 0.3, "unknown": 0.1},
    "citizenship_group": {"own": 0.3, "regional": 0.25, "other": 0.35, "unknown": 0.1},
    "age_group": {"adult": 0.7, "child": 0.2, "unknown": 0.1},
    "exploitation_form": {
        "forced_labour": 0.35,
        "sexual_exploitation": 0.5,
        "criminality": 0.1,
        "unknown": 0.05,
    },
    "outcome_group": {"convicted": 0.5, "not_convicted": 0.4, "unknown": 0.1},
    "agency_kind": {"court": 0.5, "prosecution": 0.5},
    "agency": {"{place}-COURT": 0.5, "{place}-PROSECUTION": 0.5},
    "offence_label": {"Buying of persons": 0.2, "Trafficking in persons": 0.8},
}
STAGES = {"investigated": 0.8, "charged": 0.55, "tried": 0.4, "convicted": 0.25}
ANSWERS = {"no": 0.3, "unknown": 0.1, "yes": 0.6}
MOST_MEMBERS = 3


@cache
def members(breakdown: str) -> dict[str, float]:
    """Member -> its usual part: as above, else the first codes of the code list, else yes and no."""
    if breakdown in SHARES:
        return SHARES[breakdown]
    words = vocabulary()
    codes = [code for code in words.loc[words["list"] == breakdown, "code"] if code != "unknown"]
    if not codes:
        return ANSWERS
    kept = codes[:MOST_MEMBERS]
    return {code: 0.9 / len(kept) for code in kept} | {"unknown": 0.1}
