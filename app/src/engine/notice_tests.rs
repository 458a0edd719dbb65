//! What a person has before their eyes is not told them; what is behind a passphrase, or in another room, is.

use std::time::Duration;

use crypto::id::RoomId;
use crypto::secret::Passphrase;
use tokio::sync::broadcast::Receiver;

use crate::engine::command::{Command, Contact, Message, Profile, Role, View};
use crate::engine::event::{Event, Reply};
use crate::engine::handle::{Discovery, EngineHandle, Face, Options};

const DEADLINE: Duration = Duration::from_secs(60);

fn person(folder: &std::path::Path, name: &str) -> EngineHandle {
    let listen = vec!["/ip4/127.0.0.1/tcp/0".to_owned()];
    let options = Options { data: folder.join(name), listen, mdns: Discovery::Off, face: Face::Window };
    let engine = EngineHandle::start(options).unwrap();
    let (name, passphrase) = (name.into(), Passphrase::new("walnut ferry blanket".to_owned()));
    engine.call_blocking(Command::Profile(Profile::Create { name, role: Role::Peer, passphrase })).unwrap();
    engine
}

/// Waits for an event that answers.
fn heard<T>(events: &mut Receiver<Event>, find: impl Fn(&Event) -> Option<T>) -> (T, usize) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let mut notices = 0;
    let search = async {
        loop {
            let event = events.recv().await.unwrap();
            notices += usize::from(matches!(event, Event::NoticeMessage { .. }));
            if let Some(found) = find(&event) {
                return found;
            }
        }
    };
    let found = runtime.block_on(async { tokio::time::timeout(DEADLINE, search).await });
    (found.expect("it is told in time"), notices)
}

/// Writes a message and counts the notices that the other one was told up to its arrival.
fn notices(from: &EngineHandle, events: &mut Receiver<Event>, room: RoomId) -> usize {
    let send = Message::Send { room, text: "Good morning".into(), reply_to: None };
    let Ok(Reply::Sent { message: sent }) = from.call_blocking(Command::Message(send)) else { panic!("not sent") };
    heard(events, |event| matches!(event, Event::MessageReceived { message, .. } if *message == sent).then_some(())).1
}

#[test]
fn what_is_before_the_eyes_is_not_told() {
    let world = tempfile::tempdir().unwrap();
    let (ana, bo) = (person(world.path(), "Ana"), person(world.path(), "Bo"));
    let mut events = ana.events();
    let invite = ana.call_blocking(Command::Contact(Contact::Invite { expires_in_s: None }));
    let Ok(Reply::Link { link, .. }) = invite else { panic!("no link") };
    let accept = Contact::Accept { link: link.expose().to_owned() };
    let Ok(Reply::Accepted { room, .. }) = bo.call_blocking(Command::Contact(accept)) else { panic!("not accepted") };
    heard(&mut events, |event| matches!(event, Event::ContactAdded { .. }).then_some(()));
    let look = |view: View| ana.call_blocking(Command::View(view)).unwrap();

    assert_eq!(notices(&bo, &mut events, room), 1, "nothing is looked at yet");
    look(View::Open(Some(room)));
    assert_eq!(notices(&bo, &mut events, room), 1, "the room is open, and the window is behind others");
    look(View::Focus(true));
    assert_eq!(notices(&bo, &mut events, room), 0, "it is being read");
    look(View::Open(None));
    assert_eq!(notices(&bo, &mut events, room), 1, "another page is being read");
    look(View::Open(Some(room)));
    ana.call_blocking(Command::Profile(Profile::Hide)).unwrap();
    assert_eq!(notices(&bo, &mut events, room), 1, "it is hidden behind the passphrase");
    ana.stop();
    bo.stop();
}
