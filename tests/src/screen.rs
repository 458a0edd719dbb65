//! A display, a session bus and a desktop of a test's own, and the real window on them.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::Receiver;
use std::time::Instant;

use serde_json::Value;

use crate::process::{DEADLINE, read_lines};

/// A process that ends with its owner.
struct Owned(Child);

impl Drop for Owned {
    fn drop(&mut self) {
        // Ended already is what is wanted here.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// An X server without a monitor.
pub struct Screen {
    _server: Owned,
    /// What `DISPLAY` has to be.
    pub display: String,
}

impl Screen {
    /// Starts one of this size on a number that is free.
    pub fn start(width: u32, height: u32) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-noreset", "-nolisten", "tcp", "-screen", "0", &format!("{width}x{height}x24")])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed (scripts/setup --test)");
        let mut number = String::new();
        let stdout = server.stdout.take().expect("stdout is piped");
        BufReader::new(stdout).read_line(&mut number).expect("the server tells its number");
        Self { _server: Owned(server), display: format!(":{}", number.trim()) }
    }

    /// Runs `xdotool` on it and returns what it printed.
    pub fn do_it(&self, arguments: &[&str]) -> String {
        let done = Command::new("xdotool").args(arguments).env("DISPLAY", &self.display).output();
        let done = done.expect("xdotool is installed (scripts/setup --test)");
        String::from_utf8_lossy(&done.stdout).trim().to_owned()
    }

    /// Saves a picture of all of it.
    pub fn picture(&self, path: &str) {
        let saved = Command::new("import").args(["-window", "root", path]).env("DISPLAY", &self.display).status();
        assert!(saved.is_ok_and(|saved| saved.success()), "no picture could be taken (scripts/setup --test)");
    }

    /// Saves a picture once it is another than `first`, and two taken a moment apart are the same.
    pub fn settled(&self, first: &Path, path: &Path) {
        let until = Instant::now() + DEADLINE;
        let before = path.with_extension("before.png");
        let take = |path: &Path| self.picture(path.to_str().expect("a plain path"));
        take(&before);
        loop {
            std::thread::sleep(std::time::Duration::from_millis(300));
            take(path);
            if Self::differing(&before, path) == 0 && Self::differing(first, path) > 0 {
                return;
            }
            assert!(Instant::now() < until, "the screen does not come to rest");
            std::fs::rename(path, &before).expect("a picture can be moved");
        }
    }

    /// How many pixels of two pictures are not the same to the eye.
    pub fn differing(one: &Path, other: &Path) -> u64 {
        let compared =
            Command::new("compare").args(["-metric", "AE", "-fuzz", "2%"]).args([one, other]).arg("null:").output();
        // It counts on standard error, and ends with 1 where there is something to count.
        let told = String::from_utf8_lossy(&compared.expect("ImageMagick is installed (scripts/setup --test)").stderr)
            .trim()
            .to_owned();
        let count = told.split_whitespace().next().and_then(|count| count.parse::<f64>().ok());
        count.unwrap_or_else(|| panic!("no count in {told:?}")) as u64
    }

