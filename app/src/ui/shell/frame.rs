//! What surrounds the screens: the rail, the list, the sheet; one pane at a time where the window is narrow.

use egui::{Frame, Margin, Panel, StrokeKind, Ui, vec2};

use super::{Help, Out, Route};
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
    let open = view.snapshot.profile.state == ProfileState::Open;
    if let (false, Route::Help(page)) = (open, view.route) {
        flow.column(ui, |ui| screens.help.show(ui, view, out, page));
        return;
    }
    if open && screens.welcome.finishing() {
        flow.column(ui, |ui| screens.welcome.show(ui, view, out));
        return;
    }
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
    // The simple view shows one thing at a time however much room there is.
    let two = width >= TWO_PANES && !view.look.display.simple;
    let (route, flow) = (view.route, view.look.flow);
    if width >= RAIL {
        let frame = Frame::new().fill(view.look.tokens.sunken).inner_margin(Margin::symmetric(8, 16));
        flow.panel("rail").exact_size(92.0).frame(frame).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            flow.column(ui, |ui| {
                let size = vec2(76.0, 64.0);
                let (above, below) = places(view);
                rail(ui, view, out, size, &above);
                // Help stands in the same place on every page.
                let gap = ui.available_height() - below.len() as f32 * (size.y + space::S) + space::S;
                ui.add_space(gap.max(0.0));
                rail(ui, view, out, size, &below);
            });
        });
    } else if route.is_top() {
        let frame = Frame::new().fill(view.look.tokens.sunken).inner_margin(Margin::symmetric(6, 6));
        Panel::bottom("rail").resizable(false).show_separator_line(false).exact_size(76.0).frame(frame).show(
            ui,
            |ui| {
                let (above, below) = places(view);
                let all: Vec<Place> = above.into_iter().chain(below).collect();
                let gaps = space::XS * (all.len() as f32 - 1.0);
                let each = (ui.available_width() - gaps) / all.len() as f32;
                ui.with_layout(flow.across(), |ui| {
                    ui.spacing_mut().item_spacing.x = space::XS;
                    rail(ui, view, out, vec2(each, 64.0), &all);
                });
            },
        );
    }
    let beside = two && (route.of_rooms() || route.of_people());
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

/// A place of the rail: its pictogram, its word, whether one is there, what is new there, and where it leads.
type Place = (Icon, &'static str, bool, u64, Route);

/// The places of the rail: those that one lives in, and those that are always at its end.
fn places(view: &View<'_>) -> ([Place; 3], [Place; 2]) {
    let route = view.route;
    let unread: u64 = view.snapshot.rooms.iter().map(|room| room.unread).sum();
    let knocks = view.snapshot.knocks.len() as u64;
    let above = [
        (Icon::House, "rail-home", route == Route::Home, knocks, Route::Home),
        (Icon::MessageCircle, "rail-rooms", route.of_rooms(), unread, Route::Rooms),
        (Icon::Users, "rail-people", route.of_people(), 0, Route::People),
    ];
    let below = [
        (Icon::Settings, "rail-settings", route.of_settings(), 0, Route::Settings),
        (Icon::LifeBuoy, "rail-help", route.of_help(), 0, Route::Help(Help::Start)),
    ];
    (above, below)
}

fn rail(ui: &mut Ui, view: &View<'_>, out: &mut Out, size: egui::Vec2, places: &[Place]) {
    let look = &view.look;
    for (icon, key, chosen, count, to) in places.iter().copied() {
        if button::rail(ui, look, size, (icon, &look.t(key)), chosen, count).clicked() {
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
        Route::Home => screens.home.show(ui, view, out),
        Route::Rooms => screens.rooms.nothing_chosen(ui, view, out),
        Route::People => screens.people.nothing_chosen(ui, view, out),
        Route::Room(room) => screens.room.show(ui, view, out, room, alone),
        Route::About(room) => screens.about.show(ui, view, out, room),
        Route::Member(room, member) => screens.member.show(ui, view, out, room, member),
        Route::Invite(room) => screens.invite.show(ui, view, out, room),
        Route::NewRoom => screens.new_room.show(ui, view, out),
        Route::Join => screens.join.show(ui, view, out),
        Route::Person(contact) => screens.people.person(ui, view, out, contact),
        Route::NewPerson => screens.people.invite(ui, view, out),
        Route::Settings => screens.settings.show(ui, view, out),
        Route::Setting(setting) => screens.settings.setting(ui, view, out, setting),
        Route::Help(page) => screens.help.show(ui, view, out, page),
    }
}
