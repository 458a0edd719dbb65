//! A world's steps in words, for whoever looks into a seed that failed.

use std::cell::RefCell;
use std::rc::Rc;

use net::room::{Event, Write};
use net::sim::group::inspect;
use net::sim::step::Step;
use net::wire::frame::{Batch, Floor};
use net::wire::{Frame, Order, SignedEntry};

/// Where the words go.
pub type Story = Rc<RefCell<Vec<String>>>;

fn short(id: impl std::fmt::Display) -> String {
    id.to_string().chars().take(6).collect()
}

fn floors(frontier: &[Floor]) -> String {
    let words =
        frontier.iter().map(|f| format!("{}:{}@{}..{}", short(f.device), f.floor_seq, f.floor_depth, f.head_seq));
    words.collect::<Vec<_>>().join(" ")
}

fn entry(bytes: &[u8]) -> String {
    let Ok(entry) = SignedEntry::decode(bytes) else { return "damaged".to_owned() };
    let header = entry.header();
    let order = entry.body().filter(|_| header.kind.0 == 1).and_then(|body| Order::decode(body).ok().flatten());
    let what = order.map_or_else(
        || format!("kind {}", header.kind.0),
        |order| match order {
            Order::Create { .. } => "create".to_owned(),
            Order::Add { .. } => format!("add {}", order.introduces().map(|c| short(c.device())).unwrap_or_default()),
            Order::Remove { member, heads } => format!("remove {} {heads:?}", short(member)),
            Order::LinkSecret { generation, .. } => format!("secret {generation}"),
            Order::Transfer { member } => format!("transfer to {}", short(member)),
            Order::Rank { member, rank } => format!("rank {} {rank:?}", short(member)),
            other => format!("{other:?}").chars().take(40).collect(),
        },
    );
    let deps: Vec<_> = header.deps.iter().map(|dep| format!("{}:{}", short(dep.device), dep.seq)).collect();
    format!(
        "{} {}:{} depth {} after {deps:?} {what}",
        short(entry.id()),
        short(header.device),
        header.seq,
        header.depth
    )
}

fn frame(bytes: &[u8]) -> String {
    match Frame::decode(bytes) {
        Ok(Some(Frame::Hello(hello))) => format!(
            "hello {} tip {:?} commits {} missing {} ask {} mark {:?}",
            floors(&hello.frontier),
            hello.tip,
            hello.commits.len(),
            hello.missing,
            hello.ask,
            hello.mark
        ),
        Ok(Some(Frame::Have { frontier, ask })) => format!("have {} ask {ask}", floors(&frontier)),
        Ok(Some(Frame::Want { device, from_seq })) => format!("want {} from {from_seq}", short(device)),
        Ok(Some(Frame::Sealed { bytes })) => match inspect(&bytes) {
            Some(seal) => {
                let batch = Batch::decode(&seal.plaintext).map(|batch| batch.entries).unwrap_or_default();
                let entries: Vec<_> = batch.iter().map(|bytes| entry(bytes)).collect();
                format!("sealed in {:?} #{}: {entries:?}", seal.epoch, seal.generation)
            }
            None => "sealed".to_owned(),
        },
        Ok(Some(Frame::Commit { bytes })) => format!("commit of {} bytes", bytes.len()),
        Ok(Some(other)) => format!("{other:?}").chars().take(60).collect(),
        other => format!("{other:?}"),
    }
}

/// One step in words.
#[must_use]
pub fn tell(now_ms: u64, step: &Step) -> String {
    let what = match step {
        Step::Stored { peer, writes } => {
            let entries: Vec<_> = writes
                .iter()
                .filter_map(|write| match write {
                    Write::Entry { bytes, .. } => Some(entry(bytes)),
                    _ => None,
                })
                .collect();
            format!("{peer} stored {} writes {entries:?}", writes.len())
        }
        Step::Sent { peer, to, bytes } => format!("{peer} → {to} {}", frame(bytes)),
        Step::Shown { peer, event: Event::Applied(applied) } => format!("{peer} shows {}", short(applied.id)),
        Step::Shown { peer, event: Event::Admission { to, .. } } => format!("{peer} admitted {to}"),
        other => format!("{other:?}"),
    };
    format!("{:>9} {what}", now_ms - net::sim::world::START_MS)
}
