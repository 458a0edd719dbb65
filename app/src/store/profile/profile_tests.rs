//! Tests of [`super`], through the real passphrase hash where a passphrase is the point.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::store::{Batch, Key, SlotId, Store, Tree};

const NOW: u64 = 1_800_000_000_000;

fn words(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn put(store: &mut SledStore, id: &str, value: &str) {
    let mut batch = Batch::new();
    batch.put(Key::new(Tree::Meta, id), SlotId::PROFILE, value.as_bytes().to_vec());
    store.write(batch).unwrap();
}

fn get(store: &SledStore, id: &str) -> Option<String> {
    store.get(&Key::new(Tree::Meta, id)).unwrap().map(|value| String::from_utf8(value.to_vec()).unwrap())
}

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(files(&entry.path()));
        }
        found.push(entry.path());
    }
    found
}

#[test]
fn a_profile_is_created_locked_and_opened_again() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path().join("not there yet");
    let profile = Profile::claim(&dir).unwrap();
    assert!(!profile.exists());
    assert!(matches!(profile.unlock(&words("a"), NOW), Err(Error::NoProfile)));
    let mut opened = profile.create(&words("one"), NOW).unwrap();
    assert!(profile.exists() && opened.notice.is_none() && !opened.rewound);
    put(&mut opened.store, "name", "Ada");
    drop(opened);
    assert!(matches!(profile.create(&words("one"), NOW), Err(Error::ProfileExists)));
    let opened = profile.unlock(&words("one"), NOW).unwrap();
    assert_eq!(get(&opened.store, "name").unwrap(), "Ada");
    assert!(opened.notice.is_none() && !opened.rewound);
    profile.check(&words("one"), NOW).unwrap();
}

#[test]
fn one_holder_at_a_time() {
    let dir = tempfile::tempdir().unwrap();
    let held = Profile::claim(dir.path()).unwrap();
    assert!(matches!(Profile::claim(dir.path()), Err(Error::InUse)));
    drop(held);
    Profile::claim(dir.path()).unwrap();
}

#[test]
fn wrong_passphrases_are_slowed_down_over_restarts_and_clocks() {
    let dir = tempfile::tempdir().unwrap();
    let profile = Profile::claim(dir.path()).unwrap();
    drop(profile.create(&words("right"), NOW).unwrap());
    let wait = |result: Result<Opened>| match result.map(|_| ()) {
        Err(Error::WrongPassphrase { retry_after_ms }) => ("wrong", retry_after_ms),
        Err(Error::TooManyAttempts { retry_after_ms }) => ("too many", retry_after_ms),
        other => panic!("{other:?}"),
    };
    assert_eq!(wait(profile.unlock(&words("wrong"), NOW)), ("wrong", 1_000));
    assert_eq!(wait(profile.unlock(&words("wrong"), NOW + 1_000)), ("wrong", 2_000));
    assert_eq!(wait(profile.unlock(&words("right"), NOW + 1_500)), ("too many", 1_500));
    drop(profile);
    let profile = Profile::claim(dir.path()).unwrap();
    assert_eq!(wait(profile.unlock(&words("right"), NOW + 2_000)), ("too many", 1_000));
    // A clock set back by a year makes the wait begin anew, not last a year.
    let past = NOW - 365 * 24 * 3_600_000;
    assert_eq!(wait(profile.unlock(&words("right"), past)), ("too many", 2_000));
    assert_eq!(wait(profile.unlock(&words("right"), past + 500)), ("too many", 1_500));
    drop(profile.unlock(&words("right"), past + 2_000).unwrap());
    assert_eq!(wait(profile.unlock(&words("wrong"), past + 2_000)), ("wrong", 1_000));
    assert!(matches!(profile.erase(&words("right"), past + 2_500), Err(Error::TooManyAttempts { .. })));
    assert!(profile.exists());
}

#[test]
fn a_new_passphrase_replaces_the_old_one() {
    let dir = tempfile::tempdir().unwrap();
    let profile = Profile::claim(dir.path()).unwrap();
    let mut opened = profile.create(&words("old"), NOW).unwrap();
    put(&mut opened.store, "a", "b");
    let before = fs::read(profile.layout.vault()).unwrap();
    let refused = profile.set_passphrase(&words("wrong"), &words("new"), NOW);
    assert!(matches!(refused, Err(Error::WrongPassphrase { .. })));
    assert_eq!(fs::read(profile.layout.vault()).unwrap(), before);
    profile.set_passphrase(&words("old"), &words("new"), NOW + 1_000).unwrap();
    // An export made later, from the store that was open all along, opens with the new one too.
    let export = dir.path().join("export");
    opened.store.exporter().unwrap().write(&export, &words("file")).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let imported = Profile::claim(elsewhere.path()).unwrap();
    drop(imported.import(&export, &words("file")).unwrap());
    imported.check(&words("new"), NOW).unwrap();
    drop(opened);
    assert!(matches!(profile.unlock(&words("old"), NOW + 2_000), Err(Error::WrongPassphrase { .. })));
    let opened = profile.unlock(&words("new"), NOW + 3_000).unwrap();
    assert_eq!(get(&opened.store, "a").unwrap(), "b");
}

