"""Loads the validation library when it is imported: for a server that new processes fork from, so that it is loaded once for all of them."""

from validations.suites import load_great_expectations

load_great_expectations()
