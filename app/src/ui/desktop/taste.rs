//! How the person wants everything on this desktop to look, as its settings portal tells: strong contrast, and stillness.
//! It counts where nothing else was chosen in Hearth. A desktop without a portal wants nothing.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use zbus::export::futures_core::Stream as _;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, Proxy};

use super::Wishes;

const BUS: &str = "org.freedesktop.portal.Desktop";
const PLACE: &str = "/org/freedesktop/portal/desktop";
const SETTINGS: &str = "org.freedesktop.portal.Settings";
const APPEARANCE: &str = "org.freedesktop.appearance";
const CONTRAST: &str = "contrast";
const MOTION: &str = "reduced-motion";

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taste {
    /// Strong contrast.
    pub strong: bool,
    /// Nothing may move.
    pub still: bool,
}

/// The taste as it stands, shared with the thread that asks.
#[derive(Debug, Default)]
pub(super) struct Kept {
    strong: AtomicBool,
    still: AtomicBool,
}

impl Kept {
    pub fn get(&self) -> Taste {
        Taste { strong: self.strong.load(Ordering::Acquire), still: self.still.load(Ordering::Acquire) }
    }

    /// Takes in a setting of the portal: 1 asks for more contrast, or for less movement.
    fn take(&self, key: &str, value: &OwnedValue) -> bool {
        let Ok(value) = u32::try_from(value) else { return false };
        let place = match key {
            CONTRAST => &self.strong,
            MOTION => &self.still,
            _ => return false,
        };
        place.swap(value == 1, Ordering::AcqRel) != (value == 1)
    }
}

/// Asks the session's portal, and follows it until the session ends.
pub(super) async fn follow(kept: Arc<Kept>, wishes: Wishes) {
    let told = match Connection::session().await {
        Ok(connection) => follow_on(&connection, &kept, &wishes).await,
        Err(error) => Err(error),
    };
    if let Err(error) = told {
        tracing::debug!(%error, "The desktop does not say how things should look");
    }
}

async fn follow_on(connection: &Connection, kept: &Kept, wishes: &Wishes) -> zbus::Result<()> {
    let portal = Proxy::new(connection, BUS, PLACE, SETTINGS).await?;
    // Listened to before it is read, so that no change falls between.
    let mut changes = pin!(portal.receive_signal("SettingChanged").await?);
    for key in [CONTRAST, MOTION] {
        // A desktop may know one and not the other.
        match portal.call::<_, _, OwnedValue>("ReadOne", &(APPEARANCE, key)).await {
            Ok(value) if kept.take(key, &value) => wishes.wake(),
            Ok(_) => {}
            Err(error) => tracing::debug!(%error, key, "Not told by the desktop"),
        }
    }
    while let Some(change) = std::future::poll_fn(|cx| changes.as_mut().poll_next(cx)).await {
        let (space, key, value): (String, String, OwnedValue) = change.body().deserialize()?;
        if space == APPEARANCE && kept.take(&key, &value) {
            wishes.wake();
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "taste_tests.rs"]
mod tests;
