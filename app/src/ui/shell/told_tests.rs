//! A message that comes while nobody may see it is not told; on coming back, what is new is new once.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use egui::accesskit::{Live, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable};

use super::tests::{WIDE, asked, in_room, press};
use super::*;
use crate::engine::snapshot::{OpenRoom, RoomView};
use crate::ui::stage::{self, Stage};

const NEWS: &str = "For your eyes alone";

/// A message of Anneke's comes into the room.
fn comes(stage: &Stage, number: u8, text: &str) {
    let mut scene = stage.scene();
    let open = scene.snapshot.open.as_deref().unwrap().clone();
    let mut messages: Vec<_> = open.messages.iter().cloned().collect();
    messages.push(Arc::new(stage::message(number, 2, 0, text)));
    let depths = (1, u64::from(number));
    scene.snapshot.open = Some(Arc::new(OpenRoom { messages: messages.into(), depths, ..open }));
}

/// What stands to be read out by itself.
fn told(harness: &Harness<'_, App>) -> Vec<String> {
    let live = harness.query_all_by_role(Role::Status).filter(|node| node.accesskit_node().live() == Live::Polite);
    live.filter_map(|node| node.accesskit_node().label()).collect()
}

/// A window that is put away: the engine is listened to, and nothing is drawn.
fn put_away(harness: &mut Harness<'_, App>) {
    let ctx = harness.ctx.clone();
    harness.state_mut().listen(&ctx);
}

#[test]
fn nothing_is_told_while_the_window_is_put_away() {
    let (stage, mut harness) = in_room(WIDE);
    comes(&stage, 20, "Good morning");
    harness.run_steps(4);
    assert_eq!(told(&harness), ["Anneke Visser writes: Good morning"]);
    let read = asked(&stage, "MarkRead");
    comes(&stage, 21, "The results are here");
    put_away(&mut harness);
    comes(&stage, 22, NEWS);
    put_away(&mut harness);
    assert_eq!(told(&harness), ["Anneke Visser writes: Good morning"], "nothing new");
    assert_eq!(asked(&stage, "MarkRead"), read, "nobody has read it");
    harness.run_steps(4);
    assert_eq!(told(&harness), [format!("Anneke Visser writes: {NEWS}")], "the newest, once the person is back");
    assert_eq!(asked(&stage, "MarkRead"), read + 1, "and read it is");
}

#[test]
fn what_came_before_unlocking_is_unread_and_not_told() {
    for shut in [ProfileState::Locked, ProfileState::Hidden] {
        let (stage, mut harness) = in_room(WIDE);
        let mut meanwhile = stage::conversation();
        let mut rooms: Vec<RoomView> = meanwhile.rooms.to_vec();
        rooms[0].unread = 1;
        rooms[0].last =
            rooms[0].last.take().map(|last| crate::engine::snapshot::LastMessage { text: NEWS.into(), ..last });
        meanwhile.rooms = rooms.into();
        stage.scene().snapshot = stage::profile(shut);
        harness.run_steps(4);
        // The engine may hold it already; the page shows nothing of what it holds.
        stage.scene().events.push_back(Event::NoticeMessage { room: stage::room_id(1) });
        harness.run_steps(4);
        assert_eq!(told(&harness), Vec::<String>::new());
        for secret in [NEWS, "Anneke", "Tuesday circle"] {
            assert!(harness.query_by_label_contains(secret).is_none(), "{secret} stands there while {shut:?}");
        }
        if shut == ProfileState::Hidden {
            continue;
        }
        meanwhile.open = None;
        stage.scene().snapshot = meanwhile;
        harness.run_steps(4);
        assert_eq!(told(&harness), Vec::<String>::new(), "nothing of it is told by itself");
        press(&mut harness, "Rooms");
        let row = harness.get_by_label_contains("Tuesday circle.");
        assert!(row.accesskit_node().label().unwrap_or_default().contains("1 new message"));
        let read = asked(&stage, "MarkRead");
        harness.get_by_label_contains("Tuesday circle.").click();
        comes_once_open(&stage);
        harness.run_steps(6);
        assert_eq!(told(&harness), Vec::<String>::new(), "it stands there as new, and is not news twice");
        harness.get_by_label("New");
        assert_eq!(asked(&stage, "MarkRead"), read + 1);
    }
}

/// The room opens with the message in it that came meanwhile.
fn comes_once_open(stage: &Stage) {
    stage.script(|command, snapshot| {
        if let Command::View(command::View::Open(Some(_))) = command {
            let open = (*stage::conversation().open.unwrap()).clone();
            let mut messages: Vec<_> = open.messages.iter().cloned().collect();
            messages.push(Arc::new(stage::message(20, 2, 0, NEWS)));
            let open = OpenRoom { messages: messages.into(), depths: (1, 20), ..open };
            snapshot.open = Some(Arc::new(open));
        }
        Ok(crate::engine::event::Reply::Done {})
    });
}
