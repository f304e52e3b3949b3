"""Takes rights away from this process, as far as the system lets it."""

import ctypes
import os
import sys
from typing import List

from landlock import restrict

CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000
PR_SET_NO_NEW_PRIVS = 38


def fence(memory: int, components: str, scratch: str) -> List[str]:
    """Fences this process in.

    :param memory: megabytes of address space; 0 leaves it open
    :param components: the file of components, which may be read
    :param scratch: the folder that may be written
    :return: what could not be fenced off
    """
    open_ = []
    if not limit(memory):
        open_.append("memory")
    if not sys.platform.startswith("linux"):
        return open_ + ["network", "files"]
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.unshare(CLONE_NEWNET) != 0 and libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
        open_.append("network")
    if not restrict(libc, [components], scratch):
        open_.append("files")
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
