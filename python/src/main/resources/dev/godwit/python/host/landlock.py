"""Keeps this process from files that it has no business with, by Linux' Landlock."""

import ctypes
import os
import struct
import sys
from typing import Iterable, List

CREATE_RULESET = 444
ADD_RULE = 445
RESTRICT_SELF = 446
VERSION = 1
PATH_BENEATH = 1

EXECUTE = 1 << 0
WRITE_FILE = 1 << 1
READ_FILE = 1 << 2
READ_DIR = 1 << 3
# What the first version of Landlock knows; later ones add renaming, truncating and devices.
ALL_OF_FIRST = (1 << 13) - 1
REFER = 1 << 13
TRUNCATE = 1 << 14

READ = EXECUTE | READ_FILE | READ_DIR
OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE

SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/sbin", "/etc", "/proc/self")
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")


def restrict(libc: ctypes.CDLL, readable: Iterable[str], scratch: str) -> bool:
    """Leaves Python, the system and `readable` to be read, and one folder to be written.

    :return: whether the system keeps it
    """
    version = libc.syscall(CREATE_RULESET, None, 0, VERSION)
    if version < 1:
        return False
    handled = ALL_OF_FIRST
    handled |= REFER if version >= 2 else 0
    handled |= TRUNCATE if version >= 3 else 0
    attributes = struct.pack("Q", handled)
    ruleset = libc.syscall(CREATE_RULESET, attributes, len(attributes), 0)
    if ruleset < 0:
        return False
    for path in (*SYSTEM, *python(), *readable):
        allow(libc, ruleset, path, READ)
    for path in DEVICES:
        allow(libc, ruleset, path, (READ_FILE | WRITE_FILE | TRUNCATE) & handled)
    allow(libc, ruleset, scratch, handled)
    return libc.syscall(RESTRICT_SELF, ruleset, 0) == 0


def python() -> List[str]:
    folders = {sys.prefix, sys.base_prefix, sys.exec_prefix, *filter(None, sys.path)}
    return sorted(folders | {os.path.realpath(folder) for folder in folders})


def allow(libc: ctypes.CDLL, ruleset: int, path: str, rights: int) -> None:
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        rights = rights if os.path.isdir(path) else rights & OF_FILES
        libc.syscall(ADD_RULE, ruleset, PATH_BENEATH, struct.pack("=Qi", rights, opened), 0)
    finally:
        os.close(opened)
