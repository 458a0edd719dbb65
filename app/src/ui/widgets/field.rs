//! A field to write in, over [`Editor`]: caret, selection, clipboard, undo, input methods, and a name.
//!
//! The caret does not blink: a blinking one costs a core's twelfth and draws the eye from what is read.

use egui::accesskit::Role;
use egui::{CursorIcon, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::keys::{self, Act};
use super::{aid, label, ring};
use crate::ui::i18n::bare;
use crate::ui::look::Look;
use crate::ui::text::Style;
use crate::ui::text::edit::{Edit, Editor};
use crate::ui::theme::{TARGET, radius, space};

/// How a field looks and what it is called.
#[derive(Clone, Copy)]
pub struct Field<'a> {
    /// Shown above and spoken.
    pub name: &'a str,
    /// Shown while it is empty.
    pub hint: &'a str,
    /// Most lines shown before it scrolls.
    pub lines: usize,
    /// Draws the name above and an edge around; a composer has its own.
    pub framed: bool,
    /// What a screen reader calls it, where not by its lines.
    pub role: Option<Role>,
}

/// The smallest that a hint becomes, in points.
const SMALLEST: f32 = 11.0;
/// The room of a caret before a hint.
const CARET: f32 = 3.0;

/// The role of a field to search in.
pub const SEARCH: Role = Role::SearchInput;

/// What happened in a field.
#[derive(Debug)]
pub struct Written {
    /// The field's own response; its focus can be asked for.
    pub response: Response,
    /// The text changed.
    pub changed: bool,
    /// Enter was pressed.
    pub entered: bool,
}

impl<'a> Field<'a> {
    /// A field of one line with its name above.
    #[must_use]
    pub const fn new(name: &'a str) -> Self {
        Self { name, hint: "", lines: 1, framed: true, role: None }
    }

