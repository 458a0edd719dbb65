//! A picture of a code is read, sharp or blurred; anything else gets a clear refusal.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use crypto::identity::PersonaKey;
use crypto::invite::{Invite, InviteKind, InviteSecret};
use image::{DynamicImage, GrayImage, Luma};
use proptest::prelude::*;
use qrcode::QrCode;
use tempfile::TempDir;

use super::*;

fn link() -> String {
    let rng = &mut rand::rng();
    let kind = InviteKind::Room(crypto::id::RoomId([7; 16]));
    let key = PersonaKey::generate(rng).public();
    Invite { kind, key, secret: InviteSecret::random(rng), expiry_hours: 500_000, hints: Vec::new() }.encode().unwrap()
}

fn drawn(text: &str, module: u32, margin: u32) -> GrayImage {
    let code = QrCode::new(text).unwrap();
    let width = u32::try_from(code.width()).unwrap();
    let colours = code.to_colors();
    let side = (width + 2 * margin) * module;
    GrayImage::from_fn(side, side, |x, y| {
        let (x, y) = (x / module, y / module);
        let inside = |v: u32| v >= margin && v < margin + width;
        let dark =
            inside(x) && inside(y) && colours[((y - margin) * width + x - margin) as usize] == qrcode::Color::Dark;
        Luma([if dark { 10 } else { 245 }])
    })
}

fn saved(dir: &TempDir, name: &str, picture: GrayImage) -> PathBuf {
    let path = dir.path().join(name);
    DynamicImage::ImageLuma8(picture).save(&path).unwrap();
    path
}

#[test]
fn a_code_is_read_from_a_picture_and_from_a_photograph() {
    let dir = TempDir::new().unwrap();
    let link = link();
    let upper = link.to_ascii_uppercase();
    assert_eq!(code_in(&saved(&dir, "a.png", drawn(&upper, 6, 4))).unwrap(), upper);
    assert_eq!(code_in(&saved(&dir, "a.jpg", drawn(&link, 6, 4))).unwrap(), link);
    let blurred = image::imageops::blur(&drawn(&upper, 8, 4), 2.0);
    assert_eq!(code_in(&saved(&dir, "b.png", blurred)).unwrap(), upper);
    // A large photograph of a screen, the code in its middle.
    let mut photograph = GrayImage::from_pixel(3_000, 2_000, Luma([200]));
    image::imageops::overlay(&mut photograph, &drawn(&upper, 16, 4), 900, 300);
    assert_eq!(code_in(&saved(&dir, "c.jpg", photograph)).unwrap(), upper);
}

#[test]
fn what_holds_no_invite_is_refused() {
    let dir = TempDir::new().unwrap();
    let code = |path: &Path| code_in(path).unwrap_err().code;
    assert_eq!(code(&dir.path().join("not there")), Code::UnreadableFile);
    assert_eq!(code(dir.path()), Code::UnreadableFile);
    let text = dir.path().join("text.png");
    std::fs::write(&text, "not a picture").unwrap();
    assert_eq!(code(&text), Code::UnreadableFile);
    assert_eq!(code(&saved(&dir, "empty.png", GrayImage::from_pixel(300, 300, Luma([255])))), Code::NoCode);
    let elsewhere = code_in(&saved(&dir, "web.png", drawn("https://example.org", 6, 4))).unwrap_err();
    assert_eq!((elsewhere.code, elsewhere.detail), (Code::NoCode, Some("the code leads elsewhere")));
    assert_eq!(code(&saved(&dir, "dot.png", GrayImage::from_pixel(1, 1, Luma([0])))), Code::NoCode);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn damaged_pictures_are_refused_not_feared(at in any::<prop::sample::Index>(), with in any::<u8>()) {
        let dir = TempDir::new().unwrap();
        let path = saved(&dir, "a.png", drawn("HEARTH", 4, 4));
        let mut bytes = std::fs::read(&path).unwrap();
        let at = at.index(bytes.len());
        bytes[at] = with;
        std::fs::write(&path, bytes).unwrap();
        prop_assert!(code_in(&path).is_err());
    }
}
