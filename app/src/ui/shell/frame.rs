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
/// How wide a list may be where it stands alone.
const LIST: f32 = 640.0;
/// Below this width, the rail's words have no room.
const TIGHT: f32 = 330.0;
/// The widest that list and page become; beyond, eyes would have to travel.
const WIDEST: f32 = 1560.0;
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
        foot_rail(ui, view, out, width);
    }
    // On a very wide screen list and page stay together in its middle.
    let spare = ((ui.available_width() - WIDEST) / 2.0).max(0.0).floor();
    if spare > 0.0 {
        let frame = Frame::new().fill(view.look.tokens.canvas);
        flow.panel("spare").exact_size(spare).frame(frame).show(ui, |_| {});
        flow.end_panel("spare-end").exact_size(spare).frame(frame).show(ui, |_| {});
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
            // A line across the whole of a wide window would part a name from its time.
            let spare = (ui.available_width() - LIST).max(0.0) / 2.0;
            let place = ui.available_rect_before_wrap().shrink2(vec2(spare, space::S));
            ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
                flow.column(ui, |ui| list_of(ui, view, screens, out));
            });
            return;
        }
        let full = ui.max_rect();
        let t = view.look.tokens;
        ui.painter().add(t.shadow().as_shape(full, radius::SHEET as u8));
        ui.painter().rect(full, radius::SHEET, t.surface, t.line(), StrokeKind::Inside);
        flow.column(ui, |ui| sheet(ui, view, screens, out, !two));
    });
}

/// The rail at the foot of a narrow window.
fn foot_rail(ui: &mut Ui, view: &View<'_>, out: &mut Out, width: f32) {
    let flow = view.look.flow;
    // In a very narrow one every point of width is needed.
    let tight = width < TIGHT;
    let (air, gap) = if tight { (0, 0.0) } else { (6, space::XS) };
    let frame = Frame::new().fill(view.look.tokens.sunken).inner_margin(Margin::symmetric(air, 6));
    Panel::bottom("rail").resizable(false).show_separator_line(false).exact_size(76.0).frame(frame).show(ui, |ui| {
        let (above, below) = places(view);
        let all: Vec<Place> = above.into_iter().chain(below).collect();
        let gaps = gap * (all.len() as f32 - 1.0);
        let each = (ui.available_width() - gaps) / all.len() as f32;
        ui.with_layout(flow.across(), |ui| {
            ui.spacing_mut().item_spacing.x = gap;
            rail(ui, view, out, vec2(each, 64.0), &all);
        });
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
