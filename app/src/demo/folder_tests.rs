//! What is over goes; what is under way, or another's, stays.

use super::*;

#[test]
fn a_folder_is_gone_with_its_value() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::make_in(place.path()).unwrap();
    fs::write(folder.path().join("x"), "x").unwrap();
    assert_eq!(fs::metadata(folder.path()).unwrap().mode() & 0o777, 0o700);
    drop(folder);
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
}

#[test]
fn a_sweep_takes_what_was_left_and_nothing_else() {
    let place = tempfile::tempdir().unwrap();
    let alive = Folder::make_in(place.path()).unwrap();
    let left = place.path().join("hearth-demo-left");
    let other = place.path().join("hearth");
    let linked = place.path().join("hearth-demo-link");
    for folder in [&left, &other] {
        fs::create_dir_all(folder.join("deep")).unwrap();
    }
    std::os::unix::fs::symlink(&other, &linked).unwrap();
    sweep_in(place.path());
    assert!(!left.exists());
    assert!(alive.path().exists() && other.join("deep").exists());
    assert!(fs::symlink_metadata(&linked).is_ok());
}
