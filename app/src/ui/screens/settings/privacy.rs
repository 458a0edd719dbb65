//! What others see, when Hearth hides and locks by itself, and whether it calls for attention.

use egui::Ui;

use super::View;
use crate::engine::command::{Command, Settings, SettingsPatch};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::shell::{Asked, Out};
use crate::ui::text::Icon;
use crate::ui::widgets::{choice, label, page};

const MINUTE_MS: u64 = 60_000;
/// Idle times offered, in minutes; 0 is never.
const HIDE: [u64; 5] = [1, 5, 15, 30, 0];
const LOCK: [u64; 4] = [15, 60, 720, 0];

pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let look = &view.look;
    let Some(settings) = &view.snapshot.settings else { return };
    for (on, icon, key) in [(true, Icon::Pencil, "typing-shown"), (false, Icon::EyeOff, "typing-hidden")] {
        let patch = SettingsPatch { typing: Some(on), ..SettingsPatch::default() };
        option(ui, look, out, icon, &look.t(key), settings.typing == on, patch);
    }
    page::part(ui, look, &look.t("setting-notices"));
    label::hint(ui, look, &look.t("setting-notices-text"));
    for (on, icon, key) in [(true, Icon::Bell, "notices-on"), (false, Icon::EyeOff, "notices-off")] {
        let patch = SettingsPatch { notifications: Some(on), ..SettingsPatch::default() };
        option(ui, look, out, icon, &look.t(key), settings.notifications == on, patch);
    }
    page::part(ui, look, &look.t("setting-hide"));
    label::hint(ui, look, &look.t("setting-hide-text"));
    for minutes in HIDE {
        let after = minutes * MINUTE_MS;
        let patch = SettingsPatch { hide_after_ms: Some(after), ..SettingsPatch::default() };
        option(ui, look, out, Icon::EyeOff, &idle(look, minutes), settings.hide_after_ms == after, patch);
    }
    page::part(ui, look, &look.t("setting-lock"));
    label::hint(ui, look, &look.t("setting-lock-text"));
    for minutes in LOCK {
        let after = minutes * MINUTE_MS;
        let patch = SettingsPatch { lock_after_ms: Some(after), ..SettingsPatch::default() };
        option(ui, look, out, Icon::Lock, &idle(look, minutes), settings.lock_after_ms == after, patch);
    }
}

fn idle(look: &Look<'_>, minutes: u64) -> String {
    match minutes {
        0 => look.t("idle-never"),
        60.. => look.say("idle-hours", &[("count", Arg::Count(minutes / 60))]),
        _ => look.say("idle-minutes", &[("count", Arg::Count(minutes))]),
    }
}

fn option(ui: &mut Ui, look: &Look<'_>, out: &mut Out, icon: Icon, said: &str, chosen: bool, patch: SettingsPatch) {
    if choice::show(ui, look, icon, said, "", chosen).clicked() && !chosen {
        out.ask(Command::Settings(Settings::Set(patch)), Asked::Quiet);
    }
}
