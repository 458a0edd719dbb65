//! How far one's own message came, in words: never more than is true of every member it names.

use crate::engine::snapshot::{Delivery, MessageView};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::text::Icon;

/// The icon and the words; `None` where there is nobody to send to.
pub(super) fn words(look: &Look<'_>, message: &MessageView, direct: bool) -> Option<(Icon, String)> {
    let states = message.states.as_ref().filter(|states| !states.is_empty())?;
    let all = states.len() as u64;
    let reached = |least: Delivery| {
        states.values().filter(|state| **state >= least && **state != Delivery::Failed).count() as u64
    };
    let (read, delivered, sent) = (reached(Delivery::Read), reached(Delivery::Delivered), reached(Delivery::Sent));
    let failed = states.values().any(|state| *state == Delivery::Failed);
    let counted = |key: &str, count: u64| look.say(key, &[("count", Arg::Count(count)), ("all", Arg::Count(all))]);
    Some(match () {
        () if failed && sent == 0 => (Icon::CircleAlert, look.t("state-failed")),
        () if read == all && (direct || all == 1) => (Icon::CheckCheck, look.t("state-read")),
        () if read == all => (Icon::CheckCheck, look.t("state-read-all")),
        () if read > 0 => (Icon::CheckCheck, counted("state-read-some", read)),
        () if delivered == all => (Icon::CheckCheck, look.t("state-delivered")),
        () if delivered > 0 => (Icon::Check, counted("state-delivered-some", delivered)),
        () if sent > 0 => (Icon::Check, look.t("state-sent")),
        () => (Icon::Clock, look.t("state-queued")),
    })
}
