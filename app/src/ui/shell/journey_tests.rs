//! The window over the real engine: first steps to the recovery sheet and back by it; a group joined by the picture of
//! a code; drafts that are there again after a restart.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::path::Path;
use std::time::{Duration, Instant};

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable};
use image::{GrayImage, Luma};
use tempfile::TempDir;

use super::tests::{press, shown, type_into};
use super::*;
use crate::engine::command::{Profile, Role, Room};
use crate::engine::event::Reply;
use crate::engine::handle::{Discovery, EngineHandle, Face, Options};
use crate::ui::engine_port::EnginePort;
use net::room::charter::{CharterRequest, RetentionName};

/// How long a condition may take; generous, since Argon2 runs and the machine may be busy.
const DEADLINE: Duration = Duration::from_secs(120);
const WORDS: &str = "copper lantern orchard";

pub(super) fn start(data: &Path) -> EngineHandle {
    let listen = vec!["/ip4/127.0.0.1/tcp/0".to_owned()];
    EngineHandle::start(Options { data: data.to_owned(), listen, mdns: Discovery::Off, face: Face::Window }).unwrap()
}

pub(super) fn window<'a>(engine: &EngineHandle) -> Harness<'a, App> {
    let app = App::new(Box::new(EnginePort::new(engine.clone())));
    shown(app, [1180.0, 1700.0])
}

/// Waits until the window shows something of this name.
#[track_caller]
pub(super) fn until(harness: &mut Harness<'_, App>, name: &str) {
    let end = Instant::now() + DEADLINE;
    loop {
        harness.run_steps(2);
        if harness.query_all_by_label_contains(name).count() > 0 {
            return;
        }
        assert!(Instant::now() < end, "{name} never came");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_lost_passphrase_is_made_good_by_the_sheet() {
    let world = TempDir::new().unwrap();
    let engine = start(world.path());
    let mut harness = window(&engine);
    press(&mut harness, "Next");
    press(&mut harness, "Next");
    type_into(&mut harness, "Your name", "Marta");
    press(&mut harness, "I live with cancer");
    type_into(&mut harness, "Passphrase", WORDS);
    press(&mut harness, "Next");
    press(&mut harness, "Make a recovery sheet");
    until(&mut harness, "I have the sheet");
    // Each group stands behind its number.
    let group = |word: &&str| word.len() == 6 && word.chars().all(|c| c.is_ascii_digit());
    let labels = harness.query_all_by_role(egui::accesskit::Role::Label);
    let labels: Vec<String> =
        labels.filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value())).collect();
    let digits: Vec<&str> = labels.iter().flat_map(|label| label.split([' ', ','])).filter(group).collect();
    let code = digits.join(" ");
    assert_eq!(code.chars().filter(char::is_ascii_digit).count(), 48, "{digits:?}");
    press(&mut harness, "I have the sheet");
    until(&mut harness, "Hello Marta");

    press(&mut harness, "Settings");
    press(&mut harness, "Lock now");
    until(&mut harness, "Use my recovery sheet");
    press(&mut harness, "Use my recovery sheet");
    type_into(&mut harness, "Numbers on the sheet", &code);
    type_into(&mut harness, "New passphrase", "velvet harbor tulip");
    press(&mut harness, "Open my profile");
    until(&mut harness, "Hello Marta");
    engine.stop();

    let engine = start(world.path());
    let refused = engine.call_blocking(Command::Profile(Profile::Unlock { passphrase: words(WORDS) }));
    assert_eq!(refused.unwrap_err().code, crate::engine::fault::Code::WrongPassphrase);
    engine.stop();
}

fn words(text: &str) -> crypto::secret::Passphrase {
    crypto::secret::Passphrase::new(text.to_owned())
}

fn make(engine: &EngineHandle, name: &str) {
    let create = Profile::Create { name: name.into(), role: Role::Peer, passphrase: words(WORDS) };
    engine.call_blocking(Command::Profile(create)).unwrap();
}

/// A picture of a code, as a telephone would take it of a screen.
fn photographed(link: &str, path: &Path) {
    let code = qrcode::QrCode::new(link.to_ascii_uppercase()).unwrap();
    let (width, colours) = (code.width(), code.to_colors());
    let side = u32::try_from((width + 8) * 8).unwrap();
    let picture = GrayImage::from_fn(side, side, |x, y| {
        let (x, y) = ((x / 8) as usize, (y / 8) as usize);
        let inside = |v: usize| v >= 4 && v < width + 4;
        let dark = inside(x) && inside(y) && colours[(y - 4) * width + x - 4] == qrcode::Color::Dark;
        Luma([if dark { 20 } else { 235 }])
    });
    image::DynamicImage::ImageLuma8(image::imageops::blur(&picture, 1.0)).save(path).unwrap();
}

#[test]
fn a_room_is_joined_by_the_picture_of_its_code_and_a_draft_survives_a_restart() {
    let world = TempDir::new().unwrap();
    let (host, guest) = (start(&world.path().join("host")), start(&world.path().join("guest")));
    make(&host, "Anneke");
    make(&guest, "Marta");
    let charter = CharterRequest { days: Some(30), ..CharterRequest::new(RetentionName::Timed) };
    let create = Room::Create { title: "Thursday group".into(), charter, name: None };
    let Ok(Reply::Created { room, .. }) = host.call_blocking(Command::Room(create)) else { panic!("no room") };
    let invite = Room::Invite { room, uses: None, expires_in_s: None };
    let Ok(Reply::Link { link, .. }) = host.call_blocking(Command::Room(invite)) else { panic!("no link") };
    let picture = world.path().join("photo.jpg");
    photographed(link.expose(), &picture);

    let mut harness = window(&guest);
    until(&mut harness, "Hello Marta");
    harness.get_all_by_label("Use a link").next().unwrap().click();
    harness.run_steps(4);
    harness.state_mut().screens.join.dropped(picture);
    until(&mut harness, "connects straight to the person");
    press(&mut harness, "Show me the room");
    until(&mut harness, "Thursday group");
    press(&mut harness, "Knock");
    until(&mut harness, "You knocked");
    let end = Instant::now() + DEADLINE;
    let knock = loop {
        let snapshot = Arc::clone(&host.snapshot().borrow());
        if let Some(knock) = snapshot.knocks.first() {
            break knock.clone();
        }
        assert!(Instant::now() < end, "nobody knocked");
        std::thread::sleep(Duration::from_millis(20));
    };
    host.call_blocking(Command::Room(Room::Admit { room, member: knock.member })).unwrap();
    until(&mut harness, "Message to Thursday group");
    type_into(&mut harness, "Message to Thursday group", "not sure how to say");
    press(&mut harness, "Home");
    until(&mut harness, "You began to write in");
    guest.stop();

    let guest = start(&world.path().join("guest"));
    let mut harness = window(&guest);
    type_into(&mut harness, "Passphrase", WORDS);
    press(&mut harness, "Unlock");
    until(&mut harness, "You began to write in");
    press(&mut harness, "Go on writing");
    until(&mut harness, "Message to Thursday group");
    let field = harness.get_by_label("Message to Thursday group");
    assert_eq!(field.value().unwrap_or_default(), "not sure how to say");
    guest.stop();
    host.stop();
}
