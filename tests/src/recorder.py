"""A desktop that writes down what it is told: a notification server and a place for status items, on the session bus.

Prints one JSON object a line. Reads one order a line on standard input: `open ID` acts on a notification as a click
does, `close ID` closes it, `press LABEL` presses an entry of the status item's menu.
"""

import json
import os
import sys

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NOTIFICATIONS = "org.freedesktop.Notifications"
WATCHER = "org.kde.StatusNotifierWatcher"


def plain(value):
    if isinstance(value, dbus.Boolean):
        return bool(value)
    if isinstance(value, (dbus.Dictionary, dict)):
        return {str(key): plain(held) for key, held in value.items()}
    if isinstance(value, (dbus.Array, dbus.Struct, list, tuple)):
        return [plain(held) for held in value]
    if isinstance(value, int):
        return int(value)
    return str(value)


def tell(**what):
    print(json.dumps({key: plain(value) for key, value in what.items()}), flush=True)


class Server(dbus.service.Object):
    last = 0

    @dbus.service.method(NOTIFICATIONS, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, app, replaces, icon, summary, body, actions, hints, timeout):
        if not replaces:
            Server.last += 1
        number = replaces or Server.last
        tell(told="notify", id=number, replaces=replaces, app=app, icon=icon, summary=summary, body=body,
             actions=actions, hints=hints, timeout=timeout)
        return dbus.UInt32(number)

    @dbus.service.method(NOTIFICATIONS, in_signature="u")
    def CloseNotification(self, number):
        tell(told="close", id=number)
        self.NotificationClosed(number, 3)

    @dbus.service.method(NOTIFICATIONS, out_signature="as")
    def GetCapabilities(self):
        return ["body", "actions"]

    @dbus.service.method(NOTIFICATIONS, out_signature="ssss")
    def GetServerInformation(self):
        return ("recorder", "hearth", "1", "1.2")

    @dbus.service.signal(NOTIFICATIONS, signature="us")
    def ActionInvoked(self, number, action):
        pass

    @dbus.service.signal(NOTIFICATIONS, signature="uu")
    def NotificationClosed(self, number, reason):
        pass


class Watcher(dbus.service.Object):
    item = None

    @dbus.service.method(WATCHER, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, service, sender=None):
        Watcher.item = sender
        tell(told="item", service=service)

    @dbus.service.method(WATCHER, in_signature="s")
    def RegisterStatusNotifierHost(self, service):
        pass

    @dbus.service.method("org.freedesktop.DBus.Properties", in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        values = {
            "IsStatusNotifierHostRegistered": dbus.Boolean(True),
            "ProtocolVersion": dbus.Int32(0),
            "RegisteredStatusNotifierItems": dbus.Array([], signature="s"),
        }
        return values[name]

    @dbus.service.method("org.freedesktop.DBus.Properties", in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        return {"IsStatusNotifierHostRegistered": dbus.Boolean(True), "ProtocolVersion": dbus.Int32(0)}


def entries(bus):
    menu = dbus.Interface(bus.get_object(Watcher.item, "/MenuBar"), "com.canonical.dbusmenu")
    _, (_, _, children) = menu.GetLayout(0, -1, dbus.Array([], signature="s"))
    return menu, {str(child[1].get("label", "")): child[0] for child in children}


def order(bus, server, line):
    word, _, rest = line.strip().partition(" ")
    if word == "open":
        server.ActionInvoked(int(rest), "default")
    elif word == "close":
        server.NotificationClosed(int(rest), 2)
    elif word == "menu":
        item = bus.get_object(Watcher.item, "/StatusNotifierItem")
        shown = dbus.Interface(item, "org.freedesktop.DBus.Properties").GetAll("org.kde.StatusNotifierItem")
        shown.pop("IconPixmap", None)
        tell(told="menu", labels=sorted(entries(bus)[1]), item=shown)
    elif word == "press":
        menu, labels = entries(bus)
        menu.Event(labels[rest], "clicked", dbus.String("", variant_level=1), dbus.UInt32(0))
        tell(told="pressed", label=rest)


def main():
    DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    names = [dbus.service.BusName(name, bus) for name in (NOTIFICATIONS, WATCHER)]
    server = Server(bus, "/org/freedesktop/Notifications")
    watcher = Watcher(bus, "/StatusNotifierWatcher")
    loop = GLib.MainLoop()

    begun = b""

    # Read past Python's own buffer, which would keep a second line that came with the first.
    def read(source, condition):
        nonlocal begun
        came = os.read(source, 65536)
        if not came:
            loop.quit()
            return False
        *lines, begun = (begun + came).split(b"\n")
        for line in lines:
            order(bus, server, line.decode())
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, read)
    tell(told="ready", names=[str(name.get_name()) for name in names], watcher=str(watcher))
    loop.run()


main()
