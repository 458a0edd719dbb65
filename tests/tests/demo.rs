//! `hearth demo`: two real windows, two people who talk, and nothing of it afterwards, however it ends.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Instant;

use tempfile::TempDir;
use tests::process::{DEADLINE, binary};
use tests::screen::Screen;

const LEFT: &str = "the patient$";
const RIGHT: &str = "the doctor$";

struct Demo {
    child: Child,
    lines: std::io::Lines<BufReader<std::process::ChildStderr>>,
}

impl Demo {
    fn start(screen: &Screen, folder: &Path) -> Self {
        let mut child = Command::new(binary())
            .arg("demo")
            .env("DISPLAY", &screen.display)
            .env("TMPDIR", folder)
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let lines = BufReader::new(child.stderr.take().expect("stderr is piped")).lines();
        Self { child, lines }
    }

    fn until_met(&mut self) {
        let met = self.lines.by_ref().map_while(Result::ok).find(|line| line.starts_with("The two have met"));
        assert!(met.is_some(), "the demonstration ended before it began");
    }

    fn signal(&self, signal: &str) {
        send(signal, self.child.id());
    }

    fn ended(&mut self) -> ExitStatus {
        let until = Instant::now() + DEADLINE;
        loop {
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                return status;
            }
            assert!(Instant::now() < until, "it never ended");
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // Ended already is what is wanted here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn send(signal: &str, process: u32) {
    let sent = Command::new("kill").args([signal, &process.to_string()]).status().expect("kill is installed");
    assert!(sent.success());
}

/// The processes that were started by one.
fn children(of: u32) -> Vec<u32> {
    let found = Command::new("pgrep").args(["-P", &of.to_string()]).output().expect("pgrep is installed");
    String::from_utf8_lossy(&found.stdout).lines().filter_map(|line| line.parse().ok()).collect()
}

/// Whether a process runs; one that nobody has collected yet has no command line any more.
fn runs(process: u32) -> bool {
    fs::read(format!("/proc/{process}/cmdline")).is_ok_and(|line| !line.is_empty())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        }
        found.push(path);
    }
    found
}

fn until_empty(folder: &Path) {
    let until = Instant::now() + DEADLINE;
    while !files(folder).is_empty() {
        assert!(Instant::now() < until, "left behind: {:?}", files(folder));
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

#[test]
fn two_people_talk_in_two_windows_and_nothing_is_left_after_ctrl_c() {
    let (world, screen) = (TempDir::new().expect("a folder"), Screen::start(1600, 900));
    let mut demo = Demo::start(&screen, world.path());
    demo.until_met();
    let (left, right) = (screen.window(LEFT), screen.window(RIGHT));
    let side = |window: &str| {
        let place = screen.do_it(&["getwindowgeometry", "--shell", window]);
        let x = place.lines().find_map(|line| line.strip_prefix("X=")).expect("a place");
        x.parse::<i32>().expect("a number")
    };
    assert!(side(&left) < 100 && side(&right) >= 800, "{} {}", side(&left), side(&right));
    // Neither what was said nor a passphrase lies in a file or on a command line.
    let held = files(world.path());
    assert!(held.len() > 6, "two profiles live there: {held:?}");
    for file in held.iter().filter(|path| path.is_file()) {
        let bytes = fs::read(file).unwrap_or_default();
        for word in ["Marta", "Anneke", "ondansetron", "Tuesday circle"] {
            assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word} is in {file:?}");
        }
    }
    let actors = children(demo.child.id());
    assert_eq!(actors.len(), 2);
    for actor in actors {
        let line = fs::read(format!("/proc/{actor}/cmdline")).expect("it runs");
        let words: Vec<_> = line.split(|byte| *byte == 0).map(String::from_utf8_lossy).collect();
        let known = |word: &str| ["--data", "window", "--piped", "--demo", "left", "right", ""].contains(&word);
        assert!(words.iter().skip(1).all(|word| known(word) || word.starts_with('/')), "{words:?}");
    }
    demo.signal("-INT");
    assert!(demo.ended().success());
    assert!(files(world.path()).is_empty(), "left behind: {:?}", files(world.path()));
}

#[test]
fn a_crash_of_one_ends_both_and_leaves_nothing() {
    let (world, screen) = (TempDir::new().expect("a folder"), Screen::start(1280, 800));
    let mut demo = Demo::start(&screen, world.path());
    demo.until_met();
    let actors = children(demo.child.id());
    send("-KILL", actors[0]);
    assert_eq!(demo.ended().code(), Some(1));
    assert!(!runs(actors[1]), "the other one lives on");
    assert!(files(world.path()).is_empty());
}

#[test]
fn a_killed_demonstration_closes_its_windows_and_the_next_sweeps_it_away() {
    let (world, screen) = (TempDir::new().expect("a folder"), Screen::start(1280, 800));
    let mut demo = Demo::start(&screen, world.path());
    demo.until_met();
    let actors = children(demo.child.id());
    demo.signal("-KILL");
    assert!(!demo.ended().success());
    let until = Instant::now() + DEADLINE;
    while actors.iter().any(|actor| runs(*actor)) {
        assert!(Instant::now() < until, "a window lives on");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(!files(world.path()).is_empty());
    let mut next = Demo::start(&screen, world.path());
    next.until_met();
    let folders = fs::read_dir(world.path()).expect("a folder").count();
    assert_eq!(folders, 1, "the old one was swept");
    next.signal("-TERM");
    assert!(next.ended().success());
    until_empty(world.path());
}
