//! From a call to the noun that answers it, and what every turn ends with.

use net::room::Input;
use net::room::admission::{GuestInput, HostInput, InviterInput};

use super::command::{Command, Net, View};
use super::context::{ContextId, Inbound};
use super::event::Reply;
use super::fault::Code;
use super::handle::Call;
use super::home::Home;
use super::phase::Phase;
use super::run::Engine;
use super::settings;
use super::turn::{Asker, Turn};

impl Engine {
    /// Whether content calls wait: the vault is being opened, or its listeners are still being bound.
    fn unsettled(&self) -> bool {
        match &self.phase {
            Phase::Opening(_) => true,
            Phase::Open(_, home) => home.settling(),
            _ => false,
        }
    }

    /// Whether a room's own listeners are still being bound: an invite made now would lead nowhere.
    fn binding(&self, now_ms: u64) -> bool {
        matches!(&self.phase, Phase::Open(_, home) if home.binding(now_ms))
    }

    pub(super) fn call(&mut self, turn: &mut Turn, call: Call) {
        let Call { command, reply } = call;
        let at_once = matches!(
            command,
            Command::Profile(super::command::Profile::Get)
                | Command::Health
                | Command::Net(Net::Addresses)
                | Command::View(_)
                | Command::Display(_)
        );
        if matches!(command, Command::View(View::Claim)) {
            let outcome = self.claim(turn);
            return turn.answer(reply, outcome);
        }
        let invites = matches!(command, Command::Room(super::command::Room::Invite { .. }));
        if (self.unsettled() && !at_once) || (invites && self.binding(turn.now_ms)) {
            return self.defer(turn, command, reply);
        }
        if let Err(fault) = self.phase.allows(&command) {
            return turn.answer(reply, Err(fault));
        }
        let looks = matches!(
            command,
            Command::Health
                | Command::Display(_)
                | Command::View(View::Open(_) | View::Older | View::Newer | View::Focus(_) | View::Keyring)
        );
        if !looks {
            self.active_ms = turn.now_ms;
        }
        match command {
            Command::Profile(verb) => self.profile(turn, verb, reply),
            Command::Health => turn.answer(reply, Ok(Reply::Health(Box::new(self.health())))),
            Command::Net(verb) => self.net(turn, verb, reply),
            Command::Settings(verb) => self.settings(turn, verb, reply),
            Command::Display(patch) => self.display(turn, &patch, reply),
            Command::Scan(verb) => self.scan(turn, verb, reply),
            Command::Invite { path } => self.read_invite(turn, path, reply),
            Command::View(view) => {
                self.look(turn, &view);
                turn.answer(reply, Ok(Reply::Done {}));
            }
            command => match &mut self.phase {
                Phase::Open(_, home) => home.command(turn, command, reply),
                _ => turn.answer(reply, Ok(Reply::Done {})),
            },
        }
    }

    /// Takes the calls that were put off, in their order; some are put off once more.
    pub(super) fn resume(&mut self, turn: &mut Turn) {
        for _ in 0..self.deferred.len() {
            if self.unsettled() {
                return;
            }
            let Some(call) = self.deferred.pop_front() else { return };
            self.call(turn, call);
        }
    }

    fn net(&mut self, turn: &mut Turn, verb: Net, reply: Asker) {
        let outcome = match (&mut self.phase, verb) {
            (Phase::Open(_, home), Net::Addresses) => Ok(Reply::Addresses { addresses: home.contexts.addresses() }),
            (_, Net::Addresses) => Ok(Reply::Addresses { addresses: Vec::new() }),
            (Phase::Open(_, home), Net::Status) => Ok(Reply::Network(home.network_view())),
            (Phase::Open(_, home), Net::Dial { address }) => home.dial(&address),
            _ => Err(Code::Locked.into()),
        };
        turn.answer(reply, outcome);
    }

    pub(super) fn inbound(&mut self, turn: &mut Turn, context: ContextId, event: Inbound) {
        if let Phase::Open(_, home) = &mut self.phase {
            home.inbound(turn, context, event);
        }
    }

    /// What is due by now.
    pub(super) fn due(&mut self, turn: &mut Turn) {
        let leapt = self.clock.leapt();
        let settled = match &mut self.phase {
            Phase::Open(_, home) => {
                home.due(turn, leapt);
                home.settled(turn.now_ms)
            }
            _ => return,
        };
        if let Some(asker) = settled {
            turn.answer(asker, Ok(Reply::Profile(self.profile_view())));
        }
        if !self.deferred.is_empty() && !self.binding(turn.now_ms) {
            self.resume(turn);
        }
        self.back_up(turn);
        self.idle(turn);
    }

    /// Hides or locks when nobody was there for long enough.
    fn idle(&mut self, turn: &mut Turn) {
        let Phase::Open(_, home) = &self.phase else { return };
        let settings = settings::in_force(&home.settings, &self.shown.now, home.face);
        let away_ms = turn.now_ms.saturating_sub(self.active_ms);
        if settings.lock_after_ms != 0 && away_ms >= settings.lock_after_ms {
            self.lock(turn);
        } else if settings.hide_after_ms != 0 && away_ms >= settings.hide_after_ms && !home.hidden {
            let _ = self.hide(turn);
        }
    }

