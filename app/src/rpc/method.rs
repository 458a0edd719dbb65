//! The table of methods: a name and its parameters become a [`Command`]. Nothing is done here.

use crate::engine::command::{Command, Contact, Message, Net, Profile, Role, Room, Scan, Settings, SettingsPatch};
use crate::engine::display::DisplayPatch;
use crate::engine::fault::{Code, Fault};
use net::room::charter::Rank;

use super::params::Params;

/// Reads a call into a command.
///
/// # Errors
/// `method_not_found`, or `invalid_params` with the field's name.
pub fn command(method: &str, mut params: Params) -> Result<Command, Fault> {
    let p = &mut params;
    let (noun, verb) = method.split_once('.').ok_or(Code::MethodNotFound)?;
    let command = match noun {
        "profile" => Command::Profile(profile(verb, p)?),
        "settings" => Command::Settings(settings(verb, p)?),
        "net" => Command::Net(network(verb, p)?),
        "contact" => Command::Contact(contact(verb, p)?),
        "room" => Command::Room(room(verb, p)?),
        "message" => Command::Message(message(verb, p)?),
        "typing" if verb == "set" => Command::Typing { room: p.id("room")?, on: p.flag("on")? },
        "scan" if verb == "inspect" => {
            Command::Scan(Scan::Inspect { path: p.path("path")?, patch: p.opt_flag("patch")?.unwrap_or(false) })
        }
        "invite" if verb == "read" => Command::Invite { path: p.path("path")? },
        "health" if verb == "get" => Command::Health,
        _ => return Err(Code::MethodNotFound.into()),
    };
    params.finish()?;
    Ok(command)
}

fn role(text: &str) -> Option<Role> {
    match text {
        "patient" => Some(Role::Patient),
        "doctor" => Some(Role::Doctor),
        "peer" => Some(Role::Peer),
        _ => None,
    }
}

fn rank(text: &str) -> Option<Rank> {
    match text {
        "owner" => Some(Rank::Owner),
        "moderator" => Some(Rank::Moderator),
        "member" => Some(Rank::Member),
        "observer" => Some(Rank::Observer),
        _ => None,
    }
}

fn profile(verb: &str, p: &mut Params) -> Result<Profile, Fault> {
    Ok(match verb {
        "create" => Profile::Create {
            name: p.personal("name")?,
            role: p.word("role", role)?,
            passphrase: p.passphrase("passphrase")?,
        },
        "unlock" if p.opt_flag("keyring")? == Some(true) => Profile::UnlockByKeyring,
        "unlock" => Profile::Unlock { passphrase: p.passphrase("passphrase")? },
        "set_keyring" => Profile::SetKeyring { on: p.flag("on")?, passphrase: p.opt_passphrase("passphrase")? },
        "lock" => Profile::Lock,
        "hide" => Profile::Hide,
        "get" => Profile::Get,
        "set" => Profile::Set { name: p.opt_personal("name")?, about: p.opt_personal("about")? },
        "set_passphrase" => Profile::SetPassphrase { old: p.passphrase("old")?, new: p.passphrase("new")? },
        "export" => Profile::Export { path: p.path("path")?, passphrase: p.passphrase("passphrase")? },
        "import" => Profile::Import { path: p.path("path")?, passphrase: p.passphrase("passphrase")? },
        "recovery_make" => Profile::RecoveryMake { passphrase: p.passphrase("passphrase")? },
        "recovery_save" => Profile::RecoverySave { path: p.path("path")?, sheet: p.personal("sheet")? },
        "recover" => Profile::Recover { code: p.passphrase("code")?, new_passphrase: p.passphrase("new_passphrase")? },
        "confirm_clock" => Profile::ConfirmClock,
        "erase" => Profile::Erase { passphrase: p.passphrase("passphrase")? },
        _ => return Err(Code::MethodNotFound.into()),
    })
}

fn settings(verb: &str, p: &mut Params) -> Result<Settings, Fault> {
    Ok(match verb {
        "get" => Settings::Get,
        "set" => Settings::Set(SettingsPatch {
            hide_after_ms: p.opt_u64("hide_after_ms")?,
            lock_after_ms: p.opt_u64("lock_after_ms")?,
            notifications: p.opt_flag("notifications")?,
            typing: p.opt_flag("typing")?,
            offer_help: p.opt_flag("offer_help")?,
            display: display(p)?,
        }),
        _ => return Err(Code::MethodNotFound.into()),
    })
}

