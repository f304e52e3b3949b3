"""Hands on configurations that components have changed: tokens that can be used once."""

import sys

from airbyte_cdk import config_observation

import link

NAME = "emit_configuration_as_airbyte_control_message"


def install() -> None:
    """Has Godwit keep a changed configuration before anything follows from the change."""
    printed = getattr(config_observation, NAME)
    for module in list(sys.modules.values()):
        if getattr(module, "__dict__", {}).get(NAME) is printed:
            setattr(module, NAME, _keep)


def _keep(config) -> None:
    link.ask({"renewed": dict(config)})
