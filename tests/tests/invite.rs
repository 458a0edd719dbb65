//! Invites: used, expired, damaged, forged, and an inviter who is not there yet.

use crypto::invite::Invite;
use serde_json::{Value, json};
use tempfile::TempDir;
use tests::cast::{Actor, introduce};
use tests::process::Hearth;

fn room_with_link(founder: &mut Actor, params: Value) -> (String, String) {
    let created = founder.hearth.ok("room.create", json!({"title": "Circle", "charter": {"retention": "record"}}));
    let room = created["room"].as_str().expect("an id").to_owned();
    let mut asked = params;
    asked["room"] = json!(room);
    let link = founder.hearth.ok("room.invite", asked)["link"].as_str().expect("a link").to_owned();
    (room, link)
}

#[test]
fn an_invite_admits_as_many_as_it_says() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    let mut cy = Actor::create(&world, "Cy", "patient");
    let (room, link) = room_with_link(&mut ana, json!({"uses": 1}));
    bo.hearth.ok("room.preview", json!({"link": link}));
    cy.hearth.ok("room.preview", json!({"link": link}));
    bo.hearth.ok("room.join", json!({"link": link}));
    bo.expect_room(&room, "joined");
    // The one it admitted gets the same answer again; anybody else hears that it is used.
    assert_eq!(bo.hearth.ok("room.join", json!({"link": link}))["state"], "joined");
    let code = match cy.hearth.call("room.join", json!({"link": link})) {
        Err(error) => error["data"]["code"].clone(),
        Ok(_) => cy.expect_room(&room, "refused")["reason"].clone(),
    };
    assert_eq!(code, "invite_used");
    assert_eq!(ana.members(&room).len(), 2);
}

/// As it is read out over the telephone in Spanish, and typed with four letters a word.
#[test]
fn words_lead_where_the_link_does() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    ana.hearth.ok("settings.set", json!({"language": "es"}));
    let lines = |told: &Value| -> Vec<String> {
        let lines = told["words"].as_array().expect("lines").iter();
        lines.map(|line| line.as_str().expect("a line").to_owned()).collect()
    };
    let room = ana.hearth.ok("room.create", json!({"title": "Circle", "charter": {"retention": "record"}}));
    let room = room["room"].as_str().expect("an id").to_owned();
    let told = ana.hearth.ok("room.invite", json!({"room": room}));
    let words = lines(&told);
    assert!(words.len() > 10 && words.iter().all(|line| line.split(' ').count() <= 6), "{words:?}");
    let spoken = words.iter().enumerate().map(|(at, line)| {
        let letters = line.split(' ').map(|word| word.chars().take(4).collect::<String>());
        format!("{}. {}", at + 1, letters.collect::<Vec<_>>().join(" "))
    });
    let typed = spoken.collect::<Vec<_>>().join("\n").to_uppercase();
    let mut swapped = words.clone();
    swapped.swap(1, 2);
    for wrong in [swapped.join("\n"), words[1..].join("\n"), words[..words.len() - 1].join("\n")] {
        assert_eq!(bo.hearth.refused("room.join", json!({"link": wrong})), "invite_damaged");
    }
    whoever_read_them_out_is_told_the_line(&mut bo, &words);
    assert_eq!(bo.hearth.ok("room.preview", json!({"link": typed}))["title"], "Circle");
    bo.hearth.ok("room.join", json!({"link": typed}));
    bo.expect_room(&room, "joined");
    // The link is the same invite, so it is answered alike.
    assert_eq!(bo.hearth.ok("room.join", json!({"link": told["link"]}))["state"], "joined");

    let words = lines(&ana.hearth.ok("contact.invite", json!({})));
    let accepted = bo.hearth.ok("contact.accept", json!({"link": words.join("\n")}));
    bo.expect_room(accepted["room"].as_str().expect("an id"), "joined");
}

/// Which line of the words does not hold, and how: never a word of them.
fn whoever_read_them_out_is_told_the_line(bo: &mut Actor, words: &[String]) {
    let mut refused = |lines: &[String]| {
        let error = bo.hearth.call("room.preview", json!({"link": lines})).expect_err("it is damaged");
        assert_eq!(error["data"]["code"], "invite_damaged");
        assert!(!error.to_string().contains("zzzz"), "{error}");
        let mut data = error["data"].clone();
        data.as_object_mut().expect("an object").remove("code");
        data
    };
    let mut changed = |line: usize, change: &dyn Fn(&str) -> String| {
        let mut lines = words.to_vec();
        lines[line - 1] = change(&lines[line - 1]);
        refused(&lines)
    };
    let said = |line: usize, detail: &str| json!({"line": line, "detail": detail});
    assert_eq!(changed(4, &|line| line.replacen(' ', " zzzz", 1)), said(4, "unknown_word"));
    assert_eq!(changed(3, &|line| line.rsplit_once(' ').expect("words").0.to_owned()), said(3, "too_few_words"));
    assert_eq!(changed(7, &|line| format!("{line} {line}")), said(7, "too_many_words"));
    let wrong = changed(5, &|line| {
        let words: Vec<&str> = line.split(' ').collect();
        let (first, last) = (words[0], words[5]);
        if first == last { format!("{line} {line}") } else { [&[last], &words[1..5], &[first]].concat().join(" ") }
    });
    assert_eq!(wrong["line"], 5, "{wrong}");
    // One in a hundred mistakes makes a line look like another.
    let detail = wrong["detail"].as_str().unwrap_or_default();
    assert!(["wrong_word", "another_line", "too_many_words"].contains(&detail), "{wrong}");
    let mut swapped = words.to_vec();
    swapped.swap(1, 2);
    assert_eq!(refused(&swapped), json!({"line": 2, "detail": "another_line", "fits_line": 3}));
    assert_eq!(refused(&words[..words.len() - 1]), said(words.len(), "missing_line"));
    let link = bo.hearth.call("room.preview", json!({"link": "hearth:two words"})).expect_err("it is damaged");
    assert_eq!(link["data"], json!({"code": "invite_damaged"}), "a link has no lines");
}