    /// When something is due next.
    pub(super) fn next_due_ms(&self) -> Option<u64> {
        let Phase::Open(_, home) = &self.phase else { return None };
        let settings = settings::in_force(&home.settings, &self.shown.now, home.face);
        let idle = |after_ms: u64| (after_ms != 0).then(|| self.active_ms + after_ms);
        let hide = idle(settings.hide_after_ms).filter(|_| !home.hidden);
        let backup = (!self.backing_up && home.shelf.unsaved()).then_some(self.next_backup_ms);
        let bound = (!self.deferred.is_empty()).then(|| home.bound_by_ms());
        [home.next_due_ms(), bound, hide, idle(settings.lock_after_ms), backup].into_iter().flatten().min()
    }

    /// Brings doors up to date and adds to the turn what must be stored with it.
    pub(super) fn prepare(&mut self, turn: &mut Turn) {
        if let Phase::Open(_, home) = &mut self.phase {
            home.refresh_doors(turn);
            home.keep_rooms();
            if home.shelf.changed() {
                home.remember_time(turn.now_ms);
            }
            if std::mem::take(&mut home.corroborated) {
                self.clock.confirm();
            }
        }
    }

    /// Writes the turn, durably.
    pub(super) fn store(&mut self) -> Result<(), Code> {
        match &mut self.phase {
            Phase::Open(_, home) => home.shelf.commit(),
            _ => Ok(()),
        }
    }

    /// Hands over to the swarms what may now leave.
    pub(super) fn send(&mut self, turn: &mut Turn) {
        if let Phase::Open(_, home) = &mut self.phase {
            home.contexts.send(turn);
            for context in turn.ending.drain(..) {
                home.contexts.end(context);
            }
        }
    }

    /// Takes everything down in good order.
    pub(super) async fn goodbye(&mut self) {
        let mut turn = Turn { now_ms: self.clock.now_ms(), ..Turn::default() };
        let Phase::Open(_, home) = &mut self.phase else { return };
        home.prepare_end();
        let mut contexts = home.take_contexts();
        self.lock(&mut turn);
        contexts.stop().await;
    }
}

impl Home {
    fn command(&mut self, turn: &mut Turn, command: Command, reply: Asker) {
        match command {
            Command::Contact(verb) => self.contact(turn, verb, reply),
            Command::Room(verb) => self.rooms(turn, verb, reply),
            Command::Message(verb) => self.message(turn, verb, reply),
            Command::Typing { room, on } => {
                let outcome = self.set_typing(turn, room, on);
                turn.answer(reply, outcome);
            }
            Command::Profile(_)
            | Command::Settings(_)
            | Command::Display(_)
            | Command::Net(_)
            | Command::Health
            | Command::Scan(_)
            | Command::View(_)
            | Command::Invite { .. } => {
                turn.answer(reply, Err(Code::Internal.into()));
            }
        }
    }

    /// What is due by now.
    fn due(&mut self, turn: &mut Turn, leapt: bool) {
        if leapt {
            self.doubt(turn);
        }
        self.contexts.due(turn.now_ms);
        let now_ms = turn.now_ms;
        let due = |at: Option<u64>| at.is_some_and(|at| at <= now_ms);
        let ticking = self.rooms.values().filter(|room| {
            due(room.machine.as_ref().and_then(net::room::Room::next_timeout))
                || due(room.host.as_ref().and_then(net::room::admission::Host::next_timeout))
                || due(room.guest.as_ref().and_then(net::room::admission::Guest::next_timeout))
        });
        for room in ticking.map(|room| room.kept.room).collect::<Vec<_>>() {
            self.drive(turn, room, Input::Tick);
            self.host(turn, room, HostInput::Tick);
            self.guest(turn, room, GuestInput::Tick);
            self.stale_doors = true;
        }
        if due(self.inviter.as_ref().and_then(net::room::admission::Inviter::next_timeout)) {
            self.inviter(turn, InviterInput::Tick);
            self.stale_doors = true;
        }
        self.end_waits(turn);
        self.erase_due(turn);
        self.search_on(turn);
    }

    /// When something is due next.
    fn next_due_ms(&self) -> Option<u64> {
        let rooms = self.rooms.values().flat_map(|room| {
            [
                room.machine.as_ref().and_then(net::room::Room::next_timeout),
                room.host.as_ref().and_then(net::room::admission::Host::next_timeout),
                room.guest.as_ref().and_then(net::room::admission::Guest::next_timeout),
            ]
        });
        let own = [
            self.contexts.next_due_ms(),
            self.inviter.as_ref().and_then(net::room::admission::Inviter::next_timeout),
            self.next_wait_ms(),
            self.next_erasure_ms(),
            self.settle_by_ms(),
            self.searching().then_some(0),
        ];
        rooms.chain(own).flatten().min()
    }
}
