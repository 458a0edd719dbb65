//! A message's ground and text: one's own at the trailing side, others' at the leading side.

use egui::{CornerRadius, Pos2, Rect, Response, Sense, Ui, accesskit::Role, vec2};

use super::ring;
use crate::ui::flow::Flow;
use crate::ui::look::Look;
use crate::ui::text::{Shaped, Style};
use crate::ui::theme::radius::{BUBBLE, SPEAKER};

/// A bubble and what is said about it.
#[derive(Clone, Copy)]
pub struct Bubble<'a> {
    /// What is written.
    pub text: &'a str,
    /// A few words on what it answers.
    pub quote: Option<(&'a str, &'a str)>,
    /// Written by oneself.
    pub own: bool,
    /// The first of its author's in a row.
    pub first: bool,
    /// Drawn in the quieter ink: taken back.
    pub faint: bool,
    /// Whether the keyboard may stop here.
    pub focusable: bool,
    /// Whether its actions are open.
    pub chosen: bool,
    /// Read to a screen reader.
    pub spoken: &'a str,
}

/// Leading edge of others' bubbles, beside the avatar.
pub const INDENT: f32 = 52.0;

/// What was pressed.
pub struct Pressed {
    /// The bubble.
    pub response: Response,
    /// The words on what it answers.
    pub quote: bool,
}

/// Draws it as one full row; pressing it anywhere opens its actions.
pub fn show(ui: &mut Ui, look: &Look<'_>, bubble: Bubble<'_>) -> Pressed {
    let room = ui.available_width();
    let indent = if bubble.own { 0.0 } else { INDENT };
    let most = ((room - indent) * 0.86).clamp(120.0, 600.0) - 36.0;
    let text = look.text.wrap(ui.ctx(), bubble.text, Style::BODY, most);
    let quote = bubble.quote.map(|(name, line)| {
        let head = look.text.elide(ui.ctx(), name, Style::CAPTION.strong(), most - 14.0);
        (head, look.text.elide(ui.ctx(), line, Style::CAPTION, most - 14.0))
    });
    let quote_width = quote.as_ref().map_or(0.0, |(a, b)| a.size.x.max(b.size.x) + 14.0);
    let quote_height = if quote.is_some() { Style::CAPTION.line() * 2.0 + 8.0 } else { 0.0 };
    let size = vec2(text.size.x.max(quote_width).ceil() + 36.0, (text.size.y + quote_height).ceil() + 22.0);
    let (row, _) = ui.allocate_exact_size(vec2(room, size.y), Sense::hover());
    let flow = look.flow;
    let inset = if bubble.own { row.width() - size.x } else { indent };
    let rect = flow.rect_at(flow.lead(row, inset), row.min.y, size);
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    let sense = if bubble.focusable { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, id, sense);
    // A press on the quoted words leads there; by keyboard it is one of the bubble's actions.
    let leap = quote.as_ref().map(|_| {
        let place = Rect::from_min_size(rect.min + vec2(8.0, 6.0), vec2(size.x - 16.0, quote_height + 4.0));
        ui.interact(place, id.with("quote"), Sense::CLICK).on_hover_cursor(egui::CursorIcon::PointingHand)
    });
    if ui.is_rect_visible(row) {
        paint(ui, look, bubble, rect, &response);
        let t = look.tokens;
        if let (Some((head, line)), Some(pressed)) = (&quote, &leap) {
            let bar = flow.rect_at(flow.lead(rect, 18.0), rect.min.y + 12.0, vec2(3.0, quote_height - 6.0));
            ui.painter().rect_filled(bar, 1.5, if pressed.hovered() { t.ink } else { t.accent });
            let beside = |shaped: &Shaped, y: f32| flow.rect_at(flow.lead(bar, 11.0), y, shaped.size).min;
            look.text.paint(ui.painter(), head, beside(head, bar.min.y - 1.0), t.ink2);
            let below = bar.min.y + Style::CAPTION.line() - 2.0;
            look.text.paint(ui.painter(), line, beside(line, below), t.ink2);
        }
        let left = Flow::text_left(rect.shrink(18.0), text.size.x, text.rtl);
        let ink = if bubble.faint { t.ink3 } else { t.ink };
        look.text.paint(ui.painter(), &text, Pos2::new(left, rect.min.y + 11.0 + quote_height), ink);
    }
    super::name(&response, Role::Article, bubble.spoken);
    let quote = leap.is_some_and(|leap| {
        super::name(&leap, Role::Link, &look.t("message-answered"));
        leap.clicked()
    });
    Pressed { response, quote }
}

fn paint(ui: &Ui, look: &Look<'_>, bubble: Bubble<'_>, rect: Rect, response: &Response) {
    let t = look.tokens;
    let corners = if bubble.own {
        CornerRadius { se: SPEAKER, ..CornerRadius::same(BUBBLE) }
    } else {
        CornerRadius { nw: if bubble.first { SPEAKER } else { BUBBLE }, ..CornerRadius::same(BUBBLE) }
    };
    let corners = look.flow.corners(corners);
    let ground = if bubble.own { t.soft.ground } else { t.canvas };
    ui.painter().rect(rect, corners, ground, t.rim(), egui::StrokeKind::Inside);
    if bubble.chosen || response.hovered() {
        let stroke = egui::Stroke::new(if t.strong { 3.0 } else { 1.0 }, t.border);
        ui.painter().rect_stroke(rect, corners, stroke, egui::StrokeKind::Inside);
    }
    ring(ui, look, response, rect, corners);
}
