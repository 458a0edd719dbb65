//! Something the person has to know where they are, with an icon and words, never by colour alone.

use egui::{Pos2, Rect, Response, Sense, Ui, accesskit::Role, vec2};

use super::name;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{Pair, radius, space};

/// What kind of thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// Look before going on.
    Caution,
    /// Did not work.
    Danger,
    /// Done.
    Success,
}

impl Tone {
    pub(super) fn pair(self, look: &Look<'_>) -> Pair {
        match self {
            Self::Info => look.tokens.info,
            Self::Caution => look.tokens.caution,
            Self::Danger => look.tokens.danger,
            Self::Success => look.tokens.success,
        }
    }

    pub(super) const fn icon(self) -> Icon {
        match self {
            Self::Info => Icon::Info,
            Self::Caution => Icon::TriangleAlert,
            Self::Danger => Icon::CircleAlert,
            Self::Success => Icon::Check,
        }
    }
}

/// Draws it as wide as there is room; spoken when it appears.
pub fn show(ui: &mut Ui, look: &Look<'_>, tone: Tone, text: &str) -> Response {
    let width = ui.available_width();
    let shaped = look.text.wrap(ui.ctx(), text, Style::LABEL, (width - 60.0).max(40.0));
    let height = (shaped.size.y + space::M * 2.0).max(46.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    paint(ui, look, rect, tone, &shaped);
    name(&response, Role::Alert, text);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    response
}

fn paint(ui: &Ui, look: &Look<'_>, rect: Rect, tone: Tone, shaped: &crate::ui::text::Shaped) {
    let pair = tone.pair(look);
    let rim = if look.tokens.strong { look.tokens.edge_of(pair.ink) } else { egui::Stroke::NONE };
    ui.painter().rect(rect, radius::CONTROL, pair.ground, rim, egui::StrokeKind::Inside);
    let top = rect.center().y - shaped.size.y / 2.0;
    let icon = Pos2::new(look.flow.lead(rect, 26.0), top + Style::LABEL.line() / 2.0);
    look.text.icon(ui.painter(), tone.icon(), 20.0, icon, pair.ink);
    let at = look.flow.rect_at(look.flow.lead(rect, 46.0), top, shaped.size).min;
    look.text.paint(ui.painter(), shaped, at, pair.ink);
}
