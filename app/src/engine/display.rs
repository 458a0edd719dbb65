//! How the window looks: language, theme, contrast, text size, motion, simple view, and where it stood.
//!
//! All of it must be known before anything is unlocked, so it lies in clear in the profile's folder and says nothing
//! about the person beyond what their screen shows. A damaged file counts as none. The sealed settings keep the
//! language too, so that it comes along to another computer.

use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::event::Reply;
use super::fault::{Code, Fault};
use super::phase::Phase;
use super::record::Settings;
use super::run::Engine;
use super::turn::{Asker, Turn};
use crate::store::{self, SlotId};

/// The form of the file.
const VERSION: u32 = 1;
/// Text sizes that can be chosen, in per cent.
const PERCENT: std::ops::RangeInclusive<u16> = 100..=200;

/// How the window looks on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Display {
    /// Interface language, a BCP 47 tag; `None` while nobody chose one.
    pub language: Option<String>,
    /// Light or dark.
    pub theme: Theme,
    /// How strongly things stand out.
    pub contrast: Contrast,
    /// Size of everything, in per cent: 100 to 200.
    pub text_percent: u16,
    /// Whether things may move.
    pub motion: Motion,
    /// One thing per screen, larger still.
    pub simple: bool,
    /// Where the window stood last.
    pub place: Option<Place>,
}

impl Default for Display {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            contrast: Contrast::System,
            text_percent: *PERCENT.start(),
            motion: Motion::System,
            simple: false,
            place: None,
        }
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the desktop says.
    #[default]
    System,
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

/// How strongly things stand out from their ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contrast {
    /// As the desktop says.
    #[default]
    System,
    /// The design's own colours.
    Standard,
    /// Black, white and strong edges.
    High,
}

/// Whether things may move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Motion {
    /// As the desktop says.
    #[default]
    System,
    /// Short fades and slides.
    Full,
    /// Nothing moves.
    Reduced,
}

/// Where a window stood, in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Left edge; negative on a screen to the left.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width of its content.
    pub width: u32,
    /// Height of its content.
    pub height: u32,
    /// Whether it filled the screen; the rest is where it goes back to.
    pub maximized: bool,
}

/// Fields of [`Display`] to change; absent ones stay.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DisplayPatch {
    /// Interface language, a BCP 47 tag.
    pub language: Option<String>,
    /// Light or dark.
    pub theme: Option<Theme>,
    /// How strongly things stand out.
    pub contrast: Option<Contrast>,
    /// Size of everything, in per cent.
    pub text_percent: Option<u16>,
    /// Whether things may move.
    pub motion: Option<Motion>,
    /// One thing per screen.
    pub simple: Option<bool>,
    /// Where the window stands.
    pub place: Option<Place>,
}

impl DisplayPatch {
    /// Whether every given field can be taken.
    pub(super) fn check(&self) -> Result<(), Fault> {
        if self.language.as_deref().is_some_and(|tag| !language_tag(tag)) {
            return Err(Fault::because(Code::InvalidParams, "language"));
        }
        if self.text_percent.is_some_and(|percent| !PERCENT.contains(&percent)) {
            return Err(Fault::because(Code::InvalidParams, "text_percent is 100 to 200"));
        }
        Ok(())
    }
}

impl Display {
    /// The same with a patch's fields.
    #[must_use]
    pub fn patched(mut self, patch: &DisplayPatch) -> Self {
        self.language = patch.language.clone().or(self.language);
        self.theme = patch.theme.unwrap_or(self.theme);
        self.contrast = patch.contrast.unwrap_or(self.contrast);
        self.text_percent = patch.text_percent.unwrap_or(self.text_percent);
        self.motion = patch.motion.unwrap_or(self.motion);
        self.simple = patch.simple.unwrap_or(self.simple);
        self.place = patch.place.or(self.place);
        self
    }

