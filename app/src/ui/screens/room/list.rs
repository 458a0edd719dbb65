//! The list of rooms, the newest first, with a field that finds people and messages above it.

use egui::{Id, Ui};

use super::{Find, standing, standing_icon, title};
use crate::engine::snapshot::RoomView;
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::screens::View;
use crate::ui::shell::{Out, Route};
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::pane::{self, Keys};
use crate::ui::widgets::roving::{Roving, Stop};
use crate::ui::widgets::row::{self, Row};
use crate::ui::widgets::{empty, label, list};

/// What is looked for.
#[derive(Default)]
pub struct Rooms {
    find: Find,
}

impl Rooms {
    /// What is looked for.
    pub const fn find(&mut self) -> &mut Find {
        &mut self.find
    }

    /// The list.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        label::heading(ui, look, &look.t("rooms-title"), Style::H2);
        ui.add_space(space::S);
        if !view.snapshot.rooms.is_empty() || !view.snapshot.contacts.is_empty() {
            let finding = self.find.show(ui, view, out);
            ui.add_space(space::S);
            if finding {
                return;
            }
        }
        pane::show(ui, "rooms", Keys::Inside, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            if view.snapshot.network.listeners == 0 && !view.snapshot.network.refused.is_empty() {
                banner::show(ui, look, Tone::Caution, &look.t("net-refused"));
            }
            rows(ui, view, out);
            if view.snapshot.rooms.is_empty() {
                label::hint(ui, look, &look.t("rooms-empty"));
            }
            ui.add_space(space::XS);
            buttons(ui, look, out);
        });
    }

    /// What stands beside the list while nothing is chosen.
    pub fn nothing_chosen(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        let none = view.snapshot.rooms.is_empty();
        let words = (look.t("rooms-title"), look.t(if none { "home-first" } else { "home-text" }));
        let join = look.t("rooms-join");
        let act = none.then_some(join.as_str());
        if empty::page(ui, look, Icon::MessageCircle, (&words.0, &words.1), act) {
            out.go(Route::Join);
        }
    }
}

/// The rooms: one stop of the keyboard.
fn rows(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let (rooms, id) = (&view.snapshot.rooms, Id::unique("list-of-rooms"));
    let chosen = rooms.iter().position(|room| view.route.room() == Some(room.room));
    let roving = Roving::over(ui, id, rooms.iter().map(|room| id.with(room.room.0)), chosen);
    let names: Vec<String> = rooms.iter().map(|room| title(&view.look, room)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    list::show(ui, &view.look, "rooms-title", &roving, &names, |ui, at| {
        let Some(room) = rooms.get(at) else { return };
        if show_row(ui, view, room, roving.stop(at)) {
            out.go(Route::Room(room.room));
        }
    });
}

fn buttons(ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
    if Button::new(&look.t("rooms-join")).icon(Icon::Link).show(ui, look).clicked() {
        out.go(Route::Join);
    }
    if Button::new(&look.t("rooms-new")).icon(Icon::Plus).show(ui, look).clicked() {
        out.go(Route::NewRoom);
    }
}

/// A room in a list; true where it was pressed.
pub(in crate::ui::screens) fn show_row(ui: &mut Ui, view: &View<'_>, room: &RoomView, stop: Stop) -> bool {
    let look = &view.look;
    let name = title(look, room);
    let knocks = view.snapshot.knocks.iter().filter(|knock| knock.room == room.room).count() as u64;
    let (icon, line) = line(look, room, knocks);
    let when = room.last.as_ref().map(|last| look.when(last.sent_at)).unwrap_or_default();
    let unread = look.say("rooms-unread", &[("count", Arg::Count(room.unread))]);
    let spoken = format!("{name}. {line} {when} {}", if room.unread > 0 { unread.as_str() } else { "" });
    let row = Row {
        name: &name,
        line: &line,
        when: &when,
        count: room.unread,
        here: room.online > 1,
        chosen: view.route.room() == Some(room.room),
        icon,
        // How a room stands is read whole; of a message its beginning is enough.
        lines: if icon.is_some() { 2 } else { 1 },
        spoken: spoken.trim_end(),
        stop: Some(stop),
        ..Row::default()
    };
    row::show(ui, look, row).clicked()
}

/// The line below a room's name: what needs doing first, then the newest message.
fn line(look: &Look<'_>, room: &RoomView, knocks: u64) -> (Option<Icon>, String) {
    if let Some(key) = standing(room) {
        return (Some(standing_icon(room.state)), look.t(&format!("{key}-short")));
    }
    if knocks > 0 {
        return (Some(Icon::Hand), look.say("rooms-knocks", &[("count", Arg::Count(knocks))]));
    }
    match &room.last {
        None if room.draft => (Some(Icon::Pencil), look.t("rooms-draft")),
        None => (None, look.t("rooms-quiet")),
        Some(last) if last.text.expose().is_empty() => (None, look.t("message-retracted")),
        Some(last) if room.direct => (None, last.text.expose().to_owned()),
        Some(last) => {
            let name = ("name", Arg::Text(last.author_name.expose()));
            (None, look.say("rooms-last", &[name, ("text", Arg::Text(last.text.expose()))]))
        }
    }
}
