//! Batches of any size, all or nothing, through writes that sled can take.
//!
//! Sled 0.34 stands still for ever where a slow disk lets about seven of its writes wait at once: its writing threads
//! wait for the segment table, which a batch holds while it waits for the file to be cut, which waits for a free thread.
//! So what it is given at once stays under [`PIECE_BYTES`], each piece is flushed before the next, and a batch that is
//! larger is first written down whole in a tree of its own, marked as whole, and then applied piece by piece. A store
//! that was stopped in between applies it when it is opened again.

use super::disk::Writes;

/// What one piece may weigh. Sled writes about twice as much to its log, in segments of 512 KiB.
const PIECE_BYTES: usize = 1 << 20;
/// What sled adds to a record, roundly.
const RECORD_BYTES: usize = 256;

const TREE: &[u8] = b"journal";
/// Behind every row's key, which has four bytes.
const WHOLE: &[u8] = b"whole";

const DELETE: u8 = 0;
const PUT: u8 = 1;

/// Writes all or nothing; durable once the data file is synced.
pub(super) fn write(db: &sled::Db, writes: &Writes) -> sled::Result<()> {
    if writes.iter().map(weight).sum::<usize>() <= PIECE_BYTES {
        return apply(db, writes.iter());
    }
    let journal = db.open_tree(TREE)?;
    note(&journal, writes)?;
    finish(db, &journal)
}

/// Applies what a stopped process had written down whole, and forgets what it had not.
pub(super) fn recover(db: &sled::Db) -> sled::Result<()> {
    if !db.tree_names().iter().any(|name| name.as_ref() == TREE) {
        return Ok(());
    }
    let journal = db.open_tree(TREE)?;
    if journal.contains_key(WHOLE)? { finish(db, &journal) } else { clear(&journal) }
}

/// Writes the batch down, and last that it is whole: sled's log keeps that order through a stop.
fn note(journal: &sled::Tree, writes: &Writes) -> sled::Result<()> {
    clear(journal)?;
    let rows: Writes =
        (0_u32..).zip(writes).map(|(index, row)| (index.to_be_bytes().to_vec(), Some(encode(row)))).collect();
    in_pieces(journal, &rows)?;
    journal.insert(WHOLE, [].as_slice())?;
    journal.flush()?;
    Ok(())
}

fn finish(db: &sled::Db, journal: &sled::Tree) -> sled::Result<()> {
    let mut writes = Writes::new();
    for row in journal {
        let (key, row) = row?;
        if key.as_ref() != WHOLE {
            let (place, value) = decode(&row).ok_or_else(damaged)?;
            writes.insert(place, value);
        }
    }
    in_pieces(db, &writes)?;
    clear(journal)
}

/// The mark goes first: rows without it are nothing.
fn clear(journal: &sled::Tree) -> sled::Result<()> {
    if journal.remove(WHOLE)?.is_some() {
        journal.flush()?;
    }
    let rows: Writes = journal.iter().keys().map(|key| Ok((key?.to_vec(), None))).collect::<sled::Result<_>>()?;
    in_pieces(journal, &rows)
}

fn in_pieces(tree: &sled::Tree, writes: &Writes) -> sled::Result<()> {
    let mut rest = writes.iter().peekable();
    while rest.peek().is_some() {
        let mut room = PIECE_BYTES;
        let piece = std::iter::from_fn(|| {
            let fits = rest.peek().and_then(|row| room.checked_sub(weight(*row)))?;
            room = fits;
            rest.next()
        });
        apply(tree, piece)?;
    }
    Ok(())
}

fn apply<'a>(tree: &sled::Tree, writes: impl Iterator<Item = (&'a Vec<u8>, &'a Option<Vec<u8>>)>) -> sled::Result<()> {
    let mut batch = sled::Batch::default();
    for (place, value) in writes {
        match value {
            Some(value) => batch.insert(place.as_slice(), value.as_slice()),
            None => batch.remove(place.as_slice()),
        }
    }
    tree.apply_batch(batch)?;
    tree.flush()?;
    Ok(())
}

fn weight((place, value): (&Vec<u8>, &Option<Vec<u8>>)) -> usize {
    let bytes = place.len().saturating_add(value.as_ref().map_or(0, Vec::len));
    bytes.saturating_add(RECORD_BYTES).min(PIECE_BYTES)
}

/// `kind 1 | place length 2 | place | value`
fn encode((place, value): (&Vec<u8>, &Option<Vec<u8>>)) -> Vec<u8> {
    let kind = if value.is_some() { PUT } else { DELETE };
    let length = u16::try_from(place.len()).expect("a place is a hash and an order: some dozens of bytes");
    let value = value.as_deref().unwrap_or_default();
    [&[kind], length.to_be_bytes().as_slice(), place, value].concat()
}

fn decode(row: &[u8]) -> Option<(Vec<u8>, Option<Vec<u8>>)> {
    let (&kind, row) = row.split_first()?;
    let (length, row) = row.split_first_chunk()?;
    let (place, value) = row.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    match kind {
        PUT => Some((place.to_vec(), Some(value.to_vec()))),
        DELETE if value.is_empty() => Some((place.to_vec(), None)),
        _ => None,
    }
}

fn damaged() -> sled::Error {
    sled::Error::ReportableBug("a row of the journal is damaged".to_owned())
}

#[cfg(test)]
#[path = "journal_tests.rs"]
mod tests;
