//! The real window on a display and a session bus: what the desktop is told, and what it may ask.

use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Stdio};

use serde_json::json;
use tempfile::TempDir;
use tests::cast::{Actor, PASSPHRASE, introduce};
use tests::process::{Hearth, binary};
use tests::screen::{Desk, Screen, Wayland};

/// A person at the real window, with a desktop around it.
struct Seated {
    world: TempDir,
    screen: Screen,
    desk: Desk,
    anneke: Actor,
}

/// A folder that is open to nobody else, as a session's own is.
fn session_folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o700)).expect("it is ours");
    folder
}

fn sit_down() -> Seated {
    let world = session_folder();
    let screen = Screen::start(1000, 760);
    let desk = Desk::start(world.path());
    let data = world.path().join("Anneke");
    let mut hearth = Hearth::start_window(&data, &["--desktop"], &surroundings(&world, &screen, &desk));
    hearth.ok("profile.create", json!({"name": "Anneke", "role": "doctor", "passphrase": PASSPHRASE}));
    Seated { world, screen, desk, anneke: Actor { hearth, name: "Anneke" } }
}

fn surroundings<'a>(world: &'a TempDir, screen: &'a Screen, desk: &'a Desk) -> [(&'static str, &'a str); 4] {
    [
        ("DISPLAY", &screen.display),
        ("DBUS_SESSION_BUS_ADDRESS", &desk.address),
        ("XDG_RUNTIME_DIR", world.path().to_str().expect("a plain path")),
        ("LIBGL_ALWAYS_SOFTWARE", "1"),
    ]
}

#[test]
fn a_notification_says_that_there_is_a_message_and_nothing_else() {
    let Seated { world, screen: _screen, mut desk, mut anneke } = sit_down();
    let mut marta = Actor::create(&world, "Marta", "patient");
    let room = introduce(&mut marta, &mut anneke);
    marta.say(&room, "The biopsy came back clear");

    let told = desk.told("notify");
    let expected = json!({
        "told": "notify", "id": 1, "replaces": 0, "app": "Hearth", "icon": "hearth", "summary": "Hearth",
        "body": "You have a new message", "actions": ["default", "Open Hearth"], "timeout": -1,
        "hints": told["hints"],
    });
    assert_eq!(told, expected);
    let hints = told["hints"].as_object().expect("hints");
    assert!(hints.keys().all(|key| ["category", "desktop-entry", "sender-pid"].contains(&key.as_str())), "{hints:?}");
    for word in ["Marta", "Anneke", "biopsy", &room] {
        assert!(!told.to_string().contains(word), "{word} is in {told}");
    }

    // What was told a moment ago is not told again, and pressing it brings the window up and takes it away.
    let message = marta.say(&room, "And the lungs too");
    anneke.hearth.event("message.received", |event| event["message"] == message.as_str());
    desk.order("open 1");
    desk.order("menu");
    desk.told("menu");
    assert!(desk.so_far().iter().all(|line| line["told"] != "notify"));
}

#[test]
fn the_status_item_opens_locks_and_quits() {
    let Seated { world: _world, screen, mut desk, mut anneke } = sit_down();
    desk.told("item");
    screen.window("^Hearth$");
    desk.order("menu");
    let menu = desk.told("menu");
    assert_eq!(menu["labels"], json!(["", "Lock Hearth", "Open Hearth", "Quit Hearth"]));
    assert_eq!(menu["item"]["Title"], "Hearth");
    assert!(!menu.to_string().contains("Anneke"));

    desk.order("press Lock Hearth");
    anneke.hearth.event("profile.state", |event| event["state"] == "locked");
    desk.order("press Open Hearth");
    desk.told("pressed");
    anneke.hearth.ok("profile.unlock", json!({"passphrase": PASSPHRASE}));
    desk.order("press Quit Hearth");
    assert!(anneke.hearth.ended().success());
}

#[test]
fn a_second_start_hands_its_link_to_the_first_and_ends() {
    let Seated { world, screen, desk, mut anneke } = sit_down();
    screen.window("^Hearth$");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let link = marta.hearth.ok("contact.invite", json!({}))["link"].as_str().expect("a link").to_owned();
    let second = |argument: &str| {
        let mut command = Command::new(binary());
        command.arg("--data").arg(world.path().join("Anneke")).arg(argument).stderr(Stdio::null());
        command.envs(surroundings(&world, &screen, &desk)).status().expect("it starts")
    };
    assert!(second(&link).success());
    assert_eq!(second("https://example.org").code(), Some(2));
    // It was offered, and nobody has used it: the person has not said so.
    assert_eq!(anneke.hearth.ok("contact.list", json!({}))["contacts"], json!([]));
    assert_eq!(marta.hearth.ok("contact.list", json!({}))["contacts"], json!([]));
    // A program on the same profile is refused as before.
    let mut third = Hearth::start_with(&world.path().join("Anneke"), &["--no-mdns"]);
    assert_eq!(third.refused("profile.get", json!({})), "in_use");
    let socket = || std::fs::read_dir(world.path()).expect("a folder").flatten().any(|entry| is_socket(&entry));
    assert!(socket());
    assert!(anneke.hearth.close().success());
    assert!(!socket(), "the door stays behind");
}

