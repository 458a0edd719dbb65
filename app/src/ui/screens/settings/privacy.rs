//! What others see, when Hearth hides and locks by itself, and whether it calls for attention.

use egui::Ui;

use super::question::{Question, answered, choose, heading, one_of};
use super::{Settings, View};
use crate::engine::command::{self, Command, SettingsPatch};
use crate::engine::snapshot::SettingsView;
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::shell::{Asked, Out};
use crate::ui::text::Icon;
use crate::ui::widgets::{card, label, switch};

const MINUTE_MS: u64 = 60_000;
/// Idle times offered, in minutes; 0 is never.
const HIDE: [u64; 5] = [1, 5, 15, 30, 0];
const LOCK: [u64; 4] = [15, 60, 720, 0];

impl Settings {
    pub(super) fn privacy(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        let Some(settings) = &view.snapshot.settings else { return };
        if let Some(question) = self.asking {
            let (text, offered, now_ms) = idle_question(look, settings, question);
            label::hint(ui, look, &text);
            if let Some(after) = choose(ui, look, question, &offered, now_ms) {
                set(out, idle_patch(question, after));
            }
            return;
        }
        let simple = look.display.simple;
        card::list(ui, look, |ui| {
            switches(ui, look, out, settings);
            for question in [Question::Hide, Question::Lock].into_iter().filter(|_| simple) {
                let (_, offered, now_ms) = idle_question(look, settings, question);
                self.lead_to(ui, look, question, answered(&offered, now_ms));
            }
        });
        for question in [Question::Hide, Question::Lock].into_iter().filter(|_| !simple) {
            let (text, offered, now_ms) = idle_question(look, settings, question);
            heading(ui, look, question);
            label::hint(ui, look, &text);
            if let Some(after) = one_of(ui, look, question, &offered, now_ms) {
                set(out, idle_patch(question, after));
            }
        }
    }
}

fn set(out: &mut Out, patch: SettingsPatch) {
    out.ask(Command::Settings(command::Settings::Set(patch)), Asked::Quiet);
}

fn switches(ui: &mut Ui, look: &Look<'_>, out: &mut Out, settings: &SettingsView) {
    let none = SettingsPatch::default;
    let (typing, offer, notices) = (settings.typing, settings.offer_help, settings.notifications);
    for (icon, title, meaning, on, turned) in [
        (Icon::Pencil, "typing-shown", "typing-meaning", typing, SettingsPatch { typing: Some(!typing), ..none() }),
        (Icon::HandHeart, "offer-on", "offer-on-text", offer, SettingsPatch { offer_help: Some(!offer), ..none() }),
        (
            Icon::Bell,
            "notices-on",
            "setting-notices-text",
            notices,
            SettingsPatch { notifications: Some(!notices), ..none() },
        ),
    ] {
        if switch::show(ui, look, icon, (&look.t(title), &look.t(meaning)), on).clicked() {
            set(out, turned);
        }
    }
}

/// What is to be known of hiding or locking, the times offered, and the one in force.
fn idle_question(look: &Look<'_>, settings: &SettingsView, question: Question) -> (String, Vec<(u64, String)>, u64) {
    let (text, offered, now_ms): (_, &[u64], _) = if question == Question::Hide {
        ("setting-hide-text", &HIDE, settings.hide_after_ms)
    } else {
        ("setting-lock-text", &LOCK, settings.lock_after_ms)
    };
    let offered = offered.iter().map(|minutes| (minutes * MINUTE_MS, idle(look, *minutes))).collect();
    (look.t(text), offered, now_ms)
}

fn idle_patch(question: Question, after_ms: u64) -> SettingsPatch {
    if question == Question::Hide {
        SettingsPatch { hide_after_ms: Some(after_ms), ..SettingsPatch::default() }
    } else {
        SettingsPatch { lock_after_ms: Some(after_ms), ..SettingsPatch::default() }
    }
}

fn idle(look: &Look<'_>, minutes: u64) -> String {
    match minutes {
        0 => look.t("idle-never"),
        60.. => look.say("idle-hours", &[("count", Arg::Count(minutes / 60))]),
        _ => look.say("idle-minutes", &[("count", Arg::Count(minutes))]),
    }
}
