//! Rooms as people live them: found, join, write, leave, come back.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::super::cast::{Table, charter, identity};
use super::super::charter::{Charter, RetentionName};
use super::super::{Delivery, Event, Input, OrderRequest, Refused, Room, Standing};
use super::Rank;
use crate::sim::group::ModelGroup;
use crate::wire::Body;
use crate::wire::order::Purpose;

#[test]
fn two_people_talk() {
    let mut table = Table::of(2);
    table.say(0, "hello");
    table.settle();
    table.say(1, "hi");
    table.settle();
    assert_eq!(table.agree(&[0, 1]), ["hello", "hi"]);
}

#[test]
fn a_message_costs_one_frame_there_and_one_back() {
    let mut table = Table::of(2);
    table.frames = 0;
    table.say(0, "hello");
    table.settle();
    assert_eq!(table.frames, 2, "the sealed entry and its acknowledgement");
    let peer = table.actors[1].member();
    let seq = table.actors[0].room.log.chain(table.actors[0].device()).head_seq;
    assert_eq!(table.actors[0].room.delivery(seq)[&peer], Delivery::Delivered);
    table.pass(600_000);
    assert_eq!(table.frames, 2, "nothing more is said about it");
}

#[test]
fn states_are_true() {
    let mut table = Table::of(2);
    let (me, peer) = (table.actors[0].device(), table.actors[1].member());
    table.isolate(1);
    table.say(0, "are you there");
    let seq = table.actors[0].room.log.chain(me).head_seq;
    let state = |table: &Table| table.actors[0].room.delivery(seq)[&peer];
    assert_eq!(state(&table), Delivery::Queued);
    table.restart(0);
    assert_eq!(state(&table), Delivery::Queued);
    table.link(0, 1);
    table.settle();
    assert_eq!(state(&table), Delivery::Delivered);
    table.restart(0);
    assert_eq!(state(&table), Delivery::Delivered, "kept over a restart");
    table.link(0, 1);
    table.settle();
    let place = table.actors[1].disk.entries[&(me, seq)].0;
    table.act(1, Input::MarkRead { up_to: place });
    table.settle();
    assert_eq!(state(&table), Delivery::Read);
    table.restart(0);
    assert_eq!(state(&table), Delivery::Read);
}

#[test]
fn what_was_written_before_joining_has_no_state() {
    let mut table = Table::of(1);
    table.say(0, "alone");
    let seq = table.actors[0].room.log.chain(table.actors[0].device()).head_seq;
    table.admit(0);
    assert!(table.actors[0].room.delivery(seq).is_empty());
    table.link(0, 1);
    table.pass(30_000);
    assert!(table.actors[0].room.delivery(seq).is_empty());
    assert!(table.actors[1].texts().is_empty());
}

#[test]
fn five_people_who_met_in_pieces_show_one_order() {
    let mut table = Table::of(5);
    for index in 0..5 {
        table.isolate(index);
    }
    for round in 0..10 {
        for index in 0..5 {
            table.say(index, &format!("{index} alone {round}"));
        }
    }
    table.link(0, 1);
    table.link(2, 3);
    table.pass(10_000);
    for index in 0..5 {
        table.say(index, &format!("{index} in pieces"));
    }
    table.link_all();
    table.pass(60_000);
    assert_eq!(table.agree(&[0, 1, 2, 3, 4]).len(), 55);
}

#[test]
fn those_who_are_not_linked_hear_through_others() {
    let mut table = Table::of(3);
    table.unlink(0, 2);
    table.say(0, "pass it on");
    table.pass(1_000);
    assert_eq!(table.agree(&[0, 1, 2]), ["pass it on"]);
}

#[test]
fn a_joiner_reads_from_joining_on_and_everyone_learns_of_them() {
    let mut table = Table::of(3);
    table.say(1, "before");
    table.settle();
    let joiner = table.admit(0);
    for other in 0..joiner {
        table.link(other, joiner);
    }
    table.pass(60_000);
    table.say(joiner, "thank you");
    table.settle();
    assert_eq!(table.actors[joiner].texts(), ["thank you"]);
    table.agree(&[0, 1, 2]);
    assert_eq!(table.present(1).len(), 4);
    assert!(table.actors[1].events.contains(&Event::MemberJoined(table.actors[joiner].member())));
}

