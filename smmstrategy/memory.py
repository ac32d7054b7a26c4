"""How often Python looks for objects that only hold each other."""

import gc


def collect_rarely() -> None:
    """What is loaded by now stays, and audits are big and mostly free of cycles: looking through them again and again costs more
    than half of the time that a document takes to be put together."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
