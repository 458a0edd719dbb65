"""A screen reader that only listens: tells each announcement of the window, and does what it is ordered on standard input.

Orders, a line each: `press ROLE|NAME` acts on the first such thing once it is there, `see NAME` waits for one, `tree`
tells every name there is. Each is answered by a line of JSON with `told`; announcements come in between.
"""

import json
import sys
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

warnings.simplefilter("ignore")
WAIT_S = 40.0


def tell(kind, **more):
    print(json.dumps({"told": kind, **more}), flush=True)


def listen():
    """Says on the bus that a screen reader is there, as Orca does."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        place = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
        bus.call_sync(*place, value, None, Gio.DBusCallFlags.NONE, 10_000, None)


def nodes(node):
    """Every node below with its role and name; what vanishes meanwhile is left out."""
    try:
        yield node, node.get_role_name(), node.get_name() or ""
        below = [node.get_child_at_index(at) for at in range(node.get_child_count())]
    except GLib.Error:
        return
    for child in below:
        if child is not None:
            yield from nodes(child)


def windows():
    desktop = Atspi.get_desktop(0)
    below = (desktop.get_child_at_index(at) for at in range(desktop.get_child_count()))
    for child in below:
        if child is not None and "hearth" in (child.get_name() or "").lower():
            yield from nodes(child)


def found(fits):
    return next((node for node, role, name in windows() if fits(role, name)), None)


def once(fits, then):
    """Looks again and again, without stopping to listen."""
    end = time.monotonic() + WAIT_S

    def again():
        node = found(fits)
        if node is not None:
            then(node)
            return False
        if time.monotonic() > end:
            tell("never", names=[name for _, _, name in windows()])
            return False
        return True

    GLib.timeout_add(50, again)


def act(node):
    node.get_action_iface().do_action(0)
    tell("pressed")


def order(source, _):
    line = source.readline().strip()
    verb, _, rest = line.partition(" ")
    if verb == "press":
        wanted, _, called = rest.partition("|")
        once(lambda role, name: role == wanted and called in name, act)
    elif verb == "see":
        once(lambda role, name: rest in name, lambda _: tell("seen"))
    elif verb == "tree":
        tell("tree", names=[name for _, _, name in windows()])
    return bool(line)


def heard(event):
    tell("announced", text=str(event.any_data), politeness=event.detail1)


listen()
listener = Atspi.EventListener.new(heard)
listener.register("object:announcement")
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, order)
tell("ready")
Atspi.event_main()