#[test]
fn the_removed_read_no_more_and_learn_why() {
    let mut table = Table::of(3);
    let gone = table.actors[2].member();
    let before = table.actors[0].room.link_secrets().next().cloned();
    table.order(0, OrderRequest::Remove(gone));
    table.pass(30_000);
    assert!(table.actors[2].events.contains(&Event::RemovedMyself));
    assert_ne!(table.actors[2].room.standing(), Standing::Present);
    table.say(0, "among us");
    table.pass(1_000);
    assert!(!table.actors[2].texts().contains(&"among us".to_owned()));
    assert_eq!(table.agree(&[0, 1]), ["among us"]);
    assert_ne!(table.actors[1].room.link_secrets().next().cloned(), before, "the link secret is replaced");
    table.link(1, 2);
    table.settle();
    assert!(!table.actors[1].closed.is_empty(), "dialling in again ends at once");
}

#[test]
fn the_removed_learn_it_when_they_come_back() {
    let mut table = Table::of(3);
    let gone = table.actors[2].member();
    table.isolate(2);
    table.order(0, OrderRequest::Remove(gone));
    table.pass(30_000);
    table.say(2, "what did I miss");
    table.link(1, 2);
    table.settle();
    assert_eq!(table.actors[2].act_refusal(), Refused::NotAMember);
    assert_eq!(table.actors[2].room.standing(), Standing::Removed);
    assert!(table.agree(&[0, 1]).is_empty());
}

#[test]
fn the_owner_leaves_and_somebody_owns_the_room() {
    let mut table = Table::of(3);
    table.order(0, OrderRequest::Leave);
    table.pass(30_000);
    assert_eq!(table.actors[0].room.standing(), Standing::Left);
    let heir = table.actors[1].member();
    assert_eq!(table.actors[2].room.member(heir).unwrap().rank, Rank::Owner);
    table.say(1, "we two");
    table.pass(1_000);
    assert_eq!(table.agree(&[1, 2]), ["we two"]);
    assert!(table.actors[0].texts().is_empty());
}

#[test]
fn ranks_decide() {
    let mut table = Table::of(3);
    let (first, second) = (table.actors[1].member(), table.actors[2].member());
    assert_eq!(table.act(1, Input::Order(OrderRequest::Remove(second))), Some(Refused::NotAllowed));
    let charter = charter(RetentionName::Record);
    assert_eq!(
        table.act(1, Input::Order(OrderRequest::Charter(charter.clone(), "Mine".into()))),
        Some(Refused::NotAllowed)
    );
    let persona = crypto::identity::PersonaKey::generate(&mut table.rng);
    let who = identity(&mut table.rng, &persona);
    assert_eq!(table.admit_as(1, persona, who), Err(Refused::NotAllowed));
    table.order(0, OrderRequest::Rank(second, Rank::Observer));
    table.settle();
    assert_eq!(table.act(2, Input::Author(Body::text("may I"))), Some(Refused::NotAllowed));
    table.order(0, OrderRequest::Transfer(first));
    table.settle();
    table.order(1, OrderRequest::Charter(charter, "Ours".into()));
    table.settle();
    assert_eq!(table.actors[2].room.title().expose(), "Ours");
    table.agree(&[0, 1, 2]);
}

#[test]
fn a_direct_room_holds_two() {
    let mut table = Table::new(Charter::direct(), Purpose::Direct);
    table.admit(0);
    let persona = crypto::identity::PersonaKey::generate(&mut table.rng);
    let who = identity(&mut table.rng, &persona);
    assert_eq!(table.admit_as(0, persona, who), Err(Refused::Full));
}

#[test]
fn an_ephemeral_room_goes_on_after_a_restart_without_what_was_said() {
    let mut table = Table::new(charter(RetentionName::Ephemeral), Purpose::Group);
    table.admit(0);
    table.admit(0);
    table.link_all();
    table.pass(60_000);
    table.isolate(2);
    for round in 0..5 {
        table.say(0, &format!("soft {round}"));
    }
    table.settle();
    table.restart(0);
    table.restart(1);
    assert!(table.actors[0].texts().is_empty());
    table.link_all();
    table.pass(30_000);
    table.say(0, "again");
    table.pass(30_000);
    assert_eq!(table.agree(&[0, 1, 2]), ["again"]);
    table.say(2, "and I");
    table.pass(1_000);
    assert_eq!(table.agree(&[0, 1, 2]), ["again", "and I"]);
}

