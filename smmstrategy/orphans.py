"""No process of ours outlives the one that started it."""

import ctypes

PR_SET_PDEATHSIG = 1


def die_with_parent(signal_number: int) -> None:
    """Have the kernel send this process a signal as soon as its parent is gone, however that went."""
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal_number))
    except AttributeError:
        pass  # not Linux: the next start finds and ends what was left
