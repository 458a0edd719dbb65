//! Language, text size, theme, contrast, motion and the simple view. Each takes effect at once, so that nothing has to
//! be imagined.

use egui::{Id, Ui};

use super::super::profile::{SIZES, languages};
use super::Settings;
use crate::engine::display::{Contrast, DisplayPatch, Motion, Theme};
use crate::ui::look::Look;
use crate::ui::shell::{Action, Out};
use crate::ui::text::Icon;
use crate::ui::widgets::{card, entry, page, segment, switch};

const THEMES: [(Theme, &str); 3] =
    [(Theme::System, "theme-system"), (Theme::Light, "theme-light"), (Theme::Dark, "theme-dark")];
const CONTRASTS: [(Contrast, &str); 3] =
    [(Contrast::System, "theme-system"), (Contrast::Standard, "contrast-standard"), (Contrast::High, "contrast-high")];
const MOTIONS: [(Motion, &str); 3] =
    [(Motion::System, "theme-system"), (Motion::Full, "motion-full"), (Motion::Reduced, "motion-reduced")];

impl Settings {
    pub(super) fn look(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        if self.languages {
            page::part(ui, look, &look.t("setting-language"));
            if languages(ui, look, out) {
                self.languages = false;
            }
            return;
        }
        let shown = look.display;
        card::list(ui, look, |ui| {
            let language = look.words.language().own_name();
            if entry::show(ui, look, Icon::Languages, &look.t("setting-language"), language).clicked() {
                self.languages = true;
            }
            let (title, meaning) = (look.t("setting-simple"), look.t("setting-simple-text"));
            if switch::show(ui, look, &title, &meaning, shown.simple).clicked() {
                change(out, DisplayPatch { simple: Some(!shown.simple), ..DisplayPatch::default() });
            }
        });
        if let Some(percent) = one_of(ui, look, "settings-size", &SIZES, shown.text_percent) {
            change(out, DisplayPatch { text_percent: Some(percent), ..DisplayPatch::default() });
        }
        if let Some(theme) = one_of(ui, look, "setting-colours", &THEMES, shown.theme) {
            change(out, DisplayPatch { theme: Some(theme), ..DisplayPatch::default() });
        }
        if let Some(contrast) = one_of(ui, look, "setting-contrast", &CONTRASTS, shown.contrast) {
            change(out, DisplayPatch { contrast: Some(contrast), ..DisplayPatch::default() });
        }
        if let Some(motion) = one_of(ui, look, "setting-motion", &MOTIONS, shown.motion) {
            change(out, DisplayPatch { motion: Some(motion), ..DisplayPatch::default() });
        }
    }
}

fn change(out: &mut Out, patch: DisplayPatch) {
    out.push(Action::Display(patch));
}

/// One of a few, under a heading of its own; what was chosen just now.
fn one_of<T: Copy + PartialEq>(
    ui: &mut Ui,
    look: &Look<'_>,
    key: &'static str,
    offered: &[(T, &str)],
    now: T,
) -> Option<T> {
    let title = look.t(key);
    page::part(ui, look, &title);
    let words: Vec<String> = offered.iter().map(|(_, key)| look.t(key)).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let chosen = offered.iter().position(|(value, _)| *value == now).unwrap_or(usize::MAX);
    let pressed = segment::show(ui, look, Id::unique(key), &title, &words, chosen)?;
    offered.get(pressed).map(|(value, _)| *value)
}
