//! The recovery sheet as it is shown: eight groups of digits, how to keep them, and the ways to take them along. Used
//! once after a profile is made and again from the settings.

use std::path::PathBuf;

use crypto::secret::Personal;
use egui::{Id, Ui};

use crate::engine::command::{Command, Profile};
use crate::ui::chooser::{Choice, Chooser, PATH_HINT};
use crate::ui::i18n::{Arg, bare};
use crate::ui::look::Look;
use crate::ui::shell::{Action, Asked, Out};
use crate::ui::text::edit::Editor;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{card, digits, label};

/// A sheet that was just made, and where it was saved.
pub struct Sheet {
    code: Personal,
    chooser: Chooser,
    typing: bool,
    path: Editor,
    busy: bool,
    saved: bool,
    fault: Option<String>,
}

impl Sheet {
    /// The sheet with this code.
    #[must_use]
    pub fn new(code: Personal) -> Self {
        let path = Editor::line(Style::BODY, 4096);
        Self { code, chooser: Chooser::default(), typing: false, path, busy: false, saved: false, fault: None }
    }

    /// It was written to the file.
    pub fn saved(&mut self) {
        (self.busy, self.saved, self.typing, self.fault) = (false, true, false, None);
    }

    /// It could not be written.
    pub fn refused(&mut self, said: String) {
        (self.busy, self.fault) = (false, Some(said));
    }

    /// Draws the sheet; whoever shows it asks whether the person has it.
    pub fn show(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out, name: &str) {
        label::body(ui, look, &look.t("sheet-shown-text"));
        card::show(ui, look, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            digits::numbered(ui, look, self.code.expose(), 4);
            label::with_icon(ui, look, Icon::Info, look.tokens.caution.ink, &look.t("sheet-keep"), Style::LABEL);
            self.ways(ui, look, out, name);
        });
        if self.saved {
            banner::show(ui, look, Tone::Success, &look.t("sheet-saved"));
        }
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
    }

    fn ways(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out, name: &str) {
        ui.horizontal_wrapped(|ui| {
            let (name, free) = (look.t("sheet-save"), !self.busy && !self.chooser.is_open());
            if Button::new(&name).icon(Icon::FileDown).enabled(free).show(ui, look).clicked() {
                self.chooser.ask(ui.ctx(), Choice::Save(file_name(look)));
            }
            if Button::new(&look.t("sheet-copy")).icon(Icon::Copy).show(ui, look).clicked() {
                out.push(Action::Copy(self.code.expose().to_owned(), "toast-sheet-copied"));
            }
        });
        match self.chooser.answer() {
            Some(Some(path)) => self.write(look, out, name, path),
            // Some desktops have no such window: the place can be typed.
            Some(None) => self.typing = true,
            None => {}
        }
        if !self.typing {
            return;
        }
        let field = look.t("sheet-path");
        let typed = Field::new(&field).hint(PATH_HINT).show(ui, look, Id::unique("sheet-path"), &mut self.path);
        let path = self.path.text().trim().to_owned();
        let ready = !path.is_empty() && !self.busy;
        let pressed = Button::new(&look.t("sheet-save-there")).enabled(ready).show(ui, look).clicked();
        if ready && (pressed || typed.entered) {
            self.write(look, out, name, PathBuf::from(path));
        }
        if Button::new(&look.t("cancel")).kind(Kind::Quiet).show(ui, look).clicked() {
            self.typing = false;
        }
    }

    fn write(&mut self, look: &Look<'_>, out: &mut Out, name: &str, path: PathBuf) {
        (self.busy, self.saved, self.fault) = (true, false, None);
        let sheet = text(look, name, self.code.expose());
        out.ask(Command::Profile(Profile::RecoverySave { path, sheet: sheet.into() }), Asked::SheetSaved);
    }
}

/// What the file is called: nothing in it names the person.
fn file_name(look: &Look<'_>) -> String {
    format!("{}.txt", bare(&look.t("sheet-file")))
}

/// The sheet as it is printed.
fn text(look: &Look<'_>, name: &str, code: &str) -> String {
    let groups: Vec<&str> = code.split('-').collect();
    let lines: Vec<String> = groups.chunks(4).map(|line| line.join("   ")).collect();
    let for_whom = look.say("sheet-print-name", &[("name", Arg::Text(name))]);
    let parts = [
        look.t("sheet-print-title"),
        for_whom,
        lines.join("\n"),
        look.t("sheet-print-use"),
        look.t("sheet-print-keep"),
    ];
    bare(&parts.join("\n\n")) + "\n"
}
