//! The desktop's keyring as a way in, with gnome-keyring on a bus of its own.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;
use tests::process::Hearth;
use tests::ring::Ring;

const WORDS: &str = "walnut ferry blanket";
const OTHERS: &str = "copper violin meadow";

/// Waits for the keyring, or locks it as a desktop does when nobody is there.
const ASK: &str = r"
import sys, time, dbus
bus = dbus.SessionBus()
until = time.monotonic() + 60
while not bus.name_has_owner('org.freedesktop.secrets') and time.monotonic() < until: time.sleep(0.05)
service = dbus.Interface(bus.get_object('org.freedesktop.secrets', '/org/freedesktop/secrets'), 'org.freedesktop.Secret.Service')
home = service.ReadAlias('default')
if sys.argv[1] == 'lock': service.Lock([home])
found = service.SearchItems({'application': 'hearth'})
print(sum(len(part) for part in found))
";

/// A session bus with an unlocked keyring on it.
struct Desk {
    _ring: Ring,
    bus: Child,
    address: String,
}

impl Desk {
    fn start(folder: &Path) -> Self {
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1", "--address"])
            .arg(format!("unix:path={}", folder.join("bus").display()))
            .env("XDG_RUNTIME_DIR", folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is installed (scripts/setup --test)");
        let mut address = String::new();
        BufReader::new(bus.stdout.take().expect("piped")).read_line(&mut address).expect("the bus tells its address");
        let address = address.trim().to_owned();
        let desk = Self { _ring: Ring::start(folder, &address), bus, address };
        assert_eq!(desk.keys("count"), 0);
        desk
    }

    /// How many keys of Hearth it holds.
    fn keys(&self, what: &str) -> u32 {
        let mut asked = Command::new("/usr/bin/python3");
        asked.args(["-c", ASK, what]).env("DBUS_SESSION_BUS_ADDRESS", &self.address);
        let told = asked.output().expect("python3 is installed (scripts/setup --test)");
        let told = String::from_utf8(told.stdout).expect("a number");
        told.trim().parse().expect("a number")
    }

    fn hearth(&self, data: &Path) -> Hearth {
        Hearth::start_among(data, &[("DBUS_SESSION_BUS_ADDRESS", &self.address)])
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.bus.kill();
        let _ = self.bus.wait();
    }
}

fn create(hearth: &mut Hearth) {
    hearth.ok("profile.create", json!({"name": "Marta", "role": "patient", "passphrase": WORDS}));
}

fn unlock(hearth: &mut Hearth) -> Result<Value, Value> {
    hearth.call("profile.unlock", json!({"keyring": true})).map_err(|error| error["data"]["code"].clone())
}

fn lock(hearth: &mut Hearth) {
    hearth.ok("profile.lock", json!({}));
    assert_eq!(hearth.refused("room.list", json!({})), "locked");
}

#[test]
fn a_keyring_opens_what_its_person_gave_it_a_key_to_and_nothing_else() {
    let world = TempDir::new().expect("a folder");
    let desk = Desk::start(world.path());
    let data = world.path().join("marta");
    let mut marta = desk.hearth(&data);
    create(&mut marta);
    assert_eq!(marta.ok("profile.get", json!({})).get("keyring"), None, "off unless the person turns it on");
    assert_eq!(unlock(&mut marta), Err(json!("no_keyring")));

    assert_eq!(marta.refused("profile.set_keyring", json!({"on": true})), "invalid_params");
    assert_eq!(marta.refused("profile.set_keyring", json!({"on": true, "passphrase": OTHERS})), "wrong_passphrase");
    assert_eq!(desk.keys("count"), 0);
    // The right one waits too, for as long as a wrong one makes it.
    marta.until("profile.set_keyring", &json!({"on": true, "passphrase": WORDS}), |_| true);
    assert_eq!(desk.keys("count"), 1);

    // Locking forgets the keys, and it stays locked until the person asks; a restart changes nothing.
    lock(&mut marta);
    assert_eq!(marta.ok("profile.get", json!({})), json!({"state": "locked", "keyring": true}));
    assert_eq!(unlock(&mut marta).expect("the keyring opens it")["name"], "Marta");
    marta.ok("profile.hide", json!({}));
    assert_eq!(unlock(&mut marta).expect("it shows it again")["state"], "open");
    drop(marta);
    let mut marta = desk.hearth(&data);
    assert_eq!(marta.ok("profile.get", json!({}))["state"], "locked");
    unlock(&mut marta).expect("the keyring opens it");

    // Another passphrase leaves it, another key takes the place of the first.
    marta.ok("profile.set_passphrase", json!({"old": WORDS, "new": OTHERS}));
    lock(&mut marta);
    unlock(&mut marta).expect("the keyring opens it");
    marta.ok("profile.set_keyring", json!({"on": true, "passphrase": OTHERS}));
    assert_eq!(desk.keys("count"), 1);
    lock(&mut marta);
    unlock(&mut marta).expect("the keyring opens it");

    // A copy for another computer has no way in by a keyring.
    let copy = world.path().join("copy.hearth");
    marta.ok("profile.export", json!({"path": copy, "passphrase": "orchid tunnel pepper"}));
    let mut elsewhere = desk.hearth(&world.path().join("elsewhere"));
    elsewhere.ok("profile.import", json!({"path": copy, "passphrase": "orchid tunnel pepper"}));
    assert_eq!(elsewhere.ok("profile.get", json!({})).get("keyring"), None);
    lock(&mut elsewhere);
    assert_eq!(unlock(&mut elsewhere), Err(json!("no_keyring")));

    marta.ok("profile.set_keyring", json!({"on": false}));
    assert_eq!(desk.keys("count"), 0);
    assert_eq!(marta.ok("profile.get", json!({})).get("keyring"), None);
    lock(&mut marta);
    assert_eq!(unlock(&mut marta), Err(json!("no_keyring")));
    marta.ok("profile.unlock", json!({"passphrase": OTHERS}));

    marta.ok("profile.set_keyring", json!({"on": true, "passphrase": OTHERS}));
    marta.ok("profile.erase", json!({"passphrase": OTHERS}));
    assert_eq!(desk.keys("count"), 0, "erasing takes the key out too");
}

#[test]
fn without_its_keyring_the_passphrase_opens_as_ever() {
    let world = TempDir::new().expect("a folder");
    let data = world.path().join("marta");
    {
        let desk = Desk::start(world.path());
        let mut marta = desk.hearth(&data);
        create(&mut marta);
        marta.ok("profile.set_keyring", json!({"on": true, "passphrase": WORDS}));
        lock(&mut marta);
        // The desktop locked its keyring, and nobody is there to open it.
        assert_eq!(desk.keys("lock"), 1);
        assert_eq!(unlock(&mut marta), Err(json!("no_keyring")));
        marta.ok("profile.unlock", json!({"passphrase": WORDS}));
    }
    let nowhere = format!("unix:path={}", world.path().join("nowhere").display());
    let mut marta = Hearth::start_among(&data, &[("DBUS_SESSION_BUS_ADDRESS", &nowhere)]);
    assert_eq!(unlock(&mut marta), Err(json!("no_keyring")));
    marta.ok("profile.unlock", json!({"passphrase": WORDS}));
    // What the keyring opens no more can be turned off without it.
    marta.ok("profile.set_keyring", json!({"on": false}));
    assert_eq!(marta.ok("profile.get", json!({})).get("keyring"), None);
    assert_eq!(marta.refused("profile.set_keyring", json!({"on": true, "passphrase": WORDS})), "no_keyring");
    assert_eq!(marta.ok("profile.get", json!({})).get("keyring"), None, "and is not turned on halfway");
}
