//! Today at a glance: who waits at a door, who wrote, who is here, and one thing that could be done next.
//!
//! Nothing here asks for more than one thing at a time, and an empty page says that all is well.

use egui::Ui;

use super::View;
use super::room::{self, title};
use crate::engine::snapshot::{ContactView, KnockView, RoomState, RoomView};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::shell::{Help, Out, Route, Setting};
use crate::ui::text::{Icon, Style};
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::row::{self, Row};
use crate::ui::widgets::{card, entry, label, list, page};

/// People and rooms shown in one part at most; the lists hold the rest.
const MOST: usize = 5;

/// The page keeps nothing of its own.
#[derive(Default)]
pub struct Home;

/// The one thing proposed.
struct Next {
    icon: Icon,
    said: String,
    button: String,
    to: Route,
}

impl Home {
    /// Draws the page.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        page::show(ui, look, "home", |ui| {
            let name = view.snapshot.profile.name.as_ref().map_or("", |name| name.expose());
            label::heading(ui, look, &look.say("home-title", &[("name", Arg::Text(name))]), Style::H1);
            super::profile::notice(ui, view);
            let network = &view.snapshot.network;
            if network.listeners == 0 && !network.refused.is_empty() {
                banner::show(ui, look, Tone::Caution, &look.t("net-refused"));
            }
            let next = next(view);
            let proposed = next.as_ref().map(|next| next.to);
            suggestion(ui, look, out, next);
            if look.display.simple {
                simple(ui, view, out);
                return;
            }
            doors(ui, view, out);
            written(ui, view, out);
            here(ui, view, out);
            begin(ui, look, proposed, out);
            alone(ui, view, out);
            label::with_icon(ui, look, Icon::Lock, look.tokens.success.ink, &look.t("home-safe"), Style::LABEL);
        });
    }
}

impl Home {
    /// The places that a small window's rail has no room for, as large lines.
    pub fn more(&self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        page::show(ui, look, "more", |ui| {
            label::heading(ui, look, &look.t("rail-more"), Style::H2);
            card::list(ui, look, |ui| {
                for (icon, key, to) in
                    [(Icon::Users, "rail-people", Route::People), (Icon::Settings, "rail-settings", Route::Settings)]
                {
                    if entry::show(ui, look, icon, &look.t(key), "").clicked() {
                        out.go(to);
                    }
                }
            });
        });
    }
}

/// What matters most just now, or nothing.
fn next(view: &View<'_>) -> Option<Next> {
    let (look, snapshot) = (&view.look, view.snapshot);
    let rooms = || snapshot.rooms.iter();
    if let Some(knock) = snapshot.knocks.first() {
        let room = rooms().find(|room| room.room == knock.room);
        let said = at_door(look, knock, room);
        let to = Route::About(knock.room);
        return Some(Next { icon: Icon::Hand, said, button: look.t("home-answer"), to });
    }
    if let Some(room) = rooms().find(|room| room.draft && room.state == RoomState::Joined) {
        let said = look.say("home-draft", &[("title", Arg::Text(&title(look, room)))]);
        let to = Route::Room(room.room);
        return Some(Next { icon: Icon::Pencil, said, button: look.t("home-go-on"), to });
    }
    if snapshot.rooms.is_empty() && snapshot.contacts.is_empty() {
        let said = look.t("home-first");
        return Some(Next { icon: Icon::Link, said, button: look.t("rooms-join"), to: Route::Join });
    }
    if !snapshot.profile.recovery {
        let said = look.t("home-sheet");
        let to = Route::Setting(Setting::Sheet);
        return Some(Next { icon: Icon::Key, said, button: look.t("sheet-make"), to });
    }
    let unsure = snapshot.contacts.iter().find(|contact| contact.online && !contact.verified && !contact.blocked)?;
    let said = look.say("home-compare", &[("name", Arg::Text(unsure.name.expose()))]);
    let to = Route::Person(unsure.contact);
    Some(Next { icon: Icon::ShieldCheck, said, button: look.t("home-compare-go"), to })
}

fn suggestion(ui: &mut Ui, look: &Look<'_>, out: &mut Out, next: Option<Next>) {
    let Some(next) = next else {
        card::proposal(ui, look, (Icon::Heart, &look.t("home-calm")), |_| {});
        return;
    };
    let pressed =
        card::proposal(ui, look, (next.icon, &next.said), |ui| Button::primary(&next.button).show(ui, look).clicked());
    if pressed {
        out.go(next.to);
    }
}

fn at_door(look: &Look<'_>, knock: &KnockView, room: Option<&RoomView>) -> String {
    let room = room.map(|room| title(look, room)).unwrap_or_default();
    look.say("home-knock", &[("name", Arg::Text(knock.name.expose())), ("title", Arg::Text(&room))])
}

