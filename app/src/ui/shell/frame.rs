//! What surrounds the screens: the rail, the list, the sheet; one pane at a time where the window is narrow.

use egui::accesskit::{Orientation, Role};
use egui::{Color32, Frame, Id, Key, Margin, Panel, Ui, UiBuilder, UiStackInfo, Vec2, vec2};

use super::{Help, Out, Route};
use crate::engine::snapshot::ProfileState;
use crate::ui::i18n::bare;
use crate::ui::screens::{Screens, View};
use crate::ui::text::Icon;
use crate::ui::theme::space;
use crate::ui::widgets::roving::Roving;
use crate::ui::widgets::{button, card, page};

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
    let (flow, state) = (view.look.flow, view.snapshot.profile.state);
    if state == ProfileState::Open && !screens.welcome.finishing() {
        return home(ui, view, screens, out);
    }
    let page = |ui: &mut Ui| match (state, view.route) {
        (ProfileState::None | ProfileState::Locked | ProfileState::Hidden, Route::Help(page)) => {
            screens.help.show(ui, view, out, page);
        }
        (ProfileState::Locked | ProfileState::Hidden, _) => screens.unlock.show(ui, view, out),
        (ProfileState::None | ProfileState::Open, _) => screens.welcome.show(ui, view, out),
    };
    on(ui, view.look.tokens.canvas, |ui| flow.column(ui, page));
}

fn home(ui: &mut Ui, view: &View<'_>, screens: &mut Screens, out: &mut Out) {
    let width = ui.available_width();
    // The simple view shows one thing at a time however much room there is.
    let two = width >= TWO_PANES && !view.look.display.simple;
    let (route, flow) = (view.route, view.look.flow);
    if width >= RAIL {
        side_rail(ui, view, out);
    } else if route.is_top() {
        foot_rail(ui, view, out, width);
    }
    // On a very wide screen list and page stay together in its middle.
    let spare = ((ui.available_width() - WIDEST) / 2.0).max(0.0).floor();
    if spare > 0.0 {
        flow.panel("spare").exact_size(spare).frame(Frame::new()).show(ui, |_| {});
        flow.end_panel("spare-end").exact_size(spare).frame(Frame::new()).show(ui, |_| {});
    }
    let beside = two && (route.of_rooms() || route.of_people());
    if beside {
        let margin = flow.margin(Margin { left: 16, right: 8, top: 20, bottom: 16 });
        let frame = Frame::new().inner_margin(margin);
        let list = flow.panel("list").exact_size(316.0).frame(frame);
        let ground = view.look.tokens.canvas;
        list.show(ui, |ui| on(ui, ground, |ui| flow.column(ui, |ui| list_of(ui, view, screens, out))));
    }
    let margin = if two { Margin { left: 8, right: 16, top: 16, bottom: 16 } } else { Margin::same(8) };
    let margin = flow.margin(margin);
    let frame = Frame::new().inner_margin(margin);
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        if !beside && route.is_list() {
            // A line across the whole of a wide window would part a name from its time.
            let spare = (ui.available_width() - LIST).max(0.0) / 2.0;
            let place = ui.available_rect_before_wrap().shrink2(vec2(spare.max(space::S), space::S));
            ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
                on(ui, view.look.tokens.canvas, |ui| flow.column(ui, |ui| list_of(ui, view, screens, out)));
            });
            return;
        }
        let place = ui.max_rect();
        card::sheet(ui, &view.look, place);
        // What scrolls ends inside the sheet's edge and its round corners.
        let inset = if page::short(ui) { vec2(2.0, 0.0) } else { vec2(4.0, 8.0) };
        ui.scope_builder(UiBuilder::new().max_rect(place.shrink2(inset)), |ui| {
            on(ui, view.look.tokens.surface, |ui| flow.column(ui, |ui| sheet(ui, view, screens, out, !two)));
        });
    });
}

/// A part of the window on a ground that stands there already: what scrolls in it fades into that ground.
fn on<R>(ui: &mut Ui, ground: Color32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let below = UiStackInfo::default().with_frame(Frame::new().fill(ground));
    ui.scope_builder(UiBuilder::new().ui_stack_info(below), content).inner
}

