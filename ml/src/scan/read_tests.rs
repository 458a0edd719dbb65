//! Files that are none, and files that are too much.

use std::os::unix::fs::symlink;
use std::path::PathBuf;

use super::*;

#[test]
fn reads_ordinary_files_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("a"), b"abc").unwrap();
    fs::write(path("empty"), b"").unwrap();
    symlink(path("a"), path("link")).unwrap();
    symlink(path("link-to-itself"), path("link-to-itself")).unwrap();
    assert_eq!(file(&path("a")).unwrap(), b"abc");
    assert_eq!(file(&path("link")).unwrap(), b"abc");
    assert_eq!(file(&path("empty")), Err(Unreadable::Empty));
    assert_eq!(file(&path("none")), Err(Unreadable::Missing));
    assert_eq!(file(&path("a/b")), Err(Unreadable::Missing));
    assert_eq!(file(folder.path()), Err(Unreadable::NoFile));
    assert_eq!(file(&path("link-to-itself")), Err(Unreadable::Refused));
    assert_eq!(file(&PathBuf::from("/dev/zero")), Err(Unreadable::NoFile));
    assert_eq!(file(&PathBuf::from("a\0b")), Err(Unreadable::Refused));
}

#[test]
fn does_not_wait_for_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(file(&pipe), Err(Unreadable::NoFile));
}

#[test]
fn reads_no_more_than_the_cap() {
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("large");
    // Sparse: it takes no room.
    File::create(&large).unwrap().set_len(MAX_FILE_BYTES + 1).unwrap();
    assert_eq!(file(&large), Err(Unreadable::TooLarge));
}
