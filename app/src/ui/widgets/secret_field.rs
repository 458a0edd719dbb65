//! The passphrase field: dots, or the words while the person asks to see them; paste is welcome.

use egui::accesskit::Role;
use egui::{CursorIcon, Id, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::keys::{self, Act};
use super::{button, field, label};
use crate::ui::look::Look;
use crate::ui::text::edit::{Edit, Motion};
use crate::ui::text::secret::Secret;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{TARGET, space};

/// How far below the field its strength is said.
const BELOW: f32 = 72.0;

/// What happened in it.
#[derive(Debug)]
pub struct Typed {
    /// The field's own response.
    pub response: Response,
    /// The passphrase changed.
    pub changed: bool,
    /// Enter was pressed.
    pub entered: bool,
}

/// Draws the field with its name above and the eye beside; `shown` is turned by the eye.
pub fn show(ui: &mut Ui, look: &Look<'_>, id: Id, title: &str, secret: &mut Secret, shown: &mut bool) -> Typed {
    label::above(ui, look, title);
    ui.add_space(-space::XS);
    let mut typed = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let width = (ui.available_width() - TARGET - space::S).max(80.0);
        let (rect, _) = ui.allocate_exact_size(vec2(width, 50.0), Sense::hover());
        typed = Some(write(ui, look, (id, rect), title, secret, *shown));
        let (icon, key) = if *shown { (Icon::EyeOff, "passphrase-hide") } else { (Icon::Eye, "passphrase-show") };
        if button::icon(ui, look, icon, &look.t(key)).clicked() {
            *shown = !*shown;
        }
    });
    typed.expect("the closure above runs once")
}

fn write(ui: &Ui, look: &Look<'_>, (id, rect): (Id, Rect), title: &str, secret: &mut Secret, shown: bool) -> Typed {
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let inner = rect.shrink2(vec2(14.0, 12.0));
    let (mut changed, mut entered) = (false, false);
    if let Some(point) = response.interact_pointer_pos()
        && (response.clicked() || response.dragged())
    {
        response.request_focus();
        let at = nearest(ui, look, secret, shown, point.x - inner.min.x);
        secret.move_to(at, response.dragged() && !response.drag_started());
    }
    if response.has_focus() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keys::FILTER));
        for act in keys::acts(ui) {
            match act {
                Act::Enter => entered = true,
                // A passphrase is never put on the clipboard.
                Act::Copy | Act::Cut => {}
                Act::Edit(edit) => changed |= apply(secret, edit),
            }
        }
    }
    field::edge(ui, look, rect, &response);
    // With what is said about it below.
    let wanted = Rect::from_min_max(rect.min - vec2(0.0, space::XXL), rect.max + vec2(0.0, BELOW));
    let seen = ui.clip_rect();
    let hidden = wanted.min.y < seen.min.y || wanted.max.y > seen.max.y;
    let settling = settling(ui, &response);
    if hidden && (settling || changed) {
        ui.scroll_to_rect(wanted, None);
    }
    paint(ui, look, &response, inner, secret, shown);
    let dots = "•".repeat(secret.len());
    response.widget_info(|| WidgetInfo {
        label: Some(title.to_owned()),
        current_text_value: Some(dots.clone()),
        ..WidgetInfo::new(Role::PasswordInput)
    });
    Typed { response: response.on_hover_cursor(CursorIcon::Text), changed, entered }
}

/// Whether it got the keyboard just now, or so lately that the page around it has only now found its height. A page
/// takes a pass to scroll: asked in each, it would scroll too far.
fn settling(ui: &Ui, response: &Response) -> bool {
    let (id, pass) = (response.id.with("since"), ui.ctx().cumulative_pass_nr());
    if response.gained_focus() {
        ui.data_mut(|data| data.insert_temp(id, pass));
    }
    let since: Option<u64> = ui.data(|data| data.get_temp(id));
    response.has_focus() && since.is_some_and(|since| pass == since || pass == since + 3)
}

fn apply(secret: &mut Secret, edit: Edit) -> bool {
    match edit {
        Edit::Insert(text) | Edit::Commit(text) => secret.insert(&text),
        Edit::DeleteBack => secret.delete_back(),
        Edit::Delete => secret.delete(),
        Edit::DeleteWordBack => {
            secret.move_to(0, true);
            secret.delete_back();
        }
        Edit::SelectAll => {
            secret.select_all();
            return false;
        }
        Edit::Move { motion, select } => {
            let caret = secret.caret();
            let to = match motion {
                Motion::Left => caret.saturating_sub(1),
                Motion::Right => caret + 1,
                Motion::Up | Motion::WordLeft | Motion::LineStart | Motion::TextStart => 0,
                Motion::Down | Motion::WordRight | Motion::LineEnd | Motion::TextEnd => usize::MAX,
            };
            secret.move_to(to, select);
            return false;
        }
        _ => return false,
    }
    true
}

/// What is drawn for the first `count` graphemes.
fn drawn(secret: &Secret, shown: bool, count: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    if shown { secret.expose().graphemes(true).take(count).collect() } else { "•".repeat(count.min(secret.len())) }
}

fn width(ui: &Ui, look: &Look<'_>, secret: &Secret, shown: bool, count: usize) -> f32 {
    if count == 0 {
        return 0.0;
    }
    look.text.line(ui.ctx(), &drawn(secret, shown, count), Style::BODY).size.x
}

fn nearest(ui: &Ui, look: &Look<'_>, secret: &Secret, shown: bool, x: f32) -> usize {
    let off = |count: usize| (width(ui, look, secret, shown, count) - x).abs();
    (0..=secret.len()).min_by(|a, b| off(*a).total_cmp(&off(*b))).unwrap_or(0)
}

fn paint(ui: &Ui, look: &Look<'_>, at: &Response, inner: Rect, secret: &Secret, shown: bool) {
    let painter = ui.painter().with_clip_rect(inner.expand2(vec2(3.0, 4.0)).intersect(ui.clip_rect()));
    let caret = width(ui, look, secret, shown, secret.caret());
    let slide = (caret + 2.0 - inner.width()).max(0.0);
    let x = |count: usize| inner.min.x - slide + width(ui, look, secret, shown, count);
    if at.has_focus() && !secret.selection().is_empty() {
        let range = secret.selection();
        let rect = Rect::from_x_y_ranges(x(range.start)..=x(range.end), inner.y_range());
        painter.rect_filled(rect, 2.0, look.tokens.select);
    }
    let shaped = look.text.line(ui.ctx(), &drawn(secret, shown, usize::MAX), Style::BODY);
    let left = Pos2::new(inner.min.x - slide, inner.center().y - shaped.size.y / 2.0);
    look.text.paint(&painter, &shaped, left, look.tokens.ink);
    if at.has_focus() {
        let caret = Rect::from_center_size(Pos2::new(x(secret.caret()), inner.center().y), vec2(0.0, 22.0));
        painter.vline(caret.center().x, caret.y_range(), Stroke::new(2.0, look.tokens.ink));
        ui.output_mut(|out| {
            out.ime = Some(egui::output::IMEOutput {
                purpose: egui::IMEPurpose::Password,
                rect: inner,
                cursor_rect: caret,
                should_interrupt_composition: false,
            });
        });
    }
}
