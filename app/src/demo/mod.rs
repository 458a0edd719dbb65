//! `hearth demo`: two people on this machine, each in a process and a window of their own, who have just met and talk
//! over loopback. Nobody has to make a profile to try Hearth.
//!
//! In reading order: `folder` is where both live and how it ends, `actor` one of the processes, `story` what happens
//! before the windows are the person's own. Absent on purpose: any shortcut between the two. Whatever one shows of the
//! other came over a link, encrypted.

mod actor;
mod folder;
mod story;

use std::io::{self, Write as _};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use clap::Args;
use serde_json::{Map, Value};

use crate::cli::Exit;
use actor::{Actor, Side};
use folder::Folder;

/// News that may wait; a window that says more than this waits until it is heard.
const NEWS: usize = 1024;

/// How both windows look; whatever is not given is as on a first start.
#[derive(Debug, Default, Args)]
pub struct Looks {
    /// The language of both windows, such as `ar`.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// `light` or `dark`.
    #[arg(long)]
    theme: Option<String>,
    /// The size of text, in per cent.
    #[arg(long, value_name = "PERCENT")]
    text_percent: Option<u16>,
}

impl Looks {
    /// As settings to choose.
    fn settings(&self) -> Map<String, Value> {
        let fields = [
            ("language", self.language.clone().map(Value::from)),
            ("theme", self.theme.clone().map(Value::from)),
            ("text_percent", self.text_percent.map(Value::from)),
        ];
        fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
    }
}

/// A demonstration cannot begin or go on.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No folder, no process or no pipe.
    #[error("Cannot begin the demonstration")]
    Io(#[from] io::Error),
    /// A window closed before the two had met, or by a fault.
    #[error("The demonstration ended: one of its windows closed by a fault")]
    Broken,
    /// No display to show windows on.
    #[error("Cannot open the two windows: is there a display?")]
    Display,
    /// An engine said no to what it should have done.
    #[error("The demonstration failed: {method} was refused ({code})")]
    Refused {
        /// What was asked.
        method: String,
        /// The engine's code.
        code: String,
    },
    /// It took too long.
    #[error("The demonstration took too long to begin: this machine may be busy")]
    Late,
    /// Somebody asked for the end.
    #[error("The demonstration was ended")]
    Stopped,
}

/// What the demonstration hears.
enum News {
    /// A line of one of the two.
    Line(Side, Value),
    /// One of the two has ended.
    Over(Side),
    /// Ctrl+C, or the session ends.
    Stop,
}

/// Runs it until both windows are closed.
#[must_use]
pub fn run(looks: &Looks) -> Exit {
    folder::sweep();
    let shown = show(looks);
    match shown {
        Ok(()) | Err(Error::Stopped) => Exit::Done,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            match error {
                Error::Refused { code, .. } if code == "invalid_params" => Exit::Usage,
                Error::Display | Error::Late | Error::Io(_) => Exit::Unavailable,
                _ => Exit::Bug,
            }
        }
    }
}

fn show(looks: &Looks) -> Result<(), Error> {
    let folder = Folder::make()?;
    let (tell, news) = sync_channel(NEWS);
    watch_signals(tell.clone())?;
    let _ = writeln!(io::stderr(), "This is a demonstration: nothing here is kept. Close both windows to end it.");
    // The actors end before the folder goes: they are declared after it.
    let patient = Actor::start(Side::Patient, &folder, tell.clone())?;
    let doctor = Actor::start(Side::Doctor, &folder, tell)?;
    let mut stage = Stage { patient, doctor, news, aside: Vec::new(), closed: Vec::new() };
    let told = story::tell(&mut stage, looks.settings()).and_then(|()| {
        let _ = writeln!(io::stderr(), "The two have met. Now it is your turn.");
        stage.until_closed()
    });
    stage.end();
    told
}

/// Ctrl+C, a session's end and a polite kill all end the demonstration in order.
fn watch_signals(tell: SyncSender<News>) -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    let run = move || {
        runtime.block_on(async {
            let kinds = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()];
            let [Ok(mut interrupt), Ok(mut terminate), Ok(mut hangup)] = kinds.map(signal) else { return };
            loop {
                tokio::select! {
                    _ = interrupt.recv() => {}
                    _ = terminate.recv() => {}
                    _ = hangup.recv() => {}
                }
                if tell.send(News::Stop).is_err() {
                    return;
                }
            }
        });
    };
    // Not joined: it waits for what may never come, and ends with the process.
    std::thread::Builder::new().name("signals".into()).spawn(run)?;
    Ok(())
}

/// Both of them, and what they said.
struct Stage {
    patient: Actor,
    doctor: Actor,
    news: Receiver<News>,
    /// Lines heard while something else was waited for.
    aside: Vec<(Side, Value)>,
    closed: Vec<Side>,
}

impl Stage {
    fn actor(&mut self, side: Side) -> &mut Actor {
        match side {
            Side::Patient => &mut self.patient,
            Side::Doctor => &mut self.doctor,
        }
    }

    /// The next line of either; an end of the demonstration is an error.
    fn listen(&mut self, wait: Duration) -> Result<Option<(Side, Value)>, Error> {
        use std::sync::mpsc::RecvTimeoutError;
        match self.news.recv_timeout(wait) {
            Ok(News::Line(side, line)) => Ok(Some((side, line))),
            Ok(News::Stop) | Err(RecvTimeoutError::Disconnected) => Err(Error::Stopped),
            Ok(News::Over(side)) => {
                let ended = self.actor(side).ended();
                match ended {
                    Some(code) if code == Exit::Done as i32 => {
                        self.closed.push(side);
                        Ok(None)
                    }
                    Some(code) if code == Exit::Unavailable as i32 => Err(Error::Display),
                    _ => Err(Error::Broken),
                }
            }
            Err(RecvTimeoutError::Timeout) => Ok(None),
        }
    }

    /// The windows are the person's own; a locked one opens again by itself, since nobody was told its passphrase.
    fn until_closed(&mut self) -> Result<(), Error> {
        const PAUSE: Duration = Duration::from_secs(4);
        self.aside.clear();
        let mut locked: Vec<Side> = Vec::new();
        while self.closed.len() < 2 {
            // Nothing is due while nobody is locked out; the wait ends with the next line.
            let wait = if locked.is_empty() { Duration::from_secs(3600) } else { PAUSE };
            match self.listen(wait)? {
                Some((side, line)) => {
                    let state = line.pointer("/params/state").and_then(Value::as_str);
                    let ours = line.pointer("/params/type").and_then(Value::as_str) == Some("profile.state");
                    if ours && matches!(state, Some("locked" | "hidden")) && !locked.contains(&side) {
                        locked.push(side);
                    }
                }
                None => {
                    for side in std::mem::take(&mut locked) {
                        if !self.closed.contains(&side) {
                            self.actor(side).unlock()?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn end(&mut self) {
        self.patient.end();
        self.doctor.end();
    }
}
