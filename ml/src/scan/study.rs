//! One picture's way through a pack: gate, spots, rating, explanation. Every threshold is the pack's; nothing here is
//! tuned. What cannot be judged is refused with a reason, and never guessed at.

use crate::job::Watch;
use crate::pack::{Manifest, Pack};
use crate::{Error, Unreadable};

use super::dicom::{Content, Curve, Dicom, Frame, Window};
use super::explain::{self, Explanation};
use super::gate::{self, Verdict};
use super::networks::Networks;
use super::plane::SIDE;
use super::rating::Rating;
use super::report::{Candidate, Finding, Outcome, Reason};
use super::{Decoded, Picture, Plane, finder};

/// What is asked about a picture.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Question {
    /// Find spots in a slice and rate them.
    #[default]
    Slice,
    /// Rate the picture as one spot in its middle.
    Patch,
    /// Rate the spot that a person marked, in pixels of the picture.
    Mark {
        /// From the left.
        x: f64,
        /// From the top.
        y: f64,
    },
}

/// Whether the rating is explained too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Explained {
    /// Only rated.
    #[default]
    No,
    /// With a heat map.
    Yes,
}

/// A pack with its networks, each loaded when first needed and kept.
#[derive(Debug)]
pub struct Study {
    pack: Pack,
    networks: Networks,
}

impl Study {
    /// A study with a pack.
    #[must_use]
    pub fn new(pack: Pack) -> Self {
        Self { pack, networks: Networks::default() }
    }

    /// The pack.
    #[must_use]
    pub const fn pack(&self) -> &Pack {
        &self.pack
    }

    fn manifest(&self) -> &Manifest {
        self.pack.manifest()
    }

    /// Says what can be said about a decoded file.
    ///
    /// # Errors
    /// Where a network fails, or the work was stopped. A picture that cannot be judged is no error.
    pub fn inspect(
        &self,
        decoded: Result<Decoded, Unreadable>,
        question: Question,
        explained: Explained,
        watch: &Watch,
    ) -> Result<Finding, Error> {
        let (picture, modality) = match decoded {
            Err(why) => return Ok(Finding::unreadable(why)),
            Ok(Decoded::Raster(picture)) => (picture, None),
            Ok(Decoded::Dicom(file)) => match self.shown(file) {
                Ok((picture, modality)) => (picture, Some(modality)),
                Err(finding) => return Ok(*finding),
            },
        };
        let asked = Asked { study: self, question, explained, watch, modality };
        asked.picture(&picture)
    }

    /// The picture of a DICOM file that this pack is for; the answer where it is not.
    fn shown(&self, file: Dicom) -> Result<(Picture, String), Box<Finding>> {
        let modality = file.modality.clone();
        if modality != self.manifest().modality {
            return Err(Box::new(Finding::refused(Some(modality), Reason::NoModelForModality)));
        }
        let frame = file.frame.map_err(|why| Box::new(Finding::unreadable(why).of(&modality)))?;
        let picture =
            self.windowed(frame).ok_or_else(|| Box::new(Finding::refused(Some(modality.clone()), Reason::Quality)))?;
        Ok((picture, modality))
    }

    /// Values with a unit through the pack's window; a copy of a screen, which has none, as it is.
    fn windowed(&self, frame: Frame) -> Option<Picture> {
        let window = &self.manifest().window;
        let screen = matches!(frame.content, Content::Grey { rescaled: false, bits: ..=8, .. });
        match Window::new(window.centre_hu, window.width_hu, Curve::Exact) {
            Some(window) if !screen => frame.inside(window),
            _ => frame.shown(),
        }
    }
}

/// One question about one picture.
struct Asked<'s> {
    study: &'s Study,
    question: Question,
    explained: Explained,
    watch: &'s Watch,
    modality: Option<String>,
}

/// The picture as the networks see it, and how far apart its pixels are in the file's.
struct View<'p> {
    plane: std::borrow::Cow<'p, Plane>,
    across: f64,
    down: f64,
}

