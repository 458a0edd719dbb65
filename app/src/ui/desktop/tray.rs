//! The status item: three entries in the person's language. It never counts, names or blinks.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ksni::menu::{MenuItem, StandardItem};
use ksni::{Category, Icon, OfflineReason, Tray};

use super::{MARK, Said, Wish, Wishes};

/// The item, and whether any desktop shows it.
pub(super) struct Item {
    pub said: Said,
    pub wishes: Wishes,
    pub shown: Arc<AtomicBool>,
}

impl Item {
    fn entry(label: &str, wish: Wish) -> MenuItem<Self> {
        let activate = Box::new(move |item: &mut Self| {
            item.wishes.wish(wish.clone());
        });
        StandardItem { label: label.to_owned(), activate, ..Default::default() }.into()
    }
}

impl Tray for Item {
    fn id(&self) -> String {
        "hearth".into()
    }

    fn title(&self) -> String {
        "Hearth".into()
    }

    fn category(&self) -> Category {
        Category::Communications
    }

    fn icon_name(&self) -> String {
        "hearth".into()
    }

    /// For desktops that do not find the icon by its name.
    fn icon_pixmap(&self) -> Vec<Icon> {
        let Ok(mark) = eframe::icon_data::from_png_bytes(MARK) else { return Vec::new() };
        let argb = mark.rgba.chunks_exact(4).flat_map(|rgba| match rgba {
            [r, g, b, a] => [*a, *r, *g, *b],
            _ => [0; 4],
        });
        let side = |side: u32| i32::try_from(side).unwrap_or(0);
        vec![Icon { width: side(mark.width), height: side(mark.height), data: argb.collect() }]
    }

    fn activate(&mut self, _x: i32, _y: i32) {
        self.wishes.wish(Wish::Show);
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        vec![
            Self::entry(&self.said.open, Wish::Show),
            Self::entry(&self.said.lock, Wish::Lock),
            MenuItem::Separator,
            Self::entry(&self.said.quit, Wish::Quit),
        ]
    }

    fn watcher_online(&self) {
        self.shown.store(true, Ordering::Release);
    }

    /// A hidden window without an item could not be called back: it comes to the front instead.
    fn watcher_offline(&self, _reason: OfflineReason) -> bool {
        if self.shown.swap(false, Ordering::AcqRel) {
            self.wishes.wish(Wish::Show);
        }
        true
    }
}
