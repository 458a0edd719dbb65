//! Every number of every dose, in order and place, against another engine: Pango (fribidi and HarfBuzz) over the same
//! faces. `pango-view` writes where each glyph lies; `scripts/setup --test` installs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::process::Command;

use serde_json::Value;

use super::bind::bound;
use super::doses::DOSES;
use super::shape::Shaper;
use super::style::{Style, Weight};

/// Large, so that rounding to whole pixels weighs little.
const SIZE: f32 = 100.0;
/// The order in which our faces are asked for.
const FAMILIES: &str = "Atkinson Hyperlegible Next,Noto Sans,Noto Sans Arabic,Noto Sans Devanagari,Noto Sans Telugu,\
                        Noto Sans CJK SC,Noto Sans CJK JP";

/// Where the digits of a line begin, from left to right: byte in the line, and x in pixels.
type Digits = Vec<(usize, f32)>;

fn only_digits(text: &str, clusters: Digits) -> Digits {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    clusters.into_iter().filter(|(at, _)| digit(*at)).collect()
}

/// As Pango lays the lines out, one after the other.
fn by_pango(lines: &[String]) -> Vec<Digits> {
    let folder = tempfile::tempdir().unwrap();
    let (text, conf, out) = (folder.path().join("text"), folder.path().join("fonts.conf"), folder.path().join("out"));
    std::fs::write(&text, lines.join("\n")).unwrap();
    let (fonts, cache) = (concat!(env!("CARGO_MANIFEST_DIR"), "/fonts"), folder.path().display());
    let lead = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">";
    let body = format!("<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>");
    std::fs::write(&conf, format!("{lead}{body}")).unwrap();
    let run = Command::new("pango-view")
        .env("FONTCONFIG_FILE", &conf)
        .args(["-q", "--pixels", "--hinting=none", "--hint-metrics=off"])
        .arg(format!("--font={FAMILIES} {SIZE}px"))
        .arg(format!("--serialize-to={}", out.display()))
        .arg(&text)
        .output();
    let run = run.expect("pango-view is there: scripts/setup --test installs it");
    assert!(out.exists(), "{}", String::from_utf8_lossy(&run.stderr));
    let written: Value = serde_json::from_slice(&std::fs::read(&out).unwrap()).unwrap();
    let laid_out = written["output"]["lines"].as_array().unwrap();
    assert_eq!(laid_out.len(), lines.len(), "no line is broken");
    let each = laid_out.iter().zip(lines).map(|(line, text)| {
        let start = line["start-index"].as_u64().unwrap() as usize;
        let (mut x, mut clusters) = (0.0, Vec::new());
        for run in line["runs"].as_array().unwrap() {
            let offset = run["offset"].as_u64().unwrap() as usize;
            for glyph in run["glyphs"].as_array().unwrap() {
                let cluster = glyph["log-cluster"].as_u64().unwrap() as usize;
                clusters.push((offset + cluster - start, x));
                x += glyph["width"].as_f64().unwrap() as f32 / 1024.0;
            }
        }
        only_digits(text, clusters)
    });
    each.collect()
}

fn by_ours(shaper: &mut Shaper, text: &str) -> Digits {
    let mut layout = shaper.paragraph(text, Style { size: SIZE, weight: Weight::Regular }, 1.0);
    layout.break_all_lines(None);
    let (mut x, mut clusters) = (0.0, Vec::new());
    for run in layout.get(0).unwrap().runs() {
        for cluster in run.visual_clusters() {
            clusters.push((cluster.text_range().start, x));
            x += cluster.advance();
        }
    }
    only_digits(text, clusters)
}

#[test]
fn every_number_lies_where_another_engine_puts_it() {
    // As it is drawn, and as it was written: both engines follow the same rules either way.
    let written = DOSES.iter().map(|(_, text)| (*text).to_owned());
    let drawn = DOSES.iter().map(|(_, text)| bound(text).into_owned());
    let lines: Vec<String> = written.chain(drawn).collect();
    let wanted = by_pango(&lines);
    let mut shaper = Shaper::new();
    for (text, wanted) in lines.iter().zip(wanted) {
        let ours = by_ours(&mut shaper, text);
        assert!(!ours.is_empty(), "{text} has digits");
        let order = |digits: &Digits| digits.iter().map(|(at, _)| *at).collect::<Vec<_>>();
        assert_eq!(order(&ours), order(&wanted), "{text}");
        for (ours, wanted) in ours.windows(2).zip(wanted.windows(2)) {
            // Neighbours are as far apart; a space of another face may make a little difference between numbers.
            let (here, there) = (ours[1].1 - ours[0].1, wanted[1].1 - wanted[0].1);
            let side_by_side = ours[0].0.abs_diff(ours[1].0) == 1;
            let most = if side_by_side { SIZE * 0.02 } else { SIZE * 0.8 };
            assert!((here - there).abs() <= most, "{text}: {here} and {there} at {}", ours[0].0);
        }
    }
}