impl<'p> View<'p> {
    fn of(plane: &'p Plane, manifest: &Manifest) -> Self {
        if plane.sides().0 <= manifest.slice.max_side {
            return Self { plane: std::borrow::Cow::Borrowed(plane), across: 1.0, down: 1.0 };
        }
        let smaller = plane.with_longer_side(manifest.slice.resample_to);
        let across = plane.width() as f64 / smaller.width() as f64;
        let down = plane.height() as f64 / smaller.height() as f64;
        Self { plane: std::borrow::Cow::Owned(smaller), across, down }
    }
}

impl Asked<'_> {
    fn picture(&self, picture: &Picture) -> Result<Finding, Error> {
        let manifest = self.study.manifest();
        let limits = &manifest.gate;
        if picture.chroma > limits.max_chroma {
            return Ok(self.refused(Reason::NotAScan));
        }
        let (longer, shorter) = picture.plane.sides();
        if picture.plane.range() < limits.min_range || shorter < limits.min_side {
            return Ok(self.refused(Reason::Quality));
        }
        let patch = longer <= limits.patch_max_side;
        if self.question == Question::Patch {
            return if patch { self.patch(&picture.plane) } else { self.too_large_for_a_patch(picture) };
        }
        let view = View::of(&picture.plane, manifest);
        if let Some(refusal) = if patch { self.patch_gate(&view.plane.centre_crop())? } else { self.slice_gate(&view)? }
        {
            return Ok(refusal);
        }
        self.slice(picture, &view)
    }

    fn refused(&self, reason: Reason) -> Finding {
        Finding::refused(self.modality.clone(), reason)
    }

    /// The answer of a gate that did not let a picture through; `None` where it did.
    fn barred(&self, verdict: Verdict) -> Option<Finding> {
        match verdict {
            Verdict::Passes => None,
            Verdict::Refused { reason, modality } => {
                let modality = self.modality.clone().or(modality);
                Some(Finding::refused(modality, reason))
            }
        }
    }

    fn patch_gate(&self, crop: &Plane) -> Result<Option<Finding>, Error> {
        self.watch.expect(1);
        self.watch.step()?;
        let answer = self.study.networks.gate(&self.study.pack, crop)?;
        Ok(self.barred(gate::patch(&self.study.manifest().gate, &answer)))
    }

    fn whole_gate(&self, plane: &Plane) -> Result<Option<Finding>, Error> {
        self.watch.expect(1);
        self.watch.step()?;
        let answer = self.study.networks.gate(&self.study.pack, &plane.letterbox())?;
        Ok(self.barred(gate::slice(&self.study.manifest().gate, &answer)))
    }

    /// The whole picture first, then its tiles until enough of them pass.
    fn slice_gate(&self, view: &View<'_>) -> Result<Option<Finding>, Error> {
        if let Some(refusal) = self.whole_gate(&view.plane)? {
            return Ok(Some(refusal));
        }
        let manifest = self.study.manifest();
        let mut missing = manifest.gate.slice.min_tiles;
        for tile in &finder::tiles(&view.plane, &manifest.finder) {
            if missing == 0 {
                break;
            }
            self.watch.expect(1);
            self.watch.step()?;
            let answer = self.study.networks.gate(&self.study.pack, &tile.plane)?;
            missing -= usize::from(matches!(gate::tile(&manifest.gate, &answer), Verdict::Passes));
        }
        Ok((missing > 0).then(|| Finding::refused(self.ct(), Reason::NoLungDetail)))
    }

    /// The kind of picture, once the gate has let it through.
    fn ct(&self) -> Option<String> {
        self.modality.clone().or_else(|| Some(self.study.manifest().modality.clone()))
    }

    fn too_large_for_a_patch(&self, picture: &Picture) -> Result<Finding, Error> {
        let view = View::of(&picture.plane, self.study.manifest());
        Ok(self.slice_gate(&view)?.unwrap_or_else(|| Finding::refused(self.ct(), Reason::Quality)))
    }

    fn patch(&self, plane: &Plane) -> Result<Finding, Error> {
        let crop = plane.centre_crop();
        if let Some(refusal) = self.patch_gate(&crop)? {
            return Ok(refusal);
        }
        let (x, y) = (plane.width() as f64 / 2.0, plane.height() as f64 / 2.0);
        let rating = self.rate(&crop)?;
        let explanation = self.explain(plane, &crop, (x, y), (1.0, 1.0))?;
        Ok(self.found(&[(Candidate::new(x, y, &rating, 1.0), rating)], explanation))
    }

    fn slice(&self, picture: &Picture, view: &View<'_>) -> Result<Finding, Error> {
        let spots = match self.question {
            Question::Mark { x, y } => {
                let inside = |at: f64, pixels: usize| at >= 0.0 && at < pixels as f64;
                if !inside(x, picture.plane.width()) || !inside(y, picture.plane.height()) {
                    return Ok(Finding::outside(self.ct(), picture.plane.width(), picture.plane.height()));
                }
                vec![(x / view.across, y / view.down)]
            }
            Question::Slice | Question::Patch => self.spots(view)?,
        };
        self.watch.expect(u32::try_from(spots.len()).unwrap_or(u32::MAX));
        let mut rated = Vec::new();
        for &(x, y) in &spots {
            let rating = self.rate(&view.plane.crop(x, y))?;
            let scale = view.across.max(view.down);
            rated.push((Candidate::new(x * view.across, y * view.down, &rating, scale), rating));
        }
        let explanation = match highest(&rated).and_then(|at| spots.get(at)) {
            Some(&(x, y)) => self.explain(&picture.plane, &view.plane.crop(x, y), (x, y), (view.across, view.down))?,
            None => None,
        };
        Ok(self.found(&rated, explanation))
    }

    fn spots(&self, view: &View<'_>) -> Result<Vec<(f64, f64)>, Error> {
        let how = &self.study.manifest().finder;
        let tiles = finder::tiles(&view.plane, how);
        self.watch.expect(u32::try_from(tiles.len()).unwrap_or(u32::MAX));
        let mut map = finder::Map::over(&view.plane, how);
        for tile in &tiles {
            self.watch.step()?;
            map.add(tile, &self.study.networks.finder(&self.study.pack, &tile.plane)?);
        }
        Ok(map.spots(how))
    }

    fn rate(&self, crop: &Plane) -> Result<Rating, Error> {
        self.watch.step()?;
        self.study.networks.rating(&self.study.pack, crop)
    }

    /// Explains the rating of a crop that lies at a place of a plane of another scale.
    fn explain(
        &self,
        plane: &Plane,
        crop: &Plane,
        at: (f64, f64),
        scale: (f64, f64),
    ) -> Result<Option<Explanation>, Error> {
        if self.explained == Explained::No {
            return Ok(None);
        }
        let how = &self.study.manifest().explain;
        let ask = |covered: &Plane| self.study.networks.explain(&self.study.pack, covered);
        let heat = explain::occlusion(crop, how, self.watch, ask)?.placed(at, scale);
        Ok(Some(Explanation { heat, plane: plane.clone() }))
    }

    fn found(&self, rated: &[(Candidate, Rating)], explanation: Option<Explanation>) -> Finding {
        let threshold = self.study.manifest().rating.threshold;
        let top = highest(rated).and_then(|at| rated.get(at)).map(|(_, rating)| rating);
        Finding {
            modality: self.ct(),
            outcome: match top {
                Some(rating) if rating.suspicion >= threshold => Outcome::Raised,
                _ => Outcome::NotRaised,
            },
            suspicion: top.map(|rating| rating.suspicion),
            interval: top.map(|rating| [rating.low, rating.high]),
            reason: None,
            candidates: rated.iter().map(|(candidate, _)| candidate.clone()).collect(),
            detail: None,
            explanation,
        }
    }
}

/// Which rating is the highest; the first of equal ones.
fn highest(rated: &[(Candidate, Rating)]) -> Option<usize> {
    let mut best: Option<(usize, f32)> = None;
    for (at, (_, rating)) in rated.iter().enumerate() {
        if best.is_none_or(|(_, suspicion)| rating.suspicion > suspicion) {
            best = Some((at, rating.suspicion));
        }
    }
    best.map(|(at, _)| at)
}

// A tile of the finder is what every network looks at.
const _: () = assert!(SIDE == 128);

#[cfg(test)]
#[path = "study_tests.rs"]
mod tests;
