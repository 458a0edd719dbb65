//! Everything in one encrypted file, to take to another computer or to keep safe.

use std::path::PathBuf;

use egui::{Id, Ui};

use super::super::profile::Estimate;
use crate::engine::command::{Command, Profile};
use crate::ui::chooser::{Choice, Chooser, PATH_HINT};
use crate::ui::i18n::bare;
use crate::ui::look::Look;
use crate::ui::shell::{Asked, Out};
use crate::ui::text::edit::Editor;
use crate::ui::text::secret::Secret;
use crate::ui::text::{Icon, Style};
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{label, secret_field};

/// What is typed so far.
pub struct Export {
    passphrase: Secret,
    estimate: Estimate,
    shown: bool,
    chooser: Chooser,
    path: Editor,
    typing: bool,
    busy: bool,
    done: bool,
    fault: Option<String>,
}

impl Default for Export {
    fn default() -> Self {
        Self {
            passphrase: Secret::new(),
            estimate: Estimate::default(),
            shown: false,
            chooser: Chooser::default(),
            path: Editor::line(Style::BODY, 4096),
            typing: false,
            busy: false,
            done: false,
            fault: None,
        }
    }
}

impl Export {
    /// The file is written.
    pub fn done(&mut self) {
        *self = Self { done: true, ..Self::default() };
    }

    /// The engine said no.
    pub fn refused(&mut self, said: String) {
        (self.busy, self.fault) = (false, Some(said));
    }

    /// From the place back to the passphrase, where each has a page.
    pub(super) const fn back(&mut self) -> bool {
        let went = self.typing;
        self.typing = false;
        went
    }

    pub(super) fn show(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        if !(look.display.simple && self.typing) {
            self.lock(ui, look);
        }
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        if self.done {
            banner::show(ui, look, Tone::Success, &look.t("export-done"));
        }
        if !(look.display.simple && self.typing) {
            let ready = self.estimate.enough() && !self.busy && !self.chooser.is_open();
            let key = if self.busy { "one-moment" } else { "export-go" };
            if Button::primary(&look.t(key)).icon(Icon::FileDown).enabled(ready).show(ui, look).clicked() {
                let name = format!("{}.hearth", bare(&look.t("export-file")));
                self.chooser.ask(ui.ctx(), Choice::Save(name));
            }
        }
        match self.chooser.answer() {
            Some(Some(path)) => self.write(out, path),
            Some(None) => self.typing = true,
            None => {}
        }
        if self.typing {
            self.place(ui, look, out);
        }
    }

    /// The passphrase of the file.
    fn lock(&mut self, ui: &mut Ui, look: &Look<'_>) {
        label::body(ui, look, &look.t("export-text"));
        let id = Id::unique("export-passphrase");
        let title = look.t("export-passphrase");
        let typed = secret_field::show(ui, look, id, &title, &mut self.passphrase, &mut self.shown);
        self.estimate.show(ui, look, &self.passphrase, "", typed.changed);
        label::hint(ui, look, &look.t("export-passphrase-hint"));
        if typed.changed {
            (self.fault, self.done) = (None, false);
        }
    }

    /// Where it goes, typed: some desktops have no window to choose in.
    fn place(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        let name = look.t("sheet-path");
        let typed = Field::new(&name).hint(PATH_HINT).show(ui, look, Id::unique("export-path"), &mut self.path);
        let path = self.path.text().trim().to_owned();
        let ready = self.estimate.enough() && !self.busy && !path.is_empty();
        let pressed = Button::new(&look.t("sheet-save-there")).enabled(ready).show(ui, look).clicked();
        if ready && (pressed || typed.entered) {
            self.write(out, PathBuf::from(path));
        }
    }

    fn write(&mut self, out: &mut Out, path: PathBuf) {
        (self.busy, self.fault) = (true, None);
        let passphrase = self.passphrase.passphrase();
        out.ask(Command::Profile(Profile::Export { path, passphrase }), Asked::Export);
    }
}
