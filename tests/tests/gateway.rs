//! Nothing is contacted but the peers that were named: two machines behind a gateway that records every packet.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use serde_json::json;
use tempfile::TempDir;
use tests::cast::{Actor, PASSPHRASE, introduce};
use tests::gateway::{Gateway, Machine};
use tests::process::Hearth;

fn on(machine: &Machine, world: &Path, name: &'static str) -> Actor {
    let listen = [format!("/ip4/{}/tcp/0", machine.address), format!("/ip4/{}/udp/0/quic-v1", machine.address)];
    let arguments = ["--no-mdns", "--listen", &listen[0], "--listen", &listen[1]];
    let mut hearth = Hearth::start_in(Some(&machine.namespace), &world.join(name), &arguments);
    hearth.ok("profile.create", json!({"name": name, "role": "peer", "passphrase": PASSPHRASE}));
    Actor { hearth, name }
}

/// Shortened here; `scripts/soak` lets it idle for an hour.
#[test]
fn packets_go_to_the_named_peers_only() {
    let mut gateway = match Gateway::build("p") {
        Ok(gateway) => gateway,
        Err(reason) => return eprintln!("skipped, network namespaces are not to be had here: {reason}"),
    };
    gateway.record().expect("tcpdump runs");
    let world = TempDir::new().expect("a folder");
    let [first, second] = &gateway.machines;
    let named: BTreeSet<String> = [first, second].iter().map(|machine| machine.address.to_string()).collect();
    let mut ana = on(first, world.path(), "Ana");
    let mut bo = on(second, world.path(), "Bo");
    let room = introduce(&mut ana, &mut bo);
    for number in 0..10 {
        let said = ana.say(&room, &format!("from Ana {number}"));
        ana.expect_state(&room, &said, "delivered");
        bo.say(&room, &format!("from Bo {number}"));
    }
    ana.expect_count(&room, 20);
    // A peer that went away is looked for at its own address, and nowhere else.
    bo.hearth.kill();
    ana.say(&room, "are you there?");
    let idle = std::env::var("HEARTH_GATEWAY_S").ok().and_then(|text| text.parse().ok()).unwrap_or(12);
    std::thread::sleep(Duration::from_secs(idle));
    let mut bo = bo.restart();
    bo.expect_count(&room, 21);

    let seen = gateway.seen();
    assert!(seen.len() >= 2, "the recorder saw the talk: {seen:?}");
    for (source, destination) in &seen {
        let known = |address: &String| named.contains(address) || address.ends_with(".1");
        assert!(named.contains(destination) || (known(source) && known(destination)), "{source} > {destination}");
        assert!(named.contains(source) || source.ends_with(".1"), "{source} > {destination}");
    }
}
