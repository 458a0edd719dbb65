//! What programs and people read; the names and their order are a contract.

use super::*;
use crate::pack::shelf::tests::lung;

fn raised() -> Finding {
    let rating = Rating { suspicion: 0.75, low: 0.5, high: 0.875, diameter_px: 12.5 };
    Finding {
        modality: Some("CT".into()),
        outcome: Outcome::Raised,
        suspicion: Some(0.75),
        interval: Some([0.5, 0.875]),
        reason: None,
        candidates: vec![Candidate::new(10.04, 20.0, &rating, 2.0)],
        detail: None,
        explanation: None,
    }
}

#[test]
fn a_report_has_exactly_these_fields() {
    let pack = lung();
    let (version, sha256) = (&pack.manifest().version, pack.sha256());
    let expected = format!(
        r#"{{"file":"a.png","use":"research","modality":"CT","outcome":"raised","suspicion":0.75,"interval":[0.5,0.875],"reason":null,"candidates":[{{"x":10.0,"y":20.0,"diameter_px":25.0,"suspicion":0.75}}],"model":{{"id":"lung-ct","version":"{version}","sha256":"{sha256}"}}}}"#
    );
    assert_eq!(serde_json::to_string(&raised().report("a.png", &pack)).unwrap(), expected);
    let refused = serde_json::to_value(Finding::unreadable(Unreadable::Empty).report("b", &pack)).unwrap();
    assert_eq!(refused["outcome"], "cannot_assess");
    assert_eq!(refused["reason"], "unreadable");
    for null in ["modality", "suspicion", "interval"] {
        assert!(refused.get(null).unwrap().is_null(), "{null}");
    }
}

#[test]
fn every_reason_has_a_name_and_a_sentence() {
    for (reason, name) in [
        (Reason::NotAScan, "not_a_scan"),
        (Reason::NoLungDetail, "no_lung_detail"),
        (Reason::NoModelForModality, "no_model_for_modality"),
        (Reason::Orientation, "orientation"),
        (Reason::Quality, "quality"),
        (Reason::Unreadable, "unreadable"),
    ] {
        assert_eq!(serde_json::to_value(reason).unwrap(), name);
        assert_eq!(Reason::named(name), Some(reason).filter(|reason| *reason != Reason::Unreadable));
        assert!(reason.sentence().len() > 20);
    }
    assert_eq!(Reason::named("benign"), None);
}

#[test]
fn sentences_say_how_sure_and_never_benign() {
    let raised = raised().sentences().join(" ");
    assert!(
        raised.contains("75 %") && raised.contains("between 50 % and 88 %") && raised.contains("25 pixels"),
        "{raised}"
    );
    let quiet = Finding { outcome: Outcome::NotRaised, ..self::raised() }.sentences().join(" ");
    assert!(quiet.contains("does not rule anything out"), "{quiet}");
    assert!(!quiet.to_lowercase().contains("benign") && !quiet.to_lowercase().contains("cancer"));
    let unreadable = Finding::unreadable(Unreadable::UnknownKind).sentences();
    assert_eq!(unreadable, ["Cannot read the file: it is neither JPEG, PNG nor DICOM."]);
}
