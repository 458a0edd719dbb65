//! What is pressed: filled for the next step, outlined for the rest, quiet for icons and ways back.

use egui::{Align2, Color32, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, accesskit::Role, vec2};

use super::roving::Stop;
use super::{label, name, ring};
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{TARGET, radius, space};

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The one next step of a screen.
    Primary,
    /// Any other step.
    Outlined,
    /// Text only.
    Quiet,
    /// Cannot be undone.
    Danger,
}

/// A button with a word on it.
#[derive(Clone, Copy)]
pub struct Button<'a> {
    label: &'a str,
    icon: Option<Icon>,
    kind: Kind,
    enabled: bool,
    wide: bool,
    bare: bool,
}

impl<'a> Button<'a> {
    /// An outlined one.
    #[must_use]
    pub const fn new(label: &'a str) -> Self {
        Self { label, icon: None, kind: Kind::Outlined, enabled: true, wide: false, bare: false }
    }

    /// The next step.
    #[must_use]
    pub const fn primary(label: &'a str) -> Self {
        Self { kind: Kind::Primary, ..Self::new(label) }
    }

    /// With another weight.
    #[must_use]
    pub const fn kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// With a pictogram before the word.
    #[must_use]
    pub const fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// Cannot be pressed just now where false.
    #[must_use]
    pub const fn enabled(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }

    /// As wide as there is room.
    #[must_use]
    pub const fn wide(self) -> Self {
        Self { wide: true, ..self }
    }

    /// With its pictogram alone, where the word has no room; it is spoken all the same.
    #[must_use]
    pub const fn bare(self) -> Self {
        Self { bare: true, ..self }
    }

    /// How wide it is with its whole word.
    #[must_use]
    pub fn width(self, ui: &Ui, look: &Look<'_>) -> f32 {
        let icon_room = self.icon_room();
        let word = look.text.line(ui.ctx(), self.label, Style::BUTTON).size.x;
        (icon_room + word + 2.0 * self.padding()).ceil().max(TARGET)
    }

    /// What the pictogram takes before the word.
    const fn icon_room(self) -> f32 {
        match (self.icon, self.bare) {
            (None, _) => 0.0,
            (Some(_), true) => 20.0,
            (Some(_), false) => 20.0 + space::S,
        }
    }

    fn padding(self) -> f32 {
        match self.kind {
            _ if self.bare => 0.0,
            Kind::Quiet => space::M,
            _ => 18.0,
        }
    }

    /// Draws it; `clicked()` of the answer says that it was pressed.
    pub fn show(self, ui: &mut Ui, look: &Look<'_>) -> Response {
        let (icon_room, padding) = (self.icon_room(), self.padding());
        let most = (ui.available_width() - padding * 2.0 - icon_room).max(24.0);
        let word = if self.bare { "" } else { self.label };
        let shaped = look.text.elide(ui.ctx(), word, Style::BUTTON, most);
        let content = icon_room + shaped.size.x;
        let width = if self.wide { ui.available_width() } else { content + padding * 2.0 };
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width.max(TARGET), TARGET), sense);
        let (ground, ink, stroke) = self.colours(look, &response);
        ui.painter().rect(rect, radius::CONTROL, ground, stroke, StrokeKind::Inside);
        let mut x = look.flow.along(rect.center().x, -content / 2.0);
        if let Some(icon) = self.icon {
            let middle = Pos2::new(look.flow.along(x, 10.0), rect.center().y);
            look.text.icon(ui.painter(), icon, 20.0, middle, ink);
            x = look.flow.along(x, icon_room);
        }
        let at = look.flow.rect_at(x, rect.center().y - shaped.size.y / 2.0, shaped.size).min;
        look.text.paint(ui.painter(), &shaped, at, ink);
        ring(ui, look, &response, rect, radius::CONTROL);
        if self.bare {
            tip(ui, look, &response, rect, self.label);
        }
        let enabled = self.enabled;
        let spoken = crate::ui::i18n::bare(self.label);
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, enabled, spoken.clone()));
        if self.enabled { response.on_hover_cursor(egui::CursorIcon::PointingHand) } else { response }
    }

    fn colours(self, look: &Look<'_>, response: &Response) -> (Color32, Color32, Stroke) {
        let t = look.tokens;
        let over = response.hovered() && self.enabled;
        if !self.enabled {
            // Its edge is what tells it from the page by night.
            return match self.kind {
                Kind::Quiet => (Color32::TRANSPARENT, t.faded(), Stroke::NONE),
                _ if t.strong => (t.surface, t.faded(), Stroke::new(1.0, t.faded())),
                _ => (t.sunken, t.ink3, t.line()),
            };
        }
        match self.kind {
            Kind::Primary => (if over { t.accent_hover } else { t.accent }, t.on_accent, Stroke::NONE),
            Kind::Outlined => (if over { t.sunken } else { t.surface }, t.ink, t.edge()),
            Kind::Quiet => (if over { t.sunken } else { Color32::TRANSPARENT }, t.accent, Stroke::NONE),
            Kind::Danger => (if over { t.danger.ground } else { t.surface }, t.danger.ink, t.edge_of(t.danger.ink)),
        }
    }
}

