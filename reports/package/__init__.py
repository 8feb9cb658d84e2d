"""The data package of a release: every table as CSV and Parquet, described for machines and for people, in one zip."""

from reports.package.writing import write_package

__all__ = ["write_package"]
