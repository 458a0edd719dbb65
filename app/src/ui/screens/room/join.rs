//! Joining by a link: paste, be told what looking shows of oneself, read what the room agreed on, then join.

use crypto::invite::{Hint, Invite, InviteKind};
use crypto::secret::Personal;
use egui::{Id, Ui};

use crate::engine::command::{Command, Contact, Room};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::screens::{View, charter};
use crate::ui::shell::{Asked, Out, Route};
use crate::ui::text::edit::Editor;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{card, label, page};
use net::room::charter::{Admission, Charter, Retention};

/// What a link turned out to be, without asking anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Read {
    contact: bool,
    address: bool,
    expired: bool,
}

/// What the room behind a link is.
struct Preview {
    title: Personal,
    charter: Charter,
    inviter: Personal,
    direct: bool,
}

/// What is pasted and known so far.
pub struct Join {
    link: Editor,
    name: Editor,
    preview: Option<Preview>,
    busy: bool,
    focused: bool,
    fault: Option<String>,
}

impl Default for Join {
    fn default() -> Self {
        let (link, name) = (Editor::line(Style::BODY, 1024), Editor::line(Style::BODY, 256));
        Self { link, name, preview: None, busy: false, focused: false, fault: None }
    }
}

impl Join {
    /// What the link leads to is known.
    pub fn previewed(&mut self, title: Personal, charter: Charter, inviter: Personal, direct: bool) {
        self.busy = false;
        self.preview = Some(Preview { title, charter, inviter, direct });
    }

    /// A link came from outside; nothing is done with it until the person presses.
    pub fn offered(&mut self, link: &str) {
        *self = Self::default();
        self.link.set_text(link);
    }

    /// A picture was dropped onto the window.
    pub fn dropped(&mut self, _path: std::path::PathBuf) {}

    /// The engine said no.
    pub fn refused(&mut self, said: String) {
        self.busy = false;
        self.fault = Some(said);
    }

    /// Draws the page.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        page::show(ui, look, "join", |ui| {
            if page::head(ui, look, &look.t("join-title"), true) {
                out.go(Route::Rooms);
            }
            if self.preview.is_some() {
                self.room(ui, look, out);
            } else {
                self.paste(ui, look, out);
            }
        });
    }

    fn paste(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        label::body(ui, look, &look.t("join-text"));
        let (name, hint) = (look.t("join-link"), look.t("join-link-hint"));
        let written = Field::new(&name).hint(&hint).show(ui, look, Id::unique("join-link"), &mut self.link);
        if !self.focused {
            self.focused = true;
            written.response.request_focus();
        }
        if written.changed {
            self.fault = None;
        }
        let text = self.link.text().trim().to_owned();
        let read = read(&text, look.clock.now_ms);
        let mut ready = false;
        match read {
            None if text.is_empty() => {}
            None => drop(banner::show(ui, look, Tone::Danger, &look.t("fault-invite-damaged"))),
            Some(Read { expired: true, .. }) => {
                banner::show(ui, look, Tone::Danger, &look.t("fault-invite-expired"));
            }
            Some(read) => {
                ready = !self.busy;
                if read.address {
                    banner::show(ui, look, Tone::Caution, &look.t("join-address"));
                }
                if read.contact {
                    label::hint(ui, look, &look.t("join-contact"));
                }
            }
        }
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        let contact = read.is_some_and(|read| read.contact);
        let key = match (self.busy, contact) {
            (true, _) => "join-looking",
            (false, true) => "join-accept",
            (false, false) => "join-look",
        };
        let pressed = Button::primary(&look.t(key)).enabled(ready).wide().show(ui, look).clicked();
        if ready && (pressed || written.entered) {
            self.busy = true;
            self.fault = None;
            if contact {
                out.ask(Command::Contact(Contact::Accept { link: text }), Asked::Accept);
            } else {
                out.ask(Command::Room(Room::Preview { link: text }), Asked::Preview);
            }
        } else if self.fault.is_some() && ready && !contact {
            self.join_unseen(ui, look, out, text);
        }
    }

    /// The inviter cannot be reached now: the link can wait for them.
    fn join_unseen(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out, link: String) {
        label::hint(ui, look, &look.t("join-unseen-text"));
        if Button::new(&look.t("join-unseen")).icon(Icon::Hourglass).wide().show(ui, look).clicked() {
            self.busy = true;
            self.fault = None;
            out.ask(Command::Room(Room::Join { link, name: None }), Asked::Join);
        }
    }

    fn room(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        let Some(preview) = &self.preview else { return };
        let knock = preview.charter.admission == Admission::Knock;
        card::show(ui, look, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            label::heading(ui, look, preview.title.expose(), Style::H2);
            let inviter = [("name", Arg::Text(preview.inviter.expose()))];
            label::hint(ui, look, &look.say("join-inviter", &inviter));
            charter::show(ui, look, &preview.charter);
        });
        if preview.direct {
            banner::show(ui, look, Tone::Caution, &look.t("join-direct"));
        }
        // In a record room one's account is shown, so nothing there may promise that names cannot be linked.
        let record = preview.charter.retention == Retention::Record;
        let (hint, text) = if record {
            ("join-name-hint-record", "join-name-text-record")
        } else {
            ("join-name-hint", "join-name-text")
        };
        let (name, hint) = (look.t("join-name"), look.t(hint));
        Field::new(&name).hint(&hint).show(ui, look, Id::unique("join-name"), &mut self.name);
        label::hint(ui, look, &look.t(text));
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        let key = match (self.busy, knock) {
            (true, _) => "join-busy",
            (false, true) => "join-knock",
            (false, false) => "join-go",
        };
        if Button::primary(&look.t(key)).enabled(!self.busy).wide().show(ui, look).clicked() {
            self.busy = true;
            self.fault = None;
            let name = Some(self.name.text().trim().to_owned()).filter(|name| !name.is_empty()).map(Personal::from);
            let link = self.link.text().trim().to_owned();
            out.ask(Command::Room(Room::Join { link, name }), Asked::Join);
        }
        if Button::new(&look.t("join-not-now")).kind(Kind::Quiet).show(ui, look).clicked() {
            out.go(Route::Rooms);
        }
    }
}

/// Reads a link without a network; `None` where it is damaged.
fn read(link: &str, now_ms: u64) -> Option<Read> {
    let invite = Invite::decode(link).ok()?;
    Some(Read {
        contact: invite.kind == InviteKind::Contact,
        address: invite.hints.iter().any(|hint| matches!(hint, Hint::Address { .. })),
        expired: invite.expired(now_ms),
    })
}
