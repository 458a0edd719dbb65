//! DICOM: values as the scanner meant them, and files that lie.

use super::super::samples::{self, BIG, DEFLATED, Dcm, IMPLICIT, J2K, JPEG, RLE};
use super::super::{MAX_PIXELS, decode as sniff};
use super::*;

fn values(bytes: &[u8]) -> Vec<f32> {
    match decode(bytes).unwrap().frame.unwrap().content {
        Content::Grey { values, .. } => values,
        Content::Colour(_) => panic!("it is grey"),
    }
}

fn us(number: u16) -> Vec<u8> {
    number.to_le_bytes().to_vec()
}

fn small() -> Dcm {
    Dcm::ct(3, 2, &[-1, 0, 1, 1024, -1024, 2047])
}

const SMALL: [f32; 6] = [-1025.0, -1024.0, -1023.0, 0.0, -2048.0, 1023.0];

#[test]
fn gives_hounsfield_units_whatever_the_coding() {
    assert_eq!(values(&small().bytes()), SMALL);
    assert_eq!(values(&Dcm { syntax: IMPLICIT, ..small() }.bytes()), SMALL);
    assert_eq!(values(&Dcm { syntax: BIG, ..small() }.bytes()), SMALL);
    let words: Vec<[u8; 2]> = [-1i16, 0, 1, 1024, -1024, 2047].iter().map(|word| word.to_be_bytes()).collect();
    let planes = [0, 1].map(|at| words.iter().map(|word| word[at]).collect::<Vec<u8>>());
    assert_eq!(values(&small().encoded(RLE, &[samples::rle(&planes)]).bytes()), SMALL);
}

#[test]
fn takes_only_the_stored_bits() {
    // Twelve of sixteen bits, signed, with rubbish above them.
    let file = Dcm::ct(2, 1, &[0x7800u16.cast_signed(), 0x0fff]).with(0x0028, 0x0101, b"US", us(12)).with(
        0x0028,
        0x0102,
        b"US",
        us(11),
    );
    assert_eq!(values(&file.bytes()), [-2048.0 - 1024.0, -1.0 - 1024.0]);
    // The upper twelve of sixteen.
    let shifted = file.with(0x0028, 0x0102, b"US", us(15));
    assert_eq!(values(&shifted.bytes()), [1920.0 - 1024.0, 255.0 - 1024.0]);
}

#[test]
fn shows_as_the_file_wants() {
    let bytes = |photometric: &[u8]| {
        Dcm::of(3, 1, 8)
            .with(0x0008, 0x0060, b"CS", b"DX".to_vec())
            .with(0x0028, 0x0004, b"CS", photometric.to_vec())
            .with(0x0028, 0x1050, b"DS", b"50\\9".to_vec())
            .with(0x0028, 0x1051, b"DS", b"101\\9".to_vec())
            .with(0x7fe0, 0x0010, b"OB", vec![0, 50, 200])
            .bytes()
    };
    let shown = |bytes: &[u8]| decode(bytes).unwrap().frame.unwrap().shown().unwrap().plane.into_values();
    let bright = shown(&bytes(b"MONOCHROME2"));
    assert!((bright[0] - 0.005).abs() < 1e-6 && (bright[1] - 0.505).abs() < 1e-6 && bright[2] == 1.0, "{bright:?}");
    let dark = shown(&bytes(b"MONOCHROME1"));
    assert!(bright.iter().zip(&dark).all(|(bright, dark)| (bright + dark - 1.0).abs() < 1e-6));
}

#[test]
fn windows_by_each_curve() {
    let at = |width, curve, value| Window::new(40.0, width, curve).unwrap().brightness(value);
    // PS3.3 C.11.2.1.2: a width of 400 at 40 ends at -160 and 239.
    assert_eq!((at(400.0, Curve::Linear, -160.0), at(400.0, Curve::Linear, 239.0)), (0.0, 1.0));
    assert_eq!((at(1.0, Curve::Linear, 39.0), at(1.0, Curve::Linear, 40.0)), (0.0, 1.0));
    assert_eq!((at(400.0, Curve::Exact, -160.0), at(400.0, Curve::Exact, 40.0)), (0.0, 0.5));
    assert_eq!(at(400.0, Curve::Sigmoid, 40.0), 0.5);
    assert!(Window::new(0.0, 0.0, Curve::Linear).is_none() && Window::new(0.0, -5.0, Curve::Exact).is_none());
}

#[test]
fn knows_the_modality() {
    let modality = |file: Dcm| decode(&file.bytes()).unwrap().modality;
    assert_eq!(modality(small()), "CT");
    let by_class = small().without(0x0008, 0x0060).with(0x0008, 0x0016, b"UI", b"1.2.840.10008.5.1.4.1.1.1.1".to_vec());
    assert_eq!(modality(by_class), "DX");
    assert_eq!(modality(small().without(0x0008, 0x0060)), "OT");
    assert_eq!(modality(small().with(0x0008, 0x0060, b"CS", b"\x1b[31m".to_vec())), "OT");
    let report = Dcm { elements: Vec::new(), ..small() }.with(0x0008, 0x0060, b"CS", b"SR".to_vec());
    let report = decode(&report.bytes()).unwrap();
    assert_eq!(report.modality, "SR");
    assert!(matches!(report.frame, Err(Unreadable::Unsupported(_))));
}

