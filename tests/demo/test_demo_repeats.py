"""The same seed gives the same bytes; another seed gives other people."""

import hashlib

import pytest

from data.demo import TRUTHS, make_submissions


def bytes_of(folder) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*.parquet"))
    }


def test_same_seed_gives_same_bytes(tmp_path):
    make_submissions(tmp_path / "one", cases=400, seed=7)
    make_submissions(tmp_path / "two", cases=400, seed=7)
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_another_seed_gives_other_cases(tmp_path):
    make_submissions(tmp_path / "one", cases=400, seed=7)
    make_submissions(tmp_path / "two", cases=400, seed=8)
    one, two = bytes_of(tmp_path / "one"), bytes_of(tmp_path / "two")
    same = [name for name in one if name.endswith("/cases.parquet") and one[name] == two.get(name)]
    assert same == []


def test_progress_names_every_place(tmp_path):
    told = []
    make_submissions(tmp_path, cases=12, seed=1, progress=lambda *step: told.append(step))
    assert [number for _, number, _ in told] == list(range(1, len(TRUTHS.places) + 1))
    assert all(
        place.name in text and total == len(told)
        for place, (text, _, total) in zip(TRUTHS.places, told, strict=True)
    )


def test_too_few_cases_are_refused_in_words(tmp_path):
    with pytest.raises(ValueError, match="one for each place"):
        make_submissions(tmp_path, cases=3)


def test_the_corrected_submission_comes_after_the_first_with_the_same_period(demo):
    twice = [one for one in demo.submissions if one.agency_id == TRUTHS.corrected.agency_id]
    assert len(twice) == 2
    assert len({(one.mapping, one.period_start, one.period_end) for one in twice}) == 1
    first, second = (
        demo.value(
            f"SELECT count(*) FROM '{one.paths[0]}/compensation.parquet' WHERE fact = 'paid'"
        )
        for one in twice
    )
    assert first == 0 and second > 0
