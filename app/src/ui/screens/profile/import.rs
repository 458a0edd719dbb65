//! Bringing a profile along from another computer: its file and the file's own passphrase.

use std::path::PathBuf;

use egui::{Id, Ui};

use crate::engine::command::{Command, Profile};
use crate::ui::chooser::{Choice, Chooser, PATH_HINT};
use crate::ui::look::Look;
use crate::ui::shell::{Asked, Out};
use crate::ui::text::edit::Editor;
use crate::ui::text::secret::Secret;
use crate::ui::text::{Icon, Style};
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{label, secret_field};

/// What is typed so far.
pub struct Import {
    chooser: Chooser,
    path: Editor,
    passphrase: Secret,
    shown: bool,
    busy: bool,
    fault: Option<String>,
}

impl Default for Import {
    fn default() -> Self {
        Self {
            chooser: Chooser::default(),
            path: Editor::line(Style::BODY, 4096),
            passphrase: Secret::new(),
            shown: false,
            busy: false,
            fault: None,
        }
    }
}

impl Import {
    /// The engine said no.
    pub fn refused(&mut self, said: String) {
        (self.busy, self.fault) = (false, Some(said));
    }

    /// Draws the fields; true where the person wants to go back.
    pub fn show(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) -> bool {
        label::heading(ui, look, &look.t("import-title"), Style::H1);
        label::body(ui, look, &look.t("import-text"));
        let name = look.t("import-file");
        let written = Field::new(&name).hint(PATH_HINT).show(ui, look, Id::unique("import-file"), &mut self.path);
        let free = !self.busy && !self.chooser.is_open();
        if Button::new(&look.t("import-choose")).icon(Icon::Search).enabled(free).show(ui, look).clicked() {
            self.chooser.ask(ui.ctx(), Choice::File);
        }
        if let Some(Some(path)) = self.chooser.answer() {
            self.path.set_text(&path.display().to_string());
        }
        let title = look.t("export-passphrase");
        let id = Id::unique("import-passphrase");
        let typed = secret_field::show(ui, look, id, &title, &mut self.passphrase, &mut self.shown);
        label::hint(ui, look, &look.t("import-passphrase-hint"));
        if written.changed || typed.changed {
            self.fault = None;
        }
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        let path = self.path.text().trim().to_owned();
        let ready = !path.is_empty() && !self.passphrase.is_empty() && !self.busy;
        let key = if self.busy { "one-moment" } else { "import-go" };
        let pressed = Button::primary(&look.t(key)).enabled(ready).wide().show(ui, look).clicked();
        if ready && (pressed || typed.entered) {
            (self.busy, self.fault) = (true, None);
            let passphrase = self.passphrase.passphrase();
            out.ask(Command::Profile(Profile::Import { path: PathBuf::from(path), passphrase }), Asked::Import);
        }
        !self.busy && Button::new(&look.t("back")).icon(Icon::ArrowLeft).kind(Kind::Quiet).show(ui, look).clicked()
    }
}
