//! Whether others can be reached, in words, and what to do where they cannot. It looks at what the engine knows and
//! contacts nobody.

use egui::Ui;

use super::View;
use crate::engine::snapshot::{Reach, RoomState};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::{label, page, steps};

pub(super) fn show(ui: &mut Ui, view: &View<'_>) {
    let look = &view.look;
    let network = &view.snapshot.network;
    let missed = network.reach == Reach::NodeNeeded;
    let (tone, verdict) = match (network.listeners, network.links) {
        (0, _) => (Tone::Danger, look.t("doctor-closed")),
        (_, 0) if missed => (Tone::Caution, look.t("doctor-apart")),
        (_, 0) => (Tone::Caution, look.t("doctor-alone")),
        (_, links) => (Tone::Success, look.say("doctor-well", &[("count", Arg::Count(links as u64))])),
    };
    banner::show(ui, look, tone, &verdict);
    page::part(ui, look, &look.t("doctor-seen"));
    let open = network.listeners > 0;
    line(ui, look, open, if open { "doctor-door-open" } else { "doctor-door-closed" });
    if !network.refused.is_empty() {
        line(ui, look, false, "doctor-door-taken");
    }
    let here = network.links > 0;
    line(ui, look, here, if here { "doctor-someone" } else { "doctor-nobody" });
    match network.reach {
        Reach::Untried => {}
        Reach::Open => line(ui, look, true, "doctor-reach-open"),
        Reach::Relayed => line(ui, look, true, "doctor-reach-relayed"),
        Reach::NodeNeeded => line(ui, look, false, "doctor-reach-none"),
    }
    let waiting = view.snapshot.rooms.iter().any(|room| matches!(room.state, RoomState::Waiting | RoomState::Knocking));
    if waiting {
        going_on(ui, look, "doctor-waiting");
    }
    if view.snapshot.rooms.iter().any(|room| room.state == RoomState::Rejoining) {
        going_on(ui, look, "doctor-rejoining");
    }
    page::part(ui, look, &look.t("doctor-next"));
    let steps: &[&str] = match (open, here) {
        (false, _) => &["doctor-do-restart", "doctor-do-firewall"],
        (true, _) if missed => &["doctor-do-ask", "doctor-do-same", "doctor-do-member", "doctor-do-node"],
        (true, false) => &["doctor-do-internet", "doctor-do-ask", "doctor-do-same", "doctor-do-new"],
        (true, true) => &["doctor-do-nothing"],
    };
    let steps: Vec<String> = steps.iter().map(|step| look.t(step)).collect();
    steps::show(ui, look, &steps);
    if !here {
        label::hint(ui, look, &look.t("doctor-kept"));
    }
}

/// What takes its time and is no fault.
fn going_on(ui: &mut Ui, look: &Look<'_>, key: &str) {
    label::with_icon(ui, look, Icon::Hourglass, look.tokens.ink2, &look.t(key), Style::BODY);
}

fn line(ui: &mut Ui, look: &Look<'_>, well: bool, key: &str) {
    let (icon, tint) =
        if well { (Icon::Check, look.tokens.success.ink) } else { (Icon::TriangleAlert, look.tokens.caution.ink) };
    label::with_icon(ui, look, icon, tint, &look.t(key), Style::BODY);
}