/// A pictogram that is pressed; its name is spoken and shown while the pointer rests on it.
pub fn icon(ui: &mut Ui, look: &Look<'_>, icon: Icon, label: &str) -> Response {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(TARGET), Sense::hover());
    icon_in(ui, look, rect, icon, label)
}

/// The same at a fixed place.
pub fn icon_in(ui: &mut Ui, look: &Look<'_>, rect: Rect, icon: Icon, label: &str) -> Response {
    let response = ui.interact(rect, ui.next_auto_id(), Sense::click());
    ui.skip_ahead_auto_ids(1);
    let t = look.tokens;
    let (ground, ink) = if response.hovered() { (t.sunken, t.ink) } else { (Color32::TRANSPARENT, t.ink2) };
    ui.painter().rect_filled(rect, radius::CONTROL, ground);
    look.text.icon(ui.painter(), icon, 22.0, rect.center(), ink);
    ring(ui, look, &response, rect, radius::CONTROL);
    name(&response, Role::Button, label);
    tip(ui, look, &response, rect, label);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The name of what the pointer rests on, below it and above everything else.
fn tip(ui: &Ui, look: &Look<'_>, response: &Response, rect: Rect, label: &str) {
    if !response.hovered() || response.is_pointer_button_down_on() {
        return;
    }
    let layer = egui::LayerId::new(egui::Order::Tooltip, response.id.with("tip"));
    let screen = ui.ctx().content_rect();
    let painter = ui.ctx().layer_painter(layer);
    let shaped = look.text.elide(ui.ctx(), label, Style::CAPTION, screen.width() - 40.0);
    let size = shaped.size + vec2(20.0, 10.0);
    let below = rect.max.y + 6.0 + size.y < screen.max.y;
    let y = if below { rect.max.y + 6.0 } else { rect.min.y - 6.0 - size.y };
    let x = (rect.center().x - size.x / 2.0).clamp(screen.min.x + 6.0, (screen.max.x - size.x - 6.0).max(6.0));
    let ground = Rect::from_min_size(Pos2::new(x, y), size);
    painter.rect_filled(ground, 8.0, look.tokens.ink);
    look.text.paint(&painter, &shaped, ground.min + vec2(10.0, 5.0), look.tokens.canvas);
}

/// The smallest that a word of the rail becomes, in points; it is that small only where everything else is large.
const SMALLEST: f32 = 10.0;

/// An item of the rail: a pictogram over a word.
pub fn rail(
    ui: &mut Ui,
    look: &Look<'_>,
    size: Vec2,
    (icon, label): (Icon, &str),
    (stop, chosen): (Stop, bool),
    count: u64,
) -> Response {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = stop.interact(ui, rect);
    let t = look.tokens;
    let ground = match (chosen, response.hovered()) {
        (true, _) => t.soft.ground,
        (false, true) => t.hairline,
        _ => Color32::TRANSPARENT,
    };
    let rim = if chosen { t.rim() } else { Stroke::NONE };
    ui.painter().rect(rect, 14.0, ground, rim, StrokeKind::Inside);
    let ink = if chosen { t.soft.ink } else { t.ink2 };
    look.text.icon(ui.painter(), icon, 24.0, rect.center() - vec2(0.0, 11.0), ink);
    let style = if chosen { Style::CAPTION.strong() } else { Style::CAPTION };
    // A longer word is written smaller rather than cut.
    let wide = look.text.line(ui.ctx(), label, style).size.x;
    let fitting = (style.size * (size.x - 2.0) / wide.max(1.0)).clamp(SMALLEST, style.size);
    let below = (rect.center() + vec2(0.0, 17.0), Align2::CENTER_CENTER);
    label::at(ui, look, below, (label, Style { size: fitting, ..style }), size.x, ink);
    if count > 0 {
        super::badge::count(ui, look, rect.center() + look.flow.step(17.0, -20.0), count);
    }
    ring(ui, look, &response, rect, 14.0);
    let spoken = crate::ui::i18n::bare(label);
    response.widget_info(|| egui::WidgetInfo::selected(Role::Tab, true, chosen, spoken.clone()));
    stop.tell(&response, chosen);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
