//! Opening the records, and what is done when they do not open: they are moved aside, repaired where a copy of them
//! can be, else restored from the newest backup.

use std::fs;
use std::path::Path;

use crypto::secret::Key32;
use crypto::vault::MasterKey;

use super::copies::{self, Copies};
use super::layout::{Layout, Mark, remove_tree};
use super::{Notice, Opened};
use crate::store::disk::Disk;
use crate::store::files::{create_private_dir, sync_dir};
use crate::store::migrations;
use crate::store::sealed::{Standing, StoreKeys};
use crate::store::slots::Slots;
use crate::store::tide::End;
use crate::store::{Error, Result, SledStore, SlotClass, SlotId};

/// After a crash, a store up to this size is read through before it is trusted; in a larger one a damaged page shows
/// when it is read.
const VERIFY_BYTES: u64 = 64 << 20;

/// Opens a store that was never there before; `keys` are those of its first slots.
pub(super) fn fresh(layout: &Layout, master: &MasterKey, slot_keys: &[Key32], now_ms: u64) -> Result<SledStore> {
    let keys = StoreKeys::of(master);
    let first = SlotId::PROFILE.0..;
    let slots: Vec<_> = first.zip(slot_keys).map(|(id, key)| (SlotId(id), SlotClass::Profile, key.clone())).collect();
    let slots = Slots::create(&layout.slots(), keys.slots.clone(), &slots)?;
    let copies = Copies::new(layout.clone(), master.clone(), now_ms);
    let (mut store, standing) = SledStore::assemble(Disk::open(&layout.db())?, slots, &keys, copies)?;
    migrations::migrate(&mut store, standing.schema)?;
    Ok(store)
}

/// Opens the store of a profile; a damaged one is replaced by what can be had of it.
pub(super) fn existing(layout: &Layout, master: &MasterKey, now_ms: u64) -> Result<Opened> {
    let opening = Opening { layout, master, now_ms };
    let aside = if layout.marked(Mark::Restoring) {
        // A restoring that was cut off: what stands there is half a copy.
        remove_tree(&layout.db())?;
        layout.newest_aside().map(|(_, aside)| aside)
    } else {
        match opening.attempt(Reading::AsLeft) {
            Err(Error::Damaged) => None,
            Ok((store, standing)) if !standing.whole || (standing.behind() && !standing.rewound) => {
                drop(store);
                None
            }
            Ok((mut store, standing)) => {
                migrations::migrate(&mut store, standing.schema)?;
                return Ok(Opened { store, notice: None, rewound: standing.rewound });
            }
            Err(error) => return Err(error),
        }
    };
    let aside = match aside {
        Some(aside) => aside,
        None => layout.move_aside()?,
    };
    opening.restore(&aside)
}

/// How much of a store is read before it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// All of it where the last process may not have ended well.
    AsLeft,
    /// All of it.
    Through,
}

struct Opening<'a> {
    layout: &'a Layout,
    master: &'a MasterKey,
    now_ms: u64,
}

impl Opening<'_> {
    fn attempt(&self, reading: Reading) -> Result<(SledStore, Standing)> {
        let keys = StoreKeys::of(self.master);
        let slots = Slots::open(&self.layout.slots(), keys.slots.clone())?;
        if slots.key(SlotId::PROFILE).is_none() {
            return Err(Error::Failed("the slot file is damaged"));
        }
        if !self.layout.db().join("db").exists() {
            return Err(Error::Damaged);
        }
        let copies = Copies::new(self.layout.clone(), self.master.clone(), self.now_ms);
        let (store, mut standing) = SledStore::assemble(Disk::open(&self.layout.db())?, slots, &keys, copies)?;
        let schema = standing.schema.ok_or(Error::Damaged)?;
        let trusted = match standing.end {
            End::Closed => true,
            End::Open => store.file_bytes() > VERIFY_BYTES,
            End::Doubted => false,
        };
        if reading == Reading::Through || !trusted {
            let whole = store.whole()?;
            standing.whole = whole || !migrations::sums(schema);
        }
        Ok((store, standing))
    }

    fn restore(&self, aside: &Path) -> Result<Opened> {
        self.layout.mark(Mark::Restoring)?;
        let repaired = self.repair(aside)?;
        if repaired.is_some_and(|standing| standing.whole && !standing.behind()) {
            return self.open(None);
        }
        // Neither has everything: the newer one has more of what was acknowledged, unless it has holes.
        let written = repaired.filter(|standing| standing.whole).map_or(0, |standing| standing.written);
        let newest = copies::readable(self.layout, self.master).into_iter().find(|backup| backup.written > written);
        if let Some(backup) = newest {
            remove_tree(&self.layout.db())?;
            if copies::restore(self.layout, self.master, &backup).is_ok() {
                return self.open(Some(Notice::StoreRestored));
            }
            remove_tree(&self.layout.db())?;
            let _ = self.repair(aside)?;
        }
        if repaired.is_some() {
            return self.open(Some(Notice::StoreRestored));
        }
        remove_tree(&self.layout.db())?;
        let keys = StoreKeys::of(self.master);
        let slots = Slots::open(&self.layout.slots(), keys.slots.clone())?;
        let copies = Copies::new(self.layout.clone(), self.master.clone(), self.now_ms);
        let (mut store, _) = SledStore::assemble(Disk::open(&self.layout.db())?, slots, &keys, copies)?;
        migrations::migrate(&mut store, None)?;
        drop(store);
        self.open(Some(Notice::StoreLost))
    }

    /// Opens a copy of the log alone, without its settings and the snapshot that sled keeps of its page table: a corrupt
    /// snapshot is the common damage, and the log is enough. `None` where that does not open either.
    fn repair(&self, aside: &Path) -> Result<Option<Standing>> {
        remove_tree(&self.layout.db())?;
        create_private_dir(&self.layout.db())?;
        for entry in fs::read_dir(aside)? {
            let entry = entry?;
            let name = entry.file_name();
            if entry.file_type()?.is_file() && name == "db" {
                fs::copy(entry.path(), self.layout.db().join(name))?;
            }
        }
        match self.attempt(Reading::Through) {
            Ok((_, standing)) => Ok(Some(standing)),
            Err(Error::Damaged) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Opens what was restored and remembers that it may be old.
    fn open(&self, notice: Option<Notice>) -> Result<Opened> {
        let (mut store, standing) = self.attempt(Reading::Through)?;
        migrations::migrate(&mut store, standing.schema)?;
        if !standing.whole {
            store.settle()?;
        }
        let rewound = standing.rewound || notice.is_some();
        if notice.is_some() {
            store.rewind()?;
        }
        sync_dir(&self.layout.db())?;
        self.layout.unmark(Mark::Restoring)?;
        Ok(Opened { store, notice, rewound })
    }
}