#[test]
fn erasing_leaves_an_empty_directory() {
    let dir = tempfile::tempdir().unwrap();
    let profile = Profile::claim(dir.path()).unwrap();
    let mut opened = profile.create(&words("right"), NOW).unwrap();
    put(&mut opened.store, "a", "b");
    opened.store.backup(NOW + 3_600_000).unwrap().run().unwrap();
    fs::create_dir(dir.path().join("log")).unwrap();
    fs::write(dir.path().join("log/hearth.log"), "a line").unwrap();
    assert!(matches!(profile.erase(&words("wrong"), NOW), Err(Error::WrongPassphrase { .. })));
    assert_eq!(get(&opened.store, "a").unwrap(), "b");
    let late = {
        put(&mut opened.store, "a", "c");
        opened.store.backup(NOW + 7_200_000).unwrap()
    };
    drop(opened);
    profile.erase(&words("right"), NOW + 1_000).unwrap();
    assert!(late.run().is_err(), "a backup begun before must not bring anything back");
    assert!(!profile.exists());
    let left: Vec<_> = files(dir.path());
    assert!(left.iter().all(|path| path.is_dir()), "{left:?}");
    drop(profile.create(&words("another"), NOW).unwrap());
}

#[test]
fn an_erasing_that_was_cut_off_is_finished() {
    let dir = tempfile::tempdir().unwrap();
    let profile = Profile::claim(dir.path()).unwrap();
    drop(profile.create(&words("right"), NOW).unwrap());
    profile.layout.mark(Mark::Erasing).unwrap();
    drop(profile);
    let profile = Profile::claim(dir.path()).unwrap();
    assert!(!profile.exists());
    assert_eq!(files(dir.path()), Vec::<PathBuf>::new());
}

#[test]
fn a_making_that_was_cut_off_is_begun_anew_and_foreign_records_are_kept() {
    let dir = tempfile::tempdir().unwrap();
    let profile = Profile::claim(dir.path()).unwrap();
    drop(profile.create(&words("first"), NOW).unwrap());
    fs::remove_file(profile.layout.vault()).unwrap();
    profile.layout.mark(Mark::Creating).unwrap();
    drop(profile.create(&words("second"), NOW).unwrap());
    assert!(!profile.layout.aside().exists());
    fs::remove_file(profile.layout.vault()).unwrap();
    drop(profile.create(&words("third"), NOW).unwrap());
    let (_, aside) = profile.layout.newest_aside().unwrap();
    assert!(aside.join("db").exists() && aside.join("slots").exists());
    drop(profile.unlock(&words("third"), NOW).unwrap());
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_any_file() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path().join("profile");
    fs::create_dir(&dir).unwrap();
    fs::set_permissions(&dir, fs::Permissions::from_mode(0o755)).unwrap();
    let profile = Profile::claim(&dir).unwrap();
    let mut opened = profile.create(&words("right"), NOW).unwrap();
    put(&mut opened.store, "a", "b");
    opened.store.backup(NOW + 3_600_000).unwrap().run().unwrap();
    let _ = profile.check(&words("wrong"), NOW);
    for path in files(&dir).into_iter().chain([dir]) {
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
}

/// A key that could not be put away opens nothing, one that was does, and no wrong one makes anybody wait.
#[test]
fn a_keyring_is_a_way_in_once_it_has_the_key() {
    let dir = tempfile::tempdir().unwrap();
    let profile = Profile::claim(dir.path()).unwrap();
    drop(profile.create(&words("right"), NOW).unwrap());
    let before = fs::read(profile.layout.vault()).unwrap();
    assert_eq!(profile.make_keyring(&words("right"), NOW, |_, _| Err("locked")).unwrap(), Err("locked"));
    assert_eq!((fs::read(profile.layout.vault()).unwrap(), profile.keyring_name()), (before, None));
    let mut held = None;
    let put = |name: &str, key: &Passphrase| -> std::result::Result<(), ()> {
        held = Some((name.to_owned(), key.clone()));
        Ok(())
    };
    profile.make_keyring(&words("right"), NOW, put).unwrap().unwrap();
    let (name, key) = held.unwrap();
    assert_eq!(profile.keyring_name(), Some(name));
    assert!(matches!(profile.check_keyring(&words("guess")), Err(Error::WrongPassphrase { retry_after_ms: 0 })));
    profile.check(&words("right"), NOW).unwrap();
    drop(profile.unlock_by_keyring(&key, NOW).unwrap());
    profile.set_passphrase(&words("right"), &words("new"), NOW).unwrap();
    profile.check_keyring(&key).unwrap();
    profile.remove_keyring().unwrap();
    assert!(profile.check_keyring(&key).is_err() && profile.keyring_name().is_none());
    profile.check(&words("new"), NOW).unwrap();
}

#[test]
fn a_vault_of_a_newer_version_is_called_that() {
    let dir = tempfile::tempdir().unwrap();
    let profile = Profile::claim(dir.path()).unwrap();
    drop(profile.create(&words("right"), NOW).unwrap());
    let mut vault = fs::read(profile.layout.vault()).unwrap();
    assert_eq!(vault[..3], [0xa2, 0x00, 0x01]);
    vault[2] = 3;
    fs::write(profile.layout.vault(), &vault).unwrap();
    assert!(matches!(profile.unlock(&words("right"), NOW), Err(Error::NewerVersion { .. })));
    fs::write(profile.layout.vault(), &vault[..40]).unwrap();
    assert!(profile.unlock(&words("right"), NOW).is_err());
}