/// The rail at the side.
fn side_rail(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let flow = view.look.flow;
    let frame = Frame::new().fill(view.look.tokens.sunken).inner_margin(Margin::symmetric(8, 16));
    flow.panel("rail").exact_size(92.0).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        flow.column(ui, |ui| {
            let (size, places) = (vec2(76.0, 64.0), all(view));
            rail(ui, view, out, &places, (Key::ArrowUp, Key::ArrowDown), |ui, at| {
                if at == LIVED_IN {
                    // Help stands in the same place on every page.
                    let below = places.len().saturating_sub(at) as f32;
                    ui.add_space((ui.available_height() - below * (size.y + space::S) + space::S).max(0.0));
                }
                size
            });
        });
    });
}

/// The rail at the foot of a narrow window.
fn foot_rail(ui: &mut Ui, view: &View<'_>, out: &mut Out, width: f32) {
    let flow = view.look.flow;
    // In a very narrow one every point of width is needed.
    let tight = width < TIGHT;
    let (air, gap) = if tight { (2, 2.0) } else { (6, space::XS) };
    let frame = Frame::new().fill(view.look.tokens.sunken).inner_margin(Margin::symmetric(air, 6));
    Panel::bottom("rail").resizable(false).show_separator_line(false).exact_size(76.0).frame(frame).show(ui, |ui| {
        let all = if tight || view.look.display.simple { few(view).to_vec() } else { all(view).to_vec() };
        let gaps = gap * (all.len() as f32 - 1.0);
        let each = (ui.available_width() - gaps) / all.len() as f32;
        ui.with_layout(flow.across(), |ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let keys = (Key::ArrowLeft, Key::ArrowRight);
            let keys = if flow.leftward() { (keys.1, keys.0) } else { keys };
            rail(ui, view, out, &all, keys, |_, _| vec2(each, 64.0));
        });
    });
}

/// A place of the rail: its pictogram, its word, whether one is there, what is new there, and where it leads.
type Place = (Icon, &'static str, bool, u64, Route);

/// So many places of the rail are lived in; the others are always at its end.
const LIVED_IN: usize = 3;

/// The places of the rail.
fn all(view: &View<'_>) -> [Place; 5] {
    let route = view.route;
    let unread: u64 = view.snapshot.rooms.iter().map(|room| room.unread).sum();
    let knocks = view.snapshot.knocks.len() as u64;
    [
        (Icon::House, "rail-home", route == Route::Home, knocks, Route::Home),
        (Icon::MessageCircle, "rail-rooms", route.of_rooms(), unread, Route::Rooms),
        (Icon::Users, "rail-people", route.of_people(), 0, Route::People),
        (Icon::Settings, "rail-settings", route.of_settings(), 0, Route::Settings),
        (Icon::LifeBuoy, "rail-help", route.of_help(), 0, Route::Help(Help::Start)),
    ]
}

/// As many as have room for a numb finger and for their words: help always, the others behind one more.
fn few(view: &View<'_>) -> [Place; 4] {
    let [home, rooms, people, settings, help] = all(view);
    let among = view.route == Route::More || people.2 || settings.2;
    [home, rooms, help, (Icon::Ellipsis, "rail-more", among, 0, Route::More)]
}

/// Draws places, each in the room that `room` gives it: one stop of the keyboard.
fn rail(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    places: &[Place],
    keys: (Key, Key),
    mut room: impl FnMut(&mut Ui, usize) -> Vec2,
) {
    let (look, id) = (&view.look, Id::unique("rail-places"));
    let chosen = places.iter().position(|place| place.2);
    let roving = Roving::over(ui, id, places.iter().map(|place| id.with(place.1)), chosen);
    let names: Vec<String> = places.iter().map(|place| look.t(place.1)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let list = UiBuilder::new().id_salt(id).accessibility_role(Role::TabList);
    ui.scope_builder(list, |ui| {
        let upright = keys.0 == Key::ArrowUp;
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_label(bare(&look.t("app-name")));
            node.set_size_of_set(roving.count());
            node.set_orientation(if upright { Orientation::Vertical } else { Orientation::Horizontal });
        });
        for (at, ((icon, _, chosen, count, to), name)) in places.iter().copied().zip(&names).enumerate() {
            let size = room(ui, at);
            if button::rail(ui, look, size, (icon, name), (roving.stop(at), chosen), count).clicked() {
                out.go(to);
            }
        }
        roving.moves(ui, keys, &names);
    });
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
        Route::More => screens.home.more(ui, view, out),
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