    /// The window with this name, once it is there.
    pub fn window(&self, name: &str) -> String {
        let until = Instant::now() + DEADLINE;
        loop {
            let found = self.do_it(&["search", "--onlyvisible", "--name", name]);
            if let Some(window) = found.lines().next() {
                return window.to_owned();
            }
            assert!(Instant::now() < until, "no window {name} came");
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
}

/// A Wayland compositor on a screen: keys and pointer reach a window through it, and windows draw their own title bars.
pub struct Wayland {
    _compositor: Owned,
}

impl Wayland {
    /// What `WAYLAND_DISPLAY` has to be, where `XDG_RUNTIME_DIR` is the compositor's folder.
    pub const NAME: &str = "compositor";

    /// Starts one in a folder, as large as the screen.
    pub fn start(screen: &Screen, (width, height): (u32, u32), folder: &Path) -> Self {
        let configuration = folder.join("weston.ini");
        let still = "[shell]\npanel-position=none\nanimation=none\nstartup-animation=none\nclose-animation=none\n";
        std::fs::write(&configuration, still).expect("a file can be written");
        let compositor = Command::new("weston")
            .args(["--backend=x11-backend.so", "--use-pixman", "--idle-time=0"])
            .args([format!("--width={width}"), format!("--height={height}"), format!("--socket={}", Self::NAME)])
            .arg(format!("--config={}", configuration.display()))
            .env("DISPLAY", &screen.display)
            .env("XDG_RUNTIME_DIR", folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("weston is installed (scripts/setup --test)");
        let until = Instant::now() + DEADLINE;
        while !folder.join(Self::NAME).exists() {
            assert!(Instant::now() < until, "the compositor opens no socket");
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        Self { _compositor: Owned(compositor) }
    }

    /// Clicks at a place. The compositor counts how far the pointer went, so that it is brought to a known corner first.
    pub fn click(&self, screen: &Screen, (x, y): (u32, u32)) {
        screen.do_it(&["mousemove", "0", "0"]);
        screen.do_it(&["mousemove", &x.to_string(), &y.to_string()]);
        screen.do_it(&["click", "1"]);
    }
}

/// A session bus with a recording desktop on it.
pub struct Desk {
    _bus: Owned,
    _recorder: Owned,
    orders: ChildStdin,
    lines: Receiver<Value>,
    /// What `DBUS_SESSION_BUS_ADDRESS` has to be.
    pub address: String,
}

impl Desk {
    /// Starts a bus in a folder and the recorder on it.
    pub fn start(folder: &Path) -> Self {
        Self::on_bus(folder, "--session")
    }

    /// The same on a bus that starts nothing of this machine but what assistive technology needs.
    pub fn bare(folder: &Path) -> Self {
        let services = folder.join("services");
        std::fs::create_dir(&services).expect("a folder can be made");
        let aid = "org.a11y.Bus.service";
        let from = Path::new("/usr/share/dbus-1/services").join(aid);
        std::fs::copy(from, services.join(aid)).expect("at-spi2-core is installed (scripts/setup --test)");
        // As the machine's own session bus is set up, but for what it may start.
        let own = std::fs::read_to_string("/usr/share/dbus-1/session.conf").expect("dbus-daemon is installed");
        let (before, after) = own.split_once("<standard_session_servicedirs />").expect("it names what it may start");
        let written = format!("{before}<servicedir>{}</servicedir>{after}", services.display());
        let configuration = folder.join("bus.conf");
        std::fs::write(&configuration, written).expect("a file can be written");
        Self::on_bus(folder, &format!("--config-file={}", configuration.display()))
    }

    fn on_bus(folder: &Path, configured: &str) -> Self {
        let socket = format!("unix:path={}", folder.join("bus").display());
        let mut bus = Command::new("dbus-daemon")
            .args([configured, "--nofork", "--print-address=1", "--address", &socket])
            // What it starts keeps its sockets here, not where another test's would be.
            .env("XDG_RUNTIME_DIR", folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is installed (scripts/setup --test)");
        let mut address = String::new();
        let stdout = bus.stdout.take().expect("stdout is piped");
        BufReader::new(stdout).read_line(&mut address).expect("the bus tells its address");
        let address = address.trim().to_owned();
        let mut recorder = Command::new("/usr/bin/python3")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/src/recorder.py"))
            .env("DBUS_SESSION_BUS_ADDRESS", &address)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is installed (scripts/setup --test)");
        let orders = recorder.stdin.take().expect("stdin is piped");
        let stdout = recorder.stdout.take().expect("stdout is piped");
        let lines = read_lines("recorder", stdout, 1024);
        let mut desk = Self { _bus: Owned(bus), _recorder: Owned(recorder), orders, lines, address };
        desk.told("ready");
        desk
    }

    /// Gives the recorder an order.
    pub fn order(&mut self, order: &str) {
        writeln!(self.orders, "{order}").expect("the recorder reads");
    }

    /// The next thing of a kind that it was told; others before it are dropped.
    pub fn told(&mut self, kind: &str) -> Value {
        let until = Instant::now() + DEADLINE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let line = self.lines.recv_timeout(left).unwrap_or_else(|error| panic!("{kind} was never told: {error}"));
            if line["told"] == kind {
                return line;
            }
        }
    }

    /// What it was told so far and nobody asked for.
    pub fn so_far(&mut self) -> Vec<Value> {
        self.lines.try_iter().collect()
    }
}
