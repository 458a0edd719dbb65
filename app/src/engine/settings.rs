//! Preferences: what was chosen, and what holds where nothing was.

use super::command::{Settings as Verb, SettingsPatch};
use super::display::Display;
use super::event::Reply;
use super::fault::{Code, Fault};
use super::handle::Face;
use super::phase::Phase;
use super::record::Settings;
use super::run::Engine;
use super::snapshot::SettingsView;
use super::turn::{Asker, Turn};
use crate::store::SlotId;

/// Idle times that were never chosen, in a window.
const HIDE_AFTER_MS: u64 = 5 * 60 * 1000;
const LOCK_AFTER_MS: u64 = 12 * 60 * 60 * 1000;
/// An idle time below this would hide content while it is read.
const SHORTEST_IDLE_MS: u64 = 100;

/// The settings in force.
pub fn in_force(chosen: &Settings, display: &Display, face: Face) -> SettingsView {
    let (hide, lock) = match face {
        Face::Window => (HIDE_AFTER_MS, LOCK_AFTER_MS),
        Face::Program => (0, 0),
    };
    SettingsView {
        hide_after_ms: chosen.hide_after_ms.unwrap_or(hide),
        lock_after_ms: chosen.lock_after_ms.unwrap_or(lock),
        language: display.language.clone().unwrap_or_else(|| "en".into()),
        theme: display.theme,
        contrast: display.contrast,
        text_percent: display.text_percent,
        motion: display.motion,
        simple: display.simple,
        notifications: chosen.notifications.unwrap_or(true),
        typing: typing(chosen),
        offer_help: chosen.offer_help.unwrap_or(true),
    }
}

/// Whether others see when this person writes.
pub fn typing(chosen: &Settings) -> bool {
    chosen.typing.unwrap_or(true)
}

impl Engine {
    pub(super) fn settings(&mut self, turn: &mut Turn, verb: Verb, reply: Asker) {
        let outcome = match verb {
            Verb::Get => Ok(()),
            Verb::Set(patch) => self.set_settings(turn, &patch),
        };
        let Phase::Open(_, home) = &self.phase else { return turn.answer(reply, Err(Code::Locked.into())) };
        let outcome = outcome.map(|()| Reply::Settings(in_force(&home.settings, &self.shown.now, home.face)));
        turn.answer(reply, outcome);
    }

    /// All of a patch, or where any of it cannot be taken, nothing.
    fn set_settings(&mut self, turn: &mut Turn, patch: &SettingsPatch) -> Result<(), Fault> {
        let too_short = |idle: Option<u64>| idle.is_some_and(|ms| ms != 0 && ms < SHORTEST_IDLE_MS);
        if too_short(patch.hide_after_ms) || too_short(patch.lock_after_ms) {
            return Err(Fault::because(Code::InvalidParams, "idle times are 0 or at least 100"));
        }
        patch.display.check()?;
        self.set_display(turn, &patch.display)?;
        let Phase::Open(_, home) = &mut self.phase else { return Err(Code::Locked.into()) };
        let chosen = &mut home.settings;
        chosen.hide_after_ms = patch.hide_after_ms.or(chosen.hide_after_ms);
        chosen.lock_after_ms = patch.lock_after_ms.or(chosen.lock_after_ms);
        chosen.notifications = patch.notifications.or(chosen.notifications);
        chosen.typing = patch.typing.or(chosen.typing);
        chosen.offer_help = patch.offer_help.or(chosen.offer_help);
        home.shelf.save(Settings::key(), SlotId::PROFILE, &home.settings);
        turn.stale.profile = true;
        Ok(())
    }
}