    /// What the file holds; anything else than what [`Display::encode`] writes counts as nothing.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Self {
        let kept: Option<Kept> = serde_json::from_slice(bytes).ok().filter(|kept: &Kept| kept.version == VERSION);
        let mut display = kept.map(|kept| kept.display).unwrap_or_default();
        display.language = display.language.filter(|tag| language_tag(tag));
        display.text_percent = display.text_percent.clamp(*PERCENT.start(), *PERCENT.end());
        display
    }

    /// What the file is to hold.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(&Kept { version: VERSION, display: self.clone() }).unwrap_or_default()
    }
}

#[derive(Serialize, Deserialize)]
struct Kept {
    version: u32,
    #[serde(flatten)]
    display: Display,
}

/// The display in force and the folder that keeps it.
#[derive(Debug)]
pub(super) struct Shown {
    pub now: Arc<Display>,
    folder: PathBuf,
    /// An erased profile leaves nothing behind: what is chosen after it stays in memory until the next one is made.
    pub kept: bool,
}

impl Shown {
    /// What the folder keeps.
    pub fn read(folder: PathBuf) -> Self {
        let now = store::display(&folder).map_or_else(Display::default, |bytes| Display::decode(&bytes));
        Self { now: Arc::new(now), folder, kept: true }
    }

    /// Keeps what a patch changes.
    pub fn change(&mut self, patch: &DisplayPatch) -> Result<(), Fault> {
        let next = self.now.as_ref().clone().patched(patch);
        if next == *self.now {
            return Ok(());
        }
        if self.kept {
            store::set_display(&self.folder, &next.encode()).map_err(|error| super::profile::fault(&error))?;
        }
        self.now = Arc::new(next);
        Ok(())
    }

    /// A profile was made: what was chosen is kept again.
    pub fn keep(&mut self) {
        if !std::mem::replace(&mut self.kept, true)
            && let Err(error) = store::set_display(&self.folder, &self.now.encode())
        {
            tracing::warn!(%error, "Failed to keep how the window looks");
        }
    }
}

impl Engine {
    /// Changes how the window looks, whether or not anything is unlocked.
    pub(super) fn display(&mut self, turn: &mut Turn, patch: &DisplayPatch, reply: Asker) {
        let outcome = patch.check().and_then(|()| self.set_display(turn, patch));
        turn.answer(reply, outcome.map(|()| Reply::Done {}));
    }

    pub(super) fn set_display(&mut self, turn: &mut Turn, patch: &DisplayPatch) -> Result<(), Fault> {
        self.shown.change(patch)?;
        if let (Some(language), Phase::Open(_, home)) = (&patch.language, &mut self.phase) {
            home.settings.language = Some(language.clone());
            home.shelf.save(Settings::key(), SlotId::PROFILE, &home.settings);
        }
        turn.stale.profile = true;
        Ok(())
    }

    /// A profile that came from another computer brings its language where nobody chose one here.
    pub(super) fn adopt_language(&mut self, turn: &mut Turn) {
        self.shown.keep();
        let Phase::Open(_, home) = &mut self.phase else { return };
        if let Some(language) = self.shown.now.language.as_ref().filter(|_| home.settings.language.is_none()) {
            // Chosen before there was a profile.
            home.settings.language = Some(language.clone());
            home.shelf.save(Settings::key(), SlotId::PROFILE, &home.settings);
        }
        if self.shown.now.language.is_none() && home.settings.language.is_some() {
            let patch = DisplayPatch { language: home.settings.language.clone(), ..DisplayPatch::default() };
            if let Err(fault) = self.set_display(turn, &patch) {
                tracing::warn!(code = fault.code.as_str(), "Failed to keep the language");
            }
        }
    }
}

/// The shape of a BCP 47 tag: letters and digits in groups of at most eight, the first of them letters.
fn language_tag(tag: &str) -> bool {
    tag.len() <= 35
        && tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
        && tag.split('-').next().is_some_and(|first| first.len() >= 2 && first.bytes().all(|b| b.is_ascii_alphabetic()))
}

#[cfg(test)]
#[path = "display_tests.rs"]
mod tests;
