//! The heat over its picture, as a PNG: written beside its place and moved there when whole.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};

use super::explain::{Explanation, Heat};
use super::plane::Plane;

/// The warmest colour: orange, which people who see no red tell from grey too.
const WARM: [f32; 3] = [255.0, 140.0, 0.0];
/// How much of the picture the warmest colour hides.
const OPACITY: f32 = 0.6;

/// Draws heat over a picture: red, green, blue for each pixel.
fn drawn(plane: &Plane, heat: &Heat) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(plane.values().len() * 3);
    for (y, row) in plane.values().chunks_exact(plane.width()).enumerate() {
        for (x, value) in row.iter().enumerate() {
            let cover = heat.of_picture(x, y) * OPACITY;
            let grey = value.clamp(0.0, 1.0) * 255.0;
            bytes.extend(WARM.map(|warm| (grey * (1.0 - cover) + warm * cover).round() as u8));
        }
    }
    bytes
}

/// Writes the picture with its heat as a PNG.
///
/// # Errors
/// Where the place cannot be written, or is a folder, a device or a pipe; what lay there before stays then.
pub fn write(explanation: &Explanation, to: &Path) -> io::Result<()> {
    // Moving a file there would replace a device by it.
    if fs::metadata(to).is_ok_and(|there| !there.is_file()) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no ordinary file"));
    }
    let Explanation { heat, plane } = explanation;
    let (width, height) = (plane.width(), plane.height());
    let size = |pixels: usize| u32::try_from(pixels).map_err(io::Error::other);
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(&drawn(plane, heat), size(width)?, size(height)?, ExtendedColorType::Rgb8)
        .map_err(io::Error::other)?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(&png)?;
    file.as_file().sync_all()?;
    file.persist(to).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
#[path = "heatmap_tests.rs"]
mod tests;
