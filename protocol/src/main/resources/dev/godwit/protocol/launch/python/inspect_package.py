"""Says what was installed beside the interpreter that runs this, as JSON on several lines.

Argument: the name of the package that was asked for, or nothing where only an address is known.
"""

import importlib.metadata
import importlib.util
import json
import re
import sys


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def origin(distribution):
    text = distribution.read_text("direct_url.json")
    return json.loads(text) if text else None


def pinned(name, distribution):
    source = origin(distribution)
    if source is None:
        return name + "==" + distribution.version
    if "vcs_info" in source:
        address = source["vcs_info"]["vcs"] + "+" + source["url"] + "@" + source["vcs_info"]["commit_id"]
    else:
        address = source["url"]
    folder = source.get("subdirectory")
    return name + " @ " + address + ("#subdirectory=" + folder if folder else "")


def needed(distribution):
    for requirement in distribution.requires or []:
        yield plain(re.match(r"[A-Za-z0-9._-]+", requirement).group())


def module_to_run(name):
    for candidate in (re.sub("^airbyte-", "", name), name):
        module = candidate.replace("-", "_")
        if importlib.util.find_spec(module) and importlib.util.find_spec(module + ".__main__"):
            return module
    return None


def asked_for(wanted, installed):
    if wanted:
        return plain(wanted)
    from_address = [name for name in installed if origin(installed[name]) is not None]
    by_others = {name for each in installed.values() for name in needed(each)}
    return next(iter([name for name in from_address if name not in by_others] or from_address), None)


installed = {plain(each.metadata["Name"]): each for each in importlib.metadata.distributions()}
name = asked_for(sys.argv[1] if len(sys.argv) > 1 else "", installed)
if name not in installed:
    sys.exit("The package " + str(name) + " is not among those that were installed.")
package = installed[name]
print(
    json.dumps(
        {
            "name": name,
            "version": package.version,
            "python": "%d.%d.%d" % sys.version_info[:3],
            "scripts": sorted(each.name for each in package.entry_points if each.group == "console_scripts"),
            "module": module_to_run(name),
            "frozen": sorted(pinned(each, installed[each]) for each in installed if each != "pip"),
        },
        indent=0,
    )
)
