//! Joining by a link: paste it, show a picture of its code, or type the words that somebody reads out; be told what looking shows of oneself, read what the
//! room agreed on, then join.

use std::path::PathBuf;

use crypto::invite::{self, Hint, Invite, InviteKind};
use crypto::secret::Personal;
use egui::{Id, Response, Ui};

use super::words::{self, Heard, Led};
use crate::engine::command::{Command, Contact, Room};
use crate::engine::fault::Code;
use crate::ui::chooser::{Choice, Chooser, PATH_HINT};
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

/// What the keyboard goes to with the next frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Link,
    /// The button that leads on.
    On,
    /// The name in the room: not its button, which a second press would come to before anything was read.
    Name,
}

/// What is pasted and known so far.
pub struct Join {
    link: Editor,
    name: Editor,
    preview: Option<Preview>,
    busy: bool,
    next: Option<Next>,
    /// What went wrong, and in words.
    fault: Option<(Code, String)>,
    chooser: Chooser,
    /// Where a picture lies, typed where the desktop has no window for choosing one.
    picture: Option<Editor>,
    /// A picture handed over, not given to the engine yet.
    handed: Option<PathBuf>,
    /// Words that are typed in line by line.
    heard: Option<Heard>,
}

impl Default for Join {
    fn default() -> Self {
        let (link, name) = (Editor::line(Style::BODY, words::TEXT_BYTES), Editor::line(Style::BODY, 256));
        Self {
            link,
            name,
            preview: None,
            busy: false,
            next: Some(Next::Link),
            fault: None,
            chooser: Chooser::default(),
            picture: None,
            handed: None,
            heard: None,
        }
    }
}

impl Join {
    /// What the link leads to is known.
    pub fn previewed(&mut self, title: Personal, charter: Charter, inviter: Personal, direct: bool) {
        (self.busy, self.next) = (false, Some(Next::Name));
        self.preview = Some(Preview { title, charter, inviter, direct });
    }

    /// A picture was dropped on the window.
    pub fn dropped(&mut self, path: PathBuf) {
        self.handed = Some(path);
    }

    /// A link came from outside, or was read from a picture. Looking is left to the person.
    pub fn offered(&mut self, link: &str) {
        (self.busy, self.fault, self.preview, self.picture, self.heard) = (false, None, None, None, None);
        self.link.set_text(link.trim());
        self.next = Some(Next::On);
    }

