//! The end of a profile on this computer, confirmed by its passphrase. The simple view says first what it means, and
//! asks for the passphrase on the next page.

use egui::{Id, Ui};

use super::super::profile::stepper;
use crate::engine::command::{Command, Profile};
use crate::ui::look::Look;
use crate::ui::shell::{Asked, Out, Route, Setting};
use crate::ui::text::secret::Secret;
use crate::ui::text::{Icon, Style};
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{label, secret_field};

/// What is typed so far.
#[derive(Default)]
pub struct Erase {
    passphrase: Secret,
    shown: bool,
    /// The simple view went on from what it means.
    step: usize,
    busy: bool,
    fault: Option<String>,
}

impl Erase {
    /// The engine said no.
    pub fn refused(&mut self, said: String) {
        (self.busy, self.fault) = (false, Some(said));
    }

    pub(super) const fn step(&self) -> usize {
        self.step
    }

    /// Back to what it means.
    pub(super) const fn back(&mut self) -> bool {
        let went = self.step > 0;
        self.step = 0;
        went
    }

    pub(super) fn show(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        if !look.display.simple {
            meaning(ui, look, out);
            self.confirm(ui, look, out);
            return;
        }
        stepper(ui, look, (self.step as u64 + 1, 2));
        if self.step > 0 {
            self.confirm(ui, look, out);
            return;
        }
        meaning(ui, look, out);
        if Button::new(&look.t("welcome-next")).wide().show(ui, look).clicked() {
            self.step = 1;
        }
    }

    fn confirm(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        let id = Id::unique("erase-passphrase");
        let title = look.t("erase-passphrase");
        let typed = secret_field::show(ui, look, id, &title, &mut self.passphrase, &mut self.shown);
        if typed.changed {
            self.fault = None;
        }
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        // Enter alone must not do it: the button has to be meant.
        let ready = !self.passphrase.is_empty() && !self.busy;
        let key = if self.busy { "one-moment" } else { "erase-go" };
        let name = look.t(key);
        let button = Button::new(&name).icon(Icon::Trash).kind(Kind::Danger).enabled(ready).show(ui, look);
        if ready && button.clicked() {
            (self.busy, self.fault) = (true, None);
            let passphrase = self.passphrase.passphrase();
            self.passphrase.clear();
            out.ask(Command::Profile(Profile::Erase { passphrase }), Asked::Erase);
        }
    }
}

fn meaning(ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
    banner::show(ui, look, Tone::Danger, &look.t("erase-text"));
    for key in ["erase-gone", "erase-others", "erase-disks"] {
        label::with_icon(ui, look, Icon::Info, look.tokens.ink3, &look.t(key), Style::LABEL);
    }
    if Button::new(&look.t("erase-export")).icon(Icon::FileDown).show(ui, look).clicked() {
        out.go(Route::Setting(Setting::Export));
    }
}
