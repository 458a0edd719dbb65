//! A staged engine: it answers as told, remembers what it was asked, and holds a scene that tests and pictures share.
//!
//! The cast is Marta (the person at this window), Dr. Anneke Visser, Salim and Kavita.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use crypto::id::{ContactId, EntryId, MemberId, RoomId};
use net::room::charter::{CharterRequest, NodeKnown, Rank, RetentionName};

use super::port::{Busy, Port, Ticket, Waker};
use crate::engine::command::{Command, Outcome, Role};
use crate::engine::display::{Contrast, Motion, Theme};
use crate::engine::event::{Event, Reply};
use crate::engine::snapshot::{
    Charter, ContactView, Delivery, KnockView, LastMessage, MemberView, MessageView, NetworkView, OpenRoom,
    ProfileState, ProfileView, RoomState, RoomView, SettingsView, Snapshot,
};

/// 18 November 2025, 10:20 UTC: a Tuesday.
pub const NOW_MS: u64 = 1_763_461_200_000;

/// Decides what a command is answered with, and may change the scene.
pub type Script = Box<dyn FnMut(&Command, &mut Snapshot) -> Outcome>;

/// What the stage remembers.
#[derive(Default)]
pub struct Scene {
    /// What there is to see.
    pub snapshot: Snapshot,
    /// Commands as their `Debug` shows them, which hides what people wrote.
    pub asked: Vec<String>,
    /// Events not fetched yet.
    pub events: VecDeque<Event>,
    answers: VecDeque<(Ticket, Outcome)>,
    script: Option<Script>,
    /// Whether the queue is to be full.
    pub busy: bool,
}

/// A port onto a shared scene.
#[derive(Clone, Default)]
pub struct Stage(Rc<RefCell<Scene>>);

impl Stage {
    /// A stage that shows `snapshot` and answers everything with `Done`.
    #[must_use]
    pub fn new(snapshot: Snapshot) -> Self {
        Self(Rc::new(RefCell::new(Scene { snapshot, ..Scene::default() })))
    }

    /// Answers from now on as `script` says.
    pub fn script(&self, script: impl FnMut(&Command, &mut Snapshot) -> Outcome + 'static) {
        self.0.borrow_mut().script = Some(Box::new(script));
    }

    /// The scene itself.
    pub fn scene(&self) -> std::cell::RefMut<'_, Scene> {
        self.0.borrow_mut()
    }
}

impl Port for Stage {
    fn send(&mut self, command: Command) -> Result<Ticket, Busy> {
        let scene = &mut *self.0.borrow_mut();
        if scene.busy {
            return Err(Busy);
        }
        scene.asked.push(format!("{command:?}"));
        let ticket = Ticket(scene.asked.len() as u64);
        let outcome = match &mut scene.script {
            Some(script) => script(&command, &mut scene.snapshot),
            None => Ok(Reply::Done {}),
        };
        scene.answers.push_back((ticket, outcome));
        Ok(ticket)
    }

    fn snapshot(&mut self) -> Arc<Snapshot> {
        Arc::new(self.0.borrow().snapshot.clone())
    }

    fn next_event(&mut self) -> Option<Event> {
        self.0.borrow_mut().events.pop_front()
    }

    fn next_answer(&mut self) -> Option<(Ticket, Outcome)> {
        self.0.borrow_mut().answers.pop_front()
    }

    fn set_waker(&mut self, _waker: Waker) {}
}

/// The room of the scene.
#[must_use]
pub const fn room_id(number: u8) -> RoomId {
    RoomId([number; 16])
}

/// A member of the scene.
#[must_use]
pub const fn member_id(number: u8) -> MemberId {
    MemberId([number; 16])
}

/// A message of the scene.
#[must_use]
pub const fn message_id(number: u8) -> EntryId {
    EntryId([number; 16])
}

/// A charter of a kind, with every field filled in.
#[must_use]
pub fn charter(retention: RetentionName) -> Charter {
    let days = (retention == RetentionName::Timed).then_some(30);
    let asked = CharterRequest { days, ..CharterRequest::new(retention) };
    asked.resolve(NodeKnown::No).expect("the defaults hold for every kind")
}

/// Nobody has made a profile yet.
#[must_use]
pub fn empty() -> Snapshot {
    Snapshot::default()
}

/// A profile in a state, and nothing else.
#[must_use]
pub fn profile(state: ProfileState) -> Snapshot {
    let open = state == ProfileState::Open;
    let name = open.then(|| "Marta Oliveira".into());
    let profile = ProfileView { state, name, role: open.then_some(Role::Patient), ..ProfileView::default() };
    let settings = open.then(|| {
        Arc::new(SettingsView {
            hide_after_ms: 300_000,
            lock_after_ms: 0,
            language: "en".into(),
            theme: Theme::System,
            contrast: Contrast::System,
            text_percent: 100,
            motion: Motion::System,
            simple: false,
            notifications: true,
            typing: true,
            offer_help: true,
        })
    });
    let network = NetworkView { listeners: 2, links: 2, ..NetworkView::default() };
    Snapshot { profile, settings, network, ..Snapshot::default() }
}

