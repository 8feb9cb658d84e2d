"""The package told to machines: Frictionless data package, CSV on the Web, DCAT."""

from reports.package.about import About
from reports.package.described import Column, Described

FRICTIONLESS = {
    "VARCHAR": "string",
    "DATE": "date",
    "TIMESTAMP": "datetime",
    "BOOLEAN": "boolean",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "HUGEINT": "integer",
    "DOUBLE": "number",
}
CSVW = {
    "VARCHAR": "string",
    "DATE": "date",
    "TIMESTAMP": "dateTime",
    "BOOLEAN": {"base": "boolean", "format": "true|false"},
    "INTEGER": "integer",
    "BIGINT": "integer",
    "HUGEINT": "integer",
    "DOUBLE": "double",
}
"""SQL type -> its name in either vocabulary."""


def datapackage(about: About, tables: list[Described], sizes: dict[str, tuple[int, str]]) -> dict:
    """datapackage.json (Data Package 1); `sizes` are bytes and SHA-256 of each CSV file, by path."""
    resources = [_resource(table, *sizes[csv_path(table)]) for table in tables]
    return {
        "profile": "tabular-data-package",
        "name": f"answerable-{about.release_id}",
        "id": f"urn:sha256:{about.content_hash}",
        "title": about.title,
        "description": about.description,
        "version": about.release_id,
        "created": f"{about.released_on.isoformat()}T00:00:00Z",
        "keywords": list(about.keywords),
        **({"licenses": [about.licence.frictionless]} if about.licence.is_stated else {}),
        "resources": resources,
    }


def _resource(table: Described, size: int, digest: str) -> dict:
    links = [
        {"fields": [column], "reference": {"resource": other, "fields": [column]}}
        for column, other in table.links
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": csv_path(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            **({"foreignKeys": links} if links else {}),
        },
    }


def _field(column: Column) -> dict:
    found = {"name": column.name, "type": FRICTIONLESS[column.type], "description": column.meaning}
    return found | ({"rdfType": f"urn:answerable:list:{column.codes}"} if column.codes else {})


def csvw(about: About, tables: list[Described]) -> dict:
    """csv-metadata.json (CSV on the Web): one group of tables."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": about.title,
        "dc:description": about.description,
        "dc:identifier": about.release_id,
        "dc:issued": {"@value": about.released_on.isoformat(), "@type": "xsd:date"},
        "tables": [
            {
                "url": csv_path(table),
                "tableSchema": {
                    "columns": [
                        {
                            "name": column.name,
                            "titles": column.name,
                            "dc:description": column.meaning,
                            "datatype": CSVW[column.type],
                        }
                        for column in table.columns
                    ]
                },
            }
            for table in tables
        ],
    }


def dcat(about: About, files: dict[str, tuple[int, str]]) -> dict:
    """dcat.jsonld: the record a data portal harvests; `files` are bytes and SHA-256, by path."""
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": f"urn:sha256:{about.content_hash}",
        "@type": "dcat:Dataset",
        "dct:title": {"@value": about.title, "@language": "en"},
        "dct:description": {"@value": about.description, "@language": "en"},
        "dct:identifier": about.release_id,
        "dcat:version": about.release_id,
        "dct:issued": _day(about.released_on),
        "dct:language": {"@id": "http://publications.europa.eu/resource/authority/language/ENG"},
        "dcat:keyword": list(about.keywords),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(about.start),
            "dcat:endDate": _day(about.end),
        },
        "dct:spatial": [{"@type": "dct:Location", "dct:title": place} for place in about.places],
        **(
            {"dct:publisher": {"@type": "foaf:Agent", "foaf:name": about.publisher}}
            if about.publisher
            else {}
        ),
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:title": path,
                "dcat:mediaType": _media_type(path),
                "dcat:byteSize": size,
                "spdx:checksum": {
                    "@type": "spdx:Checksum",
                    "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                    "spdx:checksumValue": digest,
                },
                **({"dct:license": about.licence.dcat} if about.licence.is_stated else {}),
            }
            for path, (size, digest) in files.items()
        ],
    }


def csv_path(table: Described) -> str:
    """Where a table's CSV lies in the package."""
    return f"csv/{table.name}.csv"


def parquet_path(table: Described) -> str:
    """Where a table's Parquet file lies in the package."""
    return f"parquet/{table.name}.parquet"


def _day(when) -> dict:
    return {"@value": when.isoformat(), "@type": "xsd:date"}


def _media_type(path: str) -> str:
    return "text/csv" if path.endswith(".csv") else "application/vnd.apache.parquet"
