//! The engine's thread: waits for something to happen, takes what else happened meanwhile, and ends the turn: one
//! write for everything, then what is sent, told and answered. No timer polls; an idle engine sleeps.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{broadcast, mpsc, watch};

use super::clock::Clock;
use super::closing::Closing;
use super::command::Command;
use super::context::{ContextId, Inbound};
use super::display::Shown;
use super::event::Event;
use super::fault::Code;
use super::handle::{Call, Options, Wake};
use super::phase::Phase;
use super::profile::JobDone;
use super::scan::Studies;
use super::snapshot::Snapshot;
use super::turn::{Asker, Stale, Turn};

/// Inputs taken before a turn is ended, so that one write serves many of them and none waits long.
const INPUTS: usize = 256;
/// Calls put off while the vault is being opened.
const DEFERRED: usize = 1024;
/// Codes that `health.get` shows.
const LAST_ERRORS: usize = 16;
/// How long the swarms may take to say goodbye.
const GOODBYE: Duration = Duration::from_secs(2);

/// The engine's ends of what the faces hold.
pub(crate) struct Faces {
    pub commands: mpsc::Receiver<Call>,
    pub events: broadcast::Sender<Event>,
    pub publish: watch::Sender<Arc<Snapshot>>,
    pub wake: Wake,
    pub stopped: watch::Receiver<bool>,
}

/// Runs the engine until it is stopped or no face is left.
pub(crate) fn thread(options: Options, faces: Faces) {
    let here = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let network =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).thread_name("swarm").enable_all().build();
    let (Ok(here), Ok(network)) = (here, network) else {
        tracing::error!("Cannot start: the operating system gives no runtime");
        return;
    };
    here.block_on(async {
        let mut engine = Engine::new(options, &faces, network.handle().clone());
        let mut inbox = Inbox { faces, jobs: engine.take_jobs(), swarms: Vec::new() };
        engine.run(&mut inbox).await;
        let _ = tokio::time::timeout(GOODBYE, engine.goodbye()).await;
    });
    network.shutdown_timeout(GOODBYE);
}

/// Everything that can wake the engine.
pub(super) enum Input {
    Call(Call),
    Swarm(ContextId, Inbound),
    Job(Box<JobDone>),
    Due,
}

struct Inbox {
    faces: Faces,
    jobs: mpsc::Receiver<JobDone>,
    swarms: Vec<(ContextId, mpsc::Receiver<Inbound>)>,
}

impl Inbox {
    /// The next input; `None` when the engine is to end.
    async fn next(&mut self, deadline: Option<Instant>) -> Option<Input> {
        let Self { faces, jobs, swarms } = self;
        let due = async {
            match deadline {
                Some(at) => tokio::time::sleep_until(at.into()).await,
                None => std::future::pending().await,
            }
        };
        let swarm = std::future::poll_fn(|cx| {
            for (context, receiver) in swarms.iter_mut() {
                if let std::task::Poll::Ready(Some(event)) = receiver.poll_recv(cx) {
                    return std::task::Poll::Ready((*context, event));
                }
            }
            std::task::Poll::Pending
        });
        tokio::select! {
            biased;
            _ = faces.stopped.wait_for(|stopped| *stopped) => None,
            call = faces.commands.recv() => call.map(Input::Call),
            Some(done) = jobs.recv() => Some(Input::Job(Box::new(done))),
            (context, event) = swarm => Some(Input::Swarm(context, event)),
            () = due => Some(Input::Due),
        }
    }

    /// What is there already, each source in its turn so that none starves another.
    fn ready(&mut self, at: usize) -> Option<Input> {
        let sources = self.swarms.len() + 2;
        (0..sources).find_map(|step| match (at + step) % sources {
            0 => self.faces.commands.try_recv().ok().map(Input::Call),
            1 => self.jobs.try_recv().ok().map(|done| Input::Job(Box::new(done))),
            swarm => {
                let (context, receiver) = self.swarms.get_mut(swarm - 2)?;
                receiver.try_recv().ok().map(|event| Input::Swarm(*context, event))
            }
        })
    }
}

/// The engine: where the profile stands, and what every turn needs.
pub struct Engine {
    pub(super) options: Options,
    pub(super) clock: Clock,
    pub(super) phase: Phase,
    pub(super) shown: Shown,
    pub(super) network: tokio::runtime::Handle,
    pub(super) closing: Closing,
    pub(super) jobs: mpsc::Sender<JobDone>,
    jobs_inbox: Option<mpsc::Receiver<JobDone>>,
    pub(super) deferred: VecDeque<Call>,
    pub(super) started: Instant,
    pub(super) last_errors: VecDeque<Code>,
    pub(super) snapshot: Arc<Snapshot>,
    /// When a person last did something, for the idle clock.
    pub(super) active_ms: u64,
    pub(super) studies: Studies,
    /// Whether this desktop has a keyring, as last asked.
    pub(super) keyring_here: bool,
    /// It is being asked.
    pub(super) keyring_sought: bool,
    pub(super) backing_up: bool,
    pub(super) next_backup_ms: u64,
}

