//! What the real window costs: time to the first frame, frames while a long room is scrolled, processor and memory.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cast::PASSPHRASE;
use crate::process::Hearth;
use crate::screen::Screen;

/// Messages in the room that is scrolled.
const MESSAGES: usize = 100_000;
/// Size of the window, in pixels.
const SIZE: (u32, u32) = (1280, 800);

/// What is written, over and over with another number: two languages, so that two languages' fonts are loaded.
const TEXTS: [&str; 4] = [
    "Good morning. I slept a little, and took ondansetron 8 mg before breakfast.",
    "आप अकेली नहीं हैं। क्या आज कुछ खा पाईं? थोड़ा-थोड़ा पानी पीते रहिए।",
    "Tiredness like that is common after the third cycle. Rest is treatment too. Call the ward today if your \
     temperature goes above 38 °C.",
    "हाँ, 10 mg की गोली रात को लीजिए।",
];

/// Milliseconds to two digits.
#[must_use]
pub fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 100_000.0).round() / 100.0
}

/// Half of them are quicker than the first, one in a hundred is slower than the second.
#[must_use]
pub fn percentiles(mut times: Vec<Duration>) -> Value {
    times.sort();
    if times.is_empty() {
        return json!({"n": 0});
    }
    let at = |share: usize| milliseconds(times[(times.len() - 1) * share / 100]);
    json!({"n": times.len(), "p50_ms": at(50), "p99_ms": at(99), "worst_ms": at(100)})
}

/// The share of one core that a process uses while something is done.
pub fn cpu_percent(process: u32, meanwhile: impl FnOnce()) -> f64 {
    let ticks = || -> u64 {
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).expect("the process runs");
        let after_name = stat.rsplit(')').next().expect("a name stands there");
        after_name.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum()
    };
    let (before, began) = (ticks(), Instant::now());
    meanwhile();
    let share = (ticks() - before) as f64 / began.elapsed().as_secs_f64();
    (share * 10.0).round() / 10.0
}

/// Resident memory in megabytes.
#[must_use]
pub fn resident_mb(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("the process runs");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("it has memory");
    let kib: f64 = line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).expect("a number");
    (kib / 102.4).round() / 10.0
}

/// All figures of the window as it is drawn on a machine without a graphics processor; beside them the same of the same
/// window drawn by Mesa's OpenGL, which has none either.
#[must_use]
pub fn window() -> Value {
    let world = TempDir::new().expect("a folder");
    let screen = Screen::start(SIZE.0, SIZE.1);
    let filled_s = fill(&world, &screen);
    let mut figures = drawn(&world, &screen, "software");
    figures["messages"] = json!(MESSAGES);
    figures["filled_s"] = json!(filled_s);
    figures["peers"] = json!({
        "the same in OpenGL by Mesa, without a graphics processor": drawn(&world, &screen, "opengl"),
        "qTox": {"first_frame_ms": 360, "resident_mb": 121},
        "Telegram": {"first_frame_ms": 990, "resident_mb": 299},
    });
    figures
}

/// The figures of one way of drawing.
fn drawn(world: &TempDir, screen: &Screen, drawing: &str) -> Value {
    let mut first_frames: Vec<f64> = (0..3).map(|number| first_frame(world, screen, number, drawing)).collect();
    first_frames.sort_by(f64::total_cmp);
    let mut figures = scrolled(world, screen, drawing);
    figures["first_frame_ms"] = json!(first_frames[1]);
    figures
}

fn open(world: &TempDir, screen: &Screen, name: &str, drawing: &str) -> (Hearth, std::path::PathBuf) {
    let written = world.path().join(format!("{name}.json"));
    let arguments = ["--figures", written.to_str().expect("a plain path")];
    let surroundings = [("DISPLAY", screen.display.as_str()), ("HEARTH_DRAWING", drawing)];
    let hearth = Hearth::start_window(&world.path().join(name), &arguments, &surroundings);
    screen.window("^Hearth$");
    (hearth, written)
}

fn read(path: &Path) -> Value {
    let bytes = fs::read(path).expect("the window wrote its figures");
    serde_json::from_slice(&bytes).expect("they are JSON")
}

fn first_frame(world: &TempDir, screen: &Screen, number: usize, drawing: &str) -> f64 {
    let (hearth, written) = open(world, screen, &format!("first-{drawing}-{number}"), drawing);
    // The second frame tells when the first one stood there.
    std::thread::sleep(Duration::from_secs(1));
    hearth.close();
    read(&written)["first_frame_ms"].as_f64().expect("a number")
}

