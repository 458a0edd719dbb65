//! A heat map is a whole PNG or nothing.

use super::super::explain::{Explanation, Heat};
use super::super::raster;
use super::*;
use crate::job::Watch;
use crate::pack::manifest::Explain;

fn heat() -> Heat {
    let how = Explain { window: 14, stride: 7, span: 70, fill_percentile: 25.0 };
    let plane = Plane::new(128, 128, vec![0.2; 128 * 128]).unwrap();
    let mut turn = 0.0;
    let ask = std::cell::RefCell::new(move || {
        turn += 0.001;
        turn
    });
    super::super::explain::occlusion(&plane, &how, &Watch::new(), |_| Ok(1.0 - (*ask.borrow_mut())())).unwrap()
}

fn explanation() -> Explanation {
    let plane = Plane::new(150, 140, vec![0.5; 150 * 140]).unwrap();
    Explanation { heat: heat().placed((75.0, 70.0), (1.0, 1.0)), plane }
}

#[test]
fn writes_a_picture_of_the_same_size() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.png");
    write(&explanation(), &out).unwrap();
    let back = raster::png(&std::fs::read(&out).unwrap()).unwrap();
    assert_eq!((back.plane.width(), back.plane.height()), (150, 140));
    assert!(back.chroma > 1.0, "there is colour on it");
    assert!((back.plane.values()[0] - 0.5).abs() < 0.01, "and none in the corner");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
}

#[test]
fn leaves_what_is_there_when_it_fails() {
    let folder = tempfile::tempdir().unwrap();
    assert!(write(&explanation(), &folder.path().join("none/out.png")).is_err());
    let taken = folder.path().join("taken");
    std::fs::create_dir(&taken).unwrap();
    assert!(write(&explanation(), &taken).is_err());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing half-written is left");
}
