//! What others see, when Hearth hides and locks by itself, and whether it calls for attention.

use egui::{Id, Ui};

use super::View;
use crate::engine::command::{Command, Settings, SettingsPatch};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::shell::{Asked, Out};
use crate::ui::widgets::{card, label, page, segment, switch};

const MINUTE_MS: u64 = 60_000;
/// Idle times offered, in minutes; 0 is never.
const HIDE: [u64; 5] = [1, 5, 15, 30, 0];
const LOCK: [u64; 4] = [15, 60, 720, 0];

pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let look = &view.look;
    let Some(settings) = &view.snapshot.settings else { return };
    let mut set = |patch| out.ask(Command::Settings(Settings::Set(patch)), Asked::Quiet);
    card::list(ui, look, |ui| {
        let title = look.t("typing-shown");
        if switch::show(ui, look, &title, &look.t("typing-meaning"), settings.typing).clicked() {
            set(SettingsPatch { typing: Some(!settings.typing), ..SettingsPatch::default() });
        }
        let title = look.t("notices-on");
        if switch::show(ui, look, &title, &look.t("setting-notices-text"), settings.notifications).clicked() {
            set(SettingsPatch { notifications: Some(!settings.notifications), ..SettingsPatch::default() });
        }
    });
    let (title, text) = (look.t("setting-hide"), look.t("setting-hide-text"));
    if let Some(after) = times(ui, look, (&title, &text), &HIDE, settings.hide_after_ms) {
        set(SettingsPatch { hide_after_ms: Some(after), ..SettingsPatch::default() });
    }
    let (title, text) = (look.t("setting-lock"), look.t("setting-lock-text"));
    if let Some(after) = times(ui, look, (&title, &text), &LOCK, settings.lock_after_ms) {
        set(SettingsPatch { lock_after_ms: Some(after), ..SettingsPatch::default() });
    }
}

/// One of a few times; the one that was chosen just now.
fn times(ui: &mut Ui, look: &Look<'_>, (title, text): (&str, &str), offered: &[u64], now_ms: u64) -> Option<u64> {
    page::part(ui, look, title);
    label::hint(ui, look, text);
    let words: Vec<String> = offered.iter().map(|minutes| idle(look, *minutes)).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    // A time that a program set is none of those offered.
    let chosen = offered.iter().position(|minutes| minutes * MINUTE_MS == now_ms).unwrap_or(usize::MAX);
    let pressed = segment::show(ui, look, Id::unique(title), title, &words, chosen)?;
    offered.get(pressed).map(|minutes| minutes * MINUTE_MS)
}

fn idle(look: &Look<'_>, minutes: u64) -> String {
    match minutes {
        0 => look.t("idle-never"),
        60.. => look.say("idle-hours", &[("count", Arg::Count(minutes / 60))]),
        _ => look.say("idle-minutes", &[("count", Arg::Count(minutes))]),
    }
}
