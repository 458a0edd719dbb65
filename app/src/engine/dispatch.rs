//! From a call to the noun that answers it, and what every turn ends with.

use std::sync::Arc;
use std::time::Duration;

use crate::store::Store as _;

use super::command::{Command, Net, View};
use super::context::{ContextId, Inbound};
use super::event::Reply;
use super::fault::Code;
use super::handle::Call;
use super::health::HealthView;
use super::phase::Phase;
use super::profile;
use super::run::Engine;
use super::settings;
use super::snapshot::{NetworkView, Snapshot};
use super::turn::{Asker, Stale, Turn};

impl Engine {
    /// Whether content calls wait: the vault is being opened, or its listeners are still being bound.
    fn unsettled(&self) -> bool {
        match &self.phase {
            Phase::Opening(_) => true,
            Phase::Open(_, home) => home.settling(),
            _ => false,
        }
    }

    pub(super) fn call(&mut self, turn: &mut Turn, call: Call) {
        let Call { command, reply } = call;
        let at_once = matches!(
            command,
            Command::Profile(super::command::Profile::Get)
                | Command::Health
                | Command::Net(Net::Addresses)
                | Command::View(_)
        );
        if self.unsettled() && !at_once {
            return self.defer(turn, command, reply);
        }
        if let Err(fault) = self.phase.allows(&command) {
            return turn.answer(reply, Err(fault));
        }
        if !matches!(command, Command::Health | Command::View(View::Open(_) | View::Older)) {
            self.active_ms = turn.now_ms;
        }
        match command {
            Command::Profile(verb) => self.profile(turn, verb, reply),
            Command::Health => turn.answer(reply, Ok(Reply::Health(Box::new(self.health())))),
            Command::Net(verb) => self.net(turn, verb, reply),
            command => match &mut self.phase {
                Phase::Open(_, home) => home.command(turn, command, reply),
                _ => turn.answer(reply, Ok(Reply::Done {})),
            },
        }
    }

    /// Takes the calls that were put off, in their order.
    pub(super) fn resume(&mut self, turn: &mut Turn) {
        while !self.unsettled() {
            let Some(call) = self.deferred.pop_front() else { return };
            self.call(turn, call);
        }
    }

    fn net(&mut self, turn: &mut Turn, verb: Net, reply: Asker) {
        let outcome = match (&mut self.phase, verb) {
            (Phase::Open(_, home), Net::Addresses) => Ok(Reply::Addresses { addresses: home.contexts.addresses() }),
            (_, Net::Addresses) => Ok(Reply::Addresses { addresses: Vec::new() }),
            (Phase::Open(..), Net::Status) => Ok(Reply::Network(NetworkView::default())),
            _ => Err(Code::Locked.into()),
        };
        turn.answer(reply, outcome);
    }

    fn health(&self) -> HealthView {
        HealthView { uptime_ms: u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX) }
    }

    pub(super) fn inbound(&mut self, _turn: &mut Turn, _context: ContextId, _event: Inbound) {}

    /// What is due by now.
    pub(super) fn due(&mut self, turn: &mut Turn) {
        let settled = match &mut self.phase {
            Phase::Open(_, home) => home.settled(),
            _ => None,
        };
        if let Some(asker) = settled {
            turn.answer(asker, Ok(Reply::Profile(self.profile_view())));
            self.resume(turn);
        }
    }

    /// When something is due next.
    pub(super) fn next_due_ms(&self) -> Option<u64> {
        None
    }

    /// Adds to the turn what must be stored with it.
    pub(super) fn prepare(&mut self, _turn: &mut Turn) {}

    /// Writes the turn, durably.
    pub(super) fn store(&mut self, turn: &mut Turn) -> Result<(), Code> {
        let Phase::Open(_, home) = &mut self.phase else { return Ok(()) };
        if turn.batch.is_empty() {
            return Ok(());
        }
        home.store.write(std::mem::take(&mut turn.batch)).map_err(|error| profile::fault(&error).code)
    }

    /// Hands over to the swarms what may now leave.
    pub(super) fn send(&mut self, _turn: &mut Turn) {}

    /// Draws the snapshot's stale parts anew.
    pub(super) fn draw(&mut self, _stale: Stale) {
        let settings = match &self.phase {
            Phase::Open(_, home) => Some(Arc::new(settings::in_force(&home.settings, home.idle))),
            _ => None,
        };
        self.snapshot = Arc::new(Snapshot { profile: self.profile_view(), settings, ..Snapshot::default() });
    }

    /// Takes everything down in good order.
    pub(super) async fn goodbye(&mut self) {
        let mut turn = Turn { now_ms: self.clock.now_ms(), ..Turn::default() };
        self.lock(&mut turn);
        tokio::time::sleep(Duration::ZERO).await;
    }
}

impl super::home::Home {
    pub(super) fn command(&mut self, turn: &mut Turn, command: Command, reply: Asker) {
        match command {
            Command::Settings(verb) => self.settings(turn, verb, reply),
            _ => turn.answer(reply, Err(Code::MethodNotFound.into())),
        }
    }
}
