"""A submission is known again by its bytes and its mapping, by nothing else."""

import random
import zipfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from data.store import fingerprint

CONTENTS = st.lists(st.binary(max_size=30), min_size=2, max_size=5)


@settings(max_examples=30, deadline=None)
@given(contents=CONTENTS, seed=st.integers(0, 999))
def test_order_does_not_matter_but_every_byte_does(tmp_path_factory, contents, seed):
    folder = tmp_path_factory.mktemp("files")
    paths = [folder / f"{number}.csv" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    first = fingerprint(paths, "m")
    assert fingerprint(random.Random(seed).sample(paths, len(paths)), "m") == first
    assert fingerprint([folder], "m") == first
    assert fingerprint(paths, "n") != first
    paths[0].write_bytes(contents[0] + b"x")
    assert fingerprint(paths, "m") != first


def test_a_lone_file_may_be_renamed(tmp_path):
    one, two = tmp_path / "a.csv", tmp_path / "b.csv"
    one.write_bytes(b"x")
    two.write_bytes(b"x")
    assert fingerprint([one], "m") == fingerprint([two], "m")


def test_names_tell_files_apart(tmp_path):
    def folder(name: str, a: bytes, b: bytes) -> Path:
        made = tmp_path / name
        made.mkdir()
        (made / "a.csv").write_bytes(a)
        (made / "b.csv").write_bytes(b)
        return made

    assert fingerprint([folder("1", b"x", b"y")], "m") != fingerprint(
        [folder("2", b"y", b"x")], "m"
    )


def test_bytes_do_not_flow_from_one_file_into_the_next(tmp_path):
    parts = []
    for name, a, b in (("1", b"xy", b"z"), ("2", b"x", b"yz")):
        made = tmp_path / name
        made.mkdir()
        (made / "a.csv").write_bytes(a)
        (made / "b.csv").write_bytes(b)
        parts.append(fingerprint([made], "m"))
    assert parts[0] != parts[1]


def test_a_zip_counts_as_its_bytes(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "x")
    before = fingerprint([path], "m")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("b.csv", "y")
    assert fingerprint([path], "m") != before
