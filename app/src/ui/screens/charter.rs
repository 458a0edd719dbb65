//! A charter in plain words, and the few kinds of room that are offered.

use egui::Ui;

use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::widgets::label;
use net::room::charter::{Admission, Charter, CharterRequest, Retention, RetentionName};

/// Days that a room for a while keeps what is said.
const DAYS: u16 = 30;

/// The kinds of room that can be made here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Nothing is kept: a support group.
    #[default]
    Passing,
    /// Kept for a month.
    Month,
    /// Kept: care together with a doctor.
    Record,
}

impl Kind {
    /// All, in the order offered.
    pub const ALL: [Self; 3] = [Self::Passing, Self::Month, Self::Record];

    /// Its icon and the keys of its name and meaning.
    #[must_use]
    pub const fn words(self) -> (Icon, &'static str, &'static str) {
        match self {
            Self::Passing => (Icon::Heart, "kind-passing", "kind-passing-meaning"),
            Self::Month => (Icon::Hourglass, "kind-month", "kind-month-meaning"),
            Self::Record => (Icon::Stethoscope, "kind-record", "kind-record-meaning"),
        }
    }

    /// What the engine is asked for; it fills in the rest.
    #[must_use]
    pub fn request(self, rules: &str, knock: bool) -> CharterRequest {
        let name = match self {
            Self::Passing => RetentionName::Ephemeral,
            Self::Month => RetentionName::Timed,
            Self::Record => RetentionName::Record,
        };
        CharterRequest {
            days: (self == Self::Month).then_some(DAYS),
            rules: Some(rules.trim().to_owned()).filter(|rules| !rules.is_empty()),
            admission: Some(if knock { Admission::Knock } else { Admission::Direct }),
            ..CharterRequest::new(name)
        }
    }
}

/// Whether what is said in it is lost when the window closes.
#[must_use]
pub fn passes(charter: &Charter) -> bool {
    charter.retention == Retention::Ephemeral
}

/// What the charter says, a sentence each.
#[must_use]
pub fn sentences(look: &Look<'_>, charter: &Charter) -> Vec<(Icon, String)> {
    let kept = match charter.retention {
        Retention::Ephemeral => (Icon::Clock, look.t("charter-ephemeral")),
        Retention::Timed { days } => {
            (Icon::Hourglass, look.say("charter-timed", &[("days", Arg::Count(u64::from(days)))]))
        }
        Retention::Record => (Icon::Stethoscope, look.t("charter-record")),
    };
    let entry = match charter.admission {
        Admission::Direct => (Icon::DoorOpen, look.t("charter-direct")),
        Admission::Knock => (Icon::Hand, look.t("charter-knock")),
    };
    let address = if charter.relay_only {
        (Icon::Shield, look.t("charter-relay"))
    } else {
        (Icon::TriangleAlert, look.t("charter-address"))
    };
    let mut all = vec![(Icon::Lock, look.t("charter-encrypted")), kept, entry, address];
    if !charter.presence {
        all.push((Icon::EyeOff, look.t("charter-no-presence")));
    }
    all.push((Icon::Users, look.say("charter-members", &[("count", Arg::Count(u64::from(charter.max_members)))])));
    all
}

/// Draws the sentences and the room's own rules below each other.
pub fn show(ui: &mut Ui, look: &Look<'_>, charter: &Charter) {
    for (icon, sentence) in sentences(look, charter) {
        let tint = if icon == Icon::TriangleAlert { look.tokens.caution.ink } else { look.tokens.accent };
        label::with_icon(ui, look, icon, tint, &sentence, Style::LABEL);
    }
    if !charter.rules.is_empty() {
        label::paragraph(ui, look, &look.t("charter-rules"), Style::BUTTON, look.tokens.ink);
        label::paragraph(ui, look, &charter.rules, Style::LABEL, look.tokens.ink2);
    }
}
