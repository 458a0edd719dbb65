//! What lies above the page and takes the keyboard: the ground of dialogs, sheets and menus.
//!
//! While one is open nothing below is reached, Tab stays inside, Escape and a press beside it close it, and the
//! keyboard goes back to where it was. Two may lie on each other; the newer is the upper.

use egui::{Area, Color32, Context, Frame, Id, Modal, Ui, accesskit::Role};

use crate::ui::i18n::bare;

/// What a layer is for a screen reader, and how it lies.
pub(super) struct Layer<'a> {
    pub id: Id,
    pub role: Role,
    pub name: &'a str,
    pub area: Area,
    pub frame: Frame,
    /// What the page below is dimmed with.
    pub behind: Color32,
}

/// What came of a layer in this frame.
#[derive(Debug)]
pub struct Shown<R> {
    /// What the content answered.
    pub inner: R,
    /// Escape, or a press beside it: whoever opened it should close it.
    pub closed: bool,
}

/// A layer that is or was open: where the keyboard came from.
#[derive(Clone, Copy)]
struct Held {
    id: Id,
    from: Option<Id>,
    /// The pass it was drawn in last.
    pass: u64,
    /// Whether the keyboard has come in.
    entered: bool,
}

type Stack = Vec<Held>;

fn stack_id() -> Id {
    Id::unique("layers")
}

pub(super) fn show<R>(ui: &Ui, layer: Layer<'_>, content: impl FnOnce(&mut Ui) -> R) -> Shown<R> {
    let ctx = ui.ctx();
    let pass = ctx.cumulative_pass_nr();
    let mut held = enter(ctx, layer.id, pass);
    let modal = Modal::new(layer.id).area(layer.area).frame(layer.frame).backdrop_color(layer.behind);
    let answer = modal.show(ctx, |ui| {
        // Nothing has the keyboard yet: the first that wants it gets it.
        let inside = ui.memory(|memory| memory.top_modal_layer() == Some(ui.layer_id()));
        if !held.entered && inside && ui.is_enabled() {
            held.entered = true;
            ui.memory_mut(|memory| {
                if let Some(focused) = memory.focused() {
                    memory.surrender_focus(focused);
                }
                memory.move_focus(egui::FocusDirection::Next);
            });
        } else if !held.entered {
            ctx.request_repaint();
        }
        content(ui)
    });
    remember(ctx, held);
    ctx.accesskit_node_builder(answer.response.id, |node| {
        node.set_role(layer.role);
        node.set_label(bare(layer.name));
        if layer.role != Role::Menu {
            node.set_modal();
        }
    });
    Shown { closed: answer.should_close(), inner: answer.inner }
}

fn enter(ctx: &Context, id: Id, pass: u64) -> Held {
    let stack: Stack = ctx.data(|data| data.get_temp(stack_id()).unwrap_or_default());
    let known = stack.into_iter().find(|held| held.id == id);
    let from = ctx.memory(|memory| memory.focused());
    Held { pass, ..known.unwrap_or(Held { id, from, pass, entered: false }) }
}

fn remember(ctx: &Context, held: Held) {
    ctx.data_mut(|data| {
        let stack: &mut Stack = data.get_temp_mut_or_default(stack_id());
        stack.retain(|other| other.id != held.id);
        stack.push(held);
    });
}

/// Called once at the end of each frame: where a layer is gone, the keyboard returns to where it was.
pub fn settle(ctx: &Context) {
    let pass = ctx.cumulative_pass_nr();
    let gone: Option<Option<Id>> = ctx.data_mut(|data| {
        let stack: &mut Stack = data.get_temp_mut_or_default(stack_id());
        let gone = stack.iter().find(|held| held.pass < pass).map(|held| held.from);
        stack.retain(|held| held.pass == pass);
        gone
    });
    if let Some(Some(from)) = gone {
        ctx.memory_mut(|memory| memory.request_focus(from));
        ctx.request_repaint();
    }
}

/// Whether Escape was pressed and nothing lies above this part of the page to take it.
#[must_use]
pub fn escaped(ui: &Ui) -> bool {
    let free = ui.memory(|memory| memory.allows_interaction(ui.layer_id()));
    free && ui.input(|input| input.key_pressed(egui::Key::Escape))
}