    /// The engine said no.
    pub fn refused(&mut self, code: Code, said: String) {
        self.busy = false;
        self.fault = Some((code, said));
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
            } else if let Some(heard) = &mut self.heard {
                match heard.show(ui, look) {
                    Some(Led::Link(link)) => self.offered(&link),
                    Some(Led::Back) => (self.heard, self.next) = (None, Some(Next::Link)),
                    None => {}
                }
            } else {
                self.paste(ui, look, out);
            }
        });
    }

    fn paste(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        label::body(ui, look, &look.t("join-text"));
        let (name, hint) = (look.t("join-link"), look.t("join-link-hint"));
        let written = Field::new(&name).hint(&hint).show(ui, look, Id::unique("join-link"), &mut self.link);
        self.follow(Next::Link, &written.response);
        if written.changed {
            self.fault = None;
        }
        self.fetch(ui, look, &written.response);
        let text = self.link.text().trim().to_owned();
        let read = read(&text, look.clock.now_ms);
        let ready = self.say_read(ui, look, &text, read);
        if let Some((_, fault)) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        if text.is_empty() {
            self.by_words(ui, look);
            self.by_picture(ui, look, out);
            return;
        }
        let contact = read.is_some_and(|read| read.contact);
        let failed = self.unanswered() && ready;
        let label = look.t(match (self.busy, failed, contact) {
            (true, ..) => "join-looking",
            (false, true, _) => "in-use-again",
            (false, false, true) => "join-accept",
            (false, false, false) => "join-look",
        });
        // What just failed is not what is proposed next, where there is something better.
        let waitable = failed && !contact;
        let waits = waitable && self.join_unseen(ui, look, out, &text);
        let on = if waitable { Button::new(&label) } else { Button::primary(&label) };
        let on = on.enabled(ready).wide().show(ui, look);
        if ready {
            self.follow(Next::On, &on);
        }
        if ready && !waits && (on.clicked() || written.entered) {
            self.busy = true;
            self.fault = None;
            if contact {
                out.ask(Command::Contact(Contact::Accept { link: text }), Asked::Accept);
            } else {
                out.ask(Command::Room(Room::Preview { link: text }), Asked::Preview);
            }
        }
    }

    /// Whether nobody answered: only then is there something to wait for.
    fn unanswered(&self) -> bool {
        matches!(self.fault, Some((Code::Unreachable, _)))
    }

    /// What was pasted, in words; true where it can be looked at.
    fn say_read(&mut self, ui: &mut Ui, look: &Look<'_>, text: &str, read: Option<Read>) -> bool {
        match read {
            None if text.is_empty() => {}
            None => self.damaged(ui, look, text),
            Some(Read { expired: true, .. }) => {
                banner::show(ui, look, Tone::Danger, &look.t("fault-invite-expired"));
            }
            Some(read) => {
                if read.address && !self.unanswered() {
                    banner::show(ui, look, Tone::Caution, &look.t("join-address"));
                }
                if read.contact {
                    label::hint(ui, look, &look.t("join-contact"));
                }
                return !self.busy;
            }
        }
        false
    }

    /// Gives something the keyboard if that is where it goes next.
    fn follow(&mut self, next: Next, to: &Response) {
        if self.next == Some(next) {
            self.next = None;
            to.request_focus();
        }
    }

    /// What was copied comes by one press as if it had been pasted by key, into the field that then has the keyboard.
    fn fetch(&self, ui: &mut Ui, look: &Look<'_>, field: &Response) {
        if self.link.is_empty() && Button::new(&look.t("join-paste")).icon(Icon::Paste).show(ui, look).clicked() {
            field.request_focus();
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::RequestPaste);
        }
    }

    /// What was pasted is no whole invite: words are looked at line by line.
    fn damaged(&mut self, ui: &mut Ui, look: &Look<'_>, text: &str) {
        let reading = invite::words::read(text);
        if !reading.is_words() {
            banner::show(ui, look, Tone::Danger, &look.t("fault-invite-damaged"));
            return;
        }
        match reading.first_fault() {
            Some((at, verdict)) => words::fault(ui, look, at, verdict),
            None if reading.damaged() => drop(banner::show(ui, look, Tone::Danger, &look.t("words-damaged"))),
            None => {
                let next = [("number", Arg::Count(reading.lines.len() as u64 + 1))];
                banner::show(ui, look, Tone::Caution, &look.say("words-missing", &next));
            }
        }
    }

    /// The same invitation from somebody's voice.
    fn by_words(&mut self, ui: &mut Ui, look: &Look<'_>) {
        page::part(ui, look, &look.t("join-words-title"));
        label::hint(ui, look, &look.t("join-words-text"));
        if Button::new(&look.t("join-words")).icon(Icon::Phone).show(ui, look).clicked() {
            (self.heard, self.fault) = (Some(Heard::default()), None);
        }
    }

    /// The same link from a picture of its square code.
    fn by_picture(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        page::part(ui, look, &look.t("join-picture-title"));
        label::hint(ui, look, &look.t("join-picture-text"));
        let free = !self.busy && !self.chooser.is_open();
        let key = if self.busy { "join-picture-reading" } else { "join-picture" };
        if Button::new(&look.t(key)).icon(Icon::Image).enabled(free).show(ui, look).clicked() {
            self.fault = None;
            self.chooser.ask(ui.ctx(), Choice::Picture);
        }
        match self.chooser.answer() {
            Some(Some(path)) => self.handed = Some(path),
            Some(None) if self.picture.is_none() => self.picture = Some(Editor::line(Style::BODY, 4096)),
            Some(None) | None => {}
        }
        if let Some(path) = &mut self.picture {
            let name = look.t("file-path");
            let typed = Field::new(&name).hint(PATH_HINT).show(ui, look, Id::unique("join-picture"), path);
            let ready = !path.text().trim().is_empty() && !self.busy;
            let pressed = Button::new(&look.t("join-picture-read")).enabled(ready).show(ui, look).clicked();
            if ready && (pressed || typed.entered) {
                self.handed = Some(PathBuf::from(path.text().trim()));
            }
        }
        if let Some(path) = self.handed.take().filter(|_| !self.busy) {
            self.busy = true;
            self.fault = None;
            out.ask(Command::Invite { path }, Asked::Picture);
        }
    }

    /// The inviter cannot be reached now: the link can wait for them. True where it shall.
    fn join_unseen(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out, link: &str) -> bool {
        label::hint(ui, look, &look.t("join-unseen-text"));
        let pressed = Button::primary(&look.t("join-unseen")).icon(Icon::Hourglass).wide().show(ui, look).clicked();
        if pressed {
            self.busy = true;
            self.fault = None;
            out.ask(Command::Room(Room::Join { link: link.to_owned(), name: None }), Asked::Join);
        }
        pressed
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
        if preview.direct && preview.charter.relay_only {
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
        let written = Field::new(&name).hint(&hint).show(ui, look, Id::unique("join-name"), &mut self.name);
        self.follow(Next::Name, &written.response);
        label::hint(ui, look, &look.t(text));
        if let Some((_, fault)) = &self.fault {
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
