"""Case files and what was decided on them, by prosecutors and by courts."""

from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="case_files",
    unit="cases",
    entry="The day of the decision that is counted.",
    includes=(
        "Every case file, whatever became of it; a case with several suspects or victims counts once.",
        "For trafficking: cases that hold a form of exploitation, came with a submission about trafficking alone, or led to a charge of trafficking.",
    ),
    excludes=(
        "Appeals.",
        "Decisions behind the data date of those who keep the case or of those who charge, whichever is earlier.",
    ),
    rows=with_stages(
        "SELECT case_course.*, case_id AS unit_id, TRUE AS is_observable FROM case_course",
        "case_course",
    ),
)
