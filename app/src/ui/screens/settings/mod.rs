//! One's own things: the name, how the window looks, hiding and locking.

use egui::{Id, Ui};

use super::View;
use crate::engine::command::{self, Command, Profile, SettingsPatch};
use crate::engine::display::{DisplayPatch, Theme};
use crate::ui::shell::{Action, Asked, Out, Route};
use crate::ui::text::edit::Editor;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{card, choice, label, page};

/// What is typed so far.
pub struct Settings {
    name: Editor,
    loaded: bool,
    fault: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { name: Editor::line(Style::BODY, 256), loaded: false, fault: None }
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

    /// Draws the page.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        page::show(ui, look, "settings", |ui| {
            if page::head(ui, look, &look.t("settings-title"), false) {
                out.go(Route::Rooms);
            }
            super::profile::notice(ui, view);
            card::show(ui, look, |ui| {
                ui.spacing_mut().item_spacing.y = space::M;
                self.name(ui, view, out);
            });
            page::part(ui, look, &look.t("settings-look"));
            theme(ui, view, out);
            size(ui, view, out);
            page::part(ui, look, &look.t("settings-privacy"));
            typing(ui, view, out);
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

fn theme(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let look = &view.look;
    let themes = [
        (Theme::System, Icon::Settings, "theme-system"),
        (Theme::Light, Icon::Sun, "theme-light"),
        (Theme::Dark, Icon::Moon, "theme-dark"),
    ];
    for (theme, icon, key) in themes {
        let chosen = look.display.theme == theme;
        if choice::show(ui, look, icon, &look.t(key), "", chosen).clicked() {
            out.push(Action::Display(DisplayPatch { theme: Some(theme), ..DisplayPatch::default() }));
        }
    }
}

fn size(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let look = &view.look;
    label::paragraph(ui, look, &look.t("settings-size"), Style::BUTTON, look.tokens.ink);
    ui.horizontal_wrapped(|ui| {
        for (percent, key) in [(100, "size-normal"), (125, "size-large"), (150, "size-larger"), (200, "size-largest")] {
            let name = look.t(key);
            let button = if look.display.text_percent == percent { Button::primary(&name) } else { Button::new(&name) };
            if button.show(ui, look).clicked() {
                out.push(Action::Display(DisplayPatch { text_percent: Some(percent), ..DisplayPatch::default() }));
            }
        }
    });
}

fn typing(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let look = &view.look;
    let Some(settings) = &view.snapshot.settings else { return };
    for (on, icon, key) in [(true, Icon::Pencil, "typing-shown"), (false, Icon::EyeOff, "typing-hidden")] {
        if choice::show(ui, look, icon, &look.t(key), "", settings.typing == on).clicked() && settings.typing != on {
            let patch = SettingsPatch { typing: Some(on), ..SettingsPatch::default() };
            out.ask(Command::Settings(command::Settings::Set(patch)), Asked::Quiet);
        }
    }
}
