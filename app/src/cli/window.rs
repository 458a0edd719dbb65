//! `hearth` with nothing else said: the window, once per profile. A second start hands over to the first and ends.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};

use super::{Exit, say, start};
use crate::engine::command::{Command, Profile};
use crate::engine::fault::Code;
use crate::engine::handle::{Discovery, EngineHandle, Face, Options};
use crate::ui::desktop::Wishes;
use crate::ui::desktop::door::{self, Call};
use crate::ui::{Opening, Side};

/// How long a start waits for another that has the profile but no door yet.
const PATIENCE: Duration = Duration::from_secs(2);

/// What other parts of Hearth open the window with; nobody types it.
#[derive(Debug, Args)]
pub struct Window {
    /// Answer JSON-RPC on standard input and output beside the window; end when standard input closes.
    #[arg(long)]
    piped: bool,
    /// Speak to the desktop as the person's own window does.
    #[arg(long)]
    desktop: bool,
    /// Show one side of a demonstration.
    #[arg(long)]
    demo: Option<Half>,
    /// Write figures of the drawing to a file on closing.
    #[arg(long, value_name = "FILE")]
    figures: Option<PathBuf>,
}

/// Which half of the screen.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Half {
    Left,
    Right,
}

/// The person's window.
pub fn open(data: PathBuf, link: Option<String>) -> Exit {
    crate::log::start();
    let link = match link.map(|text| door::link(&text).ok_or(text)).transpose() {
        Ok(link) => link,
        Err(_) => {
            let sentence = "Cannot open this: it is neither a call (see --help) nor a link that begins with hearth:";
            return say(Exit::Usage, sentence);
        }
    };
    let call = link.clone().map_or(Call::Show, Call::Link);
    if door::knock(&data, &call).is_ok() {
        return Exit::Done;
    }
    let engine = match start(options(&data, Discovery::Lan, Vec::new())) {
        Ok(engine) => engine,
        Err(exit) => return exit,
    };
    if held_by_another(&engine) && answered(&data, &call) {
        engine.stop();
        return Exit::Done;
    }
    show(engine, Opening { profile: Some(data), link, ..Opening::default() })
}

/// A window for another part of Hearth.
pub fn serve(data: &Path, window: Window) -> Exit {
    crate::log::start();
    let loopback = ["/ip4/127.0.0.1/udp/0/quic-v1", "/ip4/127.0.0.1/tcp/0"].map(str::to_owned);
    let engine = match start(options(data, Discovery::Off, loopback.to_vec())) {
        Ok(engine) => engine,
        Err(exit) => return exit,
    };
    let demo = window.demo.map(|half| match half {
        Half::Left => Side::Left,
        Half::Right => Side::Right,
    });
    let profile = window.desktop.then(|| data.to_owned());
    let opening = Opening { profile, demo, figures: window.figures, ..Opening::default() };
    if !window.piped {
        return show(engine, opening);
    }
    let pipe = engine.clone();
    let serve = move |wishes: Wishes| {
        let run = move || {
            if let Err(error) = crate::rpc::run(&pipe) {
                tracing::error!(%error, "Cannot serve the pipe");
            }
            crate::ui::end(&wishes);
        };
        // Not joined: it ends with standard input, or with the process.
        if let Err(error) = std::thread::Builder::new().name("pipe".into()).spawn(run) {
            tracing::error!(%error, "Cannot serve the pipe");
        }
    };
    show(engine, Opening { wishes: Some(Box::new(serve)), ..opening })
}

fn options(data: &Path, mdns: Discovery, listen: Vec<String>) -> Options {
    Options { data: data.to_owned(), listen, mdns, face: Face::Window }
}

fn held_by_another(engine: &EngineHandle) -> bool {
    let answer = engine.call_blocking(Command::Profile(Profile::Get));
    matches!(answer, Err(fault) if fault.code == Code::InUse)
}

/// Whether a window that was just being opened answers; a program that holds the profile never does.
fn answered(data: &Path, call: &Call) -> bool {
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        if door::knock(data, call).is_ok() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    false
}

fn show(engine: EngineHandle, opening: Opening) -> Exit {
    let shown = crate::ui::run(engine.clone(), opening);
    engine.stop();
    match shown {
        Ok(()) => Exit::Done,
        Err(error) => {
            tracing::warn!(cause = ?std::error::Error::source(&error), "No window");
            say(Exit::Unavailable, &error.to_string())
        }
    }
}
