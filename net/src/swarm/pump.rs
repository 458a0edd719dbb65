//! Moves the frames of one link, both ways, until either side ends it.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crypto::handshake::{MAX_PLAINTEXT_BYTES, Receiver, Sender};
use futures::io::{BufReader, ReadHalf, WriteHalf};
use futures::{AsyncReadExt as _, AsyncWriteExt as _};
use libp2p::Stream;
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

use super::frame::{self, Joiner};
use super::handshake::{self, Opened};
use super::registry::Course;
use super::{LinkId, SwarmEvent};

const READ_BUFFER_BYTES: usize = 16 * 1024;
/// Frames that wait are sent together up to about this many bytes.
const BATCH_BYTES: usize = 60 * 1024;
const CLOSES_WITHIN: Duration = Duration::from_secs(2);
/// After the last frame was sent, for the other side to have it and to end the stream too.
const LINGER: Duration = Duration::from_millis(500);

/// Where events go. After the swarm's end nobody may be reading, so then they are dropped rather than waited for.
#[derive(Debug, Clone)]
pub(super) struct Events {
    pub(super) sender: mpsc::Sender<SwarmEvent>,
    pub(super) over: watch::Receiver<bool>,
}

impl Events {
    pub(super) async fn tell(&mut self, event: SwarmEvent) {
        tokio::select! {
            biased;
            _ = self.sender.send(event) => {}
            _ = self.over.wait_for(|over| *over) => {}
        }
    }
}

/// How a link is to be told.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) dialled: bool,
    pub(super) remote_address: String,
    pub(super) transport: String,
    pub(super) relayed: bool,
    pub(super) stall: Duration,
}

/// Tells that the link is up, runs it, tells that it is down.
pub(super) async fn run(opened: Opened, told: Told, mut events: Events) {
    let Opened { door, peer, session, stream, mut registration } = opened;
    let link = registration.link;
    if let Some(mut older) = registration.older.take() {
        // It is told to end at once, and its drop ends this wait.
        while older.changed().await.is_ok() {}
    }
    let handshake_hash = session.hash();
    let Told { dialled, remote_address, transport, relayed, stall } = told;
    let up = SwarmEvent::LinkUp { link, door, peer, handshake_hash, dialled, remote_address, transport, relayed };
    events.tell(up).await;
    let (sealer, opener) = session.split();
    let (reader, writer) = stream.split();
    let mut course = registration.course.clone();
    {
        let read = read(link, opener, BufReader::with_capacity(READ_BUFFER_BYTES, reader), events.clone());
        let write = write(sealer, writer, &mut registration.frames, &registration.queued_bytes, stall);
        tokio::pin!(read, write);
        tokio::select! {
            outcome = &mut read => tracing::debug!(?link, ?outcome, "The peer ended a link"),
            outcome = &mut write => {
                tracing::debug!(?link, ?outcome, "A link was closed");
                if outcome.is_ok() {
                    let _ = timeout(LINGER, &mut read).await;
                }
            }
            () = ends(&mut course) => tracing::debug!(?link, "A link was superseded or did not close in time"),
        }
    }
    registration.leave();
    events.tell(SwarmEvent::LinkDown { link }).await;
}

async fn ends(course: &mut watch::Receiver<Course>) {
    let now = course.wait_for(|course| *course != Course::Open).await.map_or(Course::Superseded, |course| *course);
    if now == Course::Closing {
        let superseded = course.wait_for(|course| *course == Course::Superseded);
        let _ = timeout(CLOSES_WITHIN, superseded).await;
    }
}

async fn read(
    link: LinkId,
    mut opener: Receiver,
    mut reader: BufReader<ReadHalf<Stream>>,
    mut events: Events,
) -> io::Result<()> {
    let mut joiner = Joiner::default();
    let mut sealed = Vec::new();
    loop {
        let mut length = [0; 2];
        reader.read_exact(&mut length).await?;
        sealed.resize(usize::from(u16::from_be_bytes(length)), 0);
        reader.read_exact(&mut sealed).await?;
        let plaintext = opener.open(&sealed).map_err(io::Error::other)?;
        let mut rest = plaintext.as_slice();
        while let Some(bytes) = joiner.take(&mut rest).map_err(io::Error::other)? {
            events.tell(SwarmEvent::Frame { link, bytes }).await;
        }
    }
}

/// Ends well once the caller closed the link and all that was queued is sent.
async fn write(
    mut sealer: Sender,
    mut writer: WriteHalf<Stream>,
    frames: &mut mpsc::Receiver<Vec<u8>>,
    queued_bytes: &AtomicUsize,
    stall: Duration,
) -> io::Result<()> {
    while let Some(first) = frames.recv().await {
        let mut plaintext = Vec::with_capacity(first.len().saturating_add(frame::PREFIX_BYTES));
        let mut batch_bytes = first.len();
        frame::append(&mut plaintext, &first);
        while plaintext.len() < BATCH_BYTES
            && let Ok(next) = frames.try_recv()
        {
            batch_bytes = batch_bytes.saturating_add(next.len());
            frame::append(&mut plaintext, &next);
        }
        let mut wire = Vec::with_capacity(plaintext.len().saturating_add(128));
        for part in plaintext.chunks(MAX_PLAINTEXT_BYTES) {
            handshake::append(&mut wire, &sealer.seal(part).map_err(io::Error::other)?);
        }
        let sent = timeout(stall, async {
            writer.write_all(&wire).await?;
            writer.flush().await
        });
        sent.await.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
        queued_bytes.fetch_sub(batch_bytes, Ordering::AcqRel);
    }
    writer.close().await
}
