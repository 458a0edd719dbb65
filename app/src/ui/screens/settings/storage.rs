//! How much Hearth keeps on this computer, and erasing what is kept of a room.

use crypto::id::RoomId;
use egui::{Id, Ui};

use super::super::room::title;
use super::View;
use crate::engine::command::{Command, Room};
use crate::engine::snapshot::RoomView;
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::shell::{Asked, Out};
use crate::ui::text::Icon;
use crate::ui::widgets::{card, dialog, entry, label, page, progress};

/// What was asked and chosen.
#[derive(Default)]
pub struct Storage {
    asked: bool,
    bytes: Option<u64>,
    erasing: Option<RoomId>,
}

impl Storage {
    /// How many bytes are kept.
    pub const fn known(&mut self, bytes: u64) {
        self.bytes = Some(bytes);
    }

    pub(super) fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        if !self.asked {
            self.asked = true;
            out.ask(Command::Health, Asked::Storage);
        }
        if let Some(bytes) = self.bytes {
            // A round figure is all that helps anybody decide.
            let size = bytes.div_ceil(1 << 20).max(1);
            label::body(ui, look, &look.say("storage-size", &[("size", Arg::Count(size))]));
        } else {
            progress::show(ui, look, &look.t("one-moment"), None);
        }
        page::part(ui, look, &look.t("storage-rooms"));
        label::hint(ui, look, &look.t("storage-rooms-text"));
        if view.snapshot.rooms.is_empty() {
            label::hint(ui, look, &look.t("storage-none"));
            return;
        }
        card::list(ui, look, |ui| {
            for room in view.snapshot.rooms.iter() {
                let name = title(look, room);
                if entry::show(ui, look, Icon::Trash, &name, "").clicked() {
                    self.erasing = Some(room.room);
                }
            }
        });
        self.ask(ui, view, out);
    }

    /// Takes the answer about the room that was pressed.
    fn ask(&mut self, ui: &Ui, view: &View<'_>, out: &mut Out) {
        let Some(room) = view.snapshot.rooms.iter().find(|room| Some(room.room) == self.erasing) else { return };
        match sure(ui, &view.look, room) {
            Some(true) => {
                (self.erasing, self.asked) = (None, false);
                out.ask(Command::Room(Room::Erase { room: room.room }), Asked::Quiet);
            }
            Some(false) => self.erasing = None,
            None => {}
        }
    }
}

/// Asks once more before a room is erased; the answer, or `false` where the question was closed.
pub(in crate::ui::screens) fn sure(ui: &Ui, look: &Look<'_>, room: &RoomView) -> Option<bool> {
    let said = look.say("storage-sure", &[("title", Arg::Text(&title(look, room)))]);
    let (stay, erase) = (look.t("cancel"), look.t("storage-erase"));
    dialog::sure(ui, look, Id::unique("erase-room"), (&look.t("room-erase"), &said), (&stay, &erase))
}
