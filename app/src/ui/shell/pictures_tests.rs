//! Every page is drawn in four looks and at two widths without a fault and with something on it. `HEARTH_PICTURES=DIR`
//! keeps the pictures, to be looked at.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::engine::display::{Display, Theme};
use crate::engine::event::Reply;
use crate::ui::stage::{self, NOW_MS, Stage};
use crate::ui::studio::{Picture, Studio};
use crypto::id::ContactId;

const LOOKS: [(&str, &str, Theme, u16); 4] = [
    ("light", "en", Theme::Light, 100),
    ("dark", "en", Theme::Dark, 100),
    ("ar", "ar", Theme::Light, 100),
    ("big", "te", Theme::Light, 150),
];

fn pages() -> Vec<(&'static str, Route)> {
    let room = stage::room_id(1);
    vec![
        ("home", Route::Home),
        ("rooms", Route::Rooms),
        ("room", Route::Room(room)),
        ("about", Route::About(room)),
        ("member", Route::Member(room, stage::member_id(2))),
        ("invite", Route::Invite(room)),
        ("new-room", Route::NewRoom),
        ("join", Route::Join),
        ("people", Route::People),
        ("person", Route::Person(ContactId([2; 16]))),
        ("settings", Route::Settings),
        ("look", Route::Setting(Setting::Look)),
        ("privacy", Route::Setting(Setting::Privacy)),
        ("passphrase", Route::Setting(Setting::Passphrase)),
        ("sheet", Route::Setting(Setting::Sheet)),
        ("storage", Route::Setting(Setting::Storage)),
        ("export", Route::Setting(Setting::Export)),
        ("erase", Route::Setting(Setting::Erase)),
        ("help", Route::Help(Help::Start)),
        ("crisis", Route::Help(Help::Crisis)),
        ("doctor", Route::Help(Help::Doctor)),
        ("how", Route::Help(Help::How(0))),
    ]
}

fn drawn(snapshot: Snapshot, route: Route, (language, theme, percent): (&str, Theme, u16), size: [f32; 2]) -> Picture {
    let mut snapshot = snapshot;
    let display = Display { language: Some(language.into()), theme, text_percent: percent, ..Display::default() };
    snapshot.display = Arc::new(display);
    let stage = Stage::new(snapshot);
    stage.script(|command, _| match command {
        Command::Room(command::Room::SafetyNumber { .. }) | Command::Contact(command::Contact::SafetyNumber { .. }) => {
            let digits = ["12345"; 12].join(" ");
            Ok(Reply::SafetyNumber { digits, qr: "SGVhcnRo".into() })
        }
        _ => Ok(Reply::Done {}),
    });
    let mut app = App::with_clock(Box::new(stage), Box::new(|| NOW_MS), TimeZone::UTC);
    let mut studio = Studio::new(size[0], size[1], 1.0);
    app.route = route;
    for _ in 0..4 {
        studio.frame(Vec::new(), |ui| {
            app.listen(ui.ctx());
            app.show(ui);
        });
    }
    studio.picture(|ui| app.show(ui))
}

fn keep(name: &str, picture: &Picture) {
    let Some(folder) = std::env::var_os("HEARTH_PICTURES") else { return };
    let (width, height) = (u32::try_from(picture.width).unwrap(), u32::try_from(picture.height).unwrap());
    let bytes = picture.pixels.iter().flat_map(|pixel| pixel.to_array()[..3].to_vec()).collect();
    let image = image::RgbImage::from_raw(width, height, bytes).unwrap();
    image.save(std::path::Path::new(&folder).join(format!("{name}.png"))).unwrap();
}

/// How many different colours stand in it: a page that is blank has one or two.
fn colours(picture: &Picture) -> usize {
    picture.pixels.iter().map(|pixel| pixel.to_array()).collect::<std::collections::BTreeSet<_>>().len()
}

#[test]
fn every_page_is_drawn_in_every_look() {
    for (look, language, theme, percent) in LOOKS {
        for (page, route) in pages() {
            let wide = drawn(stage::conversation(), route, (language, theme, percent), [1180.0, 900.0]);
            assert!(colours(&wide) > 20, "{page} is blank in {look}");
            keep(&format!("{page}-{look}"), &wide);
        }
        for (page, snapshot) in [
            ("welcome", stage::empty()),
            ("locked", stage::profile(ProfileState::Locked)),
            ("first", stage::profile(ProfileState::Open)),
        ] {
            let wide = drawn(snapshot, Route::Home, (language, theme, percent), [1180.0, 900.0]);
            assert!(colours(&wide) > 20, "{page} is blank in {look}");
            keep(&format!("{page}-{look}"), &wide);
        }
    }
    for (page, route) in pages() {
        let narrow = drawn(stage::conversation(), route, ("en", Theme::Light, 100), [480.0, 640.0]);
        assert!(colours(&narrow) > 20, "{page} is blank where it is narrow");
        keep(&format!("{page}-narrow"), &narrow);
    }
}
