//! What a pack says about itself: read strictly where the program relies on it, loosely where only people do.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::PackFault;

/// Largest manifest that is read.
pub const MAX_MANIFEST_BYTES: usize = 1024 * 1024;
/// Most files of a pack.
pub const MAX_FILES: usize = 64;
/// Largest file of a pack.
pub const MAX_FILE_BYTES: u64 = 256 * 1024 * 1024;
/// Most bytes of all files of a pack.
pub const MAX_PACK_BYTES: u64 = 1024 * 1024 * 1024;

/// The manifest, `manifest.json`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Manifest {
    /// Of this description; 1.
    pub format: u32,
    /// What the pack is called by programs: lowercase letters, digits and dashes.
    pub id: String,
    /// Three numbers.
    pub version: String,
    /// What people call it.
    pub name: String,
    /// What kind of picture it is for, as DICOM calls it.
    pub modality: String,
    /// What its answers may be used for: `research`.
    #[serde(rename = "use")]
    pub purpose: String,
    /// Under which terms it may be passed on.
    pub licence: String,
    /// The file that tells people what it can and cannot do.
    pub card: String,
    /// Every file but the manifest.
    pub files: BTreeMap<String, Listed>,
    /// The networks, by what they are for.
    pub models: Models,
    /// When the gate lets a picture through.
    pub gate: Gate,
    /// How spots are found.
    pub finder: Finder,
    /// When suspicion is raised.
    pub rating: Rating,
    /// How the heat map is made.
    pub explain: Explain,
    /// How whole slices are sized.
    pub slice: Slice,
    /// Which of a scanner's values are seen.
    pub window: Window,
}

/// A file of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Listed {
    /// SHA-256 of its bytes, in lowercase hex.
    pub sha256: String,
    /// How many there are.
    pub bytes: u64,
}

/// The networks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Models {
    /// What kind of picture is this?
    pub gate: Model,
    /// Where are spots?
    pub finder: Model,
    /// How suspicious would radiologists call it?
    pub rating: Model,
    /// The same from one network, asked many times.
    pub explain: Model,
}

/// One network.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Model {
    /// The file, in ONNX.
    pub file: String,
    /// Of its one input.
    pub shape: Vec<usize>,
    /// Names of its outputs, in order.
    pub outputs: Vec<String>,
}

/// Thresholds of the gate.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Gate {
    /// What the columns of its probabilities mean.
    pub classes: Vec<String>,
    /// Which of them are let through.
    pub accept: Vec<String>,
    /// For pictures of one spot.
    pub patch: PatchGate,
    /// For whole slices.
    pub slice: SliceGate,
    /// More colour than this is no scan.
    pub max_chroma: f32,
    /// Less contrast than this is blank.
    pub min_range: f32,
    /// Less pixels along the shorter side than this is too small.
    pub min_side: usize,
    /// Up to this longer side a picture counts as one patch.
    pub patch_max_side: usize,
    /// The reason given for each class that is not let through.
    pub reasons: BTreeMap<String, String>,
}

/// For pictures of one spot, and for tiles.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct PatchGate {
    /// Least probability of the classes that are let through.
    pub min_accept: f32,
    /// Largest distance from what the networks learned.
    pub max_distance: f32,
    /// Largest part of the picture that what they learned cannot explain.
    pub max_residual: f32,
}

/// For whole slices.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct SliceGate {
    /// Least probability of the classes that are let through.
    pub min_accept: f32,
    /// Least number of tiles that pass.
    pub min_tiles: usize,
    /// What a tile must reach, which no spot lies in the middle of; the same as a patch where nothing is said.
    #[serde(default)]
    pub tile: Option<PatchGate>,
}

/// How spots are found.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Finder {
    /// Side of a tile.
    pub tile: usize,
    /// From one tile to the next.
    pub stride: usize,
    /// Pixels of one cell of its answer.
    pub cell: usize,
    /// Least heat of a spot.
    pub min_heat: f32,
    /// Least distance between spots, in cells.
    pub separation_cells: usize,
    /// Most spots.
    pub max_spots: usize,
}

/// When suspicion is raised.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Rating {
    /// From this suspicion on.
    pub threshold: f32,
    /// Side of what is rated.
    pub crop: usize,
}

/// How the heat map is made.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Explain {
    /// Side of what is covered at a time.
    pub window: usize,
    /// From one to the next.
    pub stride: usize,
    /// Side of the middle part that is looked at.
    pub span: usize,
    /// Brightness that covers it, as a percentile of the patch.
    pub fill_percentile: f32,
}

/// How whole slices are sized.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Slice {
    /// Up to this longer side a slice stays as it is.
    pub max_side: usize,
    /// A larger one is brought to this.
    pub resample_to: usize,
}

/// Which of a scanner's values are seen.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Window {
    /// In the middle, in Hounsfield units.
    pub centre_hu: f64,
    /// From black to white.
    pub width_hu: f64,
}

