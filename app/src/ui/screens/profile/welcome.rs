//! The first page: a name, who one is, a passphrase, and nothing else.

use egui::{Id, Ui};

use crate::engine::command::{Command, Profile, Role};
use crate::ui::screens::View;
use crate::ui::shell::{Asked, Out};
use crate::ui::text::edit::Editor;
use crate::ui::text::secret::Secret;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{card, choice, label, page, secret_field};

/// What is typed so far.
pub struct Welcome {
    name: Editor,
    role: Option<Role>,
    passphrase: Secret,
    shown: bool,
    busy: bool,
    fault: Option<String>,
}

impl Default for Welcome {
    fn default() -> Self {
        let name = Editor::line(Style::BODY, 256);
        Self { name, role: None, passphrase: Secret::new(), shown: false, busy: false, fault: None }
    }
}

impl Welcome {
    /// The engine said no.
    pub fn refused(&mut self, said: String) {
        self.busy = false;
        self.fault = Some(said);
    }

    /// Draws the page.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        page::show(ui, look, "welcome", |ui| {
            super::mark(ui, look);
            ui.add_space(space::S);
            label::heading(ui, look, &look.t("welcome-title"), Style::H1);
            label::body(ui, look, &look.t("welcome-text"));
            card::show(ui, look, |ui| {
                ui.spacing_mut().item_spacing.y = space::M;
                self.fields(ui, view, out);
            });
            label::with_icon(ui, look, Icon::Lock, look.tokens.success.ink, &look.t("welcome-safe"), Style::LABEL);
        });
    }

    fn fields(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        let name = Field::new(&look.t("welcome-name")).hint(&look.t("welcome-name-hint")).show(
            ui,
            look,
            Id::unique("welcome-name"),
            &mut self.name,
        );
        label::paragraph(ui, look, &look.t("welcome-role"), Style::BUTTON, look.tokens.ink);
        let roles = [
            (Role::Patient, Icon::Heart, "role-patient", "role-patient-meaning"),
            (Role::Doctor, Icon::Stethoscope, "role-doctor", "role-doctor-meaning"),
            (Role::Peer, Icon::Users, "role-peer", "role-peer-meaning"),
        ];
        for (role, icon, title, meaning) in roles {
            let chosen = self.role == Some(role);
            if choice::show(ui, look, icon, &look.t(title), &look.t(meaning), chosen).clicked() {
                self.role = Some(role);
            }
        }
        ui.add_space(space::XS);
        let id = Id::unique("welcome-passphrase");
        let title = look.t("passphrase");
        let typed = secret_field::show(ui, look, id, &title, &mut self.passphrase, &mut self.shown);
        label::hint(ui, look, &look.t("welcome-passphrase-hint"));
        if name.changed || typed.changed {
            self.fault = None;
        }
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        let missing = self.missing();
        if let Some(key) = missing {
            label::paragraph(ui, look, &look.t(key), Style::CAPTION, look.tokens.ink3);
        }
        let ready = missing.is_none() && !self.busy;
        let key = if self.busy { "welcome-busy" } else { "welcome-go" };
        let pressed = Button::primary(&look.t(key)).enabled(ready).wide().show(ui, look).clicked();
        if ready && (pressed || typed.entered) {
            self.send(out);
        }
    }

    /// What is still to be filled in, as the key of a sentence.
    fn missing(&self) -> Option<&'static str> {
        match () {
            () if self.name.text().trim().is_empty() => Some("welcome-missing-name"),
            () if self.role.is_none() => Some("welcome-missing-role"),
            () if self.passphrase.is_empty() => Some("welcome-missing-passphrase"),
            () => None,
        }
    }

    fn send(&mut self, out: &mut Out) {
        let Some(role) = self.role else { return };
        self.busy = true;
        self.fault = None;
        let name = self.name.text().trim().into();
        let passphrase = self.passphrase.passphrase();
        out.ask(Command::Profile(Profile::Create { name, role, passphrase }), Asked::Create);
    }
}
