//! Help: telephone numbers of one's country, whether others can be reached, and how things are done. It needs nothing
//! unlocked and nothing from the network.

mod crisis;
mod doctor;
pub(in crate::ui::screens) mod phrases;

use egui::Ui;

use super::View;
use crate::engine::snapshot::ProfileState;
use crate::ui::look::Look;
use crate::ui::shell::{Help as Page, Out, Route};
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::{card, entry, label, page, steps};

/// What is explained: a pictogram, the question, and the answer a step a line.
const HOW: [(Icon, &str, &[&str]); 8] = [
    (Icon::Link, "how-join", &["how-join-1", "how-join-2", "how-join-3", "how-join-4"]),
    (Icon::UserPlus, "how-invite", &["how-invite-1", "how-invite-2", "how-invite-3", "how-invite-4"]),
    (Icon::MessageCircle, "how-write", &["how-write-1", "how-write-2", "how-write-3", "how-write-4"]),
    (Icon::Plus, "how-start", &["how-start-1", "how-start-2", "how-start-3"]),
    (Icon::ShieldCheck, "how-check", &["how-check-1", "how-check-2", "how-check-3"]),
    (Icon::Ban, "how-block", &["how-block-1", "how-block-2", "how-block-3"]),
    (Icon::Key, "how-passphrase", &["how-passphrase-1", "how-passphrase-2", "how-passphrase-3"]),
    (Icon::Lock, "how-private", &["how-private-1", "how-private-2", "how-private-3", "how-private-4"]),
];

/// The country that was chosen by hand, and whether the list of countries is open.
#[derive(Default)]
pub struct Help {
    country: Option<&'static str>,
    choosing: bool,
}

impl Help {
    /// Whoever comes back meets the numbers, not the list of countries.
    pub(super) const fn leave(&mut self) {
        self.choosing = false;
    }

    /// Draws a page of it.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, at: Page) {
        let look = &view.look;
        let id = match at {
            Page::Start => "help",
            Page::Crisis => "help-crisis",
            Page::Doctor => "help-doctor",
            Page::How(_) => "help-how",
        };
        page::show(ui, look, id, |ui| match at {
            Page::Start => start(ui, view, out),
            Page::Crisis => {
                back(ui, look, out, "crisis-title");
                self.crisis(ui, look);
            }
            Page::Doctor => {
                back(ui, look, out, "doctor-title");
                doctor::show(ui, view);
            }
            Page::How(number) => how(ui, look, out, number),
        });
    }
}

fn start(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let look = &view.look;
    let open = view.snapshot.profile.state == ProfileState::Open;
    let title = look.t("help-title");
    if open {
        label::heading(ui, look, &title, Style::H2);
    } else if page::head(ui, look, &title, true) {
        out.go(Route::default());
    }
    label::body(ui, look, &look.t("help-text"));
    card::list(ui, look, |ui| {
        let (title, line) = (look.t("crisis-title"), look.t("crisis-line"));
        if entry::show(ui, look, Icon::Phone, &title, &line).clicked() {
            out.go(Route::Help(Page::Crisis));
        }
        if open {
            let (title, line) = (look.t("doctor-title"), look.t("doctor-line"));
            if entry::show(ui, look, Icon::Wifi, &title, &line).clicked() {
                out.go(Route::Help(Page::Doctor));
            }
        }
    });
    page::part(ui, look, &look.t("help-how"));
    card::list(ui, look, |ui| {
        for (number, (icon, key, _)) in HOW.into_iter().enumerate() {
            if entry::show(ui, look, icon, &look.t(key), "").clicked() {
                out.go(Route::Help(Page::How(number)));
            }
        }
    });
}

fn back(ui: &mut Ui, look: &Look<'_>, out: &mut Out, title: &str) {
    if page::head(ui, look, &look.t(title), true) {
        out.go(Route::Help(Page::Start));
    }
}

fn how(ui: &mut Ui, look: &Look<'_>, out: &mut Out, number: usize) {
    let Some((_, key, sentences)) = HOW.get(number).copied() else {
        out.go(Route::Help(Page::Start));
        return;
    };
    back(ui, look, out, key);
    ui.spacing_mut().item_spacing.y = space::L;
    let sentences: Vec<String> = sentences.iter().map(|step| look.t(step)).collect();
    steps::show(ui, look, &sentences);
    banner::show(ui, look, Tone::Info, &look.t("help-nothing-lost"));
}
