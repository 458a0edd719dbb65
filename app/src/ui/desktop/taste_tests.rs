//! The desktop's taste, from a portal of our own on a bus of our own.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use zbus::connection::Builder;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::Value;

use super::*;

/// A portal that knows contrast, and has never heard of movement.
struct Portal;

#[zbus::interface(name = "org.freedesktop.portal.Settings")]
impl Portal {
    async fn read_one(&self, namespace: &str, key: &str) -> zbus::fdo::Result<OwnedValue> {
        match (namespace, key) {
            (APPEARANCE, CONTRAST) => Ok(OwnedValue::from(1_u32)),
            _ => Err(zbus::fdo::Error::Failed("Requested setting not found".into())),
        }
    }

    #[zbus(signal)]
    async fn setting_changed(emitter: &SignalEmitter<'_>, space: &str, key: &str, value: Value<'_>)
    -> zbus::Result<()>;
}

/// A session bus that ends with the test.
struct Bus(Child, String);

impl Bus {
    fn start() -> Self {
        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--print-address=1"]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("dbus-daemon is there, as for the walk by screen reader");
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self(child, address.trim().to_owned())
    }

    fn join(&self) -> Builder<'_> {
        Builder::address(self.1.as_str()).unwrap()
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn until(kept: &Kept, wanted: Taste) {
    let end = Instant::now() + Duration::from_secs(30);
    while kept.get() != wanted {
        assert!(Instant::now() < end, "{:?} never became {wanted:?}", kept.get());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn the_taste_of_the_desktop_is_read_and_followed() {
    let bus = Bus::start();
    let server = bus.join().name(BUS).unwrap().serve_at(PLACE, Portal).unwrap().build().await.unwrap();
    let client = bus.join().build().await.unwrap();
    let woken = Arc::new(AtomicBool::new(false));
    let wake = Arc::clone(&woken);
    let (wishes, _queue) = Wishes::new(Arc::new(move || wake.store(true, Ordering::Release)));
    let kept = Arc::new(Kept::default());
    let following = tokio::spawn({
        let kept = Arc::clone(&kept);
        async move { follow_on(&client, &kept, &wishes).await }
    });
    until(&kept, Taste { strong: true, still: false }).await;
    assert!(woken.load(Ordering::Acquire), "the window is woken");
    let portal = server.object_server().interface::<_, Portal>(PLACE).await.unwrap();
    let emitter = portal.signal_emitter();
    Portal::setting_changed(emitter, "org.gnome.desktop.interface", MOTION, Value::U32(1)).await.unwrap();
    Portal::setting_changed(emitter, APPEARANCE, MOTION, Value::U32(1)).await.unwrap();
    until(&kept, Taste { strong: true, still: true }).await;
    Portal::setting_changed(emitter, APPEARANCE, CONTRAST, Value::U32(0)).await.unwrap();
    Portal::setting_changed(emitter, APPEARANCE, MOTION, Value::from("nonsense")).await.unwrap();
    until(&kept, Taste { strong: false, still: true }).await;
    following.abort();
}
