"""What a heading by itself promises, before any value is looked at."""

import re

PERSONAL_HEADING = re.compile(
    r"\b(surname|alias|aka|nickname|address|street|phone|telephone|mobile|e ?mail|passport|"
    r"birth ?(date|day)|date of birth|dob|notes?|comments?|remarks?|narrative|summary|description|details|"
    r"nombres?|apellidos?|nom|prénom|prenom|vorname|nachname|имя|фамилия|adresse|dirección|direccion|teléfono|telefono|"
    r"judge|attorney|counsel|lawyer|officer|interpreter|(def|vic|first|last|full) ?(first|last|name))\b"
)
NAME = re.compile(r"\bnames?\b")
IDENTIFYING_HEADING = re.compile(
    r"(?!(number|num|no|count) ?of).*\b(id|uid|key|num|no|nr|number|ref|reference|docket|pseudonym)"
)
NAME_OF_A_THING = re.compile(
    r"\b(area|group|country|state|region|district|province|city|county|agency|court|station|unit|"
    r"offen[cs]e|crime|category|act|section|sheet|file|column|indicator|measure)s? names?\b"
)


def words_of(heading: str) -> str:
    """A heading as lower-case words: FedDistrict, fed_district and FED-DISTRICT are alike."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", heading)
    return " ".join(re.findall(r"[^\W_]+", spaced.casefold()))


def is_personal_heading(heading: str) -> bool:
    """True when a heading by itself promises names, addresses or free text."""
    spaced = words_of(heading)
    names_someone = NAME.search(spaced) and not NAME_OF_A_THING.search(spaced)
    return bool(names_someone or PERSONAL_HEADING.search(spaced))


def is_identifier_heading(heading: str) -> bool:
    """True when a heading promises a number or key that stands for one case or person."""
    return bool(IDENTIFYING_HEADING.fullmatch(words_of(heading)))