fn now_ms() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    u64::try_from(since.as_millis()).expect("before the year 500 million")
}

fn pause(seconds: u64) {
    std::thread::sleep(Duration::from_secs(seconds));
}

/// Gives the window its size, a place and the keyboard.
fn place(screen: &Screen) {
    let window = screen.window("^Hearth$");
    screen.do_it(&["windowsize", "--sync", &window, &SIZE.0.to_string(), &SIZE.1.to_string()]);
    screen.do_it(&["windowmove", "--sync", &window, "0", "0"]);
    screen.do_it(&["windowfocus", "--sync", &window]);
    pause(1);
}

fn scrolled(world: &TempDir, screen: &Screen, drawing: &str) -> Value {
    let (mut hearth, written) = open(world, screen, "long", drawing);
    hearth.ok("profile.unlock", json!({"passphrase": PASSPHRASE}));
    let process = hearth.id();
    place(screen);
    // "Rooms" in the rail; the only room stands at the top of the list.
    screen.do_it(&["mousemove", "46", "116", "click", "1"]);
    pause(2);
    screen.do_it(&["mousemove", "260", "190", "click", "1"]);
    pause(3);
    let idle_cpu_percent = cpu_percent(process, || pause(5));
    screen.do_it(&["mousemove", "800", "740", "click", "1"]);
    pause(2);
    let focused_cpu_percent = cpu_percent(process, || pause(5));
    screen.do_it(&["mousemove", "800", "400"]);
    let from_ms = now_ms();
    let wheel = |button: &str, times: &str| screen.do_it(&["click", "--repeat", times, "--delay", "8", button]);
    let scrolling_cpu_percent = cpu_percent(process, || {
        wheel("4", "900");
        wheel("5", "300");
    });
    let to_ms = now_ms();
    pause(2);
    if let Ok(path) = std::env::var("HEARTH_PICTURE") {
        screen.picture(&path);
    }
    let resident_mb = resident_mb(process);
    hearth.close();
    let figures = read(&written);
    let frames = figures["frames"].as_array().expect("frames");
    let during = |field: &str| {
        let within = |frame: &&Value| frame["at_ms"].as_u64().is_some_and(|at| at > from_ms + 500 && at < to_ms);
        let times = frames.iter().filter(within).filter_map(|frame| frame[field].as_u64());
        percentiles(times.map(Duration::from_micros).collect())
    };
    json!({
        "frame_while_scrolling": during("since_us"), "ui_while_scrolling": during("ui_us"),
        "cpu_time_while_scrolling": during("cpu_us"),
        "idle_cpu_percent": idle_cpu_percent, "focused_cpu_percent": focused_cpu_percent,
        "scrolling_cpu_percent": scrolling_cpu_percent, "resident_mb": resident_mb,
        "bubbles": figures["bubbles"],
        "atlas": {"pages": figures["atlas_pages"], "glyphs": figures["atlas_glyphs"],
                  "texts": figures["shaped_texts"], "text_bytes": figures["shaped_bytes"]},
    })
}

/// Makes a profile with a room of that many messages, several calls under way at once, and returns how long that took. A
/// person comes back to it: what filling left in memory is not what the window needs.
fn fill(world: &TempDir, screen: &Screen) -> u64 {
    const TOGETHER: usize = 200;
    let (mut hearth, _) = open(world, screen, "long", "software");
    hearth.ok("profile.create", json!({"name": "Marta", "role": "patient", "passphrase": PASSPHRASE}));
    let charter = json!({"retention": "record"});
    let room = hearth.ok("room.create", json!({"title": "Long", "charter": charter}))["room"].clone();
    let began = Instant::now();
    let mut sent = 0;
    while sent < MESSAGES {
        for number in sent..(sent + TOGETHER).min(MESSAGES) {
            let text = format!("{} ({number})", TEXTS[number % TEXTS.len()]);
            let call = json!({"jsonrpc": "2.0", "id": format!("m{number}"), "method": "message.send",
                              "params": {"room": room, "text": text}});
            hearth.write_line(call.to_string().as_bytes());
        }
        sent = (sent + TOGETHER).min(MESSAGES);
        hearth.answer(&json!(format!("m{}", sent - 1)), "message.send");
    }
    hearth.close();
    began.elapsed().as_secs()
}
