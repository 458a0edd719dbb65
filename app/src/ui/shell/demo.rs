//! What a demonstration shows beside the ordinary window: a banner that says that nothing is kept, a curtain until the
//! two people have met, and the window's half of the screen.

use egui::{Align, Context, Frame, Layout, Margin, Panel, Ui, ViewportCommand, pos2, vec2};

use super::{App, Route};
use crate::engine::snapshot::{ProfileState, RoomState, Snapshot};
use crate::ui::look::Look;
use crate::ui::text::Style;
use crate::ui::theme::space;
use crate::ui::widgets::label;

/// Which half of the screen the window takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The left half.
    Left,
    /// The right half.
    Right,
}

/// Air between the windows and the screen's edges.
const AIR: f32 = 8.0;

/// A demonstration under way.
pub(super) struct Demo {
    side: Side,
    placed: bool,
    met: bool,
}

impl Demo {
    pub const fn new(side: Side) -> Self {
        Self { side, placed: false, met: false }
    }

    /// Puts the window beside the other one, once the screen's size is known.
    pub fn place(&mut self, ctx: &Context) {
        if self.placed {
            return;
        }
        let Some(screen) = ctx.input(|i| i.viewport().monitor_size) else { return };
        self.placed = true;
        let size = vec2((screen.x / 2.0 - 1.5 * AIR).max(420.0), (screen.y - 6.0 * AIR).clamp(480.0, 900.0));
        let x = match self.side {
            Side::Left => AIR,
            Side::Right => screen.x / 2.0 + AIR / 2.0,
        };
        ctx.send_viewport_cmd(ViewportCommand::InnerSize(size));
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(pos2(x, AIR)));
    }

    /// The room to open at the moment the two have met; once.
    pub fn meet(&mut self, snapshot: &Snapshot) -> Option<Route> {
        if self.met || snapshot.profile.state != ProfileState::Open {
            return None;
        }
        let said = |room: &&crate::engine::snapshot::RoomView| room.state == RoomState::Joined && room.last.is_some();
        let group = snapshot.rooms.iter().filter(said).find(|room| !room.direct)?;
        self.met = true;
        Some(Route::Room(group.room))
    }

    /// Whether the two have not met yet.
    pub const fn curtain(&self) -> bool {
        !self.met
    }
}

impl App {
    /// Shows the window as one side of a demonstration.
    #[must_use]
    pub fn demonstrating(mut self, side: Side) -> Self {
        self.demo = Some(Demo::new(side));
        self
    }

    pub(super) fn demonstrate(&mut self, ctx: &Context) {
        let Some(demo) = &mut self.demo else { return };
        demo.place(ctx);
        if let Some(route) = demo.meet(&self.snapshot) {
            // What they were told while they met is over.
            self.toasts.clear();
            self.go(route);
            ctx.request_repaint();
        }
    }
}

/// The strip along the top, as high as its words need: a panel keeps the height it had in a wider window.
pub(super) fn banner(ui: &mut Ui, look: &Look<'_>) {
    let frame = Frame::new().fill(look.tokens.caution.ground).inner_margin(Margin::symmetric(16, 8));
    let (said, style) = (look.t("demo-banner"), Style::LABEL.strong());
    let height = look.text.wrap(ui.ctx(), &said, style, ui.available_width() - 32.0).size.y + 16.0;
    let strip = Panel::top("demo").resizable(false).show_separator_line(false).exact_size(height);
    strip.frame(frame).show(ui, |ui| {
        look.flow.column(ui, |ui| {
            label::paragraph(ui, look, &said, style, look.tokens.caution.ink);
        });
    });
}

/// What stands there until the two have met.
pub(super) fn curtain(ui: &mut Ui, look: &Look<'_>) {
    let air = (ui.available_height() / 2.0 - 60.0).max(0.0);
    ui.add_space(air);
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.set_max_width(440.0_f32.min(ui.available_width() - 2.0 * space::L));
        ui.spacing_mut().item_spacing.y = space::M;
        label::heading(ui, look, &look.t("demo-curtain"), Style::H2);
        label::body(ui, look, &look.t("demo-curtain-text"));
    });
}
