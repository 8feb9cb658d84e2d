"""Speed, as ratios within one run: machines differ, what a step costs beside its floor differs less."""
