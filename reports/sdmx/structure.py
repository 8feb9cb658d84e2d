"""The structure of the observations as SDMX models one: concepts, code lists, data structure, dataflow."""

from pysdmx.model import (
    Code,
    Codelist,
    Component,
    Components,
    Concept,
    ConceptScheme,
    DataStructureDefinition,
    DataType,
    Role,
)

from release.read import Release
from reports.names import records
from reports.sdmx.observations import DIMENSIONS, MEASURES, OBSERVATION_STATUS, WORDS

AGENCY, VERSION = "ANSWERABLE", "1.0"
STATUS_NAMES = {
    "A": "Normal value",
    "L": "Missing value; data exist but were not collected",
    "M": "Missing value; data cannot exist",
    "O": "Missing value",
    "P": "Provisional value",
    "Q": "Missing value; suppressed",
    "U": "Low reliability",
}


def structure(release: Release) -> list:
    """Code lists, concept scheme and data structure, as pysdmx writes them."""
    lists = _lists(release)
    meanings = {
        row["column_name"]: row["meaning"]
        for row in records(release.table("codebook"))
        if row["table_name"] == "results"
    }
    concepts = [
        _concept(name, meanings.get(column, ""), lists.get(name), DataType.STRING)
        for name, column in (DIMENSIONS | WORDS).items()
    ]
    concepts += [
        _concept(name, meanings.get(column, ""), None, DataType.DOUBLE)
        for name, column in ({"OBS_VALUE": "value"} | MEASURES).items()
    ]
    concepts += [
        _concept("TIME_PERIOD", "First day and length of the period.", None, DataType.TIME_RANGE),
        _concept(
            "OBS_STATUS", "Status in the words of SDMX.", lists["OBS_STATUS"], DataType.STRING
        ),
    ]
    scheme = ConceptScheme(
        "RESULTS", name="Concepts of results", agency=AGENCY, version=VERSION, items=concepts
    )
    by_name = {concept.id: concept for concept in concepts}
    components = [
        *(_component(by_name[name], Role.DIMENSION) for name in (*DIMENSIONS, "TIME_PERIOD")),
        _component(by_name["OBS_VALUE"], Role.MEASURE),
        *(_component(by_name[name], Role.ATTRIBUTE) for name in (*MEASURES, *WORDS, "OBS_STATUS")),
    ]
    made = DataStructureDefinition(
        "RESULTS",
        name="Results of a release",
        agency=AGENCY,
        version=VERSION,
        components=Components(components),
    )
    return [*lists.values(), scheme, made]


def _lists(release: Release) -> dict[str, Codelist]:
    """Component -> its codes, where they are few enough to list and name."""
    metrics = {row["metric_id"]: row["title"] for row in records(release.definitions())}
    places = {row["jurisdiction"]: row["name"] for row in records(release.table("jurisdictions"))}
    statuses = {code: STATUS_NAMES[code] for code in sorted({*OBSERVATION_STATUS.values(), *"APU"})}
    named = {"METRIC": metrics, "REF_AREA": places, "OBS_STATUS": statuses}
    return {
        component: Codelist(
            f"CL_{component}",
            urn=f"urn:sdmx:org.sdmx.infomodel.codelist.Codelist={AGENCY}:CL_{component}({VERSION})",
            name=component.replace("_", " ").capitalize(),
            agency=AGENCY,
            version=VERSION,
            items=[Code(code, name=name) for code, name in codes.items()],
        )
        for component, codes in named.items()
    }


def _concept(name: str, meaning: str, codes: Codelist | None, type_: DataType) -> Concept:
    said = name.replace("_", " ").capitalize()
    return Concept(
        name,
        urn=f"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept={AGENCY}:RESULTS({VERSION}).{name}",
        name=said,
        description=meaning or said,
        codes=codes,
        dtype=type_,
    )


def _component(concept: Concept, role: Role) -> Component:
    level = "O" if role is Role.ATTRIBUTE else None
    return Component(
        concept.id,
        role is not Role.ATTRIBUTE,
        role,
        concept,
        None if concept.codes else concept.dtype,
        local_codes=concept.codes,
        attachment_level=level,
    )