impl Engine {
    fn new(options: Options, faces: &Faces, network: tokio::runtime::Handle) -> Self {
        let (jobs, jobs_inbox) = mpsc::channel(16);
        let mut clock = Clock::start();
        let active_ms = clock.now_ms();
        let phase = Phase::claim(&options.data);
        let shown = Shown::read(options.data.clone());
        let mut engine = Self {
            options,
            clock,
            phase,
            shown,
            network,
            closing: Closing::default(),
            jobs,
            jobs_inbox: Some(jobs_inbox),
            deferred: VecDeque::new(),
            started: Instant::now(),
            last_errors: VecDeque::new(),
            snapshot: Arc::default(),
            active_ms,
            studies: Studies::default(),
            keyring_here: false,
            keyring_sought: false,
            backing_up: false,
            next_backup_ms: u64::MAX,
        };
        engine.look_for_keyring();
        engine.draw(Stale::ALL);
        faces.publish.send_replace(Arc::clone(&engine.snapshot));
        engine
    }

    fn take_jobs(&mut self) -> mpsc::Receiver<JobDone> {
        self.jobs_inbox.take().expect("the jobs' queue is taken once, at the start")
    }

    async fn run(&mut self, inbox: &mut Inbox) {
        loop {
            let deadline = self.deadline();
            let Some(first) = inbox.next(deadline).await else { return };
            let mut turn = Turn { now_ms: self.clock.now_ms(), ..Turn::default() };
            self.take(&mut turn, first);
            for at in 0..INPUTS {
                let Some(input) = inbox.ready(at) else { break };
                self.take(&mut turn, input);
            }
            self.due(&mut turn);
            self.end(turn, inbox);
        }
    }

    fn deadline(&mut self) -> Option<Instant> {
        let now_ms = self.clock.now_ms();
        let at_ms = self.next_due_ms()?;
        Some(Instant::now() + Duration::from_millis(at_ms.saturating_sub(now_ms)))
    }

    fn take(&mut self, turn: &mut Turn, input: Input) {
        match input {
            Input::Call(call) => self.call(turn, call),
            Input::Swarm(context, event) => self.inbound(turn, context, event),
            Input::Job(done) => self.job_done(turn, *done),
            Input::Due => {}
        }
    }

    fn remember(&mut self, code: Code) {
        if self.last_errors.len() >= LAST_ERRORS {
            self.last_errors.pop_front();
        }
        self.last_errors.push_back(code);
    }

    /// Puts a call off until the vault is open or refused.
    pub(super) fn defer(&mut self, turn: &mut Turn, command: Command, reply: Asker) {
        if self.deferred.len() >= DEFERRED {
            turn.answer(reply, Err(Code::Busy.into()));
        } else {
            self.deferred.push_back(Call { command, reply });
        }
    }

    /// Ends a turn: stores, then sends, then tells and answers.
    fn end(&mut self, mut turn: Turn, inbox: &mut Inbox) {
        self.prepare(&mut turn);
        inbox.swarms.append(&mut turn.started);
        if let Err(code) = self.store() {
            tracing::error!(code = code.as_str(), "Failed to store a turn; the profile is locked");
            self.remember(code);
            for (_, outcome) in &mut turn.answers {
                *outcome = Err(code.into());
            }
            turn.outgoing.clear();
            turn.events.clear();
            self.lock(&mut turn);
        }
        self.send(&mut turn);
        inbox.swarms.retain(|(_, receiver)| !receiver.is_closed() || !receiver.is_empty());
        if turn.stale.any() {
            self.draw(turn.stale);
            inbox.faces.publish.send_replace(Arc::clone(&self.snapshot));
        }
        let news = turn.stale.any() || !turn.events.is_empty() || !turn.answers.is_empty();
        for event in turn.events {
            // Refused where no face listens.
            let _ = inbox.faces.events.send(event);
        }
        for (asker, outcome) in turn.answers {
            if let Err(fault) = &outcome {
                self.remember(fault.code);
            }
            let _ = asker.send(outcome);
        }
        if news {
            inbox.faces.wake.wake();
        }
    }
}
