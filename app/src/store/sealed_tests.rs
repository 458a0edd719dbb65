//! Tests of [`super`].
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::store::conformance;
use crate::store::scratch::Scratch;

impl Store for Scratch {
    fn get(&self, key: &Key) -> Result<Option<Value>> {
        self.store.as_ref().unwrap().get(key)
    }

    fn page(&self, tree: Tree, id: &[u8], range: Range<'_>, direction: Direction, limit: usize) -> Result<Vec<Row>> {
        self.store.as_ref().unwrap().page(tree, id, range, direction, limit)
    }

    fn write(&mut self, batch: Batch) -> Result<()> {
        self.store().write(batch)
    }

    fn new_slot(&mut self, class: SlotClass) -> Result<SlotId> {
        self.store().new_slot(class)
    }

    fn destroy_slot(&mut self, slot: SlotId) -> Result<()> {
        self.store().destroy_slot(slot)
    }

    fn slots(&self) -> Vec<(SlotId, SlotClass)> {
        self.store.as_ref().unwrap().slots()
    }

    fn size_bytes(&self) -> u64 {
        self.store.as_ref().unwrap().size_bytes()
    }
}

#[test]
fn sled_store_conforms() {
    conformance::all(Scratch::new);
}