#[test]
fn damage_and_expiry_show_without_a_network() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    let (_, link) = room_with_link(&mut ana, json!({}));
    ana.hearth.kill();

    let mut damaged = vec![link[..link.len() - 1].to_owned(), format!("{link}a"), String::new(), "hearth:".into()];
    for index in (link.find(':').expect("a scheme") + 1..link.len()).step_by(7) {
        let other = if &link[index..=index] == "b" { "c" } else { "b" };
        damaged.push(format!("{}{other}{}", &link[..index], &link[index + 1..]));
    }
    for link in damaged {
        assert_eq!(bo.hearth.refused("room.join", json!({"link": link})), "invite_damaged", "{link}");
        assert_eq!(bo.hearth.refused("room.preview", json!({"link": link})), "invite_damaged", "{link}");
    }
    let mut invite = Invite::decode(&link).expect("it is whole");
    invite.expiry_hours = 1;
    assert_eq!(bo.hearth.refused("room.join", json!({"link": invite.encode().expect("it fits")})), "invite_expired");
    assert_eq!(bo.hearth.ok("room.list", json!({}))["rooms"], json!([]), "a refused link changes nothing");
}

#[test]
fn a_forged_invite_is_recognised() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    let (_, link) = room_with_link(&mut ana, json!({}));
    let (_, other) = room_with_link(&mut bo, json!({}));
    // The secret leads to Ana, but the link says that she ought to be somebody else.
    let mut forged = Invite::decode(&link).expect("it is whole");
    forged.key = Invite::decode(&other).expect("it is whole").key;
    assert_eq!(bo.hearth.refused("room.preview", json!({"link": forged.encode().expect("it fits")})), "invite_forged");
}

#[test]
fn joining_waits_for_an_inviter_who_is_away() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    let (room, link) = room_with_link(&mut ana, json!({}));
    ana.hearth.kill();
    assert_eq!(bo.hearth.refused("room.preview", json!({"link": link})), "unreachable");
    assert_eq!(bo.hearth.ok("room.join", json!({"link": link}))["state"], "waiting");
    let waiting = bo.expect_room(&room, "waiting");
    assert_eq!((&waiting["title"], &waiting["charter"]), (&json!(""), &Value::Null));
    let mut bo = bo.restart();
    bo.expect_room(&room, "waiting");
    let mut ana = ana.restart();
    bo.expect_room(&room, "joined");
    ana.say(&room, "there you are");
    bo.expect_count(&room, 1);
}

#[test]
fn a_contact_link_serves_once() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    let mut cy = Actor::create(&world, "Cy", "patient");
    let link = ana.hearth.ok("contact.invite", json!({}))["link"].clone();
    let accepted = bo.hearth.ok("contact.accept", json!({"link": link}));
    let room = accepted["room"].as_str().expect("an id").to_owned();
    bo.expect_room(&room, "joined");
    let refused = cy.hearth.call("contact.accept", json!({"link": link}));
    let code = match refused {
        Err(error) => error["data"]["code"].clone(),
        Ok(accepted) => cy.expect_room(accepted["room"].as_str().expect("an id"), "refused")["reason"].clone(),
    };
    assert_eq!(code, "invite_used");
    assert_eq!(ana.hearth.refused("contact.accept", json!({"link": "hearth:nonsense"})), "invite_damaged");
    let names = ana.hearth.ok("contact.list", json!({}));
    assert_eq!(names["contacts"].as_array().map(Vec::len), Some(1));
    assert_eq!(names["contacts"][0]["name"], "Bo");
}

#[test]
fn one_works_behind_another_listener_too() {
    let world = TempDir::new().expect("a folder");
    let start = |name: &'static str, listen: &str| {
        let data = world.path().join(name);
        let mut hearth = Hearth::start_with(&data, &["--no-mdns", "--listen", listen]);
        let passphrase = tests::cast::PASSPHRASE;
        hearth.ok("profile.create", json!({"name": name, "role": "peer", "passphrase": passphrase}));
        Actor { hearth, name }
    };
    let mut ana = start("Ana", "/ip4/127.0.0.1/udp/0/quic-v1");
    let mut bo = start("Bo", "/ip4/127.0.0.1/udp/0/quic-v1");
    let room = introduce(&mut ana, &mut bo);
    ana.say(&room, "over QUIC");
    bo.expect_count(&room, 1);
}
