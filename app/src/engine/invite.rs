//! Invites: making the links and words that others come by, and reading those that lead elsewhere.

use std::net::IpAddr;

use crypto::id::RoomId;
use crypto::identity::PersonaPublic;
use crypto::invite::words::{self, Verdict, WordList};
use crypto::invite::{Hint, Invite, InviteKind, InviteSecret, Transport, expiry_hours, is_link};
use crypto::secret::Personal;
use net::link::address::{Address, Carrier, Host as AddressHost};
use net::room::admission::{HostInput, InviterInput, Issue};
use net::room::charter::Rank;

use super::command::Outcome;
use super::context::{Context, ContextId};
use super::event::Reply;
use super::fault::{Code, Fault, Line};
use super::home::Home;
use super::turn::Turn;

/// A week.
const LIFETIME_S: u64 = 7 * 24 * 60 * 60;
/// A year.
const LONGEST_S: u64 = 365 * 24 * 60 * 60;
const USES: u32 = 1;
const MOST_USES: u32 = 200;

/// What a link, or the words read out instead, says, where it can still be used.
pub fn read(link: &str, now_ms: u64) -> Result<Invite, Fault> {
    let invite = Invite::decode(link).map_err(|_| damaged(link))?;
    if invite.expired(now_ms) { Err(Code::InviteExpired.into()) } else { Ok(invite) }
}

/// Why it is none; where it came as words, in which line, so that nobody has to read all of them out again.
fn damaged(text: &str) -> Fault {
    let reading = words::read(text);
    let several = text.split_whitespace().nth(1).is_some();
    if is_link(text) || !(several || reading.is_words()) {
        return Code::InviteDamaged.into();
    }
    let because = |detail, number, fits| Fault {
        line: Some(Line { number, fits }),
        ..Fault::because(Code::InviteDamaged, detail)
    };
    match reading.first_fault() {
        Some((at, Verdict::Short)) => because("too_few_words", at, None),
        Some((at, Verdict::Long)) => because("too_many_words", at, None),
        Some((at, Verdict::Unknown(_))) => because("unknown_word", at, None),
        Some((at, Verdict::Other(fits))) => because("another_line", at, Some(*fits)),
        Some((at, Verdict::Wrong | Verdict::Fits | Verdict::Ends)) => because("wrong_word", at, None),
        None if reading.damaged() => Fault::because(Code::InviteDamaged, "altered"),
        None => because("missing_line", reading.lines.len() + 1, None),
    }
}

/// The link of an invite, as rooms keep it however it was typed.
pub fn link(invite: &Invite) -> Result<Personal, Fault> {
    let link = invite.encode().map_err(|error| {
        tracing::error!(%error, "Cannot write an invite");
        Code::Internal
    })?;
    Ok(link.into())
}

/// Where an invite says that its maker may be reached.
pub fn hinted(invite: &Invite) -> Vec<String> {
    let address = |hint: &Hint| match hint {
        Hint::Address { ip, port, transport } => {
            let carrier = match transport {
                Transport::Tcp => Carrier::Tcp,
                Transport::Quic => Carrier::Quic,
            };
            Some(Address { carrier, host: AddressHost::Ip(*ip), port: *port }.to_string())
        }
        Hint::Node { .. } => None,
    };
    invite.hints.iter().filter_map(address).collect()
}

/// The context's addresses as hints: one of each transport first, then those that reach furthest.
fn hints(context: &Context) -> Vec<Hint> {
    let addresses = context.addresses();
    let mut found: Vec<(bool, u8, Hint)> = Vec::new();
    for address in addresses.iter().filter_map(|text| text.parse::<Address>().ok()) {
        let transport = match address.carrier {
            Carrier::Tcp => Transport::Tcp,
            Carrier::Quic => Transport::Quic,
            Carrier::Ws | Carrier::Wss | Carrier::Circuit => continue,
        };
        let Some(ip) = address.ip() else { continue };
        let another =
            found.iter().any(|(_, _, hint)| matches!(hint, Hint::Address { transport: t, .. } if *t == transport));
        found.push((another, nearness(ip), Hint::Address { ip, port: address.port, transport }));
    }
    found.sort_by_key(|(another, nearness, _)| (*another, *nearness));
    Invite::fitting_hints(&found.into_iter().map(|(_, _, hint)| hint).collect::<Vec<_>>())
}

