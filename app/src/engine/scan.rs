//! `scan.*`: a doctor's question about a scan, as research. Decoding and models run on a thread of their own, one scan at
//! a time; the engine's loop only passes questions and answers. Nothing of a scan is kept.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use ml::job::Watch;
use ml::pack::{self, Shelf};
use ml::scan::report::Report;
use ml::scan::{Explained, Question, Study, read};
use tokio::sync::mpsc;

use super::command::{Role, Scan as Verb};
use super::event::Reply;
use super::fault::{Code, Fault};
use super::phase::Phase;
use super::profile::JobDone;
use super::run::Engine;
use super::turn::{Asker, Turn};

/// Scans that may wait for the one before them.
const WAITING: usize = 64;
/// How long one scan may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// One question.
struct Ask {
    path: PathBuf,
    question: Question,
    asker: Asker,
    round: u64,
}

/// Which questions still count, and what the one that is looked at is watched through.
#[derive(Default)]
struct Line {
    /// Grows when all questions asked so far are called off.
    round: u64,
    watch: Watch,
}

impl Line {
    /// The watch for a question of that round: stopped already where it was called off while it waited.
    fn enter(&mut self, round: u64) -> Watch {
        self.watch = Watch::until(Instant::now() + PATIENCE);
        if round != self.round {
            self.watch.cancel();
        }
        self.watch.clone()
    }

    fn call_off(&mut self) {
        self.round = self.round.wrapping_add(1);
        self.watch.cancel();
    }
}

fn held(line: &Mutex<Line>) -> MutexGuard<'_, Line> {
    line.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The thread that looks at scans, started with the first one.
#[derive(Default)]
pub struct Studies {
    queue: Option<SyncSender<Ask>>,
    thread: Option<JoinHandle<()>>,
    line: Arc<Mutex<Line>>,
}

impl Studies {
    /// Hands a question over; gives the asker back with the reason where that cannot be done.
    fn ask(&mut self, data: &Path, done: &mpsc::Sender<JobDone>, ask: Ask) -> Result<(), (Asker, Fault)> {
        if self.queue.is_none()
            && let Err(error) = self.start(data, done)
        {
            tracing::error!(%error, "Cannot start a thread");
            return Err((ask.asker, Code::Busy.into()));
        }
        let refused = match &self.queue {
            Some(queue) => queue.try_send(ask),
            None => Err(TrySendError::Disconnected(ask)),
        };
        refused.map_err(|refused| match refused {
            TrySendError::Full(ask) => (ask.asker, Code::Busy.into()),
            TrySendError::Disconnected(ask) => {
                // It ended by a fault; the next question starts another.
                self.queue = None;
                (ask.asker, Code::Internal.into())
            }
        })
    }

    fn start(&mut self, data: &Path, done: &mpsc::Sender<JobDone>) -> std::io::Result<()> {
        let (queue, asks) = sync_channel(WAITING);
        let desk = Desk { shelf: Shelf::at(data), study: None, line: Arc::clone(&self.line) };
        let done = done.clone();
        let thread = std::thread::Builder::new().name("scan".into()).spawn(move || desk.serve(&asks, &done))?;
        (self.queue, self.thread) = (Some(queue), Some(thread));
        Ok(())
    }

    fn round(&self) -> u64 {
        held(&self.line).round
    }

    /// Stops the scan that is being looked at, and calls off those that wait.
    pub fn cancel(&self) {
        held(&self.line).call_off();
    }
}

impl Drop for Studies {
    fn drop(&mut self) {
        self.queue = None;
        self.cancel();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What the thread holds.
struct Desk {
    shelf: Shelf,
    study: Option<Study>,
    line: Arc<Mutex<Line>>,
}

impl Desk {
    fn serve(mut self, asks: &Receiver<Ask>, done: &mpsc::Sender<JobDone>) {
        while let Ok(Ask { path, question, asker, round }) = asks.recv() {
            let watch = held(&self.line).enter(round);
            let found = self.look(&path, question, &watch);
            if done.blocking_send(JobDone::Inspected { asker, found }).is_err() {
                // The engine has ended.
                return;
            }
        }
    }

    fn look(&mut self, path: &Path, question: Question, watch: &Watch) -> Result<Box<Report>, Fault> {
        watch.step().map_err(|stopped| fault(&stopped))?;
        // Verified anew each time: another version may be in use, or a file may have been altered.
        let pack = self.shelf.in_use(pack::LUNG).map_err(|refusal| fault(&refusal.into()))?;
        let study = match self.study.take().filter(|study| study.pack().sha256() == pack.sha256()) {
            Some(study) => study,
            None => Study::new(pack),
        };
        let decoded = read::file(path).and_then(|bytes| ml::scan::decode(&bytes));
        let found = study.inspect(decoded, question, Explained::No, watch);
        let report = found.map(|finding| Box::new(finding.report(&path.to_string_lossy(), study.pack())));
        self.study = Some(study);
        report.map_err(|error| fault(&error))
    }
}

/// What a refusal of the study means to a face.
fn fault(error: &ml::Error) -> Fault {
    match error {
        ml::Error::Pack(_) | ml::Error::Model(_) => {
            tracing::error!(%error, "the pack of the lung model cannot be used");
            Fault::because(Code::NoModel, "the lung model's pack cannot be used; `hearth pack verify` tells why")
        }
        ml::Error::Late => Fault::because(Code::Busy, "the scan took longer than a minute"),
        ml::Error::Cancelled => Code::Locked.into(),
        ml::Error::Work(_) => Code::Internal.into(),
    }
}

impl Engine {
    /// `scan.*`
    pub(super) fn scan(&mut self, turn: &mut Turn, verb: Verb, asker: Asker) {
        let Phase::Open(_, home) = &self.phase else { return turn.answer(asker, Err(Code::Locked.into())) };
        if home.me.role() != Role::Doctor {
            let refusal = Fault::because(Code::NotAllowed, "scans are for the role doctor");
            return turn.answer(asker, Err(refusal));
        }
        let Verb::Inspect { path, patch } = verb;
        let question = if patch { Question::Patch } else { Question::Slice };
        let ask = Ask { path, question, asker, round: self.studies.round() };
        if let Err((asker, fault)) = self.studies.ask(&self.options.data, &self.jobs, ask) {
            turn.answer(asker, Err(fault));
        }
    }

    /// Gives the answer, unless the profile was locked or hidden meanwhile.
    pub(super) fn inspected(&self, turn: &mut Turn, asker: Asker, found: Result<Box<Report>, Fault>) {
        let shown = matches!(&self.phase, Phase::Open(_, home) if !home.hidden);
        turn.answer(asker, if shown { found.map(Reply::Scan) } else { Err(Code::Locked.into()) });
    }
}

#[cfg(test)]
#[path = "scan_tests.rs"]
mod tests;
