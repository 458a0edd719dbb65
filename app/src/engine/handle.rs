//! What a face holds of the engine: a bounded queue in, answers, events and snapshots out. None of it blocks a frame.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::thread::JoinHandle;

use tokio::sync::{broadcast, mpsc, oneshot, watch};

use super::command::{Command, Outcome};
use super::event::Event;
use super::fault::Code;
use super::run;
use super::snapshot::Snapshot;

/// Commands that may wait for the engine; past it a face is told that the engine is busy.
const COMMANDS: usize = 1024;
/// Events a slow face may fall behind by before it is told how many it missed.
const EVENTS: usize = 16 * 1024;

/// How the engine is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// The profile's folder.
    pub data: PathBuf,
    /// Multiaddrs of the account's swarm; empty binds QUIC and TCP on all interfaces, port 0.
    pub listen: Vec<String>,
    /// Whether people on the same network are looked for.
    pub mdns: Discovery,
    /// What drives the engine.
    pub face: Face,
}

/// Whether people on the same local network are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discovery {
    /// By mDNS, for the account's swarm only.
    Lan,
    /// Not at all.
    Off,
}

/// What drives the engine: it decides what holds where the person never chose, and what is worth drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// A window: content hides by itself after a while, and snapshots are drawn.
    Window,
    /// A program: never idles out, and asks for what it wants to see.
    Program,
}

/// A command and where its answer goes.
#[derive(Debug)]
pub(crate) struct Call {
    pub command: Command,
    pub reply: oneshot::Sender<Outcome>,
}

/// The engine's queue is full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Cannot take more commands just now")]
pub struct Busy;

type Waker = Box<dyn Fn() + Send + Sync>;

/// The window's wake-up call, shared between the handle and the engine.
#[derive(Clone, Default)]
pub(crate) struct Wake(Arc<Mutex<Option<Waker>>>);

impl Wake {
    /// Tells the window that there is something new.
    pub fn wake(&self) {
        if let Some(waker) = self.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            waker();
        }
    }
}

/// A face's hold on the engine; clones share it. The engine stops when the last one is dropped or at [`Self::stop`].
#[derive(Clone)]
pub struct EngineHandle {
    commands: mpsc::Sender<Call>,
    events: broadcast::Sender<Event>,
    snapshot: watch::Receiver<Arc<Snapshot>>,
    wake: Wake,
    stop: watch::Sender<bool>,
    thread: Arc<Mutex<Option<JoinHandle<()>>>>,
}

impl EngineHandle {
    /// Starts the engine's thread.
    ///
    /// # Errors
    /// Where the operating system gives no thread.
    pub fn start(options: Options) -> std::io::Result<Self> {
        let (commands, inbox) = mpsc::channel(COMMANDS);
        let (events, _) = broadcast::channel(EVENTS);
        let (publish, snapshot) = watch::channel(Arc::new(Snapshot::default()));
        let (stop, stopped) = watch::channel(false);
        let wake = Wake::default();
        let faces = run::Faces { commands: inbox, events: events.clone(), publish, wake: wake.clone(), stopped };
        let thread = std::thread::Builder::new().name("engine".into()).spawn(move || run::thread(options, faces))?;
        Ok(Self { commands, events, snapshot, wake, stop, thread: Arc::new(Mutex::new(Some(thread))) })
    }

    /// Hands a command over without waiting.
    ///
    /// # Errors
    /// [`Busy`] where the queue is full; an engine that has ended answers `internal` through the ticket.
    pub fn try_send(&self, command: Command) -> Result<Ticket, Busy> {
        let (reply, ticket) = oneshot::channel();
        match self.commands.try_send(Call { command, reply }) {
            Err(mpsc::error::TrySendError::Full(_)) => Err(Busy),
            Ok(()) | Err(mpsc::error::TrySendError::Closed(_)) => Ok(Ticket(ticket)),
        }
    }

    /// Hands a command over, waiting in a thread of one's own while the queue is full.
    #[must_use]
    pub fn send_blocking(&self, command: Command) -> Ticket {
        let (reply, ticket) = oneshot::channel();
        // An engine that has ended drops the call, and the ticket says so.
        let _ = self.commands.blocking_send(Call { command, reply });
        Ticket(ticket)
    }

    /// Asks and waits for the answer.
    ///
    /// # Errors
    /// The engine's own refusal.
    pub async fn call(&self, command: Command) -> Outcome {
        let (reply, ticket) = oneshot::channel();
        let _ = self.commands.send(Call { command, reply }).await;
        Ticket(ticket).await
    }

    /// Asks and waits, for threads without a runtime.
    ///
    /// # Errors
    /// The engine's own refusal.
    pub fn call_blocking(&self, command: Command) -> Outcome {
        self.send_blocking(command).wait()
    }

    /// One-off events from now on.
    #[must_use]
    pub fn events(&self) -> broadcast::Receiver<Event> {
        self.events.subscribe()
    }

    /// The newest snapshot, and when it changes.
    #[must_use]
    pub fn snapshot(&self) -> watch::Receiver<Arc<Snapshot>> {
        self.snapshot.clone()
    }

    /// What to call when there is an answer, an event or a new snapshot; it must not block.
    pub fn set_waker(&self, waker: impl Fn() + Send + Sync + 'static) {
        *self.wake.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(waker));
    }

    /// Writes what is owed, closes every link and waits for the thread to end.
    pub fn stop(&self) {
        self.stop.send_replace(true);
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread
            && thread.join().is_err()
        {
            tracing::error!("the engine's thread ended by a fault");
        }
    }
}

/// The claim on an answer.
#[derive(Debug)]
pub struct Ticket(oneshot::Receiver<Outcome>);

impl Ticket {
    /// The answer where it is there already; it is given once.
    pub fn try_take(&mut self) -> Option<Outcome> {
        match self.0.try_recv() {
            Ok(outcome) => Some(outcome),
            Err(oneshot::error::TryRecvError::Empty) => None,
            Err(oneshot::error::TryRecvError::Closed) => Some(Err(Code::Internal.into())),
        }
    }

    /// Waits in a thread without a runtime.
    ///
    /// # Errors
    /// The engine's own refusal.
    pub fn wait(self) -> Outcome {
        self.0.blocking_recv().unwrap_or_else(|_| Err(Code::Internal.into()))
    }
}

impl Future for Ticket {
    type Output = Outcome;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Outcome> {
        Pin::new(&mut self.0).poll(cx).map(|answer| answer.unwrap_or_else(|_| Err(Code::Internal.into())))
    }
}
