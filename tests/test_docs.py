"""Documents are in step with the code."""

from pathlib import Path

from service.clean.warnings import CleaningWarning
from service.commands.config import markdown
from service.config import Settings
from service.config.environment import describe

ROOT = Path(__file__).parents[1]


def test_the_table_of_settings_is_the_one_the_code_prints() -> None:
    """`newswire config --markdown` makes it."""
    assert markdown(describe(Settings())) in (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def test_the_readme_names_the_two_commands() -> None:
    """One runs the main job on a fresh machine, one passes the tests."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in readme
    assert "make test" in readme


def test_every_warning_of_cleaning_is_explained() -> None:
    """Where the fields of a record are."""
    told = (ROOT / "schemas" / "README.md").read_text(encoding="utf-8")
    assert [warning for warning in CleaningWarning if f"| `{warning}` |" not in told] == []
