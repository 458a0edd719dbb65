//! Is this what the pack was made for? The gate's thresholds, and the reason given where the answer is no.

use crate::Error;
use crate::pack::manifest::{Gate, PatchGate};

use super::report::Reason;

/// What the gate's network answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// For each class of the pack.
    pub probs: Vec<f32>,
    /// From what the networks learned.
    pub distance: f32,
    /// What they cannot explain of the picture.
    pub residual: f32,
}

impl Answer {
    /// From the network's outputs.
    ///
    /// # Errors
    /// Where one is missing or has another size than the pack names.
    pub fn of(answers: Vec<Vec<f32>>, classes: usize) -> Result<Self, Error> {
        let mut answers = answers.into_iter();
        let mut next = || answers.next().unwrap_or_default();
        let (probs, distance, residual) = (next(), next(), next());
        match (distance.first(), residual.first()) {
            (Some(&distance), Some(&residual)) if probs.len() == classes => Ok(Self { probs, distance, residual }),
            _ => Err(Error::Model("its gate has not the outputs that its pack names".into())),
        }
    }

    fn accepted(&self, gate: &Gate) -> f32 {
        self.classes(gate).filter(|(class, _)| gate.accept.contains(class)).map(|(_, prob)| prob).sum()
    }

    /// The likeliest of the classes that are not let through.
    fn other<'g>(&self, gate: &'g Gate) -> &'g str {
        let mut best: Option<(&str, f32)> = None;
        for (class, prob) in self.classes(gate).filter(|(class, _)| !gate.accept.contains(class)) {
            if best.is_none_or(|(_, most)| prob > most) {
                best = Some((class, prob));
            }
        }
        best.map_or("", |(class, _)| class)
    }

    fn classes<'g>(&self, gate: &'g Gate) -> impl Iterator<Item = (&'g String, f32)> {
        gate.classes.iter().zip(self.probs.clone())
    }
}

/// Whether a picture is let through.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It is.
    Passes,
    /// It is not.
    Refused {
        /// Why.
        reason: Reason,
        /// What kind of picture it seems to be, where that can be told.
        modality: Option<String>,
    },
}

/// For one patch: the right kind, and near enough to what the networks learned.
#[must_use]
pub fn patch(gate: &Gate, answer: &Answer) -> Verdict {
    within(gate, &gate.patch, answer)
}

/// For a tile of a slice: as a patch, with limits of its own where the pack has them.
#[must_use]
pub fn tile(gate: &Gate, answer: &Answer) -> Verdict {
    within(gate, gate.slice.tile.as_ref().unwrap_or(&gate.patch), answer)
}

fn within(gate: &Gate, limits: &PatchGate, answer: &Answer) -> Verdict {
    if answer.accepted(gate) < limits.min_accept {
        return by_class(gate, answer.other(gate));
    }
    if answer.distance <= limits.max_distance && answer.residual <= limits.max_residual {
        return Verdict::Passes;
    }
    // It looks like a scan but is unlike every one that was learned from.
    match answer.other(gate) {
        "not_a_scan" | "xray" => Verdict::Refused { reason: Reason::NotAScan, modality: None },
        _ => Verdict::Refused { reason: Reason::Quality, modality: None },
    }
}

/// For a whole slice: the right kind.
#[must_use]
pub fn slice(gate: &Gate, answer: &Answer) -> Verdict {
    if answer.accepted(gate) >= gate.slice.min_accept { Verdict::Passes } else { by_class(gate, answer.other(gate)) }
}

fn by_class(gate: &Gate, class: &str) -> Verdict {
    let reason = gate.reasons.get(class).and_then(|reason| Reason::named(reason)).unwrap_or(Reason::Quality);
    let modality = match class {
        "xray" => Some("X-ray".to_owned()),
        "no_lung_detail" | "orientation" => Some("CT".to_owned()),
        _ => None,
    };
    Verdict::Refused { reason, modality }
}

#[cfg(test)]
#[path = "gate_tests.rs"]
mod tests;
