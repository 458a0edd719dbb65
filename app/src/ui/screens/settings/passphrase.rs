//! A new passphrase in place of the old.

use egui::{Id, Ui};

use super::super::profile::Estimate;
use super::View;
use crate::engine::command::{Command, Profile};
use crate::ui::shell::{Asked, Out};
use crate::ui::text::secret::Secret;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{label, secret_field};

/// What is typed so far.
#[derive(Default)]
pub struct NewPassphrase {
    old: Secret,
    new: Secret,
    estimate: Estimate,
    shown: bool,
    busy: bool,
    done: bool,
    fault: Option<String>,
}

impl NewPassphrase {
    /// The new one holds.
    pub fn done(&mut self) {
        *self = Self { done: true, ..Self::default() };
    }

    /// The engine said no.
    pub fn refused(&mut self, said: String) {
        (self.busy, self.fault) = (false, Some(said));
    }

    pub(super) fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        label::body(ui, look, &look.t("setting-passphrase-text"));
        let (old, new) = (look.t("passphrase-old"), look.t("passphrase-new"));
        let first = secret_field::show(ui, look, Id::unique("passphrase-old"), &old, &mut self.old, &mut self.shown);
        let second = secret_field::show(ui, look, Id::unique("passphrase-new"), &new, &mut self.new, &mut self.shown);
        let name = view.snapshot.profile.name.as_ref().map_or("", |name| name.expose());
        self.estimate.show(ui, look, &self.new, name, second.changed);
        if first.changed || second.changed {
            (self.fault, self.done) = (None, false);
        }
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        if self.done {
            banner::show(ui, look, Tone::Success, &look.t("passphrase-changed"));
        }
        let ready = !self.old.is_empty() && self.estimate.enough() && !self.busy;
        let key = if self.busy { "one-moment" } else { "passphrase-change" };
        let pressed = Button::primary(&look.t(key)).enabled(ready).show(ui, look).clicked();
        if ready && (pressed || second.entered) {
            (self.busy, self.fault) = (true, None);
            let (old, new) = (self.old.passphrase(), self.new.passphrase());
            out.ask(Command::Profile(Profile::SetPassphrase { old, new }), Asked::Passphrase);
        }
    }
}