#[test]
fn under_wayland_it_is_put_away_and_comes_back() {
    let size = (1000, 760);
    let world = session_folder();
    let (screen, mut desk) = (Screen::start(size.0, size.1), Desk::start(world.path()));
    let compositor = Wayland::start(&screen, size, world.path());
    let surroundings = [
        ("WAYLAND_DISPLAY", Wayland::NAME),
        ("DISPLAY", ""),
        ("DBUS_SESSION_BUS_ADDRESS", &desk.address),
        ("XDG_RUNTIME_DIR", world.path().to_str().expect("a plain path")),
    ];
    let mut hearth = Hearth::start_window(&world.path().join("Anneke"), &["--desktop"], &surroundings);
    let [first, welcome, home, asked, gone, back] =
        ["first", "welcome", "home", "asked", "gone", "back"].map(|name| world.path().join(format!("{name}.png")));
    screen.picture(first.to_str().expect("a plain path"));
    screen.settled(&first, &welcome);
    screen.do_it(&["key", "super+shift+m"]);
    desk.told("item");
    hearth.ok("profile.create", json!({"name": "Anneke", "role": "doctor", "passphrase": PASSPHRASE}));
    screen.settled(&welcome, &home);

    // By the button that Hearth draws itself, in the corner of a window that fills the screen.
    compositor.click(&screen, (983, 17));
    screen.settled(&home, &asked);
    // It offers to stay in the background.
    compositor.click(&screen, (380, 463));
    screen.settled(&asked, &gone);
    assert!(Screen::differing(&home, &gone) > 10_000, "the window stays");
    desk.order("press Open Hearth");
    screen.settled(&gone, &back);
    assert!(Screen::differing(&home, &back) < 5_000, "another window comes back");
    desk.order("press Quit Hearth");
    assert!(hearth.ended().success());
}

#[test]
fn the_window_looks_the_same_however_it_is_drawn() {
    let world = TempDir::new().expect("a folder");
    // Without a driver OpenGL cannot even begin: the window is then drawn without it.
    let ways = [("software", "/usr/lib"), ("opengl", ""), ("opengl", "/nowhere")];
    let pictures = ways.map(|(drawing, drivers)| {
        let name = format!("{drawing}{}", drivers.len());
        let screen = Screen::start(1000, 760);
        let mut surroundings = vec![("DISPLAY", screen.display.as_str()), ("HEARTH_DRAWING", drawing)];
        if !drivers.is_empty() {
            surroundings.extend([("LIBGL_DRIVERS_PATH", drivers), ("GBM_BACKENDS_PATH", drivers)]);
        }
        let mut hearth = Hearth::start_window(&world.path().join(&name), &[], &surroundings);
        screen.window("^Hearth$");
        let (first, picture) = (world.path().join("first.png"), world.path().join(format!("{name}.png")));
        screen.picture(first.to_str().expect("a plain path"));
        hearth.ok("profile.create", json!({"name": "Anneke", "role": "doctor", "passphrase": PASSPHRASE}));
        screen.settled(&first, &picture);
        let drawn_by = if is_drawn_by_opengl(hearth.id()) { "opengl" } else { "software" };
        assert_eq!(drawn_by, if drivers == "/nowhere" { "software" } else { drawing });
        assert!(hearth.close().success());
        picture
    });
    let [software, opengl, without] = &pictures;
    // Where the edge of a shape meets the middle of a pixel, drivers are free to round.
    assert!(Screen::differing(software, opengl) < 20, "OpenGL paints another picture");
    assert_eq!(Screen::differing(software, without), 0, "a window without OpenGL paints another picture");
}

/// Whether a process has one of Mesa's painters in it.
fn is_drawn_by_opengl(process: u32) -> bool {
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps")).expect("the process runs");
    ["_dri.so", "libgallium"].iter().any(|driver| maps.contains(driver))
}

fn is_socket(entry: &std::fs::DirEntry) -> bool {
    entry.file_name().to_string_lossy().ends_with(".sock")
}
