"""The commands of a data steward: describe, submit, validate, demo, release, verify, report."""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import settings

EPILOG = """\
A first path through it, with an agency's file:

  python cli.py describe cases.csv --draft mymapping.toml   look at the file, get a mapping to start from
  python cli.py validate cases.csv --mapping mymapping.toml --agency USA-ABC --period 2024-01-01/2024-12-31
  python cli.py submit   cases.csv --mapping mymapping.toml --agency USA-ABC --period 2024-01-01/2024-12-31
  python cli.py release                                     build a release from everything accepted
  python cli.py verify                                      check the newest release
  python cli.py report --output out                         PDF and workbook from the newest release

Submissions are kept in the vault (restricted), releases in the releases folder (public).
Move them with ANSWERABLE_VAULT and ANSWERABLE_RELEASES. docs/ explains every step.
"""


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Returns 0 when it did what was asked, 1 when the answer is no, 2 when the input is wrong."""
    options = parser().parse_args(arguments)
    try:
        return options.run(options)
    except KeyboardInterrupt:
        print("\nStopped. Nothing was left half-done.", file=sys.stderr)
        return 130
    except Exception as problem:
        return explain(problem)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="cli.py",
        description="Answerable: how justice systems answer for human-trafficking cases.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: Callable, help: str, description: str, epilog: str = ""):
        made = commands.add_parser(
            name,
            help=help,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        made.set_defaults(run=run)
        return made

    describe = command(
        "describe",
        run_describe,
        "profile an unknown file and draft a mapping for it",
        "Profiles a file nobody has mapped yet: encoding, headings, what each column looks like.\n"
        "Values of columns that look like names or free text are never printed.",
        "example: python cli.py describe cases.xlsx --draft mymapping.toml",
    )
    describe.add_argument("files", nargs="+", type=Path, metavar="FILE")
    describe.add_argument(
        "--draft", type=Path, metavar="TOML", help="write a mapping to start from"
    )

    for name, run, help, description in (
        (
            "submit",
            run_submit,
            "check a submission and, when it can be believed, accept it",
            "Reads files, maps and checks them, and accepts the rows that hold. Rows that do not are\n"
            "quarantined with file, row, column and rule. Sending the same bytes again changes nothing;\n"
            "a corrected submission for the same agency and period replaces the earlier one.",
        ),
        (
            "validate",
            run_validate,
            "check a submission without accepting it",
            "Does everything that submit does, except that nothing is accepted.",
        ),
    ):
        made = command(
            name,
            run,
            help,
            description,
            f"examples:\n  python cli.py {name} march_htd_deid.csv --mapping us_federal_ht_cases"
            " --agency USA-HTDATA --period 1998-01-01/2014-08-05\n"
            f"  python cli.py {name} folder_or.zip --agency XAA-LINK --period 2024-01-01/2024-12-31",
        )
        made.add_argument(
            "files",
            nargs="+",
            type=Path,
            metavar="FILE",
            help="CSV, TSV, XLSX or Parquet; one file, several, a folder or a zip",
        )
        made.add_argument(
            "--mapping",
            default="own",
            metavar="NAME|TOML",
            help="how to read the file: a name from data/mappings, a TOML file, or 'own' for our own layout (default)",
        )
        made.add_argument(
            "--agency", required=True, metavar="ID", help="who sends it, as in USA-HTDATA"
        )
        made.add_argument(
            "--period",
            required=True,
            type=read_period,
            metavar="START/END",
            help="first and last day covered, as in 2024-01-01/2024-12-31",
        )
        made.add_argument(
            "--vault", type=Path, default=None, help="restricted folder (default: the setting)"
        )
        if name == "validate":
            made.add_argument(
                "--report", type=Path, metavar="DIR", help="write the validation page and JSON here"
            )

    demo = command(
        "demo",
        run_demo,
        "build the demo release from synthetic submissions",
        "Makes seeded synthetic submissions for a dozen fictional jurisdictions, sends them through the\n"
        "same intake as any agency's file (into a vault of its own) and builds a release marked SYNTHETIC.",
    )
    demo.add_argument("--cases", type=int, default=20_000, help="number of cases (default 20,000)")
    demo.add_argument(
        "--seed", type=int, default=1, help="the same seed gives the same data (default 1)"
    )
    demo.add_argument(
        "--preview",
        action="store_true",
        help="build only a first look at three of its places, in half a minute; the dashboard shows it until there is a release",
    )

    release = command(
        "release",
        run_release,
        "build a release from the accepted submissions",
        "Rebuilds the case store, computes every metric, protects the results and writes a new immutable\n"
        "release. The same inputs give the same content: then the existing release is named instead.",
    )
    release.add_argument(
        "--vault", type=Path, default=None, help="restricted folder (default: the setting)"
    )
    release.add_argument(
        "--releases", type=Path, default=None, help="public folder (default: the setting)"
    )
    release.add_argument(
        "--from-scratch",
        action="store_true",
        help="use nothing that earlier builds worked out; the content is the same",
    )
    release.add_argument(
        "--exact",
        action="store_true",
        help="search for the fewest suppressions: about one count in a thousand more is shown, in three times the time",
    )

    verify = command(
        "verify",
        run_verify,
        "check that a release is whole and safe",
        "Recomputes hashes and repeats the checks that can be made from outside. Exit status 1 if any fails.",
        "example: python cli.py verify releases/current",
    )
    verify.add_argument(
        "release", nargs="?", type=Path, help="release folder (default: the newest)"
    )

    report = command(
        "report",
        run_report,
        "write reports, workbooks, statutory returns and data packages",
        "Writes files from a release: the accountability report as PDF, DOCX and HTML, its workbook,\n"
        "statutory returns, and the whole release as a data package. Nothing in a file was not in the\n"
        "release, and the same release gives the same bytes.",
        "examples:\n"
        "  python cli.py report --output out                              PDF and workbook about all places\n"
        "  python cli.py report --output out --jurisdiction XAA           about one\n"
        "  python cli.py report --output out --jurisdiction XAA,XAB       about a group of two, told together\n"
        "  python cli.py report --output out --jurisdiction each          one about each\n"
        "  python cli.py report --output out --jurisdiction XAA --make report,document,web --language fr\n"
        "  python cli.py report --output out --jurisdiction XAA --make return --return eu_article_19a --year 2024\n"
        "  python cli.py report --output out --make package,sdmx          the release as data\n"
        "  python cli.py report --everything                              all of it, into the release's own folder\n"
        "  python cli.py report --list                                    what there is to ask for",
    )
    report.add_argument("--output", type=Path, metavar="DIR", help="folder to write into")
    report.add_argument(
        "--jurisdiction",
        action="append",
        default=[],
        metavar="CODE",
        help="one; several joined by commas are told together; each = every one in turn, all = all told together; may be given again (default: all)",
    )
    report.add_argument(
        "--make",
        type=read_words,
        default=["report", "workbook"],
        metavar="KIND,...",
        help="report (PDF), document (DOCX), web (HTML), workbook (XLSX), return, package, sdmx (default: report,workbook)",
    )
    report.add_argument(
        "--return",
        dest="return_ids",
        type=read_words,
        default=[],
        metavar="ID,...",
        help="which returns (default: all; --list names them)",
    )
    report.add_argument(
        "--year", type=int, help="year of a return (default: the last with figures)"
    )
    report.add_argument(
        "--language",
        type=read_words,
        default=["en"],
        metavar="CODE,...",
        help="language of the files, as in en or en,fr (default: en)",
    )
    report.add_argument(
        "--everything",
        action="store_true",
        help="make every file of the release into its folder reports/, with their hashes",
    )
    report.add_argument(
        "--list", action="store_true", help="say what there is to ask for, and stop"
    )
    report.add_argument("--release", type=Path, help="release folder (default: the newest)")
    return top


def run_describe(options) -> int:
    from data.intake.describe import describe, draft_mapping

    show_progress("Looking at the file; large ones take some seconds")
    description = describe(options.files)
    print(description.text())
    if options.draft:
        if options.draft.exists():
            print(f"{options.draft} exists already; choose another name.", file=sys.stderr)
            return 2
        options.draft.write_text(draft_mapping(description), encoding="utf-8")
        print(f"\nMapping to start from: {options.draft} (docs/mapping.md explains the language)")
    return 0


def run_submit(options) -> int:
    from validations.receive import receive

    receipt = receive(options.files, **what_is_sent(options))
    print(receipt.text())
    return 0 if receipt.is_accepted else 1


def run_validate(options) -> int:
    from validations.papers import write_papers
    from validations.receive import inspect

    report = inspect(options.files, **what_is_sent(options))
    print(report.text())
    if options.report:
        for path in write_papers(report, options.report):
            print(f"Wrote {path}")
    return 0 if report.verdict != "fail" else 1


def what_is_sent(options) -> dict:
    """What submit and validate alike pass on beside the files."""
    start, end = options.period
    return {
        "mapping": options.mapping,
        "agency_id": options.agency,
        "period_start": start,
        "period_end": end,
        "vault": options.vault or settings.vault(),
        "progress": show_progress,
    }


def run_demo(options) -> int:
    from release.demo import build_demo, build_preview

    if options.preview:
        show_progress("Building a first look at three places: about half a minute")
        path = build_preview(
            settings.releases(), cases=options.cases, seed=options.seed, progress=show_progress
        )
        print(f"SYNTHETIC preview: {path}")
        return 0
    show_progress("Building the demo release: two to three minutes on two processors")
    path = build_demo(
        settings.vault() / "demo",
        settings.releases(),
        cases=options.cases,
        seed=options.seed,
        progress=show_progress,
    )
    print(f"SYNTHETIC demo release: {path}\nOpen it with: make run")
    return 0


def run_release(options) -> int:
    from release.build import build

    path = build(
        options.vault or settings.vault(),
        options.releases or settings.releases(),
        progress=show_progress,
        from_scratch=options.from_scratch,
        is_exact=options.exact,
    )
    print(f"Release: {path}")
    return 0


def run_verify(options) -> int:
    from release.read import latest
    from release.verify import verify

    path = options.release or latest(settings.releases())
    problems = verify(path)
    for problem in problems:
        print(f"- {problem}")
    print(f"{path.name}: " + (f"{len(problems)} problems" if problems else "whole and safe"))
    return 1 if problems else 0


def run_report(options) -> int:
    from release.read import open_release
    from reports.door.batch import make_all
    from reports.door.many import make_many
    from reports.door.ordered import check_languages, ordered

    with open_release(options.release) as release:
        if options.list:
            from reports.door.listing import listing

            print(listing(release))
            return 0
        if options.everything:
            if options.jurisdiction or options.return_ids or options.year or options.output:
                print(
                    "--everything makes all files of all places into the release's own folder: leave out"
                    " --output, --jurisdiction, --return and --year.",
                    file=sys.stderr,
                )
                return 2
            check_languages(options.language)
            print(f"Wrote {make_all(release, options.language, show_progress)}")
            return 0
        if options.output is None:
            print("Say where to with --output DIR, or make --everything.", file=sys.stderr)
            return 2
        orders = ordered(
            release,
            make=options.make,
            places=options.jurisdiction,
            return_ids=options.return_ids,
            year=options.year,
            languages=options.language,
        )
        for path in make_many(release, orders, options.output, show_progress):
            print(f"Wrote {path}")
    return 0


def read_words(text: str) -> list[str]:
    """Words joined by commas, each once."""
    return list(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))


def read_period(text: str) -> tuple[date, date]:
    try:
        start, end = (date.fromisoformat(part) for part in text.split("/"))
    except ValueError:
        raise argparse.ArgumentTypeError("give two dates, as in 2024-01-01/2024-12-31") from None
    if end < start:
        raise argparse.ArgumentTypeError("the last day lies before the first")
    return start, end


def show_progress(message: str, done: int | None = None, total: int | None = None) -> None:
    """One line a step on standard error, rewritten in place at a terminal."""
    count = f" {done}/{total}" if done is not None and total else ""
    if sys.stderr.isatty():
        print(f"\r\033[K{message}{count}", end="", file=sys.stderr, flush=True)
        if not total or done == total:
            print(file=sys.stderr)
    else:
        print(f"{message}{count}", file=sys.stderr)


def explain(problem: Exception) -> int:
    """Says what is wrong without a traceback. ANSWERABLE_DEBUG=1 shows it to a developer."""
    if os.environ.get("ANSWERABLE_DEBUG"):
        raise problem
    # Errors meant for people have a text(); SyntaxError's text is an attribute, hence callable().
    if callable(getattr(problem, "text", None)):
        print(problem.text(), file=sys.stderr)
        return 2
    # An error we did not foresee may quote data in its message: name its kind only.
    print(
        f"Something went wrong that should not have ({type(problem).__name__}). Nothing was accepted"
        " or published. Please report it; ANSWERABLE_DEBUG=1 shows where it happened.",
        file=sys.stderr,
    )
    return 70


if __name__ == "__main__":
    sys.exit(main())
