//! How good a passphrase is, in words and a bar, while it is typed.

use egui::{Rect, Sense, StrokeKind, Ui, accesskit::Role, vec2};

use crate::engine::passphrase::{Strength, strength};
use crate::ui::look::Look;
use crate::ui::text::secret::Secret;
use crate::ui::text::{Icon, Style};
use crate::ui::widgets::label;

/// The estimate, made anew only when something was typed.
#[derive(Default)]
pub struct Estimate {
    of: Option<Strength>,
}

impl Estimate {
    /// Whether the engine would take it.
    #[must_use]
    pub const fn enough(&self) -> bool {
        matches!(self.of, Some(Strength::Good | Strength::Strong))
    }

    /// Draws the estimate below the field; `changed` where the passphrase or the name is another than a frame ago.
    pub fn show(&mut self, ui: &mut Ui, look: &Look<'_>, secret: &Secret, name: &str, changed: bool) {
        if changed || self.of.is_none() {
            self.of = Some(strength(secret.expose(), name));
        }
        let t = look.tokens;
        let (filled, pair, icon, key) = match self.of {
            None | Some(Strength::Empty) => (0, t.info, Icon::Info, "strength-empty"),
            Some(Strength::Weak) => (1, t.caution, Icon::TriangleAlert, "strength-weak"),
            Some(Strength::Good) => (2, t.success, Icon::Check, "strength-good"),
            Some(Strength::Strong) => (3, t.success, Icon::ShieldCheck, "strength-strong"),
        };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
        let each = (rect.width() - 16.0) / 3.0;
        for part in 0..3 {
            let along = (each + 8.0) * part as f32;
            let x = if look.flow.leftward() { rect.max.x - along - each } else { rect.min.x + along };
            let bar = Rect::from_min_size(egui::pos2(x, rect.min.y), vec2(each, 8.0));
            match (part < filled, t.strong) {
                (true, _) => ui.painter().rect_filled(bar, 4.0, pair.ink),
                // A hairline is black in strong contrast: filled with it, an empty part would look full.
                (false, true) => ui.painter().rect(bar, 4.0, t.surface, t.rim(), StrokeKind::Inside),
                (false, false) => ui.painter().rect_filled(bar, 4.0, t.hairline),
            };
        }
        let said = look.t(key);
        crate::ui::widgets::name(&response, Role::Meter, &said);
        label::with_icon(ui, look, icon, pair.ink, &said, Style::LABEL);
    }
}
