//! Packs come, are altered, chosen and removed.

use std::os::unix::fs::symlink;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::*;
use crate::pack::MANIFEST;

/// The lung pack that ships.
pub fn lung() -> Pack {
    builtin::all().map(Result::unwrap).find(|pack| pack.manifest().id == "lung-ct").unwrap()
}

/// Its manifest, to alter.
pub fn manifest() -> Value {
    serde_json::from_slice(&lung().manifest_bytes).unwrap()
}

/// A folder with the lung pack under another name and version.
fn pack(world: &TempDir, id: &str, version: &str) -> PathBuf {
    let inside = lung();
    let folder = world.path().join(format!("{id}-{version}"));
    fs::create_dir(&folder).unwrap();
    for (name, bytes) in &inside.files {
        fs::write(folder.join(name), bytes.as_slice()).unwrap();
    }
    let mut manifest = manifest();
    manifest["id"] = json!(id);
    manifest["version"] = json!(version);
    fs::write(folder.join(MANIFEST), serde_json::to_vec(&manifest).unwrap()).unwrap();
    folder
}

fn shelf(world: &TempDir) -> Shelf {
    Shelf::at(&world.path().join("data"))
}

fn in_use(shelf: &Shelf, id: &str) -> String {
    shelf.in_use(id).unwrap().manifest().version.clone()
}

#[test]
fn what_ships_is_there_without_a_folder() {
    let world = TempDir::new().unwrap();
    let shelf = shelf(&world);
    let listed = shelf.list().unwrap();
    assert!(listed.iter().any(|entry| entry.id == "lung-ct" && entry.builtin && entry.in_use && entry.pack.is_ok()));
    let version = in_use(&shelf, "lung-ct");
    assert!(matches!(shelf.remove("lung-ct", &version), Err(PackFault::BuiltIn)));
    assert!(!world.path().join("data").exists(), "asking leaves nothing behind");
}

#[test]
fn versions_stand_side_by_side_and_one_goes_back() {
    let world = TempDir::new().unwrap();
    let shelf = shelf(&world);
    let shipped = in_use(&shelf, "lung-ct");
    let added = shelf.add(&pack(&world, "lung-ct", "900.1.0")).unwrap();
    assert_eq!((added.already, added.in_use.as_str()), (false, shipped.as_str()), "it is not used unasked");
    shelf.add(&pack(&world, "lung-ct", "900.0.9")).unwrap();
    shelf.choose("lung-ct", "900.1.0").unwrap();
    assert_eq!(in_use(&shelf, "lung-ct"), "900.1.0");
    shelf.choose("lung-ct", "900.0.9").unwrap();
    assert_eq!(in_use(&shelf, "lung-ct"), "900.0.9");
    let versions: Vec<_> = shelf.list().unwrap().into_iter().map(|entry| (entry.version, entry.in_use)).collect();
    assert_eq!(versions[..2], [("900.1.0".into(), false), ("900.0.9".into(), true)]);
    assert_eq!(shelf.remove("lung-ct", "900.0.9").unwrap(), Some(shipped.clone()));
    assert_eq!(in_use(&shelf, "lung-ct"), shipped);
    shelf.choose("lung-ct", &shipped).unwrap();
}

#[test]
fn a_pack_of_one_s_own_is_used_at_once() {
    let world = TempDir::new().unwrap();
    let shelf = shelf(&world);
    assert_eq!(shelf.add(&pack(&world, "mine", "1.0.0")).unwrap().in_use, "1.0.0");
    assert_eq!(shelf.add(&pack(&world, "mine", "2.0.0")).unwrap().in_use, "1.0.0");
    assert_eq!(shelf.remove("mine", "1.0.0").unwrap(), Some("2.0.0".into()));
    assert_eq!(shelf.remove("mine", "2.0.0").unwrap(), None);
    assert!(matches!(shelf.in_use("mine"), Err(PackFault::Unknown(_))));
}

#[test]
fn adding_again_is_no_failure_and_another_of_that_name_is() {
    let world = TempDir::new().unwrap();
    let shelf = shelf(&world);
    let folder = pack(&world, "mine", "1.0.0");
    shelf.add(&folder).unwrap();
    assert!(shelf.add(&folder).unwrap().already);
    let mut other: Value = serde_json::from_slice(&fs::read(folder.join(MANIFEST)).unwrap()).unwrap();
    other["name"] = json!("Another");
    fs::write(folder.join(MANIFEST), serde_json::to_vec(&other).unwrap()).unwrap();
    assert!(matches!(shelf.add(&folder), Err(PackFault::Taken)));
    let shipped = in_use(&shelf, "lung-ct");
    assert!(matches!(
        shelf.add(&pack(&world, "lung-ct", &shipped)),
        Err(PackFault::Taken) | Ok(Added { already: true, .. })
    ));
}

