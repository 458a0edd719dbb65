//! The desktop's own window for choosing a file, on a thread of its own. A desktop without one answers as if nothing
//! was chosen; every page that offers it therefore takes a typed or dropped path too.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};

use egui::Context;

/// What a typed path begins with, the same in every language.
pub const PATH_HINT: &str = "/home/…";

/// What is to be chosen.
#[derive(Debug, Clone)]
pub enum Choice {
    /// A picture that is there.
    Picture,
    /// Any file that is there.
    File,
    /// Where to save a file, with the name proposed.
    Save(String),
}

/// One choosing at a time.
#[derive(Default)]
pub struct Chooser {
    open: Option<Receiver<Option<PathBuf>>>,
}

impl Chooser {
    /// Whether the desktop's window stands open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Opens the desktop's window.
    pub fn ask(&mut self, ctx: &Context, choice: Choice) {
        if self.open.is_some() {
            return;
        }
        let (sender, receiver) = sync_channel(1);
        let ctx = ctx.clone();
        let spawned = std::thread::Builder::new().name("chooser".into()).spawn(move || {
            // The page may have been left meanwhile.
            let _ = sender.send(ask(choice));
            ctx.request_repaint();
        });
        self.open = spawned.is_ok().then_some(receiver);
    }

    /// The answer, once: a path, or that nothing was chosen.
    pub fn answer(&mut self) -> Option<Option<PathBuf>> {
        let answer = match self.open.as_ref()?.try_recv() {
            Ok(answer) => answer,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => None,
        };
        self.open = None;
        Some(answer)
    }
}

fn ask(choice: Choice) -> Option<PathBuf> {
    let dialog = rfd::FileDialog::new();
    match choice {
        Choice::Picture => dialog.add_filter("PNG, JPEG", &["png", "jpg", "jpeg", "PNG", "JPG", "JPEG"]).pick_file(),
        Choice::File => dialog.pick_file(),
        Choice::Save(name) => dialog.set_file_name(name).save_file(),
    }
}