/// Those who wait at a door beyond the one that is proposed.
fn doors(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let look = &view.look;
    let others = view.snapshot.knocks.get(1..).unwrap_or_default();
    if others.is_empty() {
        return;
    }
    page::part(ui, look, &look.t("home-doors"));
    card::list(ui, look, |ui| {
        let others = others.get(..MOST).unwrap_or(others);
        let told = |knock: &KnockView| ((knock.room.0, knock.member.0), knock.name.expose().to_owned());
        list::few(ui, look, "home-doors", (others, told), |ui, knock, stop| {
            let room = view.snapshot.rooms.iter().find(|room| room.room == knock.room);
            let line = &room.map(|room| title(look, room)).unwrap_or_default();
            let (name, icon, stop) = (knock.name.expose(), Some(Icon::Hand), Some(stop));
            if row::show(ui, look, Row { name, line, icon, stop, leads: true, ..Row::default() }).clicked() {
                out.go(Route::About(knock.room));
            }
        });
    });
}

fn written(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let look = &view.look;
    let unread: Vec<&RoomView> = view.snapshot.rooms.iter().filter(|room| room.unread > 0).take(MOST).collect();
    if unread.is_empty() {
        return;
    }
    page::part(ui, look, &look.t("home-new"));
    card::list(ui, look, |ui| {
        let told = |room: &&RoomView| (room.room.0, title(look, room));
        list::few(ui, look, "home-new", (&unread, told), |ui, room, stop| {
            if room::show_row(ui, view, room, stop) {
                out.go(Route::Room(room.room));
            }
        });
    });
}

fn here(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let look = &view.look;
    let here: Vec<&ContactView> = view.snapshot.contacts.iter().filter(|c| c.online && !c.blocked).take(MOST).collect();
    if here.is_empty() {
        return;
    }
    page::part(ui, look, &look.t("home-here"));
    card::list(ui, look, |ui| {
        let told = |contact: &&ContactView| (contact.contact.0, contact.name.expose().to_owned());
        list::few(ui, look, "home-here", (&here, told), |ui, contact, stop| {
            // Beside a shield, "not confirmed" about being a doctor would read as the opposite of what the shield says.
            let line = super::contact::standing(look, contact);
            let icon = contact.verified.then_some(Icon::ShieldCheck);
            let (name, stop) = (contact.name.expose(), Some(stop));
            if row::show(ui, look, Row { name, line: &line, here: true, icon, stop, leads: true, ..Row::default() })
                .clicked()
            {
                out.go(Route::Room(contact.room));
            }
        });
    });
}

/// The simple view leads on in a few large lines.
fn simple(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let look = &view.look;
    let unread: u64 = view.snapshot.rooms.iter().map(|room| room.unread).sum();
    let line = if unread > 0 { look.say("rooms-unread", &[("count", Arg::Count(unread))]) } else { String::new() };
    card::list(ui, look, |ui| {
        for (icon, key, line, to) in [
            (Icon::MessageCircle, "rail-rooms", line.as_str(), Route::Rooms),
            (Icon::Users, "rail-people", "", Route::People),
            (Icon::Link, "rooms-join", "", Route::Join),
            (Icon::Phone, "crisis-title", "", Route::Help(Help::Crisis)),
        ] {
            if entry::show(ui, look, icon, &look.t(key), line).clicked() {
                out.go(to);
            }
        }
    });
}

/// Where nobody can be reached though there are people to reach: what that means, and where to look further.
fn alone(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let (look, snapshot) = (&view.look, view.snapshot);
    let anybody = snapshot.rooms.iter().any(|room| room.state == RoomState::Joined && room.members > 1);
    if !anybody || snapshot.network.links > 0 {
        return;
    }
    let key = if snapshot.network.listeners == 0 { "doctor-door-closed" } else { "doctor-alone" };
    card::list(ui, look, |ui| {
        if entry::show(ui, look, Icon::WifiOff, &look.t(key), &look.t("doctor-kept")).clicked() {
            out.go(Route::Help(Help::Doctor));
        }
    });
}

/// What can be begun, but for what was proposed above.
fn begin(ui: &mut Ui, look: &Look<'_>, proposed: Option<Route>, out: &mut Out) {
    page::part(ui, look, &look.t("home-begin"));
    let all = [
        (Icon::Link, "rooms-join", Route::Join),
        (Icon::Plus, "rooms-new", Route::NewRoom),
        (Icon::UserPlus, "people-invite", Route::NewPerson),
    ];
    ui.horizontal_wrapped(|ui| {
        for (icon, key, to) in all.into_iter().filter(|(.., to)| proposed != Some(*to)) {
            if Button::new(&look.t(key)).icon(icon).show(ui, look).clicked() {
                out.go(to);
            }
        }
    });
}
