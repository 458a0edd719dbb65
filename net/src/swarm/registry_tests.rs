//! The registry: who keeps its place, what is taken to be sent, and what the end ends.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;

const ENTRANCE: Entrance = Entrance { door: DoorId(1), circle: None };
const PLACE: (DoorId, DeviceId) = (DoorId(1), DeviceId([1; 16]));

fn registry(queue_bytes: usize) -> Arc<Registry> {
    Arc::new(Registry::new(Limits { queue_bytes, ..Limits::default() }))
}

fn turn(start: u8, number: u64) -> Option<Turn> {
    Some(Turn { start: [start; 8], number })
}

#[test]
fn a_turn_is_read_back() {
    let turn = Turn { start: [7; 8], number: 0x0102 };
    assert_eq!(turn.to_bytes(), [7, 7, 7, 7, 7, 7, 7, 7, 0, 0, 0, 0, 0, 0, 1, 2]);
    assert_eq!(Turn::from_bytes(&turn.to_bytes()), Some(turn));
    assert_eq!(Turn::from_bytes(&[0; 15]), None);
    assert_eq!(Turn::from_bytes(&[0; 17]), None);
}

#[test]
fn a_later_turn_takes_the_place_and_an_earlier_one_does_not() {
    let registry = registry(10);
    let first = registry.enter(PeerId::random(), ENTRANCE, Some(PLACE), turn(1, 5)).unwrap();
    assert!(registry.enter(PeerId::random(), ENTRANCE, Some(PLACE), turn(1, 4)).is_none());
    assert_eq!(*first.course.borrow(), Course::Open);
    let second = registry.enter(PeerId::random(), ENTRANCE, Some(PLACE), turn(1, 6)).unwrap();
    assert_eq!(*first.course.borrow(), Course::Superseded);
    assert!(second.older.is_some());
    let restarted = registry.enter(PeerId::random(), ENTRANCE, Some(PLACE), turn(2, 1)).unwrap();
    assert_eq!(*second.course.borrow(), Course::Superseded, "another start of the peer counts anew");
    drop((first, second));
    assert_eq!(registry.send(restarted.link, vec![1]), Ok(()), "those that left don't take the place with them");
    assert!(registry.enter(PeerId::random(), ENTRANCE, Some(PLACE), turn(2, 0)).is_none());
}

#[test]
fn guests_have_no_place() {
    let registry = registry(10);
    let links: Vec<_> = (0..3).map(|_| registry.enter(PeerId::random(), ENTRANCE, None, None).unwrap()).collect();
    assert!(links.iter().all(|link| *link.course.borrow() == Course::Open && link.older.is_none()));
}

#[test]
fn what_waits_is_bounded() {
    let registry = registry(10);
    let link = registry.enter(PeerId::random(), ENTRANCE, None, None).unwrap();
    assert_eq!(registry.send(link.link, vec![0; 6]), Ok(()));
    assert_eq!(registry.send(link.link, vec![0; 5]), Err(SendError::Full));
    assert_eq!(registry.send(link.link, vec![0; 4]), Ok(()));
    assert_eq!(registry.send(link.link, vec![0; MAX_FRAME_BYTES + 1]), Err(SendError::TooLong));
    let empty_frames = (0..2 * MAX_QUEUED_FRAMES).filter(|_| registry.send(link.link, vec![]).is_ok()).count();
    assert_eq!(empty_frames, MAX_QUEUED_FRAMES - 2);
    assert_eq!(link.queued_bytes.load(Ordering::Acquire), 10);
    registry.close(link.link);
    assert_eq!(registry.send(link.link, vec![]), Err(SendError::Gone));
    assert_eq!(*link.course.borrow(), Course::Closing);
}

#[test]
fn nothing_enters_after_the_end() {
    let registry = registry(10);
    let link = registry.enter(PeerId::random(), ENTRANCE, None, None).unwrap();
    registry.end();
    assert_eq!(*link.course.borrow(), Course::Closing);
    assert!(registry.enter(PeerId::random(), ENTRANCE, Some(PLACE), turn(1, 1)).is_none());
}

#[test]
fn only_those_of_one_circle_are_passed_on_to_each_other() {
    let registry = registry(10);
    let [ana, bo, cleo, guest] = [(); 4].map(|()| PeerId::random());
    let enter = |peer, door, circle| {
        registry.enter(peer, Entrance { door: DoorId(door), circle }, None, None).expect("it is let in")
    };
    let links = [
        enter(ana, 1, Some(7)),
        enter(bo, 2, Some(7)),
        enter(bo, 3, Some(8)),
        enter(cleo, 4, Some(9)),
        enter(guest, 5, None),
    ];
    assert!(registry.share_circle(ana, bo) && registry.share_circle(bo, ana), "an older secret of one room counts too");
    assert!(!registry.share_circle(ana, cleo) && !registry.share_circle(bo, cleo));
    assert!(!registry.share_circle(guest, ana) && !registry.share_circle(guest, guest));
    assert!(registry.belongs(cleo) && !registry.belongs(guest) && !registry.belongs(PeerId::random()));
    assert_eq!(registry.doors_of(bo), [DoorId(2), DoorId(3)]);
    drop(links);
    assert!(!registry.belongs(ana) && !registry.share_circle(ana, bo), "who left is passed on no more");
}
