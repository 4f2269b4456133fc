"""One tree of errors. Each message says: what failed: which: where: what is allowed."""

from __future__ import annotations


class CrosswireError(Exception):
    """Base of all errors that crosswire raises on purpose; its text is fit to be shown to the user."""

    what = "crosswire failed"

    def __init__(self, which: str, why: str, allowed: str | None = None) -> None:
        self.which = which
        self.why = why
        self.allowed = allowed
        super().__init__(f"{self.what}: {which}: {why}" + (f" (allowed: {allowed})" if allowed else ""))


class ArgumentError(CrosswireError, ValueError):
    """A call or a setting was given what it does not take."""

    what = "wrong argument"


class SettingError(ArgumentError):
    """A setting of the environment is none of those that are allowed."""

    what = "wrong setting"


class ReadError(CrosswireError):
    """A report could not be read."""

    what = "could not read"


class NoReportError(ReadError):
    """What was given is readable and no report: crosswire's own output, a file of settings."""

    what = "set aside"


class AddressError(ReadError):
    """An address could not be fetched, or may not be."""

    what = "could not fetch"


class ForbiddenAddressError(AddressError):
    """An address is not fetched, now or later: it is none of the open web, or its answer is out of bounds."""

    what = "would not fetch"


class NothingReadError(CrosswireError):
    """Nothing usable was among what was given."""

    what = "nothing to show"


class ModelError(CrosswireError):
    """A shipped model file is missing or does not load."""

    what = "could not load the model"


class OutputError(CrosswireError):
    """The result could not be written."""

    what = "could not write"


class DeskError(CrosswireError):
    """A desk could not be opened, read or written, or does not hold what was asked for."""

    what = "could not use the desk"
