//! Whole inputs to begin with: what a short talk in a simulated room said and stored, and one of each of the rest.

use crypto::group::Group;
use crypto::group::keys::Keys as _;
use crypto::identity::{Certificate, DeviceKey, PersonaKey};
use crypto::invite::{Hint, Invite, InviteKind, InviteSecret, Transport};
use crypto::secret::{Passphrase, Personal};
use crypto::vault::{self, KdfParams};
use net::link::record::AddressRecord;
use net::room::charter::RetentionName;
use net::room::{Event, Input, OrderRequest, Write};
use net::sim::fault::Honest;
use net::sim::group::{ModelGroup, inspect};
use net::sim::step::Step;
use net::sim::world::World;
use net::wire::{Body, Frame, SignedEntry};
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

use super::target::{Anybody, ROOM, Target, someone};
use crate::simulation::scenario::{founding, nature};

/// The samples of a target.
#[must_use]
pub fn of(target: Target) -> Vec<Vec<u8>> {
    match target {
        Target::Entry => talk().stored,
        Target::Frame => talk().sent,
        Target::Admission => talk().bundles,
        Target::Invite => invites(),
        Target::Charter => charters(),
        Target::Address => addresses(),
        Target::Certificate => certificates(),
        Target::Group => group(),
        Target::Vault => vaults(),
        Target::Archive => app::store::fuzz_samples(),
        Target::Line => lines(),
    }
}

#[derive(Default)]
struct Talk {
    stored: Vec<Vec<u8>>,
    sent: Vec<Vec<u8>>,
    bundles: Vec<Vec<u8>>,
}

impl Talk {
    fn note(&mut self, step: &Step) {
        match step {
            Step::Stored { writes, .. } => {
                for write in writes {
                    let Write::Entry { bytes, .. } = write else { continue };
                    let body = SignedEntry::decode(bytes).ok().and_then(|entry| entry.body().map(<[u8]>::to_vec));
                    self.stored.extend(body);
                    self.stored.push(bytes.clone());
                }
            }
            Step::Sent { bytes, .. } => {
                if let Ok(Some(Frame::Sealed { bytes })) = Frame::decode(bytes) {
                    self.sent.extend(inspect(&bytes).map(|seal| seal.plaintext));
                }
                self.sent.push(bytes.clone());
            }
            Step::Shown { event: Event::Admission { bundle, .. }, .. } => self.bundles.push(bundle.clone()),
            _ => {}
        }
    }
}

/// Three people in a room: they enter, write, answer and order.
fn talk() -> Talk {
    let mut world = World::<ModelGroup>::new(1, 3, nature(), Box::new(Honest));
    let mut talk = Talk::default();
    let pass = |world: &mut World<ModelGroup>, talk: &mut Talk| {
        let until = world.now_ms() + 3_000;
        while world.advance(until) {
            world.take_steps().iter().for_each(|step| talk.note(step));
        }
        world.take_steps().iter().for_each(|step| talk.note(step));
    };
    world.found(0, founding(RetentionName::Record));
    for peer in 1..3 {
        world.knock(peer, 0);
        pass(&mut world, &mut talk);
    }
    for peer in 0..3 {
        let _ = world.input(peer, Input::Author(Body::text("good morning".to_owned())));
        let _ = world.input(peer, Input::Typing { on: true });
        let _ = world.order(peer, OrderRequest::Name(Personal::from("Ana".to_owned())));
        pass(&mut world, &mut talk);
    }
    let _ = world.order(2, OrderRequest::Leave);
    pass(&mut world, &mut talk);
    talk
}