    /// With a hint inside while it is empty.
    #[must_use]
    pub const fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }

    /// With room for more lines.
    #[must_use]
    pub const fn lines(self, lines: usize) -> Self {
        Self { lines, ..self }
    }

    /// With another role.
    #[must_use]
    pub const fn role(self, role: Role) -> Self {
        Self { role: Some(role), ..self }
    }

    /// Without name and edge.
    #[must_use]
    pub const fn bare(self) -> Self {
        Self { framed: false, ..self }
    }

    /// Draws it as wide as there is room and takes the keyboard's events while it has the focus.
    pub fn show(self, ui: &mut Ui, look: &Look<'_>, id: Id, editor: &mut Editor) -> Written {
        if self.framed {
            label::above(ui, look, self.name);
            ui.add_space(-space::XS);
        }
        let padding = if self.framed { vec2(14.0, 12.0) } else { vec2(8.0, 12.0) };
        let inner_width = (ui.available_width() - padding.x * 2.0).max(40.0);
        let scale = ui.ctx().pixels_per_point();
        let wrap = editor.is_multiline().then_some(inner_width);
        editor.lay_out(look.text, wrap, scale);
        let tall = editor.shaped(look.text).map_or(0.0, |s| s.size.y).max(editor.style().line());
        let most = editor.style().line() * self.lines as f32 + 2.0;
        let height = (tall.min(most) + padding.y * 2.0).max(TARGET);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let response = ui.interact(rect, id, Sense::click_and_drag());
        let inner = Rect::from_center_size(rect.center(), vec2(inner_width, height - padding.y * 2.0));
        let (changed, entered) = self.take_events(ui, look, &response, inner, editor);
        editor.lay_out(look.text, wrap, scale);
        if self.framed {
            edge(ui, look, rect, &response);
        }
        self.paint(ui, look, &response, inner, editor);
        self.describe(&response, editor);
        aid::tell(ui, &response, self.origin(ui, look, id, inner, editor), editor);
        Written { response: response.on_hover_cursor(CursorIcon::Text), changed, entered }
    }

    fn take_events(self, ui: &Ui, look: &Look<'_>, at: &Response, inner: Rect, editor: &mut Editor) -> (bool, bool) {
        let (mut changed, mut entered) = (false, false);
        let origin = self.origin(ui, look, at.id, inner, editor);
        if let Some(point) = at.interact_pointer_pos() {
            let point = point - origin;
            if at.triple_clicked() {
                editor.apply(look.text, Edit::LineAt(point));
            } else if at.double_clicked() {
                editor.apply(look.text, Edit::WordAt(point));
            } else if at.drag_started() || at.clicked() {
                at.request_focus();
                editor.apply(look.text, Edit::Point(point));
            } else if at.dragged() {
                editor.apply(look.text, Edit::DragTo(point));
            }
        }
        aid::select(ui, look, at.id, editor);
        if let Some(text) = keys::set_by_aid(ui, at.id) {
            editor.apply(look.text, Edit::SelectAll);
            changed |= editor.apply(look.text, Edit::Insert(text));
        }
        if !at.has_focus() {
            return (changed, false);
        }
        ui.memory_mut(|memory| memory.set_focus_lock_filter(at.id, keys::FILTER));
        for act in keys::acts(ui) {
            match act {
                Act::Edit(edit) => changed |= editor.apply(look.text, edit),
                Act::Enter => entered |= !editor.is_composing(),
                Act::Copy | Act::Cut => {
                    let Some(selected) = editor.selected().map(str::to_owned) else { continue };
                    ui.ctx().copy_text(selected);
                    if act == Act::Cut {
                        changed |= editor.apply(look.text, Edit::Delete);
                    }
                }
            }
        }
        (changed, entered)
    }

    /// The text's top left corner, scrolled so that the caret is seen.
    fn origin(self, ui: &Ui, look: &Look<'_>, id: Id, inner: Rect, editor: &Editor) -> Pos2 {
        let size = editor.shaped_size();
        let caret = editor.caret().unwrap_or(Rect::ZERO);
        let old: egui::Vec2 = ui.data(|data| data.get_temp(id).unwrap_or_default());
        let slide = |old: f32, low: f32, high: f32, room: f32, whole: f32| {
            let seen = if low < old {
                low
            } else if high > old + room {
                high - room
            } else {
                old
            };
            seen.clamp(0.0, (whole - room).max(0.0))
        };
        let scroll = vec2(
            slide(old.x, caret.min.x, caret.max.x + 2.0, inner.width(), size.x + 2.0),
            slide(old.y, caret.min.y, caret.max.y, inner.height(), size.y),
        );
        ui.data_mut(|data| data.insert_temp(id, scroll));
        // Where nothing is written yet, the caret stands where the hint begins.
        let rtl = if editor.is_empty() { look.rtl() } else { !editor.is_multiline() && editor.is_rtl() };
        let rtl = rtl && size.x < inner.width();
        let left = if rtl { inner.max.x - size.x } else { inner.min.x };
        Pos2::new(left, inner.min.y) - scroll
    }

    fn paint(self, ui: &Ui, look: &Look<'_>, at: &Response, inner: Rect, editor: &Editor) {
        let painter = ui.painter().with_clip_rect(inner.expand2(vec2(3.0, 4.0)).intersect(ui.clip_rect()));
        let origin = self.origin(ui, look, at.id, inner, editor);
        if editor.is_empty() && !self.hint.is_empty() {
            // A longer hint is written smaller rather than cut.
            let style = editor.style();
            let whole = look.text.line(ui.ctx(), self.hint, style).size.x.max(1.0);
            let room = inner.width() - CARET;
            let size = (style.size * room / whole).floor().clamp(SMALLEST, style.size);
            let hint = look.text.elide(ui.ctx(), self.hint, Style { size, ..style }, room);
            // Beside the caret, not under it.
            let left = if look.rtl() { inner.max.x - hint.size.x - CARET } else { inner.min.x + CARET };
            let drop = if size < style.size { (style.line() - hint.size.y).max(0.0) / 2.0 } else { 0.0 };
            look.text.paint(&painter, &hint, Pos2::new(left, inner.min.y + drop), look.tokens.ink3);
        }
        if at.has_focus() {
            for rect in editor.selection_rects() {
                painter.rect_filled(rect.translate(origin.to_vec2()), 2.0, look.tokens.select);
            }
        }
        if let Some(shaped) = editor.shaped(look.text) {
            look.text.paint(&painter, &shaped, origin, look.tokens.ink);
        }
        for part in editor.preedit_rects() {
            let part = part.translate(origin.to_vec2());
            painter.hline(part.x_range(), part.max.y - 3.0, Stroke::new(1.5, look.tokens.ink));
        }
        let Some(caret) = editor.caret().filter(|_| at.has_focus()) else { return };
        let caret = caret.translate(origin.to_vec2());
        let ink = Stroke::new(2.0, look.tokens.ink);
        painter.vline(caret.center().x, caret.y_range().shrink(1.0), ink);
        let area = editor.ime_area().map_or(caret, |area| area.translate(origin.to_vec2()));
        ui.output_mut(|out| {
            out.ime = Some(egui::output::IMEOutput {
                purpose: egui::IMEPurpose::Normal,
                rect: inner.union(area),
                cursor_rect: caret,
                should_interrupt_composition: false,
            });
        });
    }

    fn describe(self, response: &Response, editor: &Editor) {
        let lines = if editor.is_multiline() { Role::MultilineTextInput } else { Role::TextInput };
        let role = self.role.unwrap_or(lines);
        let (name, value) = (bare(self.name), editor.text());
        response.widget_info(|| WidgetInfo {
            label: Some(name.clone()),
            current_text_value: Some(value.clone()),
            ..WidgetInfo::new(role)
        });
        response.ctx.accesskit_node_builder(response.id, |node| node.add_action(egui::accesskit::Action::SetValue));
    }
}

/// The edge of a field, and the ring while it is written in.
pub(super) fn edge(ui: &Ui, look: &Look<'_>, rect: Rect, response: &Response) {
    let t = look.tokens;
    let stroke = t.edge_of(if response.hovered() { t.ink2 } else { t.border });
    // Drawn behind the text, which is painted after.
    ui.painter().rect(rect, radius::CONTROL, t.surface, stroke, StrokeKind::Inside);
    ring(ui, look, response, rect, radius::CONTROL);
}