impl Manifest {
    /// Reads a manifest and refuses one that could mislead the program.
    ///
    /// # Errors
    /// [`PackFault::Manifest`] or [`PackFault::Unfit`].
    pub fn read(bytes: &[u8]) -> Result<Self, PackFault> {
        if bytes.len() > MAX_MANIFEST_BYTES {
            return Err(PackFault::TooLarge);
        }
        let version: Version = serde_json::from_slice(bytes).map_err(|_| PackFault::Manifest("cannot be read"))?;
        if version.format != 1 {
            return Err(PackFault::Unfit("it is written for another version of Hearth"));
        }
        let manifest: Self =
            serde_json::from_slice(bytes).map_err(|_| PackFault::Manifest("lacks something or is damaged"))?;
        manifest.check_names()?;
        manifest.check_numbers()?;
        Ok(manifest)
    }

    fn check_names(&self) -> Result<(), PackFault> {
        if !is_id(&self.id) || !is_version(&self.version) {
            return Err(PackFault::Manifest("has no valid id and version"));
        }
        if self.purpose != "research" {
            return Err(PackFault::Unfit("it claims to be for more than research"));
        }
        let shown = [&self.name, &self.modality, &self.licence];
        if shown.iter().any(|text| text.is_empty() || text.len() > 500 || text.chars().any(char::is_control)) {
            return Err(PackFault::Manifest("has no readable name, modality and licence"));
        }
        if self.files.is_empty() || self.files.len() > MAX_FILES {
            return Err(PackFault::TooLarge);
        }
        let mut bytes = 0u64;
        for (name, listed) in &self.files {
            if !is_file_name(name) || name == super::MANIFEST {
                return Err(PackFault::Manifest("names a file that no pack may have"));
            }
            if listed.sha256.len() != 64 || !listed.sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
                return Err(PackFault::Manifest("lacks the hash of a file"));
            }
            if listed.bytes > MAX_FILE_BYTES {
                return Err(PackFault::TooLarge);
            }
            bytes += listed.bytes;
        }
        if bytes > MAX_PACK_BYTES {
            return Err(PackFault::TooLarge);
        }
        let models = [&self.models.gate, &self.models.finder, &self.models.rating, &self.models.explain];
        let needed = models.iter().map(|model| &model.file).chain([&self.card]);
        if needed.into_iter().any(|file| !self.files.contains_key(file)) {
            return Err(PackFault::Manifest("does not list a file that it needs"));
        }
        Ok(())
    }

    /// What the sums in `scan` rely on.
    fn check_numbers(&self) -> Result<(), PackFault> {
        let side = super::super::scan::plane::SIDE;
        let models = [&self.models.gate, &self.models.finder, &self.models.rating, &self.models.explain];
        let shapes = models.iter().all(|model| model.shape == [1, 1, side, side] && model.outputs.len() <= 16);
        let finder = &self.finder;
        let tiles = finder.tile == side && (1..=side).contains(&finder.stride) && finder.cell == 2;
        let spots = finder.max_spots <= 64 && finder.separation_cells <= side;
        let explain = &self.explain;
        let windows =
            explain.window >= 1 && explain.stride >= 1 && explain.window <= explain.span && explain.span <= side;
        let rating = self.rating.crop == side && (0.0..=1.0).contains(&self.rating.threshold);
        let slice = self.slice.resample_to >= side && self.slice.resample_to <= self.slice.max_side;
        let sizes = slice && self.slice.max_side <= 2048 && self.gate.patch_max_side >= side && self.gate.min_side >= 1;
        let window = self.window.width_hu > 0.0 && self.window.centre_hu.is_finite();
        let percentile = (0.0..=100.0).contains(&explain.fill_percentile);
        let classes = !self.gate.classes.is_empty() && self.gate.classes.len() <= 64;
        let known = self.gate.accept.iter().all(|class| self.gate.classes.contains(class));
        let sound = [shapes, tiles, spots, windows, rating, sizes, window, percentile, classes, known];
        if sound.iter().all(|sound| *sound) { Ok(()) } else { Err(PackFault::Manifest("holds a number out of range")) }
    }
}

#[derive(Deserialize)]
struct Version {
    format: u32,
}

/// Whether a text may be a pack's id; it becomes a folder's name.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=40).contains(&text.len()) && text.bytes().all(allowed) && !text.starts_with('-')
}

/// Whether a text may be a pack's version: three numbers; it becomes a folder's name.
#[must_use]
pub fn is_version(text: &str) -> bool {
    text.split('.').count() == 3 && version_order(text).is_some()
}

/// The three numbers of a version, to compare by.
#[must_use]
pub fn version_order(text: &str) -> Option<[u32; 3]> {
    let mut parts = text.split('.').map(|part| {
        let plain = (1..=6).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| plain && (part == "0" || !part.starts_with('0')))
    });
    Some([parts.next()??, parts.next()??, parts.next()??])
}

/// Whether a text may be the name of a file in a pack: no folder, nothing hidden, nothing that a system treats apart.
#[must_use]
pub fn is_file_name(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    (1..=100).contains(&text.len()) && text.bytes().all(allowed) && !text.starts_with('.')
}

#[cfg(test)]
#[path = "manifest_tests.rs"]
mod tests;