/// IPv4 before IPv6 of the same reach, since it takes less room.
const fn nearness(ip: IpAddr) -> u8 {
    match ip {
        IpAddr::V4(ip) if ip.is_loopback() => 5,
        IpAddr::V4(ip) if ip.is_private() || ip.is_link_local() => 1,
        IpAddr::V4(_) => 0,
        IpAddr::V6(ip) if ip.is_loopback() => 6,
        IpAddr::V6(ip) if ip.is_unique_local() => 3,
        IpAddr::V6(_) => 2,
    }
}

fn lifetime(expires_in_s: Option<u64>) -> Result<u64, Fault> {
    match expires_in_s.unwrap_or(LIFETIME_S) {
        seconds @ 1..=LONGEST_S => Ok(seconds),
        _ => Err(Fault::because(Code::InvalidParams, "expires_in_s: between 1 and a year")),
    }
}

impl Home {
    /// A new invite as a link and as words, and its secret.
    fn write_invite(
        &self,
        turn: &Turn,
        context: ContextId,
        kind: InviteKind,
        key: PersonaPublic,
        lifetime_s: u64,
    ) -> Result<(Reply, InviteSecret), Fault> {
        let secret = InviteSecret::random(&mut rand::rng());
        let relay_only = match kind {
            InviteKind::Room(room) => self.room(room)?.charter().is_some_and(|charter| charter.relay_only),
            InviteKind::Contact => false,
        };
        let hints = self.contexts.get(context).filter(|_| !relay_only).map(hints).unwrap_or_default();
        let expiry_hours = expiry_hours(turn.now_ms, lifetime_s);
        let invite = Invite { kind, key, secret: secret.clone(), expiry_hours, hints };
        let list = WordList::of(self.settings.language.as_deref().unwrap_or_default());
        let words = invite.words(list).unwrap_or_default().into_iter().map(Personal::from).collect();
        Ok((Reply::Link { link: link(&invite)?, words }, secret))
    }

    /// `contact.invite`
    pub(super) fn invite_contact(&mut self, turn: &mut Turn, expires_in_s: Option<u64>) -> Outcome {
        let lifetime_s = lifetime(expires_in_s)?;
        let key = self.account.key.public();
        let (told, secret) = self.write_invite(turn, ContextId::ACCOUNT, InviteKind::Contact, key, lifetime_s)?;
        let expires_at = turn.now_ms + lifetime_s * 1000;
        self.inviter(turn, InviterInput::Issue { secret, expires_at });
        self.stale_doors = true;
        Ok(told)
    }

    /// `room.invite`
    pub(super) fn invite(
        &mut self,
        turn: &mut Turn,
        room: RoomId,
        uses: Option<u32>,
        expires_in_s: Option<u64>,
    ) -> Outcome {
        let me = self.my_member(room);
        let held = self.joined_room(room)?;
        let lifetime_s = lifetime(expires_in_s)?;
        let uses = uses.unwrap_or(USES);
        if uses == 0 || uses > MOST_USES {
            return Err(Fault::because(Code::InvalidParams, "uses: between 1 and 200"));
        }
        let rank = held.machine.as_ref().zip(me).and_then(|(machine, me)| machine.member(me)).map(|me| me.rank);
        if held.kept.direct || rank.is_none_or(|rank| rank < Rank::Moderator) {
            return Err(Code::NotAllowed.into());
        }
        let (context, persona) = (held.context, held.persona.as_ref().map(|persona| persona.key.public()));
        let key = persona.unwrap_or_else(|| self.account.key.public());
        let (told, secret) = self.write_invite(turn, context, InviteKind::Room(room), key, lifetime_s)?;
        let uses = u16::try_from(uses).unwrap_or(u16::MAX);
        let expires_at = turn.now_ms + lifetime_s * 1000;
        self.host(turn, room, HostInput::Issue(Issue { secret, uses, expires_at, only: None }));
        self.stale_doors = true;
        Ok(told)
    }
}
