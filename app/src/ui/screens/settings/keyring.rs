//! Whether the desktop's keyring opens Hearth: what that means, said before it is turned on.

use egui::{Id, Ui};

use super::View;
use crate::engine::command::{Command, Profile};
use crate::ui::shell::{Asked, Out};
use crate::ui::text::secret::Secret;
use crate::ui::text::{Icon, Style};
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{label, secret_field};

/// What is typed so far.
#[derive(Default)]
pub struct KeyringWay {
    passphrase: Secret,
    shown: bool,
    busy: bool,
    fault: Option<String>,
}

impl KeyringWay {
    /// It is on, or off again.
    pub fn done(&mut self) {
        *self = Self::default();
    }

    /// The engine said no.
    pub fn refused(&mut self, said: String) {
        (self.busy, self.fault) = (false, Some(said));
    }

    pub(super) fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let (look, profile) = (&view.look, &view.snapshot.profile);
        label::body(ui, look, &look.t("keyring-text"));
        label::with_icon(ui, look, Icon::Info, look.tokens.caution.ink, &look.t("keyring-care"), Style::LABEL);
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        if profile.keyring {
            banner::show(ui, look, Tone::Success, &look.t("keyring-is-on"));
            let key = if self.busy { "one-moment" } else { "keyring-off" };
            if Button::new(&look.t(key)).icon(Icon::X).enabled(!self.busy).show(ui, look).clicked() {
                (self.busy, self.fault) = (true, None);
                out.ask(Command::Profile(Profile::SetKeyring { on: false, passphrase: None }), Asked::Keyring);
            }
            return;
        }
        if !profile.keyring_here {
            banner::show(ui, look, Tone::Info, &look.t("keyring-none"));
            return;
        }
        let title = look.t("passphrase");
        let id = Id::unique("keyring-passphrase");
        let typed = secret_field::show(ui, look, id, &title, &mut self.passphrase, &mut self.shown);
        label::hint(ui, look, &look.t("keyring-passphrase"));
        if typed.changed {
            self.fault = None;
        }
        let ready = !self.passphrase.is_empty() && !self.busy;
        let key = if self.busy { "one-moment" } else { "keyring-on" };
        let pressed = Button::primary(&look.t(key)).icon(Icon::Key).enabled(ready).show(ui, look).clicked();
        if ready && (pressed || typed.entered) {
            (self.busy, self.fault) = (true, None);
            let passphrase = Some(self.passphrase.passphrase());
            self.passphrase.clear();
            out.ask(Command::Profile(Profile::SetKeyring { on: true, passphrase }), Asked::Keyring);
        }
    }
}
