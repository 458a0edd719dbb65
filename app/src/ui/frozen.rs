//! Pictures kept to compare with, so that whoever moves a pixel sees it. `HEARTH_FREEZE=1` writes them anew, to be looked
//! at before they are committed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use super::studio::Picture;

/// Steps of a colour that are told apart; finer ones would only make the files large.
pub const STEP: u8 = 17;

/// The picture in the few colours that are compared.
pub fn coarse(picture: &Picture) -> Vec<u8> {
    let step = |c: u8| ((u16::from(c) + u16::from(STEP) / 2) / u16::from(STEP)) as u8 * STEP;
    picture.pixels.iter().flat_map(|pixel| [step(pixel.r()), step(pixel.g()), step(pixel.b())]).collect()
}

fn save(path: &Path, (width, height): (usize, usize), pixels: &[u8]) {
    let file = BufWriter::new(File::create(path).unwrap());
    let mut encoder = png::Encoder::new(file, u32::try_from(width).unwrap(), u32::try_from(height).unwrap());
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let colours: BTreeSet<&[u8]> = pixels.chunks(3).collect();
    let colours: Vec<&[u8]> = colours.into_iter().collect();
    if colours.len() > 256 {
        encoder.set_color(png::ColorType::Rgb);
        return encoder.write_header().unwrap().write_image_data(pixels).unwrap();
    }
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_palette(colours.concat());
    let index = |pixel: &[u8]| u8::try_from(colours.binary_search(&pixel).unwrap()).unwrap();
    let indices: Vec<u8> = pixels.chunks(3).map(index).collect();
    encoder.write_header().unwrap().write_image_data(&indices).unwrap();
}

fn open(path: &Path) -> ((usize, usize), Vec<u8>) {
    let file = File::open(path).unwrap_or_else(|error| panic!("{}: {error}; HEARTH_FREEZE=1 makes it", path.display()));
    let mut decoder = png::Decoder::new(BufReader::new(file));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    pixels.truncate(info.buffer_size());
    ((info.width as usize, info.height as usize), pixels)
}

/// Compares a picture with the one that the part `of` the window keeps under this name.
pub fn check(of: &str, name: &str, picture: &Picture) {
    let (size, pixels) = ((picture.width, picture.height), coarse(picture));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui").join(of).join("frozen");
    let path: PathBuf = folder.join(format!("{name}.png"));
    if std::env::var_os("HEARTH_FREEZE").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        return save(&path, size, &pixels);
    }
    let (frozen_size, frozen) = open(&path);
    let differs = |(a, b): (&[u8], &[u8])| a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > STEP);
    let wrong = frozen.chunks(3).zip(pixels.chunks(3)).filter(|pair| differs(*pair)).count();
    if size != frozen_size || wrong > 0 {
        let seen = std::env::temp_dir().join(format!("hearth-{name}.png"));
        save(&seen, size, &pixels);
        panic!("{name}: {wrong} pixels differ, {frozen_size:?} is now {size:?}; see {}", seen.display());
    }
}
