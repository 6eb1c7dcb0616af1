"""Who took a step, and when."""

import getpass
import os
from datetime import UTC, datetime

MOST_CHARACTERS = 80


def who() -> str:
    """The name that steps are signed with: NOF1_WHO, else the name of the login."""
    name = os.environ.get("NOF1_WHO", "").strip() or _login()
    return name[:MOST_CHARACTERS]


def now() -> str:
    """The time in UTC, to the second.

    >>> len(now())
    20
    """
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
