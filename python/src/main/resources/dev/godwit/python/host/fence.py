"""Takes rights away from this process, as far as the system lets it."""

import ctypes
import os
import sys
from typing import List

CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000
PR_SET_NO_NEW_PRIVS = 38


def fence(memory: int) -> List[str]:
    """Fences this process in.

    :param memory: megabytes of address space; 0 leaves it open
    :return: what could not be fenced off
    """
    open_ = []
    if not limit(memory):
        open_.append("memory")
    if not sys.platform.startswith("linux"):
        return open_ + ["network"]
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.unshare(CLONE_NEWNET) != 0 and libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
        open_.append("network")
    return open_


def limit(memory: int) -> bool:
    if memory == 0:
        return True
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        return True
    except (ImportError, ValueError, OSError):
        return False
