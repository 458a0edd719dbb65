//! One's own things: a page that leads to each, and a page for each.

mod appearance;
mod erase;
mod export;
mod keyring;
mod passphrase;
mod privacy;
mod recovery;
mod storage;

pub use storage::Storage;

use egui::{Id, Ui};

use super::View;
use crate::engine::command::{Command, Profile};
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
    languages: bool,
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
            languages: false,
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
        page::show(ui, look, "settings", |ui| {
            label::heading(ui, look, &look.t("settings-title"), Style::H2);
            super::profile::notice(ui, view);
            card::show(ui, look, |ui| {
                ui.spacing_mut().item_spacing.y = space::M;
                self.name(ui, view, out);
            });
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
            ui.add_space(space::M);
            label::hint(ui, look, &look.t("settings-lock-text"));
            ui.horizontal_wrapped(|ui| {
                if Button::new(&look.t("settings-hide")).icon(Icon::EyeOff).show(ui, look).clicked() {
                    out.ask(Command::Profile(Profile::Hide), Asked::Quiet);
                }
                if Button::new(&look.t("settings-lock")).icon(Icon::Lock).show(ui, look).clicked() {
                    out.ask(Command::Profile(Profile::Lock), Asked::Quiet);
                }
            });
        });
    }

    /// Draws one of the pages.
    pub fn setting(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, setting: Setting) {
        let look = &view.look;
        let (id, title) = match setting {
            Setting::Look => ("setting-look", "setting-look"),
            Setting::Privacy => ("setting-privacy", "setting-privacy"),
            Setting::Passphrase => ("setting-passphrase", "setting-passphrase"),
            Setting::Sheet => ("setting-sheet", "sheet-title"),
            Setting::Keyring => ("setting-keyring", "setting-keyring"),
            Setting::Storage => ("setting-storage", "setting-storage"),
            Setting::Export => ("setting-export", "setting-export"),
            Setting::Erase => ("setting-erase", "setting-erase"),
        };
        page::show(ui, look, id, |ui| {
            if page::head(ui, look, &look.t(title), true) {
                out.go(Route::Settings);
            }
            match setting {
                Setting::Look => self.look(ui, look, out),
                Setting::Privacy => privacy::show(ui, view, out),
                Setting::Passphrase => self.passphrase.show(ui, view, out),
                Setting::Sheet => self.recovery.show(ui, view, out),
                Setting::Keyring => self.keyring.show(ui, view, out),
                Setting::Storage => self.storage.show(ui, view, out),
                Setting::Export => self.export.show(ui, look, out),
                Setting::Erase => self.erase.show(ui, look, out),
            }
        });
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
