//! Making a room: a name, what is kept, who may enter, and one's own rules.

use egui::{Id, Ui};

use crate::engine::command::{Command, Room};
use crate::ui::screens::{View, charter};
use crate::ui::shell::{Asked, Out, Route};
use crate::ui::text::edit::Editor;
use crate::ui::text::{Icon, Style};
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{choice, label, page};

/// What is typed and chosen so far.
pub struct NewRoom {
    title: Editor,
    rules: Editor,
    kind: charter::Kind,
    knock: Option<bool>,
    busy: bool,
    fault: Option<String>,
}

impl Default for NewRoom {
    fn default() -> Self {
        let title = Editor::line(Style::BODY, 200);
        let rules = Editor::lines(Style::BODY, 4096);
        Self { title, rules, kind: charter::Kind::default(), knock: None, busy: false, fault: None }
    }
}

impl NewRoom {
    /// The engine said no.
    pub fn refused(&mut self, said: String) {
        self.busy = false;
        self.fault = Some(said);
    }

    /// Draws the page.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        page::show(ui, look, "new-room", |ui| {
            if page::head(ui, look, &look.t("new-room-title"), true) {
                out.go(Route::Rooms);
            }
            let (name, hint) = (look.t("new-room-name"), look.t("new-room-name-hint"));
            Field::new(&name).hint(&hint).show(ui, look, Id::unique("new-room-title"), &mut self.title);
            page::part(ui, look, &look.t("new-room-kept"));
            for kind in charter::Kind::ALL {
                let (icon, title, meaning) = kind.words();
                if choice::show(ui, look, icon, &look.t(title), &look.t(meaning), self.kind == kind).clicked() {
                    self.kind = kind;
                }
            }
            self.entry(ui, view);
            page::part(ui, look, &look.t("new-room-rules"));
            let (name, hint) = (look.t("new-room-rules-name"), look.t("new-room-rules-hint"));
            let id = Id::unique("new-room-rules");
            Field::new(&name).hint(&hint).lines(5).show(ui, look, id, &mut self.rules);
            label::with_icon(ui, look, Icon::Info, look.tokens.ink3, &look.t("charter-address"), Style::LABEL);
            self.finish(ui, view, out);
        });
    }

    fn entry(&mut self, ui: &mut Ui, view: &View<'_>) {
        let look = &view.look;
        page::part(ui, look, &look.t("new-room-entry"));
        let knock = self.knocks();
        let entries = [
            (true, Icon::Hand, "entry-knock", "entry-knock-meaning"),
            (false, Icon::DoorOpen, "entry-direct", "entry-direct-meaning"),
        ];
        for (value, icon, title, meaning) in entries {
            if choice::show(ui, look, icon, &look.t(title), &look.t(meaning), knock == value).clicked() {
                self.knock = Some(value);
            }
        }
    }

    /// Support rooms open on a knock unless the person chose otherwise; care rooms at once.
    fn knocks(&self) -> bool {
        self.knock.unwrap_or(self.kind != charter::Kind::Record)
    }

    fn finish(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        let title = self.title.text().trim().to_owned();
        let ready = !title.is_empty() && !self.busy;
        if title.is_empty() {
            label::paragraph(ui, look, &look.t("new-room-missing"), Style::CAPTION, look.tokens.ink3);
        }
        let key = if self.busy { "new-room-busy" } else { "new-room-go" };
        if Button::primary(&look.t(key)).enabled(ready).wide().show(ui, look).clicked() {
            self.busy = true;
            self.fault = None;
            let charter = self.kind.request(&self.rules.text(), self.knocks());
            out.ask(Command::Room(Room::Create { title: title.into(), charter, name: None }), Asked::NewRoom);
        }
    }
}
