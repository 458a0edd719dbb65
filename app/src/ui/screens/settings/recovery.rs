//! Making a recovery sheet, or another in place of a lost one.

use crypto::secret::Personal;
use egui::{Id, Ui};

use super::super::profile::Sheet;
use super::View;
use crate::engine::command::{Command, Profile};
use crate::ui::shell::{Asked, Out, Route};
use crate::ui::text::secret::Secret;
use crate::ui::text::{Icon, Style};
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{label, secret_field};

/// What is typed so far, and the sheet once it is made.
#[derive(Default)]
pub struct NewSheet {
    passphrase: Secret,
    shown: bool,
    busy: bool,
    fault: Option<String>,
    sheet: Option<Sheet>,
}

impl NewSheet {
    /// The sheet is there.
    pub fn made(&mut self, code: Personal) {
        *self = Self { sheet: Some(Sheet::new(code)), ..Self::default() };
    }

    /// The engine said no.
    pub fn refused(&mut self, said: String) {
        (self.busy, self.fault) = (false, Some(said));
    }

    /// The sheet that is shown.
    pub const fn sheet(&mut self) -> Option<&mut Sheet> {
        self.sheet.as_mut()
    }

    pub(super) fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        if let Some(sheet) = &mut self.sheet {
            let name = view.snapshot.profile.name.as_ref().map_or("", |name| name.expose());
            sheet.show(ui, look, out, name);
            if Button::primary(&look.t("sheet-have-it")).icon(Icon::Check).wide().show(ui, look).clicked() {
                *self = Self::default();
                out.go(Route::Settings);
            }
            return;
        }
        label::body(ui, look, &look.t("sheet-why"));
        if view.snapshot.profile.recovery {
            label::with_icon(ui, look, Icon::Info, look.tokens.caution.ink, &look.t("sheet-replaces"), Style::LABEL);
        }
        let title = look.t("passphrase");
        let id = Id::unique("sheet-passphrase");
        let typed = secret_field::show(ui, look, id, &title, &mut self.passphrase, &mut self.shown);
        label::hint(ui, look, &look.t("sheet-passphrase"));
        if typed.changed {
            self.fault = None;
        }
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        let ready = !self.passphrase.is_empty() && !self.busy;
        let key = if self.busy { "one-moment" } else { "sheet-make" };
        let pressed = Button::primary(&look.t(key)).icon(Icon::Key).enabled(ready).show(ui, look).clicked();
        if ready && (pressed || typed.entered) {
            (self.busy, self.fault) = (true, None);
            let passphrase = self.passphrase.passphrase();
            self.passphrase.clear();
            out.ask(Command::Profile(Profile::RecoveryMake { passphrase }), Asked::Sheet);
        }
    }
}
