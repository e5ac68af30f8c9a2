"""Every action of the window with its key, one module for each thing they are about."""

from lrviz.ui.actions.action import Action
from lrviz.ui.actions.catalog import actions, groups, why_not
from lrviz.ui.actions.install import install
from lrviz.ui.actions.menus import export_menu, session_menu

__all__ = ["Action", "actions", "export_menu", "groups", "install", "session_menu", "why_not"]
