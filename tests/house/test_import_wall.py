"""Who may import whom. The wall keeps case data away from pages and reports; it is a security rule first."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    "charts",
    "compliance",
    "data",
    "disclosure",
    "languages",
    "metrics",
    "release",
    "reports",
    "validations",
    "views",
)

ALLOWED = {
    "settings": set(),
    "languages": set(),
    "charts": {"languages"},
    "data": {"settings"},
    "validations": {"settings", "data"},
    "metrics": {"settings", "data"},
    # What is said of duties rests on published results, which it is handed: it has no way to others.
    "compliance": {
        "data.schema",
        "data.law",
        "metrics.estimators",
        "metrics.status",
    },
    "disclosure": {"settings", "metrics.definition", "metrics.result"},
    "release": {"settings", "data", "validations", "metrics", "disclosure", "compliance"},
    "release.read": {"settings"},
    # A page hands what it shows to the room of reports, which makes files of it.
    "views": {
        "settings",
        "release.read",
        "charts",
        "languages",
        "reports.page",
        "reports.door",
        "reports.names",
        "reports.returns",
        "reports.blocks",
        "reports.safe_text",
    },
    "reports": {"settings", "release.read", "charts", "languages"},
    "app": {"settings", "release.read", "languages", "views"},
}
"""Room or module -> rooms and modules it may import, besides itself."""

AT_HOME = {
    "great_expectations": {"validations"},
    "streamlit": {"app", "views"},
    "plotly": {"app", "views"},
    "typst": {"reports"},
    "vl_convert": {"reports"},
    "xlsxwriter": {"reports"},
    "docx": {"reports"},
    "pysdmx": {"reports"},
    "babel": {"languages"},
}
"""Library -> the only rooms that may import it."""

NEVER = {"lifelines"}


def modules() -> list[Path]:
    files = [ROOT / "app.py", ROOT / "settings.py"]
    for room in ROOMS:
        files += sorted((ROOT / room).rglob("*.py"))
    return [path for path in files if path.exists()]


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def imported(path: Path) -> set[str]:
    package = name_of(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    return imported_by(path.read_text(encoding="utf-8"), package)


def imported_by(text: str, package: list[str]) -> set[str]:
    """Every module the text imports, also inside functions; relative imports are resolved."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            found |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return found


def is_inside(module: str, place: str) -> bool:
    return module == place or module.startswith(place + ".")


def rule_for(module: str) -> str:
    """The longest rule whose place holds the module."""
    return max((place for place in ALLOWED if is_inside(module, place)), key=len)


def breaches(module: str, names: set[str]) -> list[str]:
    """The imports that the module's room may not make."""
    place = rule_for(module)
    own_room = place if "." in place else place.split(".")[0]
    return [
        name
        for name in sorted(names)
        if name.split(".")[0] in (*ROOMS, "app", "settings", "cli")
        and not is_inside(name, own_room)
        # `from release import read` names the package as well as the module in it.
        and not any(is_inside(name, target) or is_inside(target, name) for target in ALLOWED[place])
    ]


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_module_imports_only_what_its_room_may(path):
    assert breaches(name_of(path), imported(path)) == []


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_library_stays_at_home(path):
    room = name_of(path).split(".")[0]
    for name in imported(path):
        library = name.split(".")[0]
        assert library not in NEVER
        assert room in AT_HOME.get(library, {room}), f"{name_of(path)} imports {library}"


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("views.overview", "def show(release):\n    from data.store import open_case_store\n"),
        ("views.overview", "import metrics.compute"),
        ("reports.national", "from release import build"),
        ("release.read", "from metrics.result import RESULT_COLUMNS"),
        ("metrics.compute", "from validations import receive"),
        ("disclosure.step", "from metrics.compute import compute"),
        ("app", "from data.schema import tables"),
    ],
)
def test_wall_notices_a_breach(module, text):
    assert breaches(module, imported_by(text, module.split(".")[:-1]))