fn member(number: u8, name: &str, role: Role, rank: Rank, online: bool) -> MemberView {
    MemberView {
        member: member_id(number),
        name: name.into(),
        role,
        rank,
        joined_at: Some(NOW_MS - 6 * 86_400_000),
        online,
        verified: number == 2,
        certified: false,
        me: number == 1,
    }
}

/// Everyone in the circle.
#[must_use]
pub fn members() -> Arc<[MemberView]> {
    Arc::new([
        member(1, "Marta Oliveira", Role::Patient, Rank::Owner, true),
        member(2, "Anneke Visser", Role::Doctor, Rank::Moderator, true),
        member(3, "سليم الحداد", Role::Patient, Rank::Member, true),
        member(4, "Kavita Rao", Role::Patient, Rank::Member, false),
    ])
}

/// A message of the scene; `minutes` before now.
#[must_use]
pub fn message(number: u8, author: u8, minutes: u64, text: &str) -> MessageView {
    let names = ["", "Marta Oliveira", "Anneke Visser", "سليم الحداد", "Kavita Rao"];
    let states = (author == 1).then(|| (2..=4).map(|m| (member_id(m), Delivery::Read)).collect());
    MessageView {
        message: message_id(number),
        author: member_id(author),
        author_name: names.get(usize::from(author)).copied().unwrap_or_default().into(),
        text: text.into(),
        sent_at: NOW_MS - minutes * 60_000,
        depth: u64::from(number),
        reply_to: None,
        edited: false,
        retracted: false,
        reactions: BTreeMap::new(),
        states,
    }
}

fn row(number: u8, title: &str, kind: RetentionName, last: Option<(&str, &str, u64)>) -> RoomView {
    RoomView {
        room: room_id(number),
        title: title.into(),
        charter: Some(charter(kind)),
        unread: 0,
        state: RoomState::Joined,
        reason: None,
        direct: false,
        notifications: true,
        members: 4,
        online: 3,
        last: last.map(|(name, text, minutes)| LastMessage {
            author_name: name.into(),
            text: text.into(),
            sent_at: NOW_MS - minutes * 60_000,
        }),
        draft: false,
    }
}

/// A circle that talks in four scripts, with a knock and a room that waits.
#[must_use]
pub fn circle() -> Snapshot {
    let mut snapshot = profile(ProfileState::Open);
    let mut rooms = vec![
        row(
            1,
            "Tuesday circle",
            RetentionName::Ephemeral,
            Some(("Anneke Visser", "Marta, tiredness like that is common", 9)),
        ),
        row(2, "Anneke Visser", RetentionName::Record, Some(("Anneke Visser", "See you Thursday at 14:30", 1500))),
        row(3, "Family", RetentionName::Timed, Some(("Papa", "Soup is in the fridge", 4 * 1440))),
        row(4, "", RetentionName::Timed, None),
    ];
    if let [_, direct, family, waiting] = rooms.as_mut_slice() {
        direct.direct = true;
        direct.unread = 1;
        direct.members = 2;
        direct.online = 2;
        family.online = 1;
        waiting.state = RoomState::Waiting;
        waiting.charter = None;
        waiting.online = 0;
    }
    snapshot.rooms = rooms.into();
    snapshot.knocks =
        Arc::new([KnockView { room: room_id(1), member: member_id(9), name: "Blue Heron".into(), role: Role::Peer }]);
    let contact = ContactView {
        contact: ContactId([2; 16]),
        name: "Anneke Visser".into(),
        role: Role::Doctor,
        verified: true,
        certified: false,
        online: true,
        blocked: false,
        room: room_id(2),
    };
    snapshot.contacts = Arc::new([contact]);
    snapshot
}

/// The circle with its conversation open.
#[must_use]
pub fn conversation() -> Snapshot {
    let mut snapshot = circle();
    let mut reply =
        message(6, 1, 6, "Thank you. Fingers are numb again this morning, so I am writing slowly today. 😀 ❤️");
    reply.reply_to = Some(message_id(4));
    let mut hindi = message(3, 4, 15, "आप अकेली नहीं हैं। क्या आज कुछ खा पाईं? थोड़ा-थोड़ा पानी पीते रहिए।");
    hindi.reactions = BTreeMap::from([("❤️".to_owned(), vec![member_id(1), member_id(3)])]);
    let messages = [
        message(
            1,
            1,
            18,
            "Good morning all. Third cycle done yesterday. The tiredness hit sooner this time, but I slept.",
        ),
        message(2, 3, 16, "صباح الخير مارتا. أين الألم الآن؟ أخذتُ Ondansetron 8 mg قبل الجلسة وساعدني كثيرًا."),
        hindi,
        message(
            4,
            2,
            9,
            "Marta, tiredness like that is common after the third cycle. Rest is treatment too. Call the ward today if \
             your temperature goes above 38 °C.",
        ),
        reply,
    ];
    snapshot.open = Some(Arc::new(OpenRoom {
        room: room_id(1),
        members: members(),
        messages: messages.into_iter().map(Arc::new).collect(),
        older: false,
        newer: false,
        depths: (1, 6),
        answered: Arc::default(),
        read_up_to: Some(message_id(6)),
        typing: Arc::new([member_id(4)]),
        draft: crypto::secret::Personal::default(),
    }));
    snapshot
}
