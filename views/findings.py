"""What matters now, found in the release and said in sentences with numbers."""

from release.read import Release
from views import (
    found_blanks,
    found_changes,
    found_duties,
    found_groups,
    found_places,
    found_series,
    found_silence,
)
from views.found import Finding


def findings(release: Release) -> list[Finding]:
    """Gaps first, then what changed, who differs, who is silent, what cannot be told."""
    told = [
        *found_duties.told(release),
        found_changes.since_last_release(release),
        found_series.over_time(release),
        found_places.places(release),
        found_groups.groups(release),
        found_silence.silent(release),
        found_blanks.untold(release),
    ]
    return [each for each in told if each]
