//! The answer about one file: as programs read it, one object, and as people read it, plain sentences with the limits.

use serde::Serialize;

use crate::Unreadable;
use crate::pack::Pack;

use super::explain::Explanation;
use super::rating::Rating;

/// The only three answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Radiologists would likely call a spot suspicious.
    Raised,
    /// No such spot was found; that rules nothing out.
    NotRaised,
    /// Nothing can be said.
    CannotAssess,
}

/// Why nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A photo, a chart, a screenshot, another part of the body.
    NotAScan,
    /// The lungs are black: nothing inside them can be judged.
    NoLungDetail,
    /// A kind of picture that no installed pack is for.
    NoModelForModality,
    /// Turned or mirrored.
    Orientation,
    /// Blank, too small, blurred, inverted, tiled, or unlike every scan that was learned from.
    Quality,
    /// The file could not be read.
    Unreadable,
}

impl Reason {
    /// By the name it has in a pack.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "not_a_scan" => Some(Self::NotAScan),
            "no_lung_detail" => Some(Self::NoLungDetail),
            "no_model_for_modality" => Some(Self::NoModelForModality),
            "orientation" => Some(Self::Orientation),
            "quality" => Some(Self::Quality),
            _ => None,
        }
    }

    /// For people.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NotAScan => "this does not look like a CT slice of the lungs",
            Self::NoLungDetail => "the lungs are black here, so nothing inside them can be judged; use a lung window",
            Self::NoModelForModality => "there is no model for this kind of picture, only for CT",
            Self::Orientation => {
                "the slice lies turned or mirrored; upright, as radiologists read it, it can be judged"
            }
            Self::Quality => {
                "the picture is blank, too small, blurred, altered, or unlike the scans the model learned from"
            }
            Self::Unreadable => "the file could not be read",
        }
    }
}

/// A spot and its rating.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// From the left, in pixels of the file.
    pub x: f64,
    /// From the top, in pixels of the file.
    pub y: f64,
    /// In pixels of the file.
    pub diameter_px: f32,
    /// In 0..1.
    pub suspicion: f32,
}

impl Candidate {
    /// A spot at a place, `scale` pixels of the file for each of the patch.
    #[must_use]
    pub fn new(x: f64, y: f64, rating: &Rating, scale: f64) -> Self {
        let tenth = |value: f64| (value * 10.0).round() / 10.0;
        let diameter_px = (f64::from(rating.diameter_px) * scale) as f32;
        Self { x: tenth(x), y: tenth(y), diameter_px, suspicion: rating.suspicion }
    }
}

/// What can be said about a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// DICOM's own code, or what a JPEG or PNG was recognised as; `None` where that cannot be told.
    pub modality: Option<String>,
    /// The answer.
    pub outcome: Outcome,
    /// Of the most suspicious spot, in 0..1.
    pub suspicion: Option<f32>,
    /// Around it.
    pub interval: Option<[f32; 2]>,
    /// Why nothing can be said.
    pub reason: Option<Reason>,
    /// All spots, the one most worth a look first.
    pub candidates: Vec<Candidate>,
    /// More about the reason, for people.
    pub detail: Option<Detail>,
    /// What made the most suspicious spot so, where that was asked.
    pub explanation: Option<Explanation>,
}

/// More about a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Why the file could not be read.
    File(Unreadable),
    /// The mark lies outside a picture of this size.
    Outside {
        /// Pixels across.
        width: usize,
        /// Pixels down.
        height: usize,
    },
}

impl Finding {
    /// Nothing can be said, for this reason.
    #[must_use]
    pub const fn refused(modality: Option<String>, reason: Reason) -> Self {
        Self {
            modality,
            outcome: Outcome::CannotAssess,
            suspicion: None,
            interval: None,
            reason: Some(reason),
            candidates: Vec::new(),
            detail: None,
            explanation: None,
        }
    }

    /// The file could not be read.
    #[must_use]
    pub fn unreadable(why: Unreadable) -> Self {
        Self { detail: Some(Detail::File(why)), ..Self::refused(None, Reason::Unreadable) }
    }

    /// The mark lies outside the picture.
    #[must_use]
    pub fn outside(modality: Option<String>, width: usize, height: usize) -> Self {
        Self { detail: Some(Detail::Outside { width, height }), ..Self::refused(modality, Reason::Quality) }
    }

    /// The same of a known kind of picture.
    #[must_use]
    pub fn of(self, modality: &str) -> Self {
        Self { modality: Some(modality.to_owned()), ..self }
    }

    /// As programs read it.
    #[must_use]
    pub fn report(&self, file: &str, pack: &Pack) -> Report {
        let manifest = pack.manifest();
        Report {
            file: file.to_owned(),
            purpose: "research",
            modality: self.modality.clone(),
            outcome: self.outcome,
            suspicion: self.suspicion,
            interval: self.interval,
            reason: self.reason,
            candidates: self.candidates.clone(),
            model: ModelName {
                id: manifest.id.clone(),
                version: manifest.version.clone(),
                sha256: pack.sha256().to_owned(),
            },
        }
    }

    /// As people read it: what was found, how sure that is, and what it does not mean.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        let percent = |share: f32| format!("{:.0} %", share * 100.0);
        let mut lines = match (self.outcome, self.reason, self.detail) {
            (_, _, Some(Detail::File(why))) => vec![format!("{why}.")],
            (_, _, Some(Detail::Outside { width, height })) => {
                vec![format!("The mark lies outside the picture, which is {width} by {height} pixels.")]
            }
            (Outcome::CannotAssess, reason, None) => {
                vec![format!("Cannot assess: {}.", reason.unwrap_or(Reason::Quality).sentence())]
            }
            (Outcome::Raised, ..) => vec!["Raised suspicion: look at the marked spots.".to_owned()],
            (Outcome::NotRaised, ..) if self.candidates.is_empty() => {
                vec!["Not raised: no spot was found. That does not rule anything out.".to_owned()]
            }
            (Outcome::NotRaised, ..) => vec!["Not raised. That does not rule anything out.".to_owned()],
        };
        if let (Some(suspicion), Some([low, high])) = (self.suspicion, self.interval) {
            lines.push(format!(
                "Radiologists' suspicion, as the model estimates it: {}; they rated nine in ten such spots between {} and {}.",
                percent(suspicion),
                percent(low),
                percent(high)
            ));
        }
        for spot in &self.candidates {
            let Candidate { x, y, diameter_px, suspicion } = spot;
            let share = percent(*suspicion);
            lines.push(format!("Spot at {x:.0}, {y:.0}: about {diameter_px:.0} pixels across, suspicion {share}."));
        }
        lines
    }
}

/// One object a file; the names are stable.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    file: String,
    #[serde(rename = "use")]
    purpose: &'static str,
    modality: Option<String>,
    outcome: Outcome,
    suspicion: Option<f32>,
    interval: Option<[f32; 2]>,
    reason: Option<Reason>,
    candidates: Vec<Candidate>,
    model: ModelName,
}

/// Which model answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct ModelName {
    id: String,
    version: String,
    sha256: String,
}

#[cfg(test)]
#[path = "report_tests.rs"]
mod tests;
