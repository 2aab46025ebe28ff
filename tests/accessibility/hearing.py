"""What a screen reader has: the tree of the program's nodes, the news they send, and the keyboard. No pixels, no mouse."""

import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30  # seconds
FOCUS = "object:state-changed:focused"
APPEARED = "object:state-changed:showing"
# Keycodes of X's evdev keyboard: what is pressed together goes by them, as only they are surely taken in order.
# As long as a finger needs: keys of one moment reach the program as if the modifier had been tapped alone.
STROKE = 0.1  # seconds
MODIFIERS = {"Shift": 50, "Ctrl": 37, "Alt": 64}
KEYS = {"Enter": 36, "Esc": 9, "Down": 116, "Right": 114, "Del": 119, "F1": 67, "F2": 68, "F": 41, "K": 45, "N": 57, "Z": 52, "2": 11}


class Failed(Exception):
    pass


def nodes(root):
    yield root
    for index in range(root.get_child_count()):
        child = root.get_child_at_index(index)
        if child is not None:
            yield from nodes(child)


def has(node, *states):
    mine = node.get_state_set()
    return all(mine.contains(state) for state in states)


def matches(text, words):
    return all(word.lower() in text.lower() for word in words)


def label_of(node):
    """Its own name, or its label's."""
    if node.get_name():
        return node.get_name()
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name()
    return ""


class Hearing:
    def __init__(self, name):
        self.name = name
        self.said = []  # every announcement since the last key
        self.focuses = []  # where the focus was said to have gone, the latest last
        self.listener = Atspi.EventListener.new(self.on_event)
        self.listener.register(FOCUS)
        self.listener.register(APPEARED)

    def on_event(self, event):
        try:
            self.take(event)
        except GLib.Error:  # its source went away
            pass

    def take(self, event):
        if event.type.startswith(FOCUS) and event.detail1:
            self.focuses = self.focuses[-19:] + [event.source]
        elif event.type.startswith(APPEARED) and event.detail1 and event.source.get_role() == Atspi.Role.NOTIFICATION:
            self.said.append(event.source.get_name())

    def wait_for(self, what, condition):
        """What `condition` returns, as soon as it is true."""
        deadline = time.monotonic() + PATIENCE
        context = GLib.MainContext.default()
        while time.monotonic() < deadline:
            GLib.timeout_add(50, lambda: False)  # looks again then at the latest
            context.iteration(True)
            try:
                found = condition()
            except GLib.Error:  # the node went away while it was read
                found = None
            if found:
                return found
        raise Failed(f"not heard in {PATIENCE} s: {what}")

    def program(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_name() == self.name:
                return application
        return None

    def nodes(self):
        application = self.program()
        return nodes(application) if application else ()

    def find(self, role, *words):
        """The showing node of this role whose name holds all words."""
        for node in self.nodes():
            if node.get_role() == role and has(node, Atspi.StateType.SHOWING) and matches(node.get_name(), words):
                return node
        return None

    def shown(self, role, *words):
        return self.wait_for(f"{role.value_nick} {words}", lambda: self.find(role, *words))

    def gone(self, role, *words):
        self.wait_for(f"{role.value_nick} {words} to go", lambda: not self.find(role, *words))

    def focused(self, *words):
        """The node that has the focus now, once its name or its label holds all words."""

        def named():
            for node in reversed(self.focuses):
                if self.has_focus(node):
                    return node if matches(label_of(node), words) else None
            return None

        return self.wait_for(f"the focus on {words}", named)

    @staticmethod
    def has_focus(node):
        # Qt 6.4 calls the current item of every list focused, of those without the focus too.
        is_item = node.get_role() == Atspi.Role.LIST_ITEM
        return has(node, Atspi.StateType.FOCUSED) and (not is_item or has(node.get_parent(), Atspi.StateType.FOCUSED))

    def heard(self, *words):
        """The announcement since the last key that holds all words."""
        return self.wait_for(f"an announcement with {words}", lambda: next((s for s in self.said if matches(s, words)), None))

    def press(self, keys):
        """press("Ctrl+F")"""
        self.said.clear()
        *modifiers, key = keys.split("+")
        for modifier in modifiers:
            Atspi.generate_keyboard_event(MODIFIERS[modifier], None, Atspi.KeySynthType.PRESS)
            time.sleep(STROKE)
        Atspi.generate_keyboard_event(KEYS[key], None, Atspi.KeySynthType.PRESSRELEASE)
        if modifiers:
            time.sleep(STROKE)
        for modifier in reversed(modifiers):
            Atspi.generate_keyboard_event(MODIFIERS[modifier], None, Atspi.KeySynthType.RELEASE)

    def type(self, text):
        self.said.clear()
        for letter in text:
            Atspi.generate_keyboard_event(ord(letter), None, Atspi.KeySynthType.SYM)

    def check_names(self, state):
        """Whatever can take the focus says what it is."""
        unnamed = []
        count = 0
        for node in self.nodes():
            if has(node, Atspi.StateType.SHOWING, Atspi.StateType.FOCUSABLE):
                count += 1
                if not label_of(node).strip():
                    unnamed.append(self.place(node))
        if unnamed or not count:
            raise Failed(f"{state}: {len(unnamed)} of {count} nodes without a name: {', '.join(unnamed)}")
        print(f"{state}: {count} nodes named")

    @staticmethod
    def place(node):
        parts = []
        while node is not None and node.get_role() != Atspi.Role.APPLICATION:
            parts.append(f"{node.get_role_name()} '{node.get_name()}'")
            node = node.get_parent()
        return " in ".join(parts)

    def dump(self):
        for node in self.nodes():
            if has(node, Atspi.StateType.SHOWING) and node.get_role() != Atspi.Role.TABLE_CELL:
                focus = " FOCUSED" if has(node, Atspi.StateType.FOCUSED) else ""
                print(node.get_role_name(), repr(node.get_name()), repr(node.get_description()), focus)
        print("said:", self.said, "focus:", *(self.place(node) for node in self.focuses[-1:]))