#[test]
fn reads_jpeg_inside() {
    let coded = samples::jpeg(32, 16, false);
    let half = coded.len() / 2;
    let pieces = [coded[..half].to_vec(), coded[half..].to_vec()];
    let values = values(&Dcm::of(32, 16, 8).encoded(JPEG, &pieces).bytes());
    assert!(values[0] < 20.0 && values[31] > 230.0 && values.len() == 512);
    let other = Dcm::of(32, 17, 8).encoded(JPEG, &pieces).bytes();
    assert_eq!(decode(&other), Err(DAMAGED));
}

#[test]
fn tells_what_it_does_not_read() {
    let unsupported = |bytes: &[u8]| matches!(decode(bytes).unwrap().frame, Err(Unreadable::Unsupported(_)));
    assert!(unsupported(&small().with(0x0028, 0x0008, b"IS", b"2 ".to_vec()).bytes()));
    assert!(unsupported(&small().encoded(J2K, &[vec![0; 8]]).bytes()));
    assert!(unsupported(&Dcm { syntax: DEFLATED, ..small() }.bytes()));
    assert!(unsupported(&small().with(0x0028, 0x0004, b"CS", b"PALETTE COLOR ".to_vec()).bytes()));
    assert!(unsupported(&Dcm { syntax: "1.2.3", ..small() }.bytes()));
}

#[test]
fn refuses_sizes_before_reading_pixels() {
    let huge = Dcm::of(40_000, 40_000, 16).with(0x7fe0, 0x0010, b"OW", vec![0; 8]);
    assert_eq!(decode(&huge.bytes()), Err(Unreadable::TooManyPixels));
    assert!(u64::from(u16::MAX) * u64::from(u16::MAX) > MAX_PIXELS);
    for (group, element, value) in
        [(0x28, 0x10, 0), (0x28, 0x101, 17), (0x28, 0x101, 0), (0x28, 0x102, 16), (0x28, 0x102, 3)]
    {
        assert_eq!(
            decode(&small().with(group, element, b"US", us(value)).bytes()),
            Err(DAMAGED),
            "{element:x} {value}"
        );
    }
    for slope in ["0", "nan", "1e99", "x"] {
        assert_eq!(decode(&small().with(0x28, 0x1053, b"DS", slope.into()).bytes()), Err(DAMAGED), "{slope}");
    }
}

#[test]
fn refuses_lengths_that_lie() {
    let lying = |head: &[u8]| {
        let mut bytes = small().without(0x7fe0, 0x0010).bytes();
        bytes.extend(head);
        bytes
    };
    let pixels = lying(&[0xe0, 0x7f, 0x10, 0, b'O', b'W', 0, 0, 0xf0, 0xff, 0xff, 0xff, 1, 2]);
    assert_eq!(decode(&pixels), Err(DAMAGED));
    let comment = lying(&[0x20, 0x7f, 0x10, 0, b'U', b'T', 0, 0, 0xf0, 0xff, 0xff, 0xff, 1, 2]);
    assert_eq!(decode(&comment), Err(DAMAGED));
    let delimiter = lying(&[0xfe, 0xff, 0x0d, 0xe0, 0, 0, 0, 0, 0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0]);
    assert_eq!(decode(&delimiter), Err(DAMAGED));
    let mut deep = Vec::new();
    for _ in 0..100_000 {
        deep.extend([
            0x40, 0x7f, 0x10, 0, b'S', b'Q', 0, 0, 0xff, 0xff, 0xff, 0xff, 0xfe, 0xff, 0x00, 0xe0, 0xff, 0xff, 0xff,
            0xff,
        ]);
    }
    assert_eq!(decode(&lying(&deep)), Err(DAMAGED));
    let twice = lying(&[0x28, 0, 0x10, 0, b'U', b'S', 2, 0, 9, 0]);
    assert_eq!(decode(&twice), Err(DAMAGED));
}

#[test]
fn refuses_run_lengths_that_lie() {
    let coded = |bytes: Vec<u8>| decode(&small().encoded(RLE, &[bytes]).bytes());
    let good = samples::rle(&[vec![0; 6], vec![1; 6]]);
    assert!(coded(good.clone()).is_ok());
    for length in 0..good.len() - 2 {
        assert_eq!(coded(good[..length].to_vec()), Err(DAMAGED), "{length} bytes");
    }
    for (at, value) in [(0, 3), (0, 255), (3, 255), (4, 1), (8, 255), (11, 255)] {
        let mut bad = good.clone();
        bad[at] = value;
        assert_eq!(coded(bad), Err(DAMAGED), "byte {at}");
    }
}

#[test]
fn is_known_by_its_content_and_refused_when_cut_off() {
    let whole = small().bytes();
    assert!(sniff(&whole).is_ok());
    for length in 0..whole.len() {
        // Cut between elements it is a file without a picture, which is told as that.
        let refused = decode(&whole[..length]).map_or(true, |found| found.frame.is_err());
        assert!(refused, "{length} bytes");
    }
    let coded = small().encoded(RLE, &[samples::rle(&[vec![0; 6], vec![1; 6]])]).bytes();
    for length in 0..coded.len() {
        assert!(decode(&coded[..length]).map_or(true, |found| found.frame.is_err()), "{length} bytes");
    }
}
