//! Looking for people, rooms and messages: names as one types, messages by the engine once the typing pauses.

use crypto::secret::Personal;
use egui::{Id, Ui};

use super::list::show_row;
use super::title;
use crate::engine::command::{Command, Message};
use crate::engine::event::Found;
use crate::engine::snapshot::{ContactView, RoomView};
use crate::ui::look::{Look, wake_after};
use crate::ui::screens::View;
use crate::ui::shell::{Action, Asked, Out, Route};
use crate::ui::text::Style;
use crate::ui::text::edit::Editor;
use crate::ui::theme::space;
use crate::ui::widgets::pane::{self, Keys};
use crate::ui::widgets::roving::Stop;
use crate::ui::widgets::row::{self, Row};
use crate::ui::widgets::{label, list, search};

/// How long the typing must pause before messages are looked through.
const PAUSE_MS: u64 = 300;
/// Messages shown at most; a longer word finds fewer.
const MOST: usize = 30;

/// What is looked for and what was found.
pub struct Find {
    words: Editor,
    changed_ms: u64,
    /// The number of the newest search; an older one's answer is not shown.
    asked: u64,
    waiting: bool,
    found: Vec<Found>,
    fault: Option<String>,
}

impl Default for Find {
    fn default() -> Self {
        let words = Editor::line(Style::BODY, 200);
        Self { words, changed_ms: 0, asked: 0, waiting: false, found: Vec::new(), fault: None }
    }
}

impl Find {
    /// The engine found these.
    pub fn found(&mut self, number: u64, messages: Vec<Found>) {
        if number == self.asked {
            self.waiting = false;
            self.found = messages;
        }
    }

    /// The engine could not look.
    pub fn refused(&mut self, number: u64, said: String) {
        if number == self.asked {
            self.waiting = false;
            self.fault = Some(said);
        }
    }

    /// Draws the field, and below it what was found; false where nothing is looked for and the list is to be shown.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) -> bool {
        let look = &view.look;
        self.field(ui, look);
        let words = self.words.text().trim().to_lowercase();
        if words.is_empty() {
            // A search that was given up is not answered any more.
            (self.changed_ms, self.waiting) = (0, false);
            self.asked += u64::from(!self.found.is_empty());
            self.found.clear();
            return false;
        }
        self.ask(ui, look, out, &words);
        pane::show(ui, "found", Keys::Inside, |ui| {
            look.flow.column(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                self.results(ui, view, out, &words);
            });
        });
        true
    }

    fn field(&mut self, ui: &mut Ui, look: &Look<'_>) {
        let name = look.t("find-name");
        if search::show(ui, look, Id::unique("find"), &name, &mut self.words).changed {
            self.changed_ms = look.clock.now_ms;
            self.fault = None;
        }
    }

    /// Asks the engine once the typing has paused.
    fn ask(&mut self, ui: &Ui, look: &Look<'_>, out: &mut Out, words: &str) {
        if self.changed_ms == 0 {
            return;
        }
        let due = self.changed_ms + PAUSE_MS;
        if look.clock.now_ms < due {
            wake_after(ui.ctx(), due - look.clock.now_ms);
            return;
        }
        self.changed_ms = 0;
        self.asked += 1;
        self.waiting = true;
        let query = Personal::from(words);
        out.ask(Command::Message(Message::Search { query, room: None }), Asked::Found(self.asked));
    }

    fn results(&self, ui: &mut Ui, view: &View<'_>, out: &mut Out, words: &str) {
        let look = &view.look;
        let matches = |name: &str| words.split_whitespace().all(|word| name.to_lowercase().contains(word));
        let any = named(ui, view, out, &matches);
        if let Some(fault) = &self.fault {
            label::hint(ui, look, fault);
            return;
        }
        if self.waiting || self.changed_ms != 0 {
            label::hint(ui, look, &look.t("find-looking"));
            return;
        }
        if self.found.is_empty() {
            label::hint(ui, look, &look.t(if any { "find-no-messages" } else { "find-nothing" }));
            return;
        }
        label::heading(ui, look, &look.t("find-messages"), Style::NAME);
        let held = |found: &&Found| view.snapshot.rooms.iter().any(|room| room.room == found.room);
        let found: Vec<&Found> = self.found.iter().rev().take(MOST).filter(held).collect();
        let told = |found: &&Found| (found.message.message.0, whose(view, found));
        list::few(ui, look, "find-messages", (&found, told), |ui, found, stop| message(ui, view, out, found, stop));
    }
}

/// People and rooms by their names; whether there were any.
fn named(ui: &mut Ui, view: &View<'_>, out: &mut Out, matches: &dyn Fn(&str) -> bool) -> bool {
    let look = &view.look;
    let people: Vec<_> = view.snapshot.contacts.iter().filter(|contact| matches(contact.name.expose())).collect();
    let told = |contact: &&ContactView| (contact.contact.0, contact.name.expose().to_owned());
    list::few(ui, look, "people-title", (&people, told), |ui, contact, stop| {
        let line = look.t(super::super::contact::role_key(contact.role));
        let (name, here, stop) = (contact.name.expose(), contact.online, Some(stop));
        if row::show(ui, look, Row { name, line: &line, here, stop, ..Row::default() }).clicked() {
            out.go(Route::Person(contact.contact));
        }
    });
    let rooms = view.snapshot.rooms.iter().filter(|room| !room.direct);
    let rooms: Vec<_> = rooms.map(|room| (room, title(look, room))).filter(|(_, title)| matches(title)).collect();
    let told = |(room, title): &(&RoomView, String)| (room.room.0, title.clone());
    list::few(ui, look, "rooms-title", (&rooms, told), |ui, (room, _), stop| {
        if show_row(ui, view, room, stop) {
            out.go(Route::Room(room.room));
        }
    });
    !people.is_empty() || !rooms.is_empty()
}

/// Who wrote a message that was found, and where.
fn whose(view: &View<'_>, found: &Found) -> String {
    let author = found.message.author_name.expose();
    match view.snapshot.rooms.iter().find(|room| room.room == found.room) {
        Some(room) if room.direct => title(&view.look, room),
        Some(room) => format!("{author} · {}", title(&view.look, room)),
        None => author.to_owned(),
    }
}

fn message(ui: &mut Ui, view: &View<'_>, out: &mut Out, found: &Found, stop: Stop) {
    let look = &view.look;
    let name = &whose(view, found);
    let (text, when) = (found.message.text.expose(), look.when(found.message.sent_at));
    let spoken = format!("{name}. {text} {when}");
    let (face, stop) = (found.message.author_name.expose(), Some(stop));
    let row = Row { name, face, line: text, when: &when, spoken: &spoken, stop, ..Row::default() };
    if row::show(ui, look, row).clicked() {
        out.push(Action::Message(found.room, found.message.message));
    }
}
