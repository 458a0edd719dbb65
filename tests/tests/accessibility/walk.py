"""A person without a mouse and without sight: walks the real window by keyboard and reads what AT-SPI tells.

Usage: walk.py BINARY DATA PASSPHRASE TEXT, inside `dbus-run-session`. Ends with 1 and a sentence at the first surprise.
"""

import os
import subprocess
import sys
import tempfile
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

BINARY, DATA, PASSPHRASE, TEXT = sys.argv[1:5]
warnings.simplefilter("ignore")
WAIT_S = 40.0
PATIENCE_S = 3.0
STOPS = 40
started = []


def fail(sentence):
    print("FAILED:", sentence)
    dump(application(), 0)
    sys.exit(1)


def until(what, found):
    """Waits for a condition, with a deadline."""
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        value = found()
        if value:
            return value
        time.sleep(0.05)
    fail(f"never came to it: {what}")


def start(command, **more):
    child = subprocess.Popen(command, **more)
    started.append(child)
    return child


def display():
    """Starts a display on a free number and says which."""
    read, write = os.pipe()
    start(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"], pass_fds=[write])
    os.close(write)
    with os.fdopen(read) as numbers:
        return ":" + numbers.readline().strip()


def listen():
    """Says on the bus that a screen reader is there, as Orca does."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        place = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
        bus.call_sync(*place, value, None, Gio.DBusCallFlags.NONE, 10_000, None)


def application():
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(at)
        if child is not None and "hearth" in (child.get_name() or "").lower():
            return child
    return None


def nodes(node):
    """Every node below, in order; what vanishes meanwhile is left out."""
    if node is None:
        return
    yield node
    try:
        count = node.get_child_count()
    except GLib.Error:
        return
    for at in range(count):
        try:
            child = node.get_child_at_index(at)
        except GLib.Error:
            continue
        yield from nodes(child)


def tell(node):
    """Role and name; nothing of what is not there, as between two places of the keyboard."""
    if node is None:
        return "", ""
    try:
        return node.get_role_name(), node.get_name() or ""
    except GLib.Error:
        return "", ""


def has(node, state):
    try:
        return node.get_state_set().contains(state)
    except GLib.Error:
        return False


def find(role, name):
    for node in nodes(application()):
        said = tell(node)
        if (role is None or said[0] in role) and name in said[1]:
            return node
    return None


def focused():
    found = [node for node in nodes(application()) if has(node, Atspi.StateType.FOCUSED)]
    found = [node for node in found if tell(node)[0] not in ("frame", "window", "application")]
    return found[-1] if found else None


def dump(node, depth):
    if node is None:
        return
    print("  " * depth, *tell(node), "(focused)" if has(node, Atspi.StateType.FOCUSED) else "")
    for at in range(node.get_child_count()):
        dump(node.get_child_at_index(at), depth + 1)


def key(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)


def written(text):
    subprocess.run(["xdotool", "type", "--delay", "15", text], check=True)


def everything_named():
    """Whatever the keyboard or a press can reach has a name, and it is words."""
    for node in nodes(application()):
        role, name = tell(node)
        if has(node, Atspi.StateType.FOCUSABLE) and role not in ("frame", "window", "application") and not name.strip():
            fail(f"a {role} that can be reached has no name")
        if any(0xE000 <= ord(c) <= 0xF8FF for c in name):
            fail(f"a pictogram is read out: {name!r}")


def in_sight(node):
    """What has the keyboard lies inside the window."""
    place = node.get_extents(Atspi.CoordType.WINDOW)
    frame = find(("frame", "window"), "").get_extents(Atspi.CoordType.WINDOW)
    inside = place.x >= -1 and place.y >= -1 and place.y + place.height <= frame.height + 1 and place.height > 0
    if not inside and frame.height > 0:
        fail(f"{tell(node)} has the keyboard and is out of sight: {place.x},{place.y} {place.width}x{place.height}")


def stop_beside(before):
    """What has the keyboard once it has moved; after a while also where it is called as before, as two stops may be."""
    patience = time.monotonic() + PATIENCE_S

    def moved():
        node = focused()
        said = tell(node)
        return node if said[0] and (said != before or time.monotonic() > patience) else None

    return until("Tab moves the keyboard", moved)


def tab_to(wanted, what):
    """Walks by Tab; every stop is named and in sight, and none is met twice before the end."""
    met = []
    for _ in range(STOPS):
        before = tell(focused()) if focused() else None
        key("Tab")
        node = stop_beside(before)
        if not tell(node)[1].strip():
            fail(f"a stop has no name: {tell(node)}")
        in_sight(node)
        met.append(tell(node))
        if wanted(node):
            return node, met
    fail(f"no stop is {what}; met {met}")


def contents(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))


def caret(node):
    return Atspi.Text.get_caret_offset(node.get_text_iface())


def stop_after_tab():
    before = tell(focused())
    key("Tab")
    return stop_beside(before)


def place(node):
    """Where something says that it stands, and of how many."""
    said = node.get_attributes() or {}
    return (int(said["posinset"]), int(said["setsize"])) if "posinset" in said and "setsize" in said else None


def place_in_set(text):
    """Where a message says that it stands, and of how many; only a stretch of them is ever told."""
    for node in nodes(application()):
        role, name = tell(node)
        if role == "article" and text in name and place(node):
            return place(node)
    return None


def walk():
    os.environ["DISPLAY"] = display()
    listen()
    home = tempfile.mkdtemp()
    # The window's own bus, no settings of this machine, drawn in software.
    environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "LIBGL_ALWAYS_SOFTWARE": "1", "LANG": "C.UTF-8"}
    environment.pop("WAYLAND_DISPLAY", None)
    start([BINARY, "--data", DATA], env=environment)
    until("the window is on the bus", application)
    until("the way in is told", lambda: find(("password text", "entry", "text"), ""))
    window = until(
        "the window is on the display",
        lambda: subprocess.run(
            ["xdotool", "search", "--name", "^Hearth"], capture_output=True, text=True, check=False
        ).stdout.split(),
    )[0]
    subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)
    everything_named()
    if tell(find(("frame", "window"), ""))[1] != "Hearth":
        fail("the window has no name")

    secret = focused()
    if secret is None or tell(secret)[0] != "password text":
        secret, _ = tab_to(lambda node: tell(node)[0] == "password text", "the passphrase")
    written(PASSPHRASE)
    if PASSPHRASE in str(contents(secret) if secret.get_text_iface() else ""):
        fail("the passphrase is read out")
    key("Return")

    until("the way to the rooms is told", lambda: find(("page tab",), "Rooms"))
    if not find(("list item",), "Care notes"):
        tab_to(lambda node: tell(node)[0] == "page tab", "the places")
        key("Down")
        until("arrows move among the places", lambda: tell(focused()) == ("page tab", "Rooms"))
        if place(focused()) != (2, 5):
            fail(f"the second of five places stands at {place(focused())}")
        key("Return")
        until("the place that one is at is told", lambda: has(find(("page tab",), "Rooms"), Atspi.StateType.SELECTED))
        if has(find(("page tab",), "Home"), Atspi.StateType.SELECTED):
            fail("two places are told to be the one that one is at")
        if tell(stop_after_tab())[0] == "page tab":
            fail("the places are more than one stop")
    until("the rooms are told", lambda: find(("list item",), "Care notes"))
    everything_named()
    room = find(("list item",), "Care notes")
    if place(room) != (1, 1):
        fail(f"the only room stands at {place(room)}")
    tab_to(lambda node: "Care notes" in tell(node)[1], "the room")
    key("Return")
    until("the room is open", lambda: find(("heading",), "Care notes"))
    until("its messages are told", lambda: find(None, "Fever 38.1"))
    everything_named()

    field, met = tab_to(lambda node: tell(node)[1].startswith("Message to"), "the field to write in")
    stops = [stop for stop in met if "Fever 38.1" in stop[1]]
    if len(stops) != 1:
        fail(f"the messages are not one stop before the field: {met}")
    written(TEXT)
    until("what is written is told", lambda: contents(field).strip() == TEXT)
    if caret(field) != len(TEXT):
        fail(f"the caret is told to be at {caret(field)} of {len(TEXT)}")
    key("Home")
    until("the caret's move is told", lambda: caret(field) == 0)
    key("End", "Return")
    until("the message is in the room", lambda: find(None, f": {TEXT}"))
    until("the field is empty again", lambda: contents(field).strip() == "")
    last = until("the new message says where it stands", lambda: place_in_set(f": {TEXT}"))
    before = until("the one before it says so too", lambda: place_in_set("Fever 38.1"))
    if last[0] != last[1] or before != (last[0] - 1, last[1]):
        fail(f"the messages stand at {before} and {last}")

    # Back by Shift+Tab to the messages, and up by arrows.
    key("shift+Tab")
    until("back among the messages", lambda: focused() and TEXT in tell(focused())[1])
    key("Up")
    until("arrows move among messages", lambda: focused() and "Fever 38.1" in tell(focused())[1])
    in_sight(focused())
    key("ctrl+q")
    code = started[-1].wait(timeout=WAIT_S)
    if code != 0:
        fail(f"the window ended with {code}")
    print("walked")


try:
    walk()
finally:
    for child in reversed(started):
        if child.poll() is None:
            child.terminate()
