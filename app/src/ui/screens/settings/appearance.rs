//! Language, text size, theme, contrast, motion and the simple view. Each takes effect at once, so that nothing has to
//! be imagined.

use egui::Ui;

use super::super::profile::{SIZES, languages};
use super::Settings;
use crate::engine::display::{Contrast, DisplayPatch, Motion, Theme};
use crate::ui::look::Look;
use crate::ui::shell::{Action, Out};
use crate::ui::text::Icon;
use crate::ui::widgets::{choice, entry, label, page};

impl Settings {
    pub(super) fn look(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        if self.languages {
            if languages(ui, look, out) {
                self.languages = false;
            }
        } else {
            let language = look.words.language().own_name();
            if entry::show(ui, look, Icon::Languages, &look.t("setting-language"), language).clicked() {
                self.languages = true;
            }
        }
        page::part(ui, look, &look.t("settings-size"));
        for (percent, key) in SIZES {
            let patch = DisplayPatch { text_percent: Some(percent), ..DisplayPatch::default() };
            option(ui, look, out, (Icon::ALargeSmall, key), look.display.text_percent == percent, patch);
        }
        simple(ui, look, out);
        page::part(ui, look, &look.t("setting-colours"));
        for (theme, icon, key) in [
            (Theme::System, Icon::Settings, "theme-system"),
            (Theme::Light, Icon::Sun, "theme-light"),
            (Theme::Dark, Icon::Moon, "theme-dark"),
        ] {
            let patch = DisplayPatch { theme: Some(theme), ..DisplayPatch::default() };
            option(ui, look, out, (icon, key), look.display.theme == theme, patch);
        }
        page::part(ui, look, &look.t("setting-contrast"));
        for (contrast, icon, key) in [
            (Contrast::System, Icon::Settings, "theme-system"),
            (Contrast::Standard, Icon::Sun, "contrast-standard"),
            (Contrast::High, Icon::Contrast, "contrast-high"),
        ] {
            let patch = DisplayPatch { contrast: Some(contrast), ..DisplayPatch::default() };
            option(ui, look, out, (icon, key), look.display.contrast == contrast, patch);
        }
        page::part(ui, look, &look.t("setting-motion"));
        for (motion, icon, key) in [
            (Motion::System, Icon::Settings, "theme-system"),
            (Motion::Full, Icon::Activity, "motion-full"),
            (Motion::Reduced, Icon::Eye, "motion-reduced"),
        ] {
            let patch = DisplayPatch { motion: Some(motion), ..DisplayPatch::default() };
            option(ui, look, out, (icon, key), look.display.motion == motion, patch);
        }
    }
}

fn simple(ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
    page::part(ui, look, &look.t("setting-simple"));
    label::hint(ui, look, &look.t("setting-simple-text"));
    for (on, icon, key) in [(false, Icon::Users, "simple-off"), (true, Icon::Heart, "simple-on")] {
        let patch = DisplayPatch { simple: Some(on), ..DisplayPatch::default() };
        option(ui, look, out, (icon, key), look.display.simple == on, patch);
    }
}

fn option(ui: &mut Ui, look: &Look<'_>, out: &mut Out, (icon, key): (Icon, &str), chosen: bool, patch: DisplayPatch) {
    if choice::show(ui, look, icon, &look.t(key), "", chosen).clicked() && !chosen {
        out.push(Action::Display(patch));
    }
}
