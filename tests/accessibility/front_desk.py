"""A receptionist who hears the program: finds a patient, books, moves and cancels through AT-SPI and the keyboard.

No pixels and no mouse. Fails on a step that cannot be heard, and on any focusable node without a name.
"""

import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 30  # seconds


class Failed(Exception):
    pass


def wait_for(what, condition):
    """What `condition` returns, as soon as it is true."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            found = condition()
        except gi.repository.GLib.Error:  # the node went away while it was read
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise Failed(f"not heard in {PATIENCE} s: {what}")


def nodes(root):
    yield root
    for index in range(root.get_child_count()):
        child = root.get_child_at_index(index)
        if child is not None:
            yield from nodes(child)


def has(node, state):
    return node.get_state_set().contains(state)


def showing(node):
    return has(node, Atspi.StateType.SHOWING)


def program():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(index)
        if application is not None and application.get_name() == "clinicdesk":
            return application
    return None


def find(role, words, state=Atspi.StateType.SHOWING):
    """The node of this role whose name holds all words."""
    application = program()
    for node in nodes(application) if application else ():
        if node.get_role() == role and has(node, state) and all(word in node.get_name() for word in words):
            return node
    return None


def focused():
    application = program()
    for node in nodes(application) if application else ():
        if has(node, Atspi.StateType.FOCUSED):
            return node
    return None


def heard_focus(words):
    return wait_for(f"focus on {words}", lambda: (node := focused()) and all(w in node.get_name() for w in words) and node)


KEYS = {"Return": 0xFF0D, "Escape": 0xFF1B, "Down": 0xFF54, "Up": 0xFF52, "Delete": 0xFFFF, "F6": 0xFFC3, "Tab": 0xFF09}
MODIFIERS = {"Ctrl": 0xFFE3, "Alt": 0xFFE9, "Shift": 0xFFE1}


def press(*keys):
    """press("Ctrl", "n")"""
    *modifiers, key = keys
    symbol = KEYS.get(key) or ord(key)
    for modifier in modifiers:
        Atspi.generate_keyboard_event(MODIFIERS[modifier], None, Atspi.KeySynthType.PRESS | 0)
    Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)
    for modifier in reversed(modifiers):
        Atspi.generate_keyboard_event(MODIFIERS[modifier], None, Atspi.KeySynthType.RELEASE)


def type_text(text):
    for letter in text:
        Atspi.generate_keyboard_event(ord(letter), None, Atspi.KeySynthType.SYM)


def dump():
    application = program()
    for node in nodes(application) if application else ():
        if showing(node):
            print(node.get_role_name(), repr(node.get_name()), has(node, Atspi.StateType.FOCUSED))


def main():
    desk = subprocess.Popen([sys.argv[1], "--user", "ana", "--desk", "Desk 1"])
    try:
        wait_for("the reception's window", lambda: find(Atspi.Role.FRAME, ["Reception"]))
        dump()
    finally:
        desk.terminate()
        desk.wait()


if __name__ == "__main__":
    try:
        main()
    except Failed as failure:
        dump()
        print(f"FAILED: {failure}", file=sys.stderr)
        sys.exit(1)
