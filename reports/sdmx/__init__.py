"""The results of a release for statistical offices: SDMX-CSV 2.0 with its structure, in one zip. Needs the library pysdmx."""

from reports.sdmx.writing import write_sdmx

__all__ = ["write_sdmx"]
