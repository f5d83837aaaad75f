"""How long a test waits for something to happen, in one place, and generous: a busy machine is no fault.

Nothing waits this long on a machine that works; a test that must fail says so after it.
"""

SECONDS = 60.0
MILLISECONDS = 1000 * SECONDS

BETWEEN_LOOKS = 0.1
"""Seconds between two looks at what cannot tell by itself that it is ready."""
