"""The hash of what a release says, as distinct from the bytes it is stored in."""

import hashlib
import json

import pyarrow as pa

# When bytes arrived and when a release was made say nothing about what it holds.
OUTSIDE_TABLES = ("release",)
OUTSIDE_COLUMNS = {("submissions", "received_at")}


def content_hash(tables: dict[str, pa.Table], parameters: dict) -> str:
    """SHA-256 in hexadecimal over the sorted rows of every table and the parameters.

    The disclosure policy is one of the tables. Floating-point numbers count to twelve significant
    digits: sums over several threads may differ in the last ones.
    """
    digest = hashlib.sha256()
    for name in sorted(set(tables) - set(OUTSIDE_TABLES)):
        table = tables[name]
        kept = sorted(c for c in table.column_names if (name, c) not in OUTSIDE_COLUMNS)
        digest.update(json.dumps([name, kept]).encode())
        columns = [_texts(table[column]) for column in kept]
        rows = list(zip(*(texts for texts, _ in columns), strict=True))
        written = list(zip(*(each for _, each in columns), strict=True))
        for row in sorted(range(len(rows)), key=rows.__getitem__):
            digest.update(f"[{', '.join(written[row])}]".encode())
    digest.update(json.dumps(parameters, sort_keys=True, default=str).encode())
    return digest.hexdigest()


def _texts(column: pa.ChunkedArray) -> tuple[list[str], list[str]]:
    """For each row the text that it is sorted by, and that as JSON: each value is written once."""
    coded = column.combine_chunks().dictionary_encode(null_encoding="encode")
    texts = [_canonical(value) for value in coded.dictionary.to_pylist()]
    written = [json.dumps(text, ensure_ascii=False) for text in texts]
    codes = coded.indices.to_pylist()
    return [texts[code] for code in codes], [written[code] for code in codes]


def _canonical(value) -> str:
    """Text that is equal for equal values and different for an empty cell and an empty text."""
    if value is None:
        return "-"
    if isinstance(value, float):
        # Adding zero turns minus zero into zero.
        return f"={value + 0.0:.12g}"
    return f"={value}"
