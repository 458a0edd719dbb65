//! A keyring that starts while Hearth stands locked, on a real bus: noticed as soon as the window gets the keyboard.

use serde_json::json;
use tests::cast::PASSPHRASE;
use tests::ring::Ring;
use tests::screen::Desk;

use super::live::{Ear, Listening};

#[test]
fn a_keyring_that_starts_meanwhile_is_offered_when_the_person_comes_back() {
    let listening = Listening::on(Desk::bare);
    let (world, address) = (listening.world.path(), listening.desk.address.clone());
    let mut ear = Ear::start(&listening.desk, &listening.screen);
    {
        let _ring = Ring::start(world, &address);
        let mut hearth = listening.start_window();
        hearth.ok("profile.create", json!({"name": "Anneke", "role": "doctor", "passphrase": PASSPHRASE}));
        // The keyring may still be starting.
        hearth.until("profile.set_keyring", &json!({"on": true, "passphrase": PASSPHRASE}), |_| true);
        assert!(hearth.close().success());
    }
    let mut hearth = listening.start_window();
    ear.see("does not answer just now");
    let ring = Ring::start(world, &address);
    // Once it answers there, it is there to be found.
    let mut other = tests::process::Hearth::start_among(&world.join("Bo"), &[("DBUS_SESSION_BUS_ADDRESS", &address)]);
    other.ok("profile.create", json!({"name": "Bo", "role": "peer", "passphrase": PASSPHRASE}));
    other.until("profile.set_keyring", &json!({"on": true, "passphrase": PASSPHRASE}), |_| true);
    assert!(ear.tree().contains("does not answer just now"), "nobody has come back yet");
    let window = listening.screen.window("^Hearth");
    listening.screen.do_it(&["windowfocus", "--sync", &window]);
    ear.see("Open without the passphrase");
    hearth.ok("profile.unlock", json!({"keyring": true}));
    assert!(hearth.close().success());
    drop(ring);
}
