//! Inviting to a room: a link, a square code or words to pass on, for one person or for some.

use crypto::id::RoomId;
use crypto::secret::Personal;
use egui::Ui;

use super::title;
use super::words::Spoken;
use crate::engine::command::{Command, Room};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::screens::View;
use crate::ui::shell::{Action, Asked, Out, Route};
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, choice, label, page, qr};

/// How many people a link admits where it is for a group.
const GROUP_USES: u32 = 10;

/// The link made last, and for how many it is to be.
#[derive(Default)]
pub struct Invite {
    link: Option<(RoomId, Personal)>,
    spoken: Spoken,
    group: bool,
    busy: bool,
    fault: Option<String>,
}

impl Invite {
    /// The link is there.
    pub fn made(&mut self, room: RoomId, link: Personal) {
        self.busy = false;
        self.link = Some((room, link));
    }

    /// The engine said no.
    pub fn refused(&mut self, said: String) {
        self.busy = false;
        self.fault = Some(said);
    }

    /// Draws the page.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, id: RoomId) {
        let look = &view.look;
        let name = view.snapshot.rooms.iter().find(|room| room.room == id).map(|room| title(look, room));
        page::show(ui, look, "invite", |ui| {
            let name = name.unwrap_or_default();
            if page::head(ui, look, &look.say("invite-title", &[("title", Arg::Text(&name))]), true) {
                out.go(Route::Room(id));
            }
            if let Some((_, link)) = self.link.as_ref().filter(|(room, _)| *room == id) {
                link_card(ui, look, out, link.expose(), &mut self.spoken);
                if Button::new(&look.t("invite-to-room")).icon(Icon::MessageCircle).show(ui, look).clicked() {
                    out.go(Route::Room(id));
                }
                return;
            }
            label::body(ui, look, &look.t("invite-text"));
            for (group, icon, title, meaning) in [
                (false, Icon::User, "invite-one", "invite-one-meaning"),
                (true, Icon::Users, "invite-group", "invite-group-meaning"),
            ] {
                let said = look.say(meaning, &[("count", Arg::Count(u64::from(GROUP_USES)))]);
                if choice::show(ui, look, icon, &look.t(title), &said, self.group == group).clicked() {
                    self.group = group;
                }
            }
            if let Some(fault) = &self.fault {
                banner::show(ui, look, Tone::Danger, fault);
            }
            let label = look.t("invite-make");
            if Button::primary(&label).icon(Icon::Link).enabled(!self.busy).wide().show(ui, look).clicked() {
                self.busy = true;
                self.fault = None;
                let uses = self.group.then_some(GROUP_USES);
                out.ask(Command::Room(Room::Invite { room: id, uses, expires_in_s: None }), Asked::RoomLink(id));
            }
        });
    }
}

/// A link, the button that copies it, and what it is worth.
pub(in crate::ui::screens) fn link_card(ui: &mut Ui, look: &Look<'_>, out: &mut Out, link: &str, spoken: &mut Spoken) {
    card::show(ui, look, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        label::heading(ui, look, &look.t("link-title"), Style::H3);
        if Button::primary(&look.t("link-copy")).icon(Icon::Copy).wide().show(ui, look).clicked() {
            out.push(Action::Copy(link.to_owned(), "toast-link-copied"));
        }
        label::with_icon(ui, look, Icon::Info, look.tokens.caution.ink, &look.t("link-care"), Style::LABEL);
        if !spoken.is_shown() {
            label::hint(ui, look, &look.t("link-code-text"));
            // Capitals make the code smaller, and so its squares larger.
            qr::show(ui, link.to_ascii_uppercase().as_bytes(), &look.t("link-code"));
        }
        spoken.show(ui, look, link);
        label::hint(ui, look, &look.t("link-week"));
    });
}