#[test]
fn orders_reach_those_who_missed_them_in_an_ephemeral_room() {
    let mut table = Table::new(charter(RetentionName::Ephemeral), Purpose::Group);
    table.admit(0);
    table.link_all();
    table.pass(60_000);
    table.isolate(1);
    let late = table.admit(0);
    table.say(0, "forgotten");
    table.restart(0);
    table.link(0, 1);
    table.link(0, late);
    table.pass(60_000);
    assert_eq!(table.present(1).len(), 3);
    table.link(1, late);
    table.pass(60_000);
    table.say(late, "hello all");
    table.pass(1_000);
    assert_eq!(table.agree(&[0, 1, late]), ["hello all"]);
}

#[test]
fn a_new_device_replaces_the_old_and_catches_up() {
    let mut table = Table::of(3);
    table.say(0, "one");
    table.settle();
    let exported = table.actors[2].disk.clone();
    table.say(2, "after the export");
    table.pass(1_000);
    table.isolate(2);
    let old = table.actors[2].device();
    let fresh = identity(&mut table.rng, &table.actors[2].persona);
    let keys = ModelGroup::enter(table.actors[2].room.id(), fresh.certificate.device(), 99);
    let id = table.actors[2].room.id();
    let (room, outputs) =
        Room::import(table.now, &mut table.rng, id, fresh.clone(), &exported.rows(), keys, &exported).unwrap();
    table.actors[2].room = room;
    table.actors[2].disk = exported;
    table.actors[2].disk.keys.clear();
    table.actors[2].identity = fresh;
    table.replay(2, outputs);
    assert!(table.actors[2].room.rejoining());
    table.say(2, "from the new one");
    table.link_all();
    table.pass(60_000);
    assert!(!table.actors[2].room.rejoining());
    assert_eq!(table.agree(&[0, 1, 2]).len(), 3);
    let member = table.actors[2].member();
    assert!(!table.actors[0].room.member(member).unwrap().devices.contains(&old));
}

#[test]
fn typing_ends_by_itself() {
    let mut table = Table::of(2);
    let writer = table.actors[0].member();
    table.act(0, Input::Typing { on: true });
    table.settle();
    assert_eq!(table.actors[1].room.typing().collect::<Vec<_>>(), [writer]);
    table.pass(6_001);
    assert_eq!(table.actors[1].room.typing().count(), 0);
    assert!(table.actors[1].events.contains(&Event::Typing { member: writer, on: false }));
}

#[test]
fn addresses_are_passed_on_and_kept() {
    let mut table = Table::of(3);
    table.unlink(0, 2);
    table.act(0, Input::Addresses(vec!["/ip4/192.0.2.1/udp/4001/quic-v1".into()]));
    table.settle();
    let device = table.actors[0].device();
    assert_eq!(table.actors[2].room.addresses(device), ["/ip4/192.0.2.1/udp/4001/quic-v1"]);
    table.restart(2);
    assert_eq!(table.actors[2].room.addresses(device).len(), 1);
}

#[test]
fn catching_up_is_linear() {
    let mut table = Table::of(2);
    table.isolate(1);
    for round in 0..3_000 {
        table.say(0, &format!("message {round}"));
    }
    (table.frames, table.bytes) = (0, 0);
    table.link(0, 1);
    table.settle();
    assert_eq!(table.agree(&[0, 1]).len(), 3_000);
    assert!(table.frames < 40, "{} frames", table.frames);
    assert!(table.bytes < 3_000 * 600, "{} bytes", table.bytes);
}

#[test]
fn a_cloned_device_is_shown_and_frozen() {
    let mut table = Table::of(3);
    let device = table.actors[2].device();
    let (disk, room) = (table.actors[2].disk.clone(), table.actors[2].room.id());
    table.unlink(2, 1);
    table.say(2, "to the first");
    table.settle();
    table.isolate(2);
    let keys = ModelGroup::load(room, device, 77, &disk.keys).unwrap();
    table.actors[2].room = Room::load(room, table.actors[2].identity.clone(), &disk.rows(), keys).unwrap();
    table.actors[2].disk = disk;
    table.unlink(0, 1);
    table.link(1, 2);
    table.settle();
    table.say(2, "to the second");
    table.pass(1_000);
    table.isolate(2);
    table.link(0, 1);
    table.pass(10_000);
    for index in [0, 1] {
        assert!(table.actors[index].events.contains(&Event::Equivocation { device }), "actor {index}");
        table.say(index, "we go on");
    }
    table.pass(30_000);
    for index in [0, 1] {
        let texts = table.actors[index].texts();
        assert_eq!(texts.iter().filter(|text| *text == "we go on").count(), 2, "actor {index}: {texts:?}");
    }
}

