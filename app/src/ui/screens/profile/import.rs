//! Bringing a profile along from another computer: its file and the file's own passphrase, in the simple view one after
//! the other.

use std::path::PathBuf;

use egui::{Id, Ui};

use crate::engine::command::{Command, Profile};
use crate::ui::chooser::{Choice, Chooser, PATH_HINT};
use crate::ui::look::Look;
use crate::ui::shell::{Asked, Out};
use crate::ui::text::edit::Editor;
use crate::ui::text::secret::Secret;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::page::Led;
use crate::ui::widgets::{card, label, page, secret_field};

/// What is typed so far.
pub struct Import {
    chooser: Chooser,
    path: Editor,
    passphrase: Secret,
    shown: bool,
    /// The place of the file is typed.
    typing: bool,
    /// The simple view went on to the passphrase.
    second: bool,
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
            typing: false,
            second: false,
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

    /// Draws the page; true where the person wants to go back.
    pub fn show(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) -> bool {
        let simple = look.display.simple;
        let mut state = (self, false);
        let id = if simple && state.0.second { "import-passphrase" } else { "import" };
        let content = |ui: &mut Ui, (me, entered): &mut (&mut Self, bool)| {
            super::mark(ui, look, out);
            label::heading(ui, look, &look.t("import-title"), Style::H1);
            if simple {
                super::stepper(ui, look, (if me.second { 2 } else { 1 }, 2));
            }
            *entered = me.fields(ui, look);
            if let Some(fault) = &me.fault {
                banner::show(ui, look, Tone::Danger, fault);
            }
        };
        let foot = |ui: &mut Ui, (me, _): &mut (&mut Self, bool)| {
            let key = match (me.busy, simple && !me.second) {
                (true, _) => "one-moment",
                (false, true) => "welcome-next",
                (false, false) => "import-go",
            };
            page::leads(ui, look, Button::primary(&look.t(key)).enabled(me.ready(simple)), !me.busy)
        };
        let led = page::footed(ui, look, id, &mut state, (content, foot)).flatten();
        let (me, entered) = state;
        if me.ready(simple) && (entered || led == Some(Led::On)) {
            if simple && !me.second {
                me.second = true;
                return false;
            }
            (me.busy, me.fault) = (true, None);
            let (path, passphrase) = (PathBuf::from(me.path.text().trim()), me.passphrase.passphrase());
            out.ask(Command::Profile(Profile::Import { path, passphrase }), Asked::Import);
        }
        led == Some(Led::Back) && !std::mem::take(&mut me.second)
    }

    fn ready(&self, simple: bool) -> bool {
        let file = !self.path.text().trim().is_empty();
        file && ((simple && !self.second) || !self.passphrase.is_empty()) && !self.busy
    }

    /// The file and its passphrase; true where Enter was pressed in the last field.
    fn fields(&mut self, ui: &mut Ui, look: &Look<'_>) -> bool {
        match (look.display.simple, self.second) {
            (true, false) => {
                label::body(ui, look, &look.t("import-text"));
                self.file(ui, look)
            }
            (true, true) => self.unlock(ui, look),
            (false, _) => {
                label::body(ui, look, &look.t("import-text"));
                let card = card::show(ui, look, |ui| {
                    ui.spacing_mut().item_spacing.y = space::M;
                    self.file(ui, look);
                    self.unlock(ui, look)
                });
                card.inner
            }
        }
    }

    fn file(&mut self, ui: &mut Ui, look: &Look<'_>) -> bool {
        let free = !self.busy && !self.chooser.is_open();
        let label = look.t("import-choose");
        // Until there is a file, it is the next step.
        let choose = if self.path.is_empty() { Button::primary(&label) } else { Button::new(&label) };
        if choose.icon(Icon::FileDown).enabled(free).show(ui, look).clicked() {
            self.chooser.ask(ui.ctx(), Choice::File);
        }
        match self.chooser.answer() {
            Some(Some(path)) => self.path.set_text(&path.display().to_string()),
            // Some desktops have no such window: the place can be typed.
            Some(None) => self.typing = true,
            None => {}
        }
        if !self.typing && self.path.is_empty() {
            return false;
        }
        let name = look.t("import-file");
        let field = Field::new(&name).hint(PATH_HINT);
        let written = field.show(ui, look, Id::unique("import-file"), &mut self.path);
        if written.changed {
            self.fault = None;
        }
        written.entered
    }

    fn unlock(&mut self, ui: &mut Ui, look: &Look<'_>) -> bool {
        let title = look.t("export-passphrase");
        let id = Id::unique("import-passphrase");
        let typed = secret_field::show(ui, look, id, &title, &mut self.passphrase, &mut self.shown);
        label::hint(ui, look, &look.t("import-passphrase-hint"));
        if typed.changed {
            self.fault = None;
        }
        typed.entered
    }
}
