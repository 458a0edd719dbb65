//! Rooms of several people: charters, pseudonyms, admission, leaving and removal.

use serde_json::json;
use tempfile::TempDir;
use tests::cast::{Actor, gather, introduce};

#[test]
fn a_charter_is_filled_in_or_refused() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut create =
        |charter: serde_json::Value| marta.hearth.call("room.create", json!({"title": "T", "charter": charter}));
    let record = create(json!({"retention": "record"})).expect("valid")["charter"].clone();
    assert_eq!(
        (&record["attachments"], &record["relay_only"], &record["admission"]),
        (&json!("clinical"), &json!(false), &json!("direct"))
    );
    let ephemeral = create(json!({"retention": "ephemeral"})).expect("valid")["charter"].clone();
    assert_eq!((&ephemeral["attachments"], &ephemeral["admission"]), (&json!("text"), &json!("knock")));
    assert_eq!(ephemeral["relay_only"], false, "without a node the truth is stored, and said before joining");
    assert_eq!(create(json!({"retention": "timed", "days": 30})).expect("valid")["charter"]["days"], 30);
    for wrong in [
        json!({}),
        json!({"retention": "forever"}),
        json!({"retention": "timed"}),
        json!({"retention": "timed", "days": 0}),
        json!({"retention": "timed", "days": 3651}),
        json!({"retention": "record", "surprise": 1}),
        json!({"retention": "record", "max_members": 201}),
    ] {
        assert!(create(wrong.clone()).is_err(), "{wrong}");
    }
    let error = create(json!({"retention": "record", "relay_only": true})).expect_err("no node is known");
    assert_eq!(error["data"]["code"], "no_node");
}

#[test]
fn three_people_read_the_same_in_the_same_order() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    let mut cy = Actor::create(&world, "Cy", "doctor");
    let room = gather(&mut ana, &mut [&mut bo, &mut cy], json!({"retention": "record"}));
    for actor in [&mut ana, &mut bo, &mut cy] {
        let all = |list: &serde_json::Value| list["members"].as_array().is_some_and(|members| members.len() == 3);
        actor.hearth.until("room.members", &json!({"room": room}), all);
    }
    for round in 0..5 {
        for actor in [&mut ana, &mut bo, &mut cy] {
            let text = format!("{} {round}", actor.name);
            actor.say(&room, &text);
        }
    }
    for actor in [&mut ana, &mut bo, &mut cy] {
        actor.expect_count(&room, 15);
    }
    let told = ana.texts(&room);
    assert_eq!(bo.texts(&room), told);
    assert_eq!(cy.texts(&room), told);
}

#[test]
fn a_support_room_knows_pseudonyms_only() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana Realname", "peer");
    let mut bo = Actor::create(&world, "Bo Realname", "patient");
    let charter = json!({"retention": "timed", "days": 7});
    let first = gather(&mut ana, &mut [&mut bo], charter.clone());
    let second = gather(&mut ana, &mut [&mut bo], charter);
    let mut seen = std::collections::BTreeSet::new();
    for room in [&first, &second] {
        for member in ana.members(room) {
            assert!(!member["name"].as_str().expect("a name").contains("Realname"), "{member}");
            assert!(seen.insert(member["member"].to_string()), "a member id serves in one room only");
            assert!(seen.insert(member["name"].to_string()), "a pseudonym serves in one room only");
        }
    }
    assert_eq!(ana.hearth.ok("contact.list", json!({}))["contacts"], json!([]), "a room makes nobody a contact");
}

#[test]
fn nobody_enters_unasked_where_people_knock() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    let created = ana.hearth.ok("room.create", json!({"title": "Circle", "charter": {"retention": "ephemeral"}}));
    let room = created["room"].as_str().expect("an id").to_owned();
    let link = ana.hearth.ok("room.invite", json!({"room": room}))["link"].clone();
    let preview = bo.hearth.ok("room.preview", json!({"link": link}));
    assert_eq!((&preview["title"], &preview["charter"]), (&json!("Circle"), &created["charter"]));
    assert_eq!(preview["direct"], true, "members can see one's network address, and this says so");
    assert!(preview.get("members").is_none(), "membership is not shown before admission");

    assert_eq!(bo.hearth.ok("room.join", json!({"link": link, "name": "Quiet Wren"}))["state"], "knocking");
    let knock = ana.hearth.event("room.knock", |event| event["room"] == room.as_str());
    assert_eq!(knock["name"], "Quiet Wren");
    assert!(bo.hearth.call("room.members", json!({"room": room})).is_err());
    ana.hearth.ok("room.refuse", json!({"room": room, "member": knock["member"]}));
    let refused = bo.expect_room(&room, "refused");
    assert_eq!(refused["reason"], "not_admitted");
}

#[test]
fn who_left_or_was_removed_reads_no_more() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    let mut cy = Actor::create(&world, "Cy", "patient");
    let room = gather(&mut ana, &mut [&mut bo, &mut cy], json!({"retention": "record"}));
    ana.say(&room, "for all three");
    bo.expect_count(&room, 1);
    cy.expect_count(&room, 1);

    let member = |actor: &mut Actor, name: &str| {
        let members = actor.members(&room);
        members.iter().find(|one| one["name"] == name).expect("present")["member"].clone()
    };
    let target = member(&mut ana, "Bo");
    assert_eq!(cy.hearth.refused("room.remove", json!({"room": room, "member": target})), "not_allowed");
    ana.hearth.ok("room.remove", json!({"room": room, "member": target}));
    bo.expect_room(&room, "removed");
    assert_eq!(bo.hearth.refused("message.send", json!({"room": room, "text": "still here?"})), "not_a_member");
    let after = ana.say(&room, "for two");
    cy.expect_count(&room, 2);
    ana.expect_state(&room, &after, "delivered");
    let mut bo = bo.restart();
    assert_eq!(bo.texts(&room), ["for all three"], "what was read stays, what came after does not arrive");

    cy.hearth.ok("room.leave", json!({"room": room}));
    ana.hearth.until("room.members", &json!({"room": room}), |list| {
        list["members"].as_array().is_some_and(|members| members.len() == 1)
    });
    cy.expect_room(&room, "left");
}

#[test]
fn ownership_is_handed_on() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    let room = gather(&mut ana, &mut [&mut bo], json!({"retention": "record"}));
    let target = ana.members(&room).iter().find(|one| one["me"] == false).expect("Bo")["member"].clone();
    assert_eq!(bo.hearth.refused("room.transfer", json!({"room": room, "member": target})), "not_allowed");
    ana.hearth.ok("room.transfer", json!({"room": room, "member": target}));
    bo.hearth.until("room.members", &json!({"room": room}), |list| {
        list["members"].as_array().is_some_and(|all| all.iter().any(|one| one["me"] == true && one["rank"] == "owner"))
    });
    let ranks: Vec<_> = ana.members(&room).iter().filter(|one| one["rank"] == "owner").cloned().collect();
    assert_eq!(ranks.len(), 1, "a room has one owner");
}

#[test]
fn a_blocked_contact_is_not_heard() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    let room = introduce(&mut ana, &mut bo);
    let contact = ana.hearth.ok("contact.list", json!({}))["contacts"][0]["contact"].clone();
    ana.hearth.ok("contact.block", json!({"contact": contact}));
    let sent = bo.say(&room, "can you hear me?");
    bo.hearth.event("presence.changed", |event| event["online"] == false);
    bo.expect_state(&room, &sent, "queued");
    assert!(ana.texts(&room).is_empty());
    ana.hearth.ok("contact.unblock", json!({"contact": contact}));
    ana.expect_count(&room, 1);
}