#[test]
fn one_changed_byte_is_refused_and_named() {
    let world = TempDir::new().unwrap();
    let shelf = shelf(&world);
    shelf.add(&pack(&world, "mine", "1.0.0")).unwrap();
    let place = world.path().join("data/packs/mine/1.0.0");
    for name in manifest()["files"].as_object().unwrap().keys() {
        let whole = fs::read(place.join(name)).unwrap();
        let mut changed = whole.clone();
        changed[whole.len() / 2] ^= 1;
        fs::write(place.join(name), &changed).unwrap();
        assert!(matches!(shelf.in_use("mine"), Err(PackFault::Changed(file)) if file == *name));
        fs::write(place.join(name), &whole[1..]).unwrap();
        assert!(matches!(shelf.in_use("mine"), Err(PackFault::Changed(file)) if file == *name));
        fs::write(place.join(name), &whole).unwrap();
    }
    assert!(shelf.in_use("mine").is_ok());
    // A manifest that fits its files but is not the one that was added.
    let mut other: Value = serde_json::from_slice(&fs::read(place.join(MANIFEST)).unwrap()).unwrap();
    other["rating"]["threshold"] = json!(0.0);
    fs::write(place.join(MANIFEST), serde_json::to_vec(&other).unwrap()).unwrap();
    assert!(matches!(shelf.in_use("mine"), Err(PackFault::Changed(file)) if file == MANIFEST));
    assert!(shelf.list().unwrap().iter().any(|entry| entry.id == "mine" && entry.pack.is_err()));
    // Adding the whole one again mends it.
    fs::remove_dir_all(world.path().join("mine-1.0.0")).unwrap();
    assert!(!shelf.add(&pack(&world, "mine", "1.0.0")).unwrap().already);
    assert!(shelf.in_use("mine").is_ok());
}

#[test]
fn what_does_not_belong_is_refused() {
    let world = TempDir::new().unwrap();
    let shelf = shelf(&world);
    let refused = |folder: &Path| shelf.add(folder).unwrap_err().to_string();
    let extra = pack(&world, "extra", "1.0.0");
    fs::write(extra.join("more.bin"), b"x").unwrap();
    assert!(refused(&extra).contains("does not name"));
    let linked = pack(&world, "linked", "1.0.0");
    fs::rename(linked.join("card.md"), world.path().join("card.md")).unwrap();
    symlink(world.path().join("card.md"), linked.join("card.md")).unwrap();
    assert!(refused(&linked).contains("no ordinary file"));
    let nested = pack(&world, "nested", "1.0.0");
    fs::create_dir(nested.join("folder")).unwrap();
    assert!(refused(&nested).contains("no ordinary file"));
    let missing = pack(&world, "missing", "1.0.0");
    fs::remove_file(missing.join("card.md")).unwrap();
    assert!(refused(&missing).contains("card.md is missing"));
    let bare = pack(&world, "bare", "1.0.0");
    fs::remove_file(bare.join(MANIFEST)).unwrap();
    assert!(refused(&bare).contains("manifest is missing"));
    assert!(matches!(shelf.add(&world.path().join("nowhere")), Err(PackFault::Disk(_))));
    assert!(shelf.list().unwrap().iter().all(|entry| entry.builtin), "nothing of it was kept");
    let left = fs::read_dir(world.path().join("data/packs")).map_or(0, Iterator::count);
    assert_eq!(left, 0, "nothing half-written lies about");
}

#[test]
fn a_folder_put_there_by_hand_is_unknown() {
    let world = TempDir::new().unwrap();
    let shelf = shelf(&world);
    let folder = pack(&world, "mine", "1.0.0");
    fs::create_dir_all(world.path().join("data/packs/mine")).unwrap();
    fs::rename(folder, world.path().join("data/packs/mine/1.0.0")).unwrap();
    assert!(matches!(shelf.get("mine", "1.0.0"), Err(PackFault::Unknown(_))));
    // What a stop between two steps left is replaced.
    assert!(!shelf.add(&pack(&world, "mine", "1.0.0")).unwrap().already);
    assert!(shelf.get("mine", "1.0.0").is_ok());
}

#[test]
fn a_damaged_index_is_told_and_not_lost() {
    let world = TempDir::new().unwrap();
    let shelf = shelf(&world);
    shelf.add(&pack(&world, "mine", "1.0.0")).unwrap();
    let index = world.path().join("data/packs/packs.json");
    for content in ["", "{", r#"{"format":1,"packs":[],"use":{"../x":"1.0.0"}}"#, r#"{"format":9,"packs":[],"use":{}}"#]
    {
        fs::write(&index, content).unwrap();
        assert!(matches!(shelf.in_use("lung-ct"), Err(PackFault::Unfit(_))), "{content}");
        assert!(matches!(shelf.remove("mine", "1.0.0"), Err(PackFault::Unfit(_))), "{content}");
    }
    assert!(world.path().join("data/packs/mine/1.0.0").exists());
}

#[test]
fn names_that_are_none_are_not_echoed() {
    let world = TempDir::new().unwrap();
    let refusal = shelf(&world).get("\u{1b}[2J", "1.0.0").unwrap_err().to_string();
    assert_eq!(refusal, "Cannot find the pack of that name");
}
