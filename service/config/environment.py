"""Settings from environment variables: every fault found at once, each with its variable and a hint."""

import re
import types
from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

from service.config import Settings
from service.config.consistency import contradictions
from service.config.declaration import INT64_MAX, cut
from service.errors import SettingsError

PREFIX = "NEWSWIRE_"
FILE_SUFFIX = "_FILE"
MASK = "********"

_VARIABLE = re.compile(rf"\b{PREFIX}[A-Z_]+\b")

_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off"})


class Row(NamedTuple):
    """One setting as ``newswire config`` prints it.

    Attributes:
        group: what the settings of its group are about.
        value: in effect; a secret's is masked.
        allowed: its choices or bounds; "" where the type alone bounds it.
    """

    variable: str
    group: str
    value: str
    default: str
    allowed: str
    meaning: str
    secret: bool
    changed: bool


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read all settings.

    Args:
        environment: such as ``os.environ``; only ``NEWSWIRE_*`` variables are looked at.

    Raises:
        SettingsError: something is wrong; it lists every fault.
    """
    faults = _unknown_variables(environment)
    groups = {}
    for name, group in _groups().items():
        values = {}
        for declared, kind in _declared(group):
            try:
                text = _text(environment, declared)
                values[declared.name] = declared.default if text is None else _parse(text, declared, kind)
            except ValueError as error:
                faults.append(f"{declared.metadata['variable']}: {error}")
        groups[name] = group(**values)
    settings = Settings(**groups)
    # A contradiction of a setting that could not be read is one of its default only.
    unread = {fault.partition(":")[0] for fault in faults}
    faults += [fault for fault in contradictions(settings) if unread.isdisjoint(_VARIABLE.findall(fault))]
    if faults:
        raise SettingsError(faults)
    return settings


def describe(settings: Settings) -> list[Row]:
    """Every setting with its effective value, secrets masked, in the order of declaration."""
    rows = []
    for name, group in _groups().items():
        for declared, _ in _declared(group):
            value = getattr(getattr(settings, name), declared.name)
            shown = MASK if declared.metadata["secret"] and value is not None else _shown(value)
            row = Row(
                declared.metadata["variable"],
                (group.__doc__ or name).rstrip("."),
                shown,
                _shown(declared.default),
                _allowed(declared),
                declared.metadata["meaning"],
                declared.metadata["secret"],
                value != declared.default,
            )
            rows.append(row)
    return rows


def variables() -> dict[str, bool]:
    """Every variable, and whether it is a secret that ``*_FILE`` may hold."""
    return {
        declared.metadata["variable"]: declared.metadata["secret"]
        for group in _groups().values()
        for declared, _ in _declared(group)
    }


def _groups() -> dict[str, Any]:
    hints = get_type_hints(Settings)
    return {declared.name: hints[declared.name] for declared in fields(Settings)}


def _declared(group: Any) -> list[tuple[Field[Any], Any]]:
    assert is_dataclass(group)
    hints = get_type_hints(group)
    return [(declared, hints[declared.name]) for declared in fields(group)]


def _unknown_variables(environment: Mapping[str, str]) -> list[str]:
    known = variables()
    allowed = {*known, *(f"{name}{FILE_SUFFIX}" for name, secret in known.items() if secret)}
    faults = []
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in allowed:
            near = get_close_matches(name, allowed, n=1, cutoff=0.6)
            hint = f"did you mean {near[0]}?" if near else "`newswire config --all` lists the settings"
            faults.append(f"{name}: there is no such setting; {hint}")
    return faults


def _text(environment: Mapping[str, str], declared: Field[Any]) -> str | None:
    """The text of a setting: of its variable, or of the file that ``*_FILE`` names."""
    variable = declared.metadata["variable"]
    text = environment.get(variable)
    path = environment.get(variable + FILE_SUFFIX) if _may_be_a_file(declared) else None
    if path is None:
        return text
    if text is not None:
        raise ValueError(f"set either it or {variable}{FILE_SUFFIX}, not both")
    try:
        return Path(path).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        problem = getattr(error, "strerror", None) or "not UTF-8"
        raise ValueError(f"the file {path} of {variable}{FILE_SUFFIX} cannot be read: {problem}") from error


def _may_be_a_file(declared: Field[Any]) -> bool:
    # OAUTH_TOKEN_FILE is a setting of its own: that file is read at each login, not once.
    return declared.metadata["secret"] and declared.metadata["variable"] + FILE_SUFFIX not in variables()


def _parse(text: str, declared: Field[Any], kind: Any) -> Any:
    """Text as the setting's type, within its bounds.

    Raises:
        ValueError: it is not, with a message that does not repeat a secret.
    """
    if isinstance(kind, types.UnionType):
        kind = next(choice for choice in get_args(kind) if choice is not types.NoneType)
    secret = declared.metadata["secret"]
    shown = "the value" if secret else repr(cut(text))
    if not text.strip():
        raise ValueError("it is empty; unset it for the default")
    if kind is bool:
        return _parse_bool(text, shown)
    if kind is str:
        return text if secret else _choice(_printable(text.strip()), declared, shown)
    try:
        number = kind(text)
    except ValueError:
        wanted = "a whole number" if kind is int else "a number"
        raise ValueError(f"{shown} is not {wanted}, such as {declared.default or 1}") from None
    return _within_bounds(number, declared, shown)


def _printable(text: str) -> str:
    # Not shown: this is how a key looks that was given in place of its file's name.
    if not text.isprintable():
        raise ValueError("it holds line breaks, bytes that are not UTF-8 or other characters that cannot be printed")
    return text


def _parse_bool(text: str, shown: str) -> bool:
    if text.strip().lower() in _TRUE | _FALSE:
        return text.strip().lower() in _TRUE
    raise ValueError(f"{shown} is neither true nor false")


def _choice(text: str, declared: Field[Any], shown: str) -> str:
    choices = declared.metadata["choices"]
    if not choices or text in choices:
        return text
    for choice in choices:
        if choice.lower() == text.lower():
            return str(choice)
    raise ValueError(f"{shown} is none of {', '.join(choices)}")


def _within_bounds(number: float, declared: Field[Any], shown: str) -> float:
    least, most = declared.metadata["minimum"], declared.metadata["maximum"]
    if most is None and isinstance(number, int):
        most = INT64_MAX
    if number != number or (least is not None and number < least) or (most is not None and number > most):
        bounds = f"at least {least}" + (f" and at most {most}" if most is not None else "")
        raise ValueError(f"{shown} must be {bounds}")
    return number


def _allowed(declared: Field[Any]) -> str:
    least, most = declared.metadata["minimum"], declared.metadata["maximum"]
    if declared.metadata["choices"]:
        return ", ".join(declared.metadata["choices"])
    return "" if least is None else f"{least} to {most}" if most is not None else f"from {least}"


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
