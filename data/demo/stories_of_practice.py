"""The truths about practice as sentences: hearings, custody, interviews, referral, penalties, and what is not kept."""

from data.demo.truths import Truths


def stories_of_practice(truths: Truths) -> list[tuple[str, str, str]]:
    """Title, jurisdiction (or `all`) and sentence of each; `{name}` stands for the place's name."""
    hearings, custody, trail = truths.hearings, truths.detention, truths.money_trail
    interviews, referral, penalties = truths.interviews, truths.referral, truths.penalties
    return [
        (
            "Hearings that do not take place",
            hearings.jurisdiction,
            f"In {{name}} {hearings.adjourned_there:.0%} of listed hearings are adjourned, elsewhere"
            f" {hearings.adjourned:.0%}.",
        ),
        (
            "A register of interpreters",
            interviews.register_jurisdiction,
            f"In {{name}} {interviews.qualified_before:.0%} of interviews in need of an interpreter had a"
            f" qualified one before {interviews.register_from} and {interviews.qualified_after:.0%} since;"
            f" elsewhere it is {interviews.qualified:.0%}.",
        ),
        (
            "A lawyer from the first interview on",
            interviews.lawyer_jurisdiction,
            f"In {{name}} {interviews.lawyer_there:.0%} of survivors have a lawyer at their first interview,"
            f" elsewhere {interviews.lawyer:.0%}.",
        ),
        (
            "Money is followed by rule",
            trail.jurisdiction,
            f"In {{name}} a financial investigation is opened in {trail.opened_there:.0%} of cases with a"
            f" suspect, elsewhere in {trail.opened:.0%}.",
        ),
        (
            "Custody before the verdict",
            "all",
            f"Of the arrested, {custody.foreign:.0%} of foreign suspects are kept in custody and"
            f" {custody.own:.0%} of own citizens.",
        ),
        (
            "Who refers matters",
            "all",
            f"Of presumed victims {referral.identified:.0%} are identified, but"
            f" {referral.identified_by_immigration:.0%} of those whom immigration officers refer.",
        ),
        (
            "Punished for what they were made to do",
            "all",
            f"After forced criminality {penalties.forced_criminality:.0%} of survivors are charged themselves,"
            f" after other exploitation {penalties.otherwise:.0%}.",
        ),
        (
            "What is not kept is not zero",
            "all",
            "Nobody keeps "
            + ", ".join(
                f"{table.replace('_', ' ')} in {' or '.join(places)}"
                for table, places in truths.not_kept.tables.items()
            )
            + ".",
        ),
    ]
