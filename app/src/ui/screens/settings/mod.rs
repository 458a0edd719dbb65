//! One's own things: a page that leads to each, and a page for each. The simple view asks one thing on a page, and goes
//! back by one each time.

mod appearance;
mod erase;
mod export;
mod keyring;
mod passphrase;
mod privacy;
mod question;
mod recovery;
mod storage;

pub use storage::Storage;
pub(super) use storage::sure as sure_to_erase;

use egui::{Id, Ui};
use question::Question;

use super::View;
use crate::engine::command::{Command, Profile};
use crate::ui::look::Look;
use crate::ui::shell::{Asked, Out, Route, Setting};
use crate::ui::text::edit::Editor;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{card, entry, label, page};

/// What is typed so far, by page.
pub struct Settings {
    name: Editor,
    loaded: bool,
    fault: Option<String>,
    /// What is asked on a page of its own.
    asking: Option<Question>,
    /// A new passphrase.
    pub passphrase: passphrase::NewPassphrase,
    /// The recovery sheet.
    pub recovery: recovery::NewSheet,
    /// The desktop's keyring as a way in.
    pub keyring: keyring::KeyringWay,
    /// What is kept.
    pub storage: Storage,
    /// A copy in a file.
    pub export: export::Export,
    /// The end of the profile.
    pub erase: erase::Erase,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: Editor::line(Style::BODY, 256),
            loaded: false,
            fault: None,
            asking: None,
            passphrase: Default::default(),
            recovery: Default::default(),
            keyring: Default::default(),
            storage: Storage::default(),
            export: Default::default(),
            erase: Default::default(),
        }
    }
}

impl Settings {
    /// The engine took the change.
    pub fn saved(&mut self) {
        self.fault = None;
    }

    /// The engine said no.
    pub fn refused(&mut self, said: String) {
        self.fault = Some(said);
    }

    /// Draws the page that leads to the others.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        let simple = look.display.simple;
        if simple && self.asking == Some(Question::Name) {
            page::show(ui, look, "settings-name", |ui| {
                if page::head(ui, look, &look.t("settings-title"), true) {
                    self.asking = None;
                }
                self.name(ui, view, out);
            });
            return;
        }
        page::show(ui, look, "settings", |ui| {
            label::heading(ui, look, &look.t("settings-title"), Style::H2);
            super::profile::notice(ui, view);
            if simple {
                let name = view.snapshot.profile.name.as_ref().map_or("", |name| name.expose());
                card::list(ui, look, |ui| self.lead_to(ui, look, Question::Name, name));
            } else {
                card::show(ui, look, |ui| {
                    ui.spacing_mut().item_spacing.y = space::M;
                    self.name(ui, view, out);
                });
            }
            places(ui, view, out);
            ui.add_space(space::M);
            label::hint(ui, look, &look.t("settings-lock-text"));
            if simple {
                away(ui, look, out);
            } else {
                ui.horizontal_wrapped(|ui| away(ui, look, out));
            }
        });
    }

    /// Draws one of the pages.
    pub fn setting(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, setting: Setting) {
        let look = &view.look;
        let title = match (setting, self.asking) {
            (_, Some(question)) => question.words().1,
            (Setting::Look, _) => "setting-look",
            (Setting::Privacy, _) => "setting-privacy",
            (Setting::Passphrase, _) => "setting-passphrase",
            (Setting::Sheet, _) => "sheet-title",
            (Setting::Keyring, _) => "setting-keyring",
            (Setting::Storage, _) => "setting-storage",
            (Setting::Export, _) => "setting-export",
            (Setting::Erase, _) => "setting-erase",
        };
        // A page per question, so that each begins at its top.
        let id = format!("{title}-{}", self.passphrase.step() + self.erase.step());
        page::show(ui, look, &id, |ui| {
            if page::head(ui, look, &look.t(title), true) && !self.back() {
                out.go(Route::Settings);
            }
            match setting {
                Setting::Look => self.look(ui, look, out),
                Setting::Privacy => self.privacy(ui, view, out),
                Setting::Passphrase => self.passphrase.show(ui, view, out),
                Setting::Sheet => self.recovery.show(ui, view, out),
                Setting::Keyring => self.keyring.show(ui, view, out),
                Setting::Storage => self.storage.show(ui, view, out),
                Setting::Export => self.export.show(ui, look, out),
                Setting::Erase => self.erase.show(ui, look, out),
            }
        });
    }

    /// Back by one within a page; whether there was anything to go back from.
    fn back(&mut self) -> bool {
        self.asking.take().is_some() || self.passphrase.back() || self.export.back() || self.erase.back()
    }

    fn name(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        let profile = &view.snapshot.profile;
        if let (false, Some(name)) = (self.loaded, &profile.name) {
            self.loaded = true;
            self.name.load(look.text, name.expose());
        }
        let title = look.t("settings-name");
        let written = Field::new(&title).show(ui, look, Id::unique("settings-name"), &mut self.name);
        label::hint(ui, look, &look.t("settings-name-hint"));
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        let typed = self.name.text().trim().to_owned();
        let changed = profile.name.as_ref().is_some_and(|name| name.expose() != typed) && !typed.is_empty();
        let pressed = Button::new(&look.t("settings-save")).enabled(changed).show(ui, look).clicked();
        if changed && (pressed || written.entered) {
            self.fault = None;
            let set = Profile::Set { name: Some(typed.into()), about: None };
            out.ask(Command::Profile(set), Asked::Saved);
        }
    }
}

/// A line for each page, in groups.
fn places(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let look = &view.look;
    let sheet = if view.snapshot.profile.recovery { "setting-sheet-there" } else { "setting-sheet-none" };
    let keyring = if view.snapshot.profile.keyring { "setting-keyring-there" } else { "setting-keyring-none" };
    let groups: [&[(Setting, Icon, &str, &str)]; 3] = [
        &[
            (Setting::Look, Icon::Contrast, "setting-look", "setting-look-line"),
            (Setting::Privacy, Icon::Shield, "setting-privacy", "setting-privacy-line"),
        ],
        &[
            (Setting::Passphrase, Icon::Lock, "setting-passphrase", "setting-passphrase-line"),
            (Setting::Sheet, Icon::Key, "setting-sheet", sheet),
            (Setting::Keyring, Icon::LogIn, "setting-keyring", keyring),
        ],
        &[
            (Setting::Storage, Icon::HardDrive, "setting-storage", "setting-storage-line"),
            (Setting::Export, Icon::FileDown, "setting-export", "setting-export-line"),
            (Setting::Erase, Icon::Trash, "setting-erase", "setting-erase-line"),
        ],
    ];
    for group in groups {
        card::list(ui, look, |ui| {
            for (setting, icon, title, line) in group.iter().copied() {
                if entry::show(ui, look, icon, &look.t(title), &look.t(line)).clicked() {
                    out.go(Route::Setting(setting));
                }
            }
        });
    }
}

/// Hiding and locking at once.
fn away(ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
    for (icon, key, command) in
        [(Icon::EyeOff, "settings-hide", Profile::Hide), (Icon::Lock, "settings-lock", Profile::Lock)]
    {
        let name = look.t(key);
        let button = Button::new(&name).icon(icon);
        if (if look.display.simple { button.wide() } else { button }).show(ui, look).clicked() {
            out.ask(Command::Profile(command), Asked::Quiet);
        }
    }
}
