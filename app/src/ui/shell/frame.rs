//! What surrounds the screens: the rail, the list, the sheet; one pane at a time where the window is narrow.

use egui::{Frame, Margin, Panel, StrokeKind, Ui, vec2};

use super::{Out, Route};
use crate::engine::snapshot::ProfileState;
use crate::ui::screens::{Screens, View};
use crate::ui::text::Icon;
use crate::ui::theme::{radius, space};
use crate::ui::widgets::button;

/// From this width on, the list stands beside the room.
const TWO_PANES: f32 = 860.0;
/// From this width on, the rail stands at the side rather than at the foot.
const RAIL: f32 = 640.0;

pub(super) fn show(ui: &mut Ui, view: &View<'_>, screens: &mut Screens, out: &mut Out) {
    let flow = view.look.flow;
    match view.snapshot.profile.state {
        ProfileState::None => drop(flow.column(ui, |ui| screens.welcome.show(ui, view, out))),
        ProfileState::Locked | ProfileState::Hidden => {
            flow.column(ui, |ui| screens.unlock.show(ui, view, out));
        }
        ProfileState::Open => home(ui, view, screens, out),
    }
}

fn home(ui: &mut Ui, view: &View<'_>, screens: &mut Screens, out: &mut Out) {
    let width = ui.available_width();
    let two = width >= TWO_PANES;
    let (route, flow) = (view.route, view.look.flow);
    if width >= RAIL {
        let frame = Frame::new().fill(view.look.tokens.sunken).inner_margin(Margin::symmetric(8, 16));
        flow.panel("rail").exact_size(92.0).frame(frame).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            flow.column(ui, |ui| rail(ui, view, out, vec2(76.0, 64.0)));
        });
    } else if route.is_list() || route == Route::Settings {
        let frame = Frame::new().fill(view.look.tokens.sunken).inner_margin(Margin::symmetric(8, 6));
        Panel::bottom("rail").resizable(false).show_separator_line(false).exact_size(76.0).frame(frame).show(
            ui,
            |ui| {
                let each = (ui.available_width() - 2.0 * space::S) / 3.0;
                ui.with_layout(flow.across(), |ui| rail(ui, view, out, vec2(each, 64.0)));
            },
        );
    }
    let beside = two && route != Route::Settings;
    if beside {
        let margin = flow.margin(Margin { left: 16, right: 8, top: 20, bottom: 16 });
        let frame = Frame::new().fill(view.look.tokens.canvas).inner_margin(margin);
        let list = flow.panel("list").exact_size(316.0).frame(frame);
        list.show(ui, |ui| flow.column(ui, |ui| list_of(ui, view, screens, out)));
    }
    let margin = if two { Margin { left: 8, right: 16, top: 16, bottom: 16 } } else { Margin::same(8) };
    let margin = flow.margin(margin);
    let frame = Frame::new().fill(view.look.tokens.canvas).inner_margin(margin);
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        if !beside && route.is_list() {
            ui.add_space(space::S);
            flow.column(ui, |ui| list_of(ui, view, screens, out));
            return;
        }
        let full = ui.max_rect();
        let t = view.look.tokens;
        ui.painter().add(t.shadow().as_shape(full, radius::SHEET as u8));
        ui.painter().rect(full, radius::SHEET, t.surface, t.line(), StrokeKind::Inside);
        flow.column(ui, |ui| sheet(ui, view, screens, out, !two));
    });
}

fn rail(ui: &mut Ui, view: &View<'_>, out: &mut Out, size: egui::Vec2) {
    let look = &view.look;
    let route = view.route;
    let unread: u64 = view.snapshot.rooms.iter().map(|room| room.unread).sum();
    let knocks = view.snapshot.knocks.len() as u64;
    let in_rooms = !route.of_people() && route != Route::Settings;
    let rooms = (Icon::MessageCircle, look.t("rail-rooms"), in_rooms, unread + knocks, Route::Rooms);
    let people = (Icon::Users, look.t("rail-people"), route.of_people(), 0, Route::People);
    let settings = (Icon::Settings, look.t("rail-settings"), route == Route::Settings, 0, Route::Settings);
    for (icon, label, chosen, count, to) in [rooms, people, settings] {
        if button::rail(ui, look, size, (icon, &label), chosen, count).clicked() {
            out.go(to);
        }
    }
}

fn list_of(ui: &mut Ui, view: &View<'_>, screens: &mut Screens, out: &mut Out) {
    if view.route.of_people() {
        screens.people.list(ui, view, out);
    } else {
        screens.rooms.show(ui, view, out);
    }
}

fn sheet(ui: &mut Ui, view: &View<'_>, screens: &mut Screens, out: &mut Out, alone: bool) {
    match view.route {
        Route::Rooms => screens.rooms.nothing_chosen(ui, view, out),
        Route::People => screens.people.nothing_chosen(ui, view, out),
        Route::Room(room) => screens.room.show(ui, view, out, room, alone),
        Route::About(room) => screens.about.show(ui, view, out, room),
        Route::Invite(room) => screens.invite.show(ui, view, out, room),
        Route::NewRoom => screens.new_room.show(ui, view, out),
        Route::Join => screens.join.show(ui, view, out),
        Route::Person(contact) => screens.people.person(ui, view, out, contact),
        Route::NewPerson => screens.people.invite(ui, view, out),
        Route::Settings => screens.settings.show(ui, view, out),
    }
}
