//! Whole-program figures, printed as one JSON object: what `scripts/bench` runs. No figure passes or fails anything.
//!
//! The peer is c-toxcore, measured on the same kind of machine with its own two-node program: 25.7 ms p50, 49.7 ms p99,
//! online after 9.7 s, nothing kept on disk.
#![allow(clippy::print_stdout, reason = "printing figures is what it is for")]
#![allow(clippy::indexing_slicing, reason = "a benchmark may stop at the first surprise")]

use std::time::{Duration, Instant};

use crypto::secret::Passphrase;
use crypto::vault::Header;
use serde_json::{Value, json};
use tempfile::TempDir;
use tests::cast::{Actor, PASSPHRASE, introduce};
use tests::figures::{self, milliseconds, percentiles};
use tests::process::Hearth;
use tests::records;

fn main() {
    let figures = match std::env::args().nth(1).as_deref() {
        Some("window") => figures::window(),
        Some("records") => records::figures(),
        Some("lung") => tests::study::figures(),
        _ => everything(),
    };
    println!("{}", serde_json::to_string_pretty(&figures).expect("figures are JSON"));
}

fn everything() -> Value {
    let lung = tests::study::figures();
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut anneke = Actor::create(&world, "Anneke", "doctor");
    let room = introduce(&mut marta, &mut anneke);
    let idle = memory_and_idle(&marta);
    let online = reconnection(&mut marta, &mut anneke);
    let latency = latency(&mut marta, &mut anneke, &room);
    let (marta, mut anneke, catch_up) = catch_up(marta, anneke, &room);
    let page = page(&mut anneke, &room);
    let unlock = unlock(marta);
    json!({
        "send_to_received": latency,
        "known_to_online_ms": online,
        "catch_up": catch_up,
        "page_of_50_over_rpc": page,
        "store": records::figures(),
        "unlock": unlock,
        "rpc": idle,
        "window": figures::window(),
        "lung_model": lung,
        "peer": {"name": "c-toxcore", "send_to_received": {"p50_ms": 25.7, "p99_ms": 49.7}, "known_to_online_ms": 9_700},
    })
}

fn latency(from: &mut Actor, to: &mut Actor, room: &str) -> Value {
    let mut times = Vec::new();
    for number in 0..1_000 {
        let began = Instant::now();
        from.say(room, &format!("number {number}"));
        to.hearth.event("message.received", |_| true);
        times.push(began.elapsed());
    }
    percentiles(times)
}

/// From the other engine's unlock to being seen online at a known address, Argon2 excluded.
fn reconnection(marta: &mut Actor, anneke: &mut Actor) -> f64 {
    let mut best = Duration::MAX;
    for _ in 0..3 {
        anneke.hearth.ok("profile.lock", json!({}));
        marta.hearth.event("presence.changed", |event| event["online"] == false);
        anneke.hearth.ok("profile.unlock", json!({"passphrase": PASSPHRASE}));
        let began = Instant::now();
        marta.hearth.event("presence.changed", |event| event["online"] == true);
        best = best.min(began.elapsed());
    }
    milliseconds(best)
}

fn catch_up(mut marta: Actor, anneke: Actor, room: &str) -> (Actor, Actor, Value) {
    const MESSAGES: usize = 10_000;
    let data = anneke.hearth.data.clone();
    drop(anneke);
    for number in 0..MESSAGES {
        marta.say(room, &format!("while away {number}"));
    }
    let mut hearth = Hearth::start(&data);
    hearth.ok("profile.unlock", json!({"passphrase": PASSPHRASE}));
    let mut anneke = Actor { hearth, name: "Anneke" };
    let began = Instant::now();
    let last = format!("while away {}", MESSAGES - 1);
    anneke.hearth.event("message.received", |event| event["text"] == last.as_str());
    let took = began.elapsed();
    let rate = MESSAGES as f64 / took.as_secs_f64();
    (marta, anneke, json!({"messages": MESSAGES, "ms": milliseconds(took), "per_s": rate.round()}))
}

fn page(anneke: &mut Actor, room: &str) -> Value {
    let mut times = Vec::new();
    let mut before = Value::Null;
    loop {
        let mut params = json!({"room": room, "limit": 50});
        if !before.is_null() {
            params["before"] = before;
        }
        let began = Instant::now();
        let page = anneke.hearth.ok("message.list", params);
        times.push(began.elapsed());
        match page.get("next") {
            Some(next) => before = next.clone(),
            None => return percentiles(times),
        }
    }
}

fn unlock(marta: Actor) -> Value {
    let mut hearth = marta.hearth.restart();
    let began = Instant::now();
    hearth.ok("profile.unlock", json!({"passphrase": PASSPHRASE}));
    let whole = began.elapsed();
    let vault = std::fs::read(hearth.data.join("vault")).expect("a vault");
    let header = Header::decode(&vault).expect("the vault's header");
    let began = Instant::now();
    crypto::vault::open(&header, &Passphrase::new(PASSPHRASE.to_owned())).expect("the right passphrase");
    let argon2 = began.elapsed();
    json!({
        "whole_ms": milliseconds(whole),
        "argon2_ms": milliseconds(argon2),
        "without_argon2_ms": milliseconds(whole.saturating_sub(argon2)),
    })
}

/// Resident memory, and the share of a core used while nothing happens, over five seconds.
fn memory_and_idle(actor: &Actor) -> Value {
    let process = actor.hearth.id();
    std::thread::sleep(Duration::from_secs(3));
    let idle_cpu_percent = figures::cpu_percent(process, || std::thread::sleep(Duration::from_secs(5)));
    json!({"resident_mb": figures::resident_mb(process), "idle_cpu_percent": idle_cpu_percent})
}
