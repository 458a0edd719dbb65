//! JPEG and PNG: every kind of pixel, and sizes and ends that lie.

use super::super::samples::{self, Png};
use super::*;

fn values(picture: &Picture) -> Vec<f32> {
    picture.plane.values().to_vec()
}

#[test]
fn reads_grey_of_every_depth() {
    let eight = png(&Png::new(2, 1, 8, 0, vec![vec![0, 255]]).bytes()).unwrap();
    assert_eq!((values(&eight), eight.chroma), (vec![0.0, 1.0], 0.0));
    let one = png(&Png::new(2, 1, 1, 0, vec![vec![0b0100_0000]]).bytes()).unwrap();
    assert_eq!(values(&one), [0.0, 1.0]);
    let four = png(&Png::new(2, 1, 4, 0, vec![vec![0x3f]]).bytes()).unwrap();
    assert_eq!(values(&four), [f32::from(0x33u8) / 255.0, 1.0]);
}

#[test]
fn stretches_grey_of_sixteen_bits() {
    let rows = vec![[100u16, 300, 1100].iter().flat_map(|word| word.to_be_bytes()).collect()];
    assert_eq!(values(&png(&Png::new(3, 1, 16, 0, rows).bytes()).unwrap()), [0.0, 0.2, 1.0]);
    let flat = vec![[7u16, 7].iter().flat_map(|word| word.to_be_bytes()).collect()];
    assert_eq!(values(&png(&Png::new(2, 1, 16, 0, flat).bytes()).unwrap()), [0.0, 0.0]);
    let alpha = vec![[100u16, 0, 1100, 0xffff].iter().flat_map(|word| word.to_be_bytes()).collect()];
    assert_eq!(values(&png(&Png::new(2, 1, 16, 4, alpha).bytes()).unwrap()), [0.0, 1.0]);
}

#[test]
fn reads_colour_as_grey_and_tells_how_much_there_was() {
    let red = png(&Png::new(1, 1, 8, 2, vec![vec![255, 0, 0]]).bytes()).unwrap();
    assert!((values(&red)[0] - 0.299).abs() < 1e-6);
    assert_eq!(red.chroma, 255.0);
    let half = png(&Png::new(2, 1, 8, 6, vec![vec![255, 0, 0, 0, 9, 9, 9, 255]]).bytes()).unwrap();
    assert_eq!(half.chroma, 127.5);
    let deep = vec![[0xffffu16, 0, 0].iter().flat_map(|word| word.to_be_bytes()).collect()];
    assert_eq!(png(&Png::new(1, 1, 16, 2, deep).bytes()).unwrap(), red);
    let mut palette = Png::new(2, 1, 8, 3, vec![vec![1, 0]]);
    palette.before.push((*b"PLTE", vec![9, 9, 9, 255, 0, 0]));
    assert_eq!(png(&palette.bytes()).unwrap().chroma, 127.5);
}

#[test]
fn reads_jpeg() {
    let grey = jpeg(&samples::jpeg(160, 120, false)).unwrap();
    assert_eq!((grey.plane.width(), grey.plane.height(), grey.chroma), (160, 120, 0.0));
    let middle = grey.plane.values()[60 * 160 + 80];
    assert!((middle - 0.5).abs() < 0.05, "{middle}");
    assert!(jpeg(&samples::jpeg(32, 32, true)).unwrap().chroma > 50.0);
}

#[test]
fn refuses_what_is_cut_off_anywhere() {
    let whole = samples::jpeg(48, 40, true);
    assert!(jpeg(&whole).is_ok());
    for length in 0..whole.len() {
        assert!(jpeg(&whole[..length]).is_err(), "JPEG of {length} bytes");
    }
    let whole = Png::new(12, 3, 8, 0, vec![vec![7; 12]; 3]).bytes();
    assert!(png(&whole).is_ok());
    for length in 0..whole.len() {
        assert!(png(&whole[..length]).is_err(), "PNG of {length} bytes");
    }
}

#[test]
fn refuses_sizes_before_decoding() {
    let huge = Png::new(40_000, 40_000, 8, 0, vec![vec![0; 16]]).bytes();
    assert_eq!(png(&huge), Err(Unreadable::TooManyPixels));
    let none = Png::new(0, 5, 8, 0, vec![]).bytes();
    assert_eq!(png(&none), Err(Unreadable::Damaged("PNG picture")));
    let widest = Png::new(u32::MAX, u32::MAX, 16, 6, vec![]).bytes();
    assert_eq!(png(&widest), Err(Unreadable::TooManyPixels));
    let mut huge = samples::jpeg(16, 16, false);
    let frame = huge.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    huge[frame + 5..frame + 9].copy_from_slice(&[0x9c, 0x40, 0x9c, 0x40]);
    assert_eq!(jpeg(&huge), Err(Unreadable::TooManyPixels));
}

#[test]
fn refuses_a_picture_shorter_than_its_header_says() {
    let short = Png::new(100, 100, 8, 0, vec![vec![0; 100]; 10]).bytes();
    assert_eq!(png(&short), Err(Unreadable::Damaged("PNG picture")));
    let mut other = Png::new(8, 8, 8, 0, vec![vec![0; 8]; 8]).bytes();
    let last = other.len() - 20;
    other[last] ^= 1;
    assert_eq!(png(&other), Err(Unreadable::Damaged("PNG picture")), "a checksum that does not fit");
}