fn display(p: &mut Params) -> Result<DisplayPatch, Fault> {
    let percent = p.opt_u64("text_percent")?.map(u16::try_from).transpose();
    Ok(DisplayPatch {
        language: p.opt_string("language")?,
        theme: p.opt_object("theme")?,
        contrast: p.opt_object("contrast")?,
        text_percent: percent.map_err(|_| Fault::because(Code::InvalidParams, "text_percent"))?,
        motion: p.opt_object("motion")?,
        simple: p.opt_flag("simple")?,
        place: None,
    })
}

fn network(verb: &str, p: &mut Params) -> Result<Net, Fault> {
    Ok(match verb {
        "addresses" => Net::Addresses,
        "dial" => Net::Dial { address: p.string("address")? },
        "status" => Net::Status,
        _ => return Err(Code::MethodNotFound.into()),
    })
}

fn contact(verb: &str, p: &mut Params) -> Result<Contact, Fault> {
    Ok(match verb {
        "invite" => Contact::Invite { expires_in_s: p.opt_u64("expires_in_s")? },
        "accept" => Contact::Accept { link: p.invite("link")? },
        "list" => Contact::List,
        "safety_number" => Contact::SafetyNumber { contact: p.id("contact")? },
        "verify" => Contact::Verify { contact: p.id("contact")? },
        "block" => Contact::Block { contact: p.id("contact")? },
        "unblock" => Contact::Unblock { contact: p.id("contact")? },
        _ => return Err(Code::MethodNotFound.into()),
    })
}

fn room(verb: &str, p: &mut Params) -> Result<Room, Fault> {
    Ok(match verb {
        "create" => {
            Room::Create { title: p.personal("title")?, charter: p.object("charter")?, name: p.opt_personal("name")? }
        }
        "preview" => Room::Preview { link: p.invite("link")? },
        "join" => Room::Join { link: p.invite("link")?, name: p.opt_personal("name")? },
        "list" => Room::List,
        _ => return one_room(verb, p),
    })
}

fn one_room(verb: &str, p: &mut Params) -> Result<Room, Fault> {
    // The method must be known before its parameters are complained about.
    const VERBS: [&str; 13] = [
        "invite",
        "admit",
        "refuse",
        "members",
        "safety_number",
        "verify",
        "leave",
        "transfer",
        "remove",
        "set_rank",
        "set_charter",
        "set_notifications",
        "erase",
    ];
    if !VERBS.contains(&verb) {
        return Err(Code::MethodNotFound.into());
    }
    let room = p.id("room")?;
    Ok(match verb {
        "invite" => Room::Invite {
            room,
            uses: p
                .opt_u64("uses")?
                .map(u32::try_from)
                .transpose()
                .map_err(|_| Fault::because(Code::InvalidParams, "uses"))?,
            expires_in_s: p.opt_u64("expires_in_s")?,
        },
        "admit" => Room::Admit { room, member: p.id("member")? },
        "refuse" => Room::Refuse { room, member: p.id("member")? },
        "members" => Room::Members { room },
        "safety_number" => Room::SafetyNumber { room, member: p.id("member")? },
        "verify" => Room::Verify { room, member: p.id("member")? },
        "leave" => Room::Leave { room },
        "transfer" => Room::Transfer { room, member: p.id("member")? },
        "remove" => Room::Remove { room, member: p.id("member")? },
        "set_rank" => Room::SetRank { room, member: p.id("member")?, rank: p.word("rank", rank)? },
        "set_charter" => Room::SetCharter { room, charter: p.object("charter")? },
        "set_notifications" => Room::SetNotifications { room, on: p.flag("on")? },
        "erase" => Room::Erase { room },
        _ => return Err(Code::MethodNotFound.into()),
    })
}

fn message(verb: &str, p: &mut Params) -> Result<Message, Fault> {
    Ok(match verb {
        "send" => Message::Send { room: p.id("room")?, text: p.personal("text")?, reply_to: p.opt_id("reply_to")? },
        "list" => Message::List {
            room: p.id("room")?,
            before: p.opt_string("before")?,
            limit: p.opt_u64("limit")?.map(|limit| usize::try_from(limit).unwrap_or(usize::MAX)),
        },
        "edit" => Message::Edit { room: p.id("room")?, message: p.id("message")?, text: p.personal("text")? },
        "retract" => Message::Retract { room: p.id("room")?, message: p.id("message")? },
        "react" => Message::React {
            room: p.id("room")?,
            message: p.id("message")?,
            emoji: p.string("emoji")?,
            on: p.flag("on")?,
        },
        "mark_read" => Message::MarkRead { room: p.id("room")?, message: p.id("message")? },
        "draft" => Message::Draft { room: p.id("room")? },
        "set_draft" => Message::SetDraft { room: p.id("room")?, text: p.personal("text")? },
        "search" => Message::Search { query: p.personal("query")?, room: p.opt_id("room")? },
        _ => return Err(Code::MethodNotFound.into()),
    })
}
