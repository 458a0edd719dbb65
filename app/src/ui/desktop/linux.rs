//! The Linux desktop over D-Bus: `org.freedesktop.Notifications`, and a status item where a watcher shows one.
//!
//! A thread of its own does the talking, so that a slow bus never holds up a frame. Where there is no session bus
//! there is neither notification nor tray, and the window works as before.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Receiver;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use ksni::blocking::TrayMethods as _;
use notify_rust::{Hint, Notification, NotificationHandle, NotificationResponse};
use tokio::sync::mpsc;
use tokio::task::AbortHandle;

use super::taste::{self, Kept, Taste};
use super::tray::Item;
use super::{Desktop, Said, Wish, Wishes};

/// Orders that may wait for a slow bus; what does not fit is worth nothing later.
const ORDERS: usize = 16;
/// How long leaving may take.
const GOODBYE: Duration = Duration::from_secs(1);

enum Order {
    Say(Said),
    Notify,
    Withdraw,
}

/// The desktop of this session.
pub struct Linux {
    orders: Option<mpsc::Sender<Order>>,
    wishes: Receiver<Wish>,
    tray: Arc<AtomicBool>,
    taste: Arc<Kept>,
    thread: Option<JoinHandle<()>>,
}

impl Linux {
    /// Begins to talk to the session bus; `wishes` and `queue` are two ends of one queue.
    #[must_use]
    pub fn start(wishes: Wishes, queue: Receiver<Wish>) -> Self {
        let (orders, inbox) = mpsc::channel(ORDERS);
        let tray = Arc::new(AtomicBool::new(false));
        let taste = Arc::new(Kept::default());
        let (shown, kept) = (Arc::clone(&tray), Arc::clone(&taste));
        let run = move || match tokio::runtime::Builder::new_current_thread().build() {
            Ok(runtime) => runtime.block_on(async {
                let following = tokio::spawn(taste::follow(kept, wishes.clone()));
                talk(inbox, wishes, shown).await;
                following.abort();
            }),
            Err(error) => tracing::warn!(%error, "No notifications: the operating system gives no runtime"),
        };
        let thread = std::thread::Builder::new().name("desktop".into()).spawn(run);
        Self { orders: Some(orders), wishes: queue, tray, taste, thread: thread.ok() }
    }

    fn order(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // Refused where the bus does not keep up: a later notice says the same.
            let _ = orders.try_send(order);
        }
    }
}

impl Desktop for Linux {
    fn say(&mut self, said: &Said) {
        self.order(Order::Say(said.clone()));
    }

    fn notify(&mut self) {
        self.order(Order::Notify);
    }

    fn withdraw(&mut self) {
        self.order(Order::Withdraw);
    }

    fn has_tray(&self) -> bool {
        self.tray.load(Ordering::Acquire)
    }

    fn keeps_place(&self) -> bool {
        true
    }

    fn taste(&self) -> Taste {
        self.taste.get()
    }

    fn next_wish(&mut self) -> Option<Wish> {
        self.wishes.try_recv().ok()
    }
}

impl Drop for Linux {
    fn drop(&mut self) {
        self.orders = None;
        let Some(thread) = self.thread.take() else { return };
        let until = Instant::now() + GOODBYE;
        while !thread.is_finished() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(5));
        }
        // A bus that does not answer must not keep Hearth from ending.
        if thread.is_finished() && thread.join().is_err() {
            tracing::warn!("The desktop's thread ended by a fault");
        }
    }
}

/// A notification on screen, and who waits for what becomes of it.
struct Shown {
    handle: Arc<NotificationHandle>,
    waiting: AbortHandle,
}

async fn talk(mut orders: mpsc::Receiver<Order>, wishes: Wishes, tray_shown: Arc<AtomicBool>) {
    let mut said = Said::default();
    let mut tray: Option<ksni::blocking::Handle<Item>> = None;
    let mut shown: Option<Shown> = None;
    let (ended, mut ends) = mpsc::channel(4);
    loop {
        tokio::select! {
            order = orders.recv() => match order {
                None => break,
                Some(Order::Say(new)) => {
                    said = new;
                    match &tray {
                        Some(tray) => {
                            tray.update(|item| item.said = said.clone());
                        }
                        None => tray = hang(&said, &wishes, &tray_shown),
                    }
                }
                Some(Order::Notify) => shown = show(&said, shown.take(), &ended).await,
                Some(Order::Withdraw) => {
                    if let Some(shown) = shown.take() {
                        shown.waiting.abort();
                        shown.handle.close_async().await;
                    }
                }
            },
            Some(opened) = ends.recv() => {
                shown = None;
                if opened {
                    wishes.wish(Wish::Show);
                }
            }
        }
    }
    if let Some(shown) = shown {
        shown.handle.close_async().await;
    }
    if let Some(tray) = tray {
        tray.shutdown().wait();
    }
}

/// Hangs the status item up; it appears now, or when the desktop has a place for it.
fn hang(said: &Said, wishes: &Wishes, shown: &Arc<AtomicBool>) -> Option<ksni::blocking::Handle<Item>> {
    let item = Item { said: said.clone(), wishes: wishes.clone(), shown: Arc::clone(shown) };
    // Set first: the item says so itself where nobody shows it.
    shown.store(true, Ordering::Release);
    match item.assume_sni_available(true).spawn() {
        Ok(tray) => Some(tray),
        Err(error) => {
            shown.store(false, Ordering::Release);
            tracing::debug!(%error, "No status item on this desktop");
            None
        }
    }
}

/// Shows the one sentence, in place of the one before it.
async fn show(said: &Said, before: Option<Shown>, ended: &mpsc::Sender<bool>) -> Option<Shown> {
    let mut notification = Notification::new();
    notification
        .appname("Hearth")
        .summary("Hearth")
        .body(&said.message)
        .icon("hearth")
        .hint(Hint::DesktopEntry("hearth".into()))
        .hint(Hint::Category("im.received".into()))
        .action("default", &said.open);
    if let Some(before) = before {
        before.waiting.abort();
        notification.id(before.handle.id());
    }
    match notification.show_async().await {
        Ok(handle) => {
            let handle = Arc::new(handle);
            let (waits, ended) = (Arc::clone(&handle), ended.clone());
            let waiting = tokio::spawn(async move {
                let mut opened = false;
                let answer = |response: &NotificationResponse| {
                    opened = matches!(response, NotificationResponse::Default | NotificationResponse::Action(_));
                };
                waits.wait_for_action_async(answer).await;
                let _ = ended.send(opened).await;
            });
            Some(Shown { handle, waiting: waiting.abort_handle() })
        }
        Err(error) => {
            tracing::debug!(%error, "No notifications on this desktop");
            None
        }
    }
}
