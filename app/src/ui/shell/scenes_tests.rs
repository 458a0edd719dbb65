//! Every page in every state that it can be in, as scenes that tests draw: what there is, where the person is, what
//! they do there by the names of things, and what the engine answers.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::tests::link;
use super::*;
use crate::engine::command::Outcome;
use crate::engine::event::{Found, Reply};
use crate::engine::fault::{Code, Fault};
use crate::engine::health::HealthView;
use crate::engine::snapshot::{Delivery, KnockView, Notice, OpenRoom, Reach, Refusal, RoomState};
use crate::ui::stage;
use crypto::id::{ContactId, RoomId};
use net::room::charter::RetentionName;

/// What a person does on a page.
#[derive(Clone, Copy)]
pub(super) enum Step {
    /// Presses what is called by the sentence of this key.
    Press(&'static str),
    /// The same where it is there: what this computer's locale says may have led past it.
    Try(&'static str),
    /// Presses what has these words, or the sentence of this key, in its name.
    PressHas(&'static str),
    /// Goes to this message of the room, which may lie out of sight.
    Show(u8),
    /// Writes into the field called by the sentence of this key; `LINK` stands for a real link.
    Type(&'static str, &'static str),
    /// Moves the keyboard once.
    Tab,
    /// Asks to close the window.
    Quit,
}

use Step::{Press, PressHas, Quit, Show, Tab, Try, Type};

/// A page in a state.
pub(super) struct Scene {
    pub name: &'static str,
    pub snapshot: Snapshot,
    pub route: Route,
    pub steps: Vec<Step>,
    /// Everything is refused with this.
    pub refused: Option<Fault>,
    pub simple: bool,
}

const PASSPHRASE: &str = "copper lantern orchard";
const ROOM: RoomId = stage::room_id(1);

fn scene(name: &'static str, snapshot: Snapshot, route: Route, steps: &[Step]) -> Scene {
    Scene { name, snapshot, route, steps: steps.to_vec(), refused: None, simple: false }
}

impl Scene {
    fn refused(self, code: Code) -> Self {
        Self { refused: Some(code.into()), ..self }
    }

    fn simple(self) -> Self {
        Self { simple: true, ..self }
    }
}

/// What an obliging engine answers.
pub(super) fn answer(command: &Command, snapshot: &mut Snapshot) -> Outcome {
    Ok(match command {
        Command::Profile(command::Profile::Create { .. }) => {
            snapshot.profile = stage::profile(ProfileState::Open).profile;
            Reply::Done {}
        }
        Command::Profile(command::Profile::RecoveryMake { .. }) => {
            Reply::Recovery { code: "481516-234208-150623-420815-162342-081516-234210-771093".into() }
        }
        Command::Room(command::Room::SafetyNumber { .. }) | Command::Contact(command::Contact::SafetyNumber { .. }) => {
            let digits = "48151 62342 08150 62342 08151 62342 08157 23421 07710 93550 12945 77031";
            Reply::SafetyNumber { digits: digits.into(), qr: "SGVhcnRoIGlzIGEgcXVpZXQgcGxhY2U=".into() }
        }
        Command::Room(command::Room::Invite { .. }) | Command::Contact(command::Contact::Invite { .. }) => {
            Reply::Link { link: link().into(), words: Vec::new() }
        }
        Command::Room(command::Room::Preview { .. }) => Reply::Preview {
            room: stage::room_id(7),
            title: "Thursday group".into(),
            charter: stage::charter(RetentionName::Ephemeral),
            inviter_name: "Blue Heron".into(),
            direct: true,
        },
        Command::Message(command::Message::Search { query, .. }) if query.expose() != "soup" => {
            Reply::Found { messages: Vec::new() }
        }
        Command::Message(command::Message::Search { .. }) => {
            let soup = stage::message(9, 2, 4 * 1440, "The soup is in the fridge, and there is bread");
            let other = stage::message(10, 4, 9 * 1440, "I could keep soup down today");
            let found = |message, room| Found { room: stage::room_id(room), message };
            Reply::Found { messages: vec![found(other, 1), found(soup, 3)] }
        }
        Command::Health => Reply::Health(Box::new(HealthView { store_bytes: 48 << 20, ..HealthView::default() })),
        _ => Reply::Done {},
    })
}

fn open() -> Snapshot {
    stage::profile(ProfileState::Open)
}

/// The circle, changed a little.
fn with(mut snapshot: Snapshot, change: impl FnOnce(&mut Snapshot)) -> Snapshot {
    change(&mut snapshot);
    snapshot
}

/// The conversation with its open room changed.
fn talk(change: impl FnOnce(&mut OpenRoom)) -> Snapshot {
    let mut snapshot = stage::conversation();
    let mut open = (*snapshot.open.unwrap()).clone();
    change(&mut open);
    snapshot.open = Some(Arc::new(open));
    snapshot
}

/// With a keyring on this desktop, which holds a key or not.
fn ringed(snapshot: Snapshot, keyring: bool) -> Snapshot {
    with(snapshot, |s| (s.profile.keyring, s.profile.keyring_here) = (keyring, true))
}

/// The first room of the list in another state; where nothing of it is open.
fn standing(state: RoomState, reason: Option<Refusal>) -> Snapshot {
    with(stage::circle(), |snapshot| {
        let mut rooms = snapshot.rooms.to_vec();
        (rooms[0].state, rooms[0].reason, rooms[0].last, rooms[0].online) = (state, reason, None, 0);
        snapshot.rooms = rooms.into();
        snapshot.knocks = Arc::new([]);
    })
}

fn onboarding() -> Vec<Scene> {
    let who = [Press("welcome-next"), Press("welcome-next")];
    let filled = [who[0], who[1], Type("welcome-name", "Marta"), Press("role-patient"), Type("passphrase", PASSPHRASE)];
    let last = [&filled[..], &[Press("welcome-next")]].concat();
    let weak = [who[0], who[1], Type("welcome-name", "Marta"), Type("passphrase", "password1")];
    let shown = [&last[..], &[Press("sheet-make")]].concat();
    let (next, name) = (Press("welcome-next"), Type("welcome-name", "Marta"));
    let named = [next, next, name, next];
    let role = [&named[..], &[Press("role-patient"), next]].concat();
    let locked = [&role[..], &[Type("passphrase", PASSPHRASE)]].concat();
    vec![
        scene("welcome-1-language", stage::empty(), Route::Home, &[]),
        scene("welcome-2-size", stage::empty(), Route::Home, &who[..1]),
        scene("welcome-3-who", stage::empty(), Route::Home, &who),
        scene("welcome-3-weak", stage::empty(), Route::Home, &weak),
        scene("welcome-3-filled", stage::empty(), Route::Home, &filled),
        scene("welcome-4-sheet", stage::empty(), Route::Home, &last),
        scene("welcome-4-shown", stage::empty(), Route::Home, &shown),
        scene("import", stage::empty(), Route::Home, &[who[0], who[1], Press("welcome-import")]),
        scene("welcome-simple-2-size", stage::empty(), Route::Home, &who[..1]).simple(),
        scene("welcome-simple-3-name", stage::empty(), Route::Home, &named[..3]).simple(),
        scene("welcome-simple-4-role", stage::empty(), Route::Home, &role[..5]).simple(),
        scene("welcome-simple-5-passphrase", stage::empty(), Route::Home, &locked).simple(),
        scene("import-simple", stage::empty(), Route::Home, &[next, next, Press("welcome-import")]).simple(),
    ]
}

fn locked(state: ProfileState, notice: Option<Notice>) -> Snapshot {
    with(stage::profile(state), |snapshot| (snapshot.profile.recovery, snapshot.profile.notice) = (true, notice))
}

fn coming_back() -> Vec<Scene> {
    let shut = || locked(ProfileState::Locked, None);
    let unlock = [Type("passphrase", "not it"), Press("unlock-go")];
    let wait = Fault { retry_after_ms: Some(30_000), ..Fault::from(Code::TooManyAttempts) };
    let slip = [Press("unlock-recover"), Type("recover-code", "000011 000022 000034")];
    vec![
        scene("locked", shut(), Route::Home, &[]),
        scene("locked-no-sheet", stage::profile(ProfileState::Locked), Route::Home, &[]),
        scene("locked-wrong", shut(), Route::Home, &unlock).refused(Code::WrongPassphrase),
        Scene { refused: Some(wait), ..scene("locked-wait", shut(), Route::Home, &unlock) },
        scene("hidden", locked(ProfileState::Hidden, None), Route::Home, &[]),
        scene("locked-keyring", ringed(shut(), true), Route::Home, &[]),
        scene("locked-keyring-closed", ringed(shut(), true), Route::Home, &[Press("unlock-keyring")])
            .refused(Code::NoKeyring),
        scene("in-use", locked(ProfileState::Locked, Some(Notice::InUse)), Route::Home, &[]),
        scene("restored", locked(ProfileState::Locked, Some(Notice::StoreRestored)), Route::Home, &[]),
        scene("recover", shut(), Route::Home, &[Press("unlock-recover")]),
        scene("recover-slip", shut(), Route::Home, &slip),
        scene("help-locked", shut(), Route::Help(Help::Start), &[]),
    ]
}

fn today() -> Vec<Scene> {
    let calm = with(stage::circle(), |s| {
        s.knocks = Arc::new([]);
        s.profile.recovery = true;
        s.rooms = s.rooms.iter().cloned().map(|room| crate::engine::snapshot::RoomView { unread: 0, ..room }).collect();
    });
    let alone = with(stage::circle(), |s| {
        s.network.links = 0;
        s.knocks = Arc::new([]);
    });
    let shut = with(stage::circle(), |s| {
        (s.network.listeners, s.network.links) = (0, 0);
        s.network.refused = vec!["/ip4/0.0.0.0/tcp/4242".into()];
    });
    let many = with(stage::circle(), |s| {
        let knock = s.knocks[0].clone();
        let second = KnockView { member: stage::member_id(11), name: "Quiet Otter".into(), ..knock.clone() };
        s.knocks = Arc::new([knock, second]);
    });
    vec![
        scene("home", stage::circle(), Route::Home, &[]),
        scene("home-first", open(), Route::Home, &[]),
        scene("home-calm", calm, Route::Home, &[]),
        scene("home-knocks", many, Route::Home, &[]),
        scene("home-alone", alone, Route::Home, &[]),
        scene("home-shut", shut, Route::Home, &[]),
        scene("home-simple", stage::circle(), Route::Home, &[]).simple(),
    ]
}

fn rooms() -> Vec<Scene> {
    let find = |words| [Type("find-name", words)];
    let empty = with(stage::circle(), |s| s.rooms = Arc::new([]));
    vec![
        scene("rooms", stage::circle(), Route::Rooms, &[]),
        scene("rooms-empty", open(), Route::Rooms, &[]),
        scene("rooms-none", empty, Route::Rooms, &[]),
        scene("search", stage::circle(), Route::Rooms, &find("soup")),
        scene("search-nothing", stage::circle(), Route::Rooms, &find("walnut")),
        scene("search-refused", stage::circle(), Route::Rooms, &find("walnut")).refused(Code::Busy),
        scene("rooms-simple", stage::circle(), Route::Rooms, &[]).simple(),
        scene("new-room", open(), Route::NewRoom, &[]),
        scene("new-room-filled", open(), Route::NewRoom, &[Type("new-room-name", "Tuesday circle")]),
        scene("new-room-simple", open(), Route::NewRoom, &[Type("new-room-name", "Family"), Press("welcome-next")])
            .simple(),
        scene("invite", stage::conversation(), Route::Invite(ROOM), &[]),
        scene("invite-link", stage::conversation(), Route::Invite(ROOM), &[Press("invite-make")]),
        scene("join-words", open(), Route::Join, &[Press("join-words")]),
        scene("join-words-wrong", open(), Route::Join, &[Type("join-link", "boat cloud empty river tail moon")]),
        scene("invite-words", stage::conversation(), Route::Invite(ROOM), &[Press("invite-make"), Press("words-show")]),
        scene("about", stage::conversation(), Route::About(ROOM), &[]),
        scene("about-leave", stage::conversation(), Route::About(ROOM), &[Press("about-leave-go")]),
        scene("member", stage::conversation(), Route::Member(ROOM, stage::member_id(3)), &[]),
        scene("member-verified", stage::conversation(), Route::Member(ROOM, stage::member_id(2)), &[]),
        scene(
            "member-remove",
            stage::conversation(),
            Route::Member(ROOM, stage::member_id(4)),
            &[Press("member-remove")],
        ),
    ]
}

/// The conversation with more of everything: days, a mark, an edit, what was taken back, every state of a message.
fn busy_talk() -> Snapshot {
    talk(|open| {
        let mut all: Vec<_> = (20..26)
            .map(|n| stage::message(n, 2 + n % 3, 2 * 1440 + 60 - u64::from(n), "How was the night? Did you sleep?"))
            .collect();
        all.push(stage::message(26, 1, 1440 + 30, "Better, thank you."));
        all.extend(open.messages.iter().map(|m| (**m).clone()));
        let mut edited = stage::message(27, 2, 5, "The ward is open until 20:00, not 18:00.");
        edited.edited = true;
        let mut taken = stage::message(28, 3, 4, "");
        taken.retracted = true;
        let mut failed = stage::message(29, 1, 3, "I will call them at 16:00.");
        failed.states = Some([(stage::member_id(2), Delivery::Failed)].into());
        let mut waits = stage::message(30, 1, 1, "Thank you, Anneke.");
        waits.states = Some([(stage::member_id(2), Delivery::Queued)].into());
        let mut own = stage::message(31, 1, 2, "Is the taste of metal normal?");
        own.edited = true;
        all.extend([edited, taken, failed, own, waits]);
        open.messages = all.into_iter().map(Arc::new).collect();
        open.read_up_to = Some(stage::message_id(25));
    })
}

fn room() -> Vec<Scene> {
    let one = || stage::conversation();
    let at = Route::Room(ROOM);
    let silent = |members: usize| {
        with(talk(|open| (open.messages, open.typing) = (Arc::new([]), Arc::new([]))), |s| {
            let mut rooms = s.rooms.to_vec();
            rooms[0].members = members;
            s.rooms = rooms.into();
            s.knocks = Arc::new([]);
        })
    };
    let draft = |text: &str| talk(|open| open.draft = text.into());
    vec![
        scene("room", one(), at, &[]),
        scene("room-busy", busy_talk(), at, &[]),
        scene("room-others", one(), at, &[Show(4), PressHas("Rest is treatment")]),
        scene("room-own", one(), at, &[Show(6), PressHas("Fingers are numb")]),
        scene("room-reply", one(), at, &[Show(4), PressHas("Rest is treatment"), Press("message-reply")]),
        scene("room-edit", one(), at, &[Show(6), PressHas("Fingers are numb"), Press("message-edit")]),
        scene("room-draft", draft("Not sure how to say this, but I took 10 mg twice."), at, &[]),
        scene("room-draft-ar", draft("أخذتُ Ondansetron 10 mg مرتين فوق 38 °C"), at, &[]),
        scene("room-offer", draft("I want to die"), at, &[]),
        scene("room-empty", silent(3), at, &[]),
        scene("room-empty-alone", silent(1), at, &[]),
        scene("room-loading", stage::circle(), at, &[]),
        scene("room-waiting", standing(RoomState::Waiting, None), at, &[]),
        scene("room-knocking", standing(RoomState::Knocking, None), at, &[]),
        scene("room-rejoining", standing(RoomState::Rejoining, None), at, &[]),
        scene("room-left", standing(RoomState::Left, None), at, &[]),
        scene("room-removed", standing(RoomState::Removed, None), at, &[]),
        scene("room-refused", standing(RoomState::Refused, Some(Refusal::InviteUsed)), at, &[]),
        scene("room-simple", one(), at, &[]).simple(),
        scene("room-closing", one(), at, &[Quit]),
        scene("room-keyboard", one(), at, &[Tab, Tab, Tab, Tab, Tab, Tab]),
    ]
}

fn joining() -> Vec<Scene> {
    let (pasted, look) = (Type("join-link", "LINK"), Press("join-look"));
    vec![
        scene("join", open(), Route::Join, &[]),
        scene("join-damaged", open(), Route::Join, &[Type("join-link", "hearth:nonsense")]),
        scene("join-link", open(), Route::Join, &[pasted]),
        scene("join-preview", open(), Route::Join, &[pasted, look]),
        scene("join-nobody", open(), Route::Join, &[pasted, look]).refused(Code::Unreachable),
    ]
}

fn people() -> Vec<Scene> {
    let person = Route::Person(ContactId([2; 16]));
    let changed = |verified: bool, blocked: bool| {
        with(stage::circle(), |s| {
            let mut contacts = s.contacts.to_vec();
            (contacts[0].verified, contacts[0].blocked, contacts[0].online) = (verified, blocked, !blocked);
            s.contacts = contacts.into();
        })
    };
    vec![
        scene("people", stage::circle(), Route::People, &[]),
        scene("people-empty", open(), Route::People, &[]),
        scene("people-blocked", changed(true, true), Route::People, &[]),
        scene("person", changed(false, false), person, &[]),
        scene("person-verified", changed(true, false), person, &[]),
        scene("person-blocked", changed(true, true), person, &[]),
        scene("person-block", changed(true, false), person, &[Press("person-block")]),
        scene("new-person", open(), Route::NewPerson, &[]),
        scene("new-person-link", open(), Route::NewPerson, &[Press("invite-make")]),
    ]
}

fn settings() -> Vec<Scene> {
    let at = |setting| Route::Setting(setting);
    let old = [Type("passphrase-old", "first words"), Type("passphrase-new", PASSPHRASE)];
    let sheet = [Type("passphrase", PASSPHRASE), Press("sheet-make")];
    vec![
        scene("settings", stage::circle(), Route::Settings, &[]),
        scene("set-look", stage::circle(), at(Setting::Look), &[]),
        scene("set-language", stage::circle(), at(Setting::Look), &[PressHas("setting-language")]),
        scene("set-privacy", stage::circle(), at(Setting::Privacy), &[]),
        scene("set-passphrase", stage::circle(), at(Setting::Passphrase), &old),
        scene("set-keyring", ringed(stage::circle(), false), at(Setting::Keyring), &[]),
        scene("set-keyring-on", ringed(stage::circle(), true), at(Setting::Keyring), &[]),
        scene("set-keyring-none", stage::circle(), at(Setting::Keyring), &[]),
        scene("set-sheet", stage::circle(), at(Setting::Sheet), &[]),
        scene("set-sheet-shown", stage::circle(), at(Setting::Sheet), &sheet),
        scene("set-storage", stage::circle(), at(Setting::Storage), &[]),
        scene("set-storage-sure", stage::circle(), at(Setting::Storage), &[PressHas("Family")]),
        scene("set-export", stage::circle(), at(Setting::Export), &[]),
        scene("set-erase", stage::circle(), at(Setting::Erase), &[]),
        scene(
            "set-erase-wrong",
            stage::circle(),
            at(Setting::Erase),
            &[Type("erase-passphrase", "x"), Press("erase-go")],
        )
        .refused(Code::WrongPassphrase),
        scene("settings-simple", stage::circle(), Route::Settings, &[]).simple(),
        scene("set-name-simple", stage::circle(), Route::Settings, &[PressHas("settings-name")]).simple(),
        scene("set-look-simple", stage::circle(), at(Setting::Look), &[]).simple(),
        scene("set-size-simple", stage::circle(), at(Setting::Look), &[PressHas("settings-size")]).simple(),
        scene("set-privacy-simple", stage::circle(), at(Setting::Privacy), &[]).simple(),
        scene("set-hide-simple", stage::circle(), at(Setting::Privacy), &[PressHas("setting-hide")]).simple(),
        scene("set-passphrase-simple", stage::circle(), at(Setting::Passphrase), &[old[0], Press("welcome-next")])
            .simple(),
        scene("set-erase-simple", stage::circle(), at(Setting::Erase), &[]).simple(),
        scene("more-simple", stage::circle(), Route::More, &[]).simple(),
    ]
}

fn help() -> Vec<Scene> {
    let network = |listeners, links, reach| {
        with(stage::circle(), |s| (s.network.listeners, s.network.links, s.network.reach) = (listeners, links, reach))
    };
    let doctor = Route::Help(Help::Doctor);
    vec![
        scene("help", stage::circle(), Route::Help(Help::Start), &[]),
        scene("crisis", stage::circle(), Route::Help(Help::Crisis), &[Try("crisis-other"), PressHas("United Kingdom")]),
        scene("crisis-choose", stage::circle(), Route::Help(Help::Crisis), &[Try("crisis-other")]),
        scene("doctor-well", network(2, 2, Reach::Open), doctor, &[]),
        scene("doctor-alone", network(2, 0, Reach::Untried), doctor, &[]),
        scene("doctor-node", network(2, 0, Reach::NodeNeeded), doctor, &[]),
        scene("doctor-relayed", network(2, 1, Reach::Relayed), doctor, &[]),
        scene("doctor-closed", network(0, 0, Reach::Untried), doctor, &[]),
        scene("how", stage::circle(), Route::Help(Help::How(0)), &[]),
        scene("help-simple", stage::circle(), Route::Help(Help::Start), &[]).simple(),
    ]
}

/// Every scene there is.
pub(super) fn all() -> Vec<Scene> {
    [onboarding(), coming_back(), today(), rooms(), room(), joining(), people(), settings(), help()]
        .into_iter()
        .flatten()
        .collect()
}