#[test]
fn the_blocked_are_not_heard() {
    let mut table = Table::of(2);
    let peer = table.actors[1].member();
    table.act(0, Input::Block { member: peer, on: true });
    table.settle();
    table.link(0, 1);
    table.say(1, "listen");
    table.pass(30_000);
    assert!(table.actors[0].texts().is_empty());
    table.act(0, Input::Block { member: peer, on: false });
    table.link(0, 1);
    table.pass(1_000);
    assert_eq!(table.agree(&[0, 1]), ["listen"]);
}

#[test]
fn one_who_leaves_unheard_is_believed_later() {
    let mut table = Table::of(3);
    table.isolate(2);
    table.order(2, OrderRequest::Leave);
    assert!(!table.actors[2].room.told());
    table.link(1, 2);
    table.pass(10_000);
    assert_eq!(table.present(0).len(), 2);
    table.link(0, 2);
    table.pass(10_000);
    assert!(table.actors[2].room.told());
    table.say(0, "we two");
    table.pass(1_000);
    assert_eq!(table.agree(&[0, 1]), ["we two"]);
}

#[test]
fn where_presence_is_private_nobody_is_shown_online() {
    let quiet = Charter { presence: false, ..charter(RetentionName::Record) };
    let mut table = Table::new(quiet, Purpose::Group);
    table.admit(0);
    table.link_all();
    table.settle();
    let peer = table.actors[1].member();
    assert!(!table.actors[0].room.online(peer));
    assert!(!table.actors[0].events.iter().any(|event| matches!(event, Event::Presence { .. })));
}

#[test]
fn hostile_frames_close_the_link_and_change_nothing() {
    use crate::link::LinkId;
    let mut table = Table::of(2);
    let certificate = table.actors[1].identity.certificate.clone();
    for (link, bytes) in [(900, vec![0xff; 50]), (901, vec![]), (902, vec![0; 300_000])] {
        let link = LinkId(link);
        table.act(0, Input::LinkUp { link, certificate: certificate.clone() });
        table.act(0, Input::Frame { link, bytes });
        assert_eq!(table.actors[0].closed.pop(), Some(link));
    }
    table.say(1, "still here");
    table.pass(1_000);
    assert_eq!(table.agree(&[0, 1]), ["still here"]);
}

#[test]
fn delivery_is_heard_of_through_others() {
    let mut table = Table::of(3);
    table.unlink(0, 2);
    table.say(0, "pass it on");
    table.pass(1_000);
    let (far, seq) = (table.actors[2].member(), table.actors[0].room.log.chain(table.actors[0].device()).head_seq);
    assert_eq!(table.actors[0].room.delivery(seq)[&far], Delivery::Queued);
    table.say(2, "it came");
    table.pass(1_000);
    assert_eq!(table.actors[0].room.delivery(seq)[&far], Delivery::Delivered);
}

#[test]
fn one_who_lost_its_keys_is_added_once() {
    let mut table = Table::of(4);
    table.isolate(3);
    let (id, device) = (table.actors[3].room.id(), table.actors[3].device());
    let keys = ModelGroup::enter(id, device, 55);
    table.actors[3].room =
        Room::load(id, table.actors[3].identity.clone(), &table.actors[3].disk.rows(), keys).unwrap();
    table.actors[3].disk.keys.clear();
    table.link_all();
    table.pass(3_000);
    table.say(3, "back");
    table.pass(2_000);
    assert_eq!(table.agree(&[0, 1, 2, 3]), ["back"]);
    for told in [Event::KeysLost, Event::Rejoined] {
        assert_eq!(table.actors[3].events.iter().filter(|event| **event == told).count(), 1, "{told:?}");
    }
}

#[test]
fn what_is_written_while_greetings_cross_arrives_at_once() {
    let mut table = Table::of(2);
    table.isolate(1);
    table.link(0, 1);
    // Both greetings are under way and hold nothing of this.
    table.say(0, "right away");
    table.settle();
    assert_eq!(table.agree(&[0, 1]), ["right away"]);
}
