"""The case store: accepted submissions as immutable files, and the database rebuilt from them.

Truth is the folder of accepted submissions (Parquet and a receipt each). The database is a cache:
it can be thrown away at any time and `rebuild` makes it again.
"""

from data.store.accept import accept, already_accepted, next_vintage
from data.store.fingerprint import fingerprint
from data.store.known import Known, known_keys
from data.store.open import open_case_store
from data.store.problems import StoreError
from data.store.rebuild import rebuild
from data.store.receipt import Receipt, current_receipts, receipts

__all__ = [
    "Known",
    "Receipt",
    "StoreError",
    "accept",
    "already_accepted",
    "current_receipts",
    "fingerprint",
    "known_keys",
    "next_vintage",
    "open_case_store",
    "rebuild",
    "receipts",
]
