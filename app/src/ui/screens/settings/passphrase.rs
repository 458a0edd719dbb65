//! A new passphrase in place of the old. The simple view asks first for the old one, then for the new.

use egui::{Id, Ui};

use super::super::profile::{Estimate, stepper};
use super::View;
use crate::engine::command::{Command, Profile};
use crate::ui::look::Look;
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
    /// Which of the two the simple view asks for.
    step: usize,
    busy: bool,
    done: bool,
    fault: Option<String>,
}

impl NewPassphrase {
    /// The new one holds.
    pub fn done(&mut self) {
        *self = Self { done: true, ..Self::default() };
    }

    /// The engine said no: what it can refuse here is the old one.
    pub fn refused(&mut self, said: String) {
        (self.busy, self.fault, self.step) = (false, Some(said), 0);
    }

    pub(super) const fn step(&self) -> usize {
        self.step
    }

    /// From the new one back to the old.
    pub(super) const fn back(&mut self) -> bool {
        let went = self.step > 0;
        self.step = 0;
        went
    }

    pub(super) fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        if !look.display.simple {
            self.ask_old(ui, look);
            let entered = self.ask_new(ui, view);
            self.say(ui, look);
            self.change(ui, look, out, entered);
            return;
        }
        stepper(ui, look, (self.step as u64 + 1, 2));
        if self.step == 0 {
            let entered = self.ask_old(ui, look);
            self.say(ui, look);
            let ready = !self.old.is_empty();
            let pressed = Button::primary(&look.t("welcome-next")).enabled(ready).wide().show(ui, look).clicked();
            if ready && (pressed || entered) {
                self.step = 1;
            }
        } else {
            let entered = self.ask_new(ui, view);
            self.change(ui, look, out, entered);
        }
    }

    fn ask_old(&mut self, ui: &mut Ui, look: &Look<'_>) -> bool {
        label::body(ui, look, &look.t("setting-passphrase-text"));
        let (id, title) = (Id::unique("passphrase-old"), look.t("passphrase-old"));
        let typed = secret_field::show(ui, look, id, &title, &mut self.old, &mut self.shown);
        if typed.changed {
            (self.fault, self.done) = (None, false);
        }
        typed.entered
    }

    fn ask_new(&mut self, ui: &mut Ui, view: &View<'_>) -> bool {
        let look = &view.look;
        let (id, title) = (Id::unique("passphrase-new"), look.t("passphrase-new"));
        let typed = secret_field::show(ui, look, id, &title, &mut self.new, &mut self.shown);
        let name = view.snapshot.profile.name.as_ref().map_or("", |name| name.expose());
        self.estimate.show(ui, look, &self.new, name, typed.changed);
        if typed.changed {
            (self.fault, self.done) = (None, false);
        }
        typed.entered
    }

    fn say(&self, ui: &mut Ui, look: &Look<'_>) {
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        if self.done {
            banner::show(ui, look, Tone::Success, &look.t("passphrase-changed"));
        }
    }

    fn change(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out, entered: bool) {
        let ready = !self.old.is_empty() && self.estimate.enough() && !self.busy;
        let key = if self.busy { "one-moment" } else { "passphrase-change" };
        let pressed = Button::primary(&look.t(key)).enabled(ready).show(ui, look).clicked();
        if ready && (pressed || entered) {
            (self.busy, self.fault) = (true, None);
            let (old, new) = (self.old.passphrase(), self.new.passphrase());
            out.ask(Command::Profile(Profile::SetPassphrase { old, new }), Asked::Passphrase);
        }
    }
}