fn invites() -> Vec<Vec<u8>> {
    let mut rng = ChaCha8Rng::seed_from_u64(3);
    let key = PersonaKey::generate(&mut rng).public();
    let hints = vec![
        Hint::Address { ip: [9, 9, 9, 9].into(), port: 4001, transport: Transport::Quic },
        Hint::Node { name: "node.example".to_owned(), port: 443, transport: Transport::Tcp, node: [5; 16] },
    ];
    let of = |kind, hints| Invite {
        kind,
        key,
        secret: InviteSecret::random(&mut ChaCha8Rng::seed_from_u64(4)),
        expiry_hours: 500_000,
        hints,
    };
    [of(InviteKind::Contact, Vec::new()), of(InviteKind::Room(ROOM), hints)]
        .iter()
        .map(|invite| invite.encode().expect("it fits").into_bytes())
        .collect()
}

fn charters() -> Vec<Vec<u8>> {
    [
        r#"{"retention":"record"}"#,
        r#"{"retention":"timed","days":30,"attachments":"safe_media","relay_only":false,"admission":"knock"}"#,
        r#"{"retention":"ephemeral","presence":true,"languages":["en","ar"],"rules":"be kind","max_members":20}"#,
    ]
    .map(|text| text.as_bytes().to_vec())
    .into()
}

fn addresses() -> Vec<Vec<u8>> {
    let (_, device) = someone();
    let texts = ["/ip4/9.9.9.9/udp/4001/quic-v1", "/ip6/2a01::1/tcp/443/tls/ws", "/p2p/A1/p2p-circuit/p2p/B2"];
    let record = AddressRecord::sign(&device, 7, &texts.map(str::to_owned));
    texts.iter().map(|text| text.as_bytes().to_vec()).chain([record.bytes().to_vec()]).collect()
}

fn certificates() -> Vec<Vec<u8>> {
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    let (old, new) = (PersonaKey::generate(&mut rng), PersonaKey::generate(&mut rng));
    let device = DeviceKey::generate(&mut rng);
    let succession = crypto::identity::Succession::issue(&old, &new, 9);
    vec![Certificate::issue(&old, &device, 8).bytes().to_vec(), succession.bytes().to_vec()]
}

fn group() -> Vec<Vec<u8>> {
    let mut rng = ChaCha8Rng::seed_from_u64(6);
    let (persona, device) = (PersonaKey::generate(&mut rng), DeviceKey::generate(&mut rng));
    let other = Certificate::issue(&persona, &device, 1);
    let (certificate, own) = someone();
    let mut joiner = Group::enter(ROOM, &device, &other).expect("a device enters");
    let package = joiner.key_package().expect("a key package is made");
    let mut founder = Group::found(ROOM, &own, &certificate, &mut rng).expect("a group is founded");
    let changed = founder.change(std::slice::from_ref(&package), &[], &[], &Anybody).expect("the joiner is added");
    let sealed = founder.seal(b"good morning", &Anybody).expect("it is sealed");
    let commit = founder.commit_bytes(changed.commit).expect("the commit is kept");
    [Some(package), changed.welcome, Some(commit), Some(sealed)].into_iter().flatten().collect()
}

fn vaults() -> Vec<Vec<u8>> {
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    let passphrase = Passphrase::new("walnut ferry blanket".to_owned());
    let (header, _) = vault::create(&passphrase, KdfParams::LEAST, &mut rng).expect("memory is to be had");
    vec![header.encode(), vault::Backoff::default().encode()]
}

fn lines() -> Vec<Vec<u8>> {
    [
        r#"{"jsonrpc":"2.0","id":1,"method":"profile.create","params":{"name":"Ana","role":"peer","passphrase":"a b c"}}"#,
        r#"{"jsonrpc":"2.0","id":"x","method":"room.create","params":{"title":"t","charter":{"retention":"timed","days":3}}}"#,
        r#"{"id":2,"method":"message.list","params":{"room":"00112233445566778899aabbccddeeff","limit":50}}"#,
        r#"{"id":3,"method":"message.react","params":{"room":"00112233445566778899aabbccddeeff","message":"00112233445566778899aabbccddeeff","emoji":"x","on":true}}"#,
    ]
    .map(|line| format!("{line}\n").into_bytes())
    .into()
}
