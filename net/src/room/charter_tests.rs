//! What a charter may say, and how it reads as JSON.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;

fn ask(json: &str) -> Result<Charter, CharterError> {
    serde_json::from_str::<CharterRequest>(json).unwrap().resolve(NodeKnown::No)
}

#[test]
fn record_defaults_are_clinical_and_open_at_once() {
    let charter = ask(r#"{"retention":"record"}"#).unwrap();
    assert_eq!(
        serde_json::to_string(&charter).unwrap(),
        r#"{"retention":"record","attachments":"clinical","relay_only":false,"admission":"direct","presence":true,"languages":[],"rules":"","max_members":200}"#
    );
}

#[test]
fn support_rooms_are_text_behind_a_knock_and_relayed_where_a_node_is_known() {
    for json in [r#"{"retention":"ephemeral"}"#, r#"{"retention":"timed","days":7}"#] {
        let request = serde_json::from_str::<CharterRequest>(json).unwrap();
        let with = request.clone().resolve(NodeKnown::Yes).unwrap();
        assert_eq!((with.attachments, with.admission, with.relay_only), (Attachments::Text, Admission::Knock, true));
        assert!(
            !request.resolve(NodeKnown::No).unwrap().relay_only,
            "false is stored and shown where no node is known"
        );
    }
}

#[test]
fn explicit_relay_only_needs_a_node() {
    assert_eq!(ask(r#"{"retention":"ephemeral","relay_only":true}"#), Err(CharterError::NoNode));
    assert_eq!(ask(r#"{"retention":"record","relay_only":true}"#), Err(CharterError::NoNode));
    assert!(!ask(r#"{"retention":"ephemeral","relay_only":false}"#).unwrap().relay_only);
}

#[test]
fn given_fields_override() {
    let charter = ask(
        r#"{"retention":"ephemeral","attachments":"safe_media","admission":"direct","presence":false,"languages":["en","zh-Hant"],"rules":"Kind words","max_members":12}"#,
    )
    .unwrap();
    assert_eq!(charter.attachments, Attachments::SafeMedia);
    assert_eq!(charter.admission, Admission::Direct);
    assert!(!charter.presence);
    assert_eq!(charter.languages, ["en", "zh-Hant"]);
    assert_eq!(charter.max_members, 12);
}

#[test]
fn ranges_hold() {
    for (json, field) in [
        (r#"{"retention":"timed"}"#, "days"),
        (r#"{"retention":"timed","days":0}"#, "days"),
        (r#"{"retention":"timed","days":3651}"#, "days"),
        (r#"{"retention":"record","days":3}"#, "days"),
        (r#"{"retention":"record","max_members":1}"#, "max_members"),
        (r#"{"retention":"record","max_members":201}"#, "max_members"),
        (r#"{"retention":"record","languages":["e"]}"#, "languages"),
        (r#"{"retention":"record","languages":["en us"]}"#, "languages"),
    ] {
        assert_eq!(ask(json), Err(CharterError::OutOfRange(field)), "{json}");
    }
    assert!(ask(r#"{"retention":"timed","days":3650}"#).is_ok());
}

#[test]
fn unknown_fields_are_refused() {
    assert!(serde_json::from_str::<CharterRequest>(r#"{"retention":"record","plaintext":true}"#).is_err());
    assert!(serde_json::from_str::<CharterRequest>(r#"{"attachments":"text"}"#).is_err());
}

#[test]
fn what_was_to_be_forgotten_never_becomes_kept() {
    let of = |retention| Charter { retention, ..Charter::direct() };
    let (ephemeral, record) = (of(Retention::Ephemeral), of(Retention::Record));
    let week = of(Retention::Timed { days: 7 });
    assert!(!record.may_follow(&ephemeral) && !week.may_follow(&ephemeral) && !record.may_follow(&week));
    assert!(!of(Retention::Timed { days: 8 }).may_follow(&week));
    assert!(ephemeral.may_follow(&record) && week.may_follow(&record) && ephemeral.may_follow(&week));
}

#[test]
fn the_stored_form_is_frozen() {
    let charter = Charter {
        retention: Retention::Timed { days: 30 },
        languages: vec!["en".into(), "te".into()],
        rules: "Be kind".into(),
        ..Charter::direct()
    };
    let bytes = minicbor::to_vec(&charter).unwrap();
    assert_eq!(
        data_encoding::HEXLOWER.encode(&bytes),
        "a8008201181e010202f4030004f5058262656e62746506674265206b696e640702"
    );
    assert_eq!(minicbor::decode::<Charter>(&bytes).unwrap(), charter);
}
