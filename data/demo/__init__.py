"""The demo: seeded synthetic submissions of fictional places, through the same intake as real ones."""

from data.demo.submissions import DemoSubmission, make_submissions
from data.demo.truths import TRUTHS, Truths

__all__ = ["TRUTHS", "DemoSubmission", "Truths", "make_submissions"]
