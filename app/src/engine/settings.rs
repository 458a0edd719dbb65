//! Preferences: what was chosen, and what holds where nothing was.

use super::command::{Settings as Verb, SettingsPatch};
use super::event::Reply;
use super::fault::{Code, Fault};
use super::handle::Face;
use super::home::Home;
use super::record::Settings;
use super::snapshot::SettingsView;
use super::turn::{Asker, Turn};
use crate::store::SlotId;

/// Idle times that were never chosen, in a window.
const HIDE_AFTER_MS: u64 = 5 * 60 * 1000;
const LOCK_AFTER_MS: u64 = 12 * 60 * 60 * 1000;
/// An idle time below this would hide content while it is read.
const SHORTEST_IDLE_MS: u64 = 100;

/// The settings in force.
pub fn in_force(chosen: &Settings, face: Face) -> SettingsView {
    let (hide, lock) = match face {
        Face::Window => (HIDE_AFTER_MS, LOCK_AFTER_MS),
        Face::Program => (0, 0),
    };
    SettingsView {
        hide_after_ms: chosen.hide_after_ms.unwrap_or(hide),
        lock_after_ms: chosen.lock_after_ms.unwrap_or(lock),
        language: chosen.language.clone().unwrap_or_else(|| "en".into()),
        notifications: chosen.notifications.unwrap_or(true),
        typing: chosen.typing.unwrap_or(true),
    }
}

impl Home {
    pub(super) fn settings(&mut self, turn: &mut Turn, verb: Verb, reply: Asker) {
        let outcome = match verb {
            Verb::Get => Ok(()),
            Verb::Set(patch) => self.set_settings(turn, patch),
        };
        let outcome = outcome.map(|()| Reply::Settings(in_force(&self.settings, self.face)));
        turn.answer(reply, outcome);
    }

    fn set_settings(&mut self, turn: &mut Turn, patch: SettingsPatch) -> Result<(), Fault> {
        let too_short = |idle: Option<u64>| idle.is_some_and(|ms| ms != 0 && ms < SHORTEST_IDLE_MS);
        if too_short(patch.hide_after_ms) || too_short(patch.lock_after_ms) {
            return Err(Fault::because(Code::InvalidParams, "idle times are 0 or at least 100"));
        }
        if patch.language.as_deref().is_some_and(|tag| !language_tag(tag)) {
            return Err(Fault::because(Code::InvalidParams, "language"));
        }
        let chosen = &mut self.settings;
        chosen.hide_after_ms = patch.hide_after_ms.or(chosen.hide_after_ms);
        chosen.lock_after_ms = patch.lock_after_ms.or(chosen.lock_after_ms);
        chosen.language = patch.language.or(chosen.language.take());
        chosen.notifications = patch.notifications.or(chosen.notifications);
        chosen.typing = patch.typing.or(chosen.typing);
        self.shelf.save(Settings::key(), SlotId::PROFILE, &self.settings);
        turn.stale.profile = true;
        Ok(())
    }
}

/// The shape of a BCP 47 tag: letters and digits in groups of at most eight, the first of them letters.
fn language_tag(tag: &str) -> bool {
    tag.len() <= 35
        && tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
        && tag.split('-').next().is_some_and(|first| first.len() >= 2 && first.bytes().all(|b| b.is_ascii_alphabetic()))
}
