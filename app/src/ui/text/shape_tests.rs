//! Order, faces and places of text, against the Unicode algorithm by another hand.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use parley::{Layout, PositionedLayoutItem};
use unicode_bidi::BidiInfo;

use super::*;
use crate::ui::text::doses::DOSES;

/// Doses and times inside right-to-left sentences, and right-to-left words inside left-to-right ones.
const MIXED: [&str; 10] = [
    "خذ 10 mg كل 12 ساعة",
    "أخذتُ Ondansetron 8 mg قبل الجلسة وساعدني كثيرًا.",
    "الحرارة 38.5 °C منذ 3 أيام",
    "الجرعة 2.5 ملغ مرتين (صباحًا ومساءً)",
    "Take باراسيتامول 500 mg every 6 hours",
    "موعدنا الخميس 14:30 في الغرفة 12",
    "5-FU ثم 20 ml",
    "اتصل 112 فورًا إذا فوق 39",
    "عدد الكريات 1,250 والصفائح 98,000",
    "Dose 10 mg, then 5 mg",
];

fn laid_out(shaper: &mut Shaper, text: &str) -> Layout<Brush> {
    let mut layout = shaper.paragraph(text, Style::BODY, 1.0);
    layout.break_all_lines(None);
    layout
}

/// The characters of the only line from left to right, as our layout places them.
fn drawn_order(layout: &Layout<Brush>, text: &str) -> String {
    let mut placed: Vec<(f32, usize)> = Vec::new();
    let line = layout.get(0).unwrap();
    let mut x = 0.0;
    for run in line.runs() {
        for cluster in run.visual_clusters() {
            placed.push((x, cluster.text_range().start));
            x += cluster.advance();
        }
    }
    assert!(placed.windows(2).all(|pair| pair[0].0 <= pair[1].0), "places grow from left to right");
    let clusters = |at: usize| text[at..].chars().next().unwrap();
    placed.into_iter().map(|(_, at)| clusters(at)).collect()
}

/// The same by the reference algorithm, one character per grapheme (marks go with their base).
fn reference_order(text: &str) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let info = BidiInfo::new(text, None);
    let paragraph = &info.paragraphs[0];
    let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
    let mut out = String::new();
    for run in runs {
        let mut firsts: Vec<char> = text[run.clone()].graphemes(true).map(|g| g.chars().next().unwrap()).collect();
        if levels[run.start].is_rtl() {
            firsts.reverse();
        }
        out.extend(firsts);
    }
    out
}

#[test]
fn text_is_ordered_as_the_unicode_algorithm_says() {
    let mut shaper = Shaper::new();
    for text in MIXED.into_iter().chain(DOSES.map(|(_, text)| text)) {
        let layout = laid_out(&mut shaper, text);
        assert_eq!(layout.len(), 1, "{text}");
        assert_eq!(drawn_order(&layout, text), reference_order(text), "{text}");
    }
}

#[test]
fn a_number_reads_from_left_to_right_in_an_arabic_sentence() {
    let mut shaper = Shaper::new();
    for (text, wanted) in [(MIXED[0], "10"), (MIXED[0], "12"), (MIXED[1], "8 mg"), (MIXED[8], "98,000")] {
        let layout = laid_out(&mut shaper, text);
        assert!(drawn_order(&layout, text).contains(wanted), "{wanted} in {text}");
    }
}

#[test]
fn digits_come_from_the_latin_face_in_every_script() {
    let mut shaper = Shaper::new();
    for text in ["أخذت 10 ملغ", "दवा 10 मिग्रा", "మందు 10", "薬 10", "Доза 10"] {
        let shaped = shaper.shape(text, Style::BODY, None, 1.0);
        let latin = shaper.shape("10", Style::BODY, None, 1.0);
        for digit in &latin.glyphs {
            let same = |g: &&Placed| g.key.face == digit.key.face && g.key.glyph == digit.key.glyph;
            assert!(shaped.glyphs.iter().any(|g| same(&g)), "{text}");
        }
    }
}

#[test]
fn no_language_shows_boxes() {
    let mut shaper = Shaper::new();
    let samples = [
        "The quick brown fox. “Ca, va?” — año, ñ, ß, œ, ț",
        "Съешь ещё этих мягких французских булок",
        "صباح الخير، كيف حالك؟",
        "आप अकेली नहीं हैं। क्षत्रिय",
        "మీరు ఒంటరి కాదు. స్త్రీ",
        "今日は痛みますか。薬を飲みました",
        "今天疼吗？请按时吃药。",
        "שלום, מה שלומך היום?",
        "สวัสดีครับ วันนี้เจ็บไหม",
        "আপনি একা নন",
        "நீங்கள் தனியாக இல்லை",
        "તમે એકલા નથી",
        "ਤੁਸੀਂ ਇਕੱਲੇ ਨਹੀਂ ਹੋ",
        "ನೀವು ಒಬ್ಬರೇ ಅಲ್ಲ",
        "നിങ്ങൾ ഒറ്റയ്ക്കല്ല",
        "ඔබ තනිව නැත",
        "혼자가 아니에요. 오늘은 좀 어떠세요?",
        "გამარჯობა",
        "Բարև ձեզ",
        "ሰላም ነው",
        "សួស្តី",
        "ສະບາຍດີ",
        "မင်္ဂလာပါ",
        "ନମସ୍କାର",
        "😀 ❤️ 👩🏽‍⚕️ 🇳🇱 👍",
    ];
    for text in samples {
        let shaped = shaper.shape(text, Style::BODY, None, 1.0);
        assert!(!shaped.glyphs.is_empty());
        let boxes = shaped.glyphs.iter().filter(|g| g.key.glyph == 0).count();
        assert_eq!(boxes, 0, "{text}");
    }
}

#[test]
fn joined_emoji_are_one_glyph() {
    let mut shaper = Shaper::new();
    for text in ["👩🏽‍⚕️", "🇳🇱", "👨‍👩‍👧"] {
        assert_eq!(shaper.shape(text, Style::BODY, None, 1.0).glyphs.len(), 1, "{text}");
    }
}

#[test]
fn isolation_marks_leave_no_trace() {
    let mut shaper = Shaper::new();
    let bare = shaper.shape("Answer to Marta", Style::BODY, None, 1.0);
    let isolated = shaper.shape("Answer to \u{2068}Marta\u{2069}", Style::BODY, None, 1.0);
    assert_eq!(bare.size, isolated.size);
}

/// Whatever the width, no line begins inside a number or between it and its unit.
#[test]
fn no_line_ends_inside_a_dose() {
    let mut shaper = Shaper::new();
    for (_, text) in DOSES {
        let text = bound(text);
        for width in [90.0, 120.0, 150.0, 200.0] {
            let mut layout = shaper.paragraph(&text, Style::BODY, 1.0);
            layout.break_all_lines(Some(width));
            for line in layout.lines().skip(1) {
                let at = line.text_range().start;
                let (before, after) = text.split_at(at);
                let glued = before.ends_with(['\u{a0}', '\u{202f}', '\u{2060}']);
                let digits = before.ends_with(char::is_numeric) && after.starts_with(char::is_numeric);
                assert!(!glued && !digits, "{before}|{after} at {width}");
            }
        }
    }
}

/// A number with its unit is drawn from left to right, each sign beside the next, in every language's own sentence.
#[test]
fn a_dose_is_drawn_in_one_piece_from_left_to_right() {
    let mut shaper = Shaper::new();
    for (text, pieces) in [
        ("خذ 10 mg كل 12 ساعة", ["10\u{a0}mg", "12"].as_slice()),
        ("الجرعة 2–4 mg عند الحاجة", &["2–\u{2060}4\u{a0}mg"]),
        ("الحرارة -5 °C منذ 06:15", &["-\u{2060}5\u{a0}°C", "06:15"]),
        ("اتصل +971 4 123 4567 الآن", &["+971\u{a0}4\u{a0}123\u{a0}4567"]),
        ("أخذتُ Ondansetron 8 mg قبل", &["Ondansetron 8\u{a0}mg"]),
        ("Take باراسيتامول 500 mg every 6 hours", &["500\u{a0}mg", "6\u{a0}hours"]),
        ("ثم 5-FU بجرعة 400 mg/m²", &["5-\u{2060}FU", "400\u{a0}mg/\u{2060}m²"]),
        ("الضغط 120/80 mmHg و 94%", &["120/\u{2060}80\u{a0}mmHg", "94%"]),
    ] {
        let text = bound(text);
        let order = drawn_order(&laid_out(&mut shaper, &text), &text);
        for piece in pieces {
            assert!(order.contains(piece), "{piece} in {order}");
        }
    }
}

#[test]
fn the_signs_that_bind_leave_no_trace() {
    let mut shaper = Shaper::new();
    for (bare, signed) in [("2–4 mg", "\u{2066}2–\u{2060}4\u{a0}mg\u{2069}"), ("10毫克", "10\u{2060}毫\u{2060}克")]
    {
        let (bare, signed) = (laid_out(&mut shaper, bare), laid_out(&mut shaper, signed));
        assert!((bare.width() - signed.width()).abs() < 0.01, "{} {}", bare.width(), signed.width());
    }
}

#[test]
fn each_paragraph_has_its_own_direction() {
    let mut shaper = Shaper::new();
    let shaped = shaper.shape("Hello there, this line is long\nمرحبا", Style::BODY, Some(400.0), 1.0);
    let second: Vec<&Placed> = shaped.glyphs.iter().filter(|g| g.y as f32 > Style::BODY.line()).collect();
    let left = second.iter().map(|g| g.x).min().unwrap();
    assert!(left as f32 > shaped.size.x / 2.0, "Arabic stands at the right: {left} of {}", shaped.size.x);
}

#[test]
fn right_to_left_lines_stay_inside_a_snug_box() {
    let mut shaper = Shaper::new();
    for scale in [1.0, 1.5, 2.0] {
        let shaped = shaper.shape(MIXED[1], Style::BODY, Some(260.0), scale);
        assert!(shaped.rtl && shaped.size.x <= 262.0);
        // A space at a line's end hangs outside; it has no ink.
        let space = |g: &Placed| {
            let face = shaper.faces.get(g.key.face).unwrap();
            swash::FontRef::from_index(face.data.as_ref(), face.index as usize).unwrap().charmap().map(' ')
                == g.key.glyph
        };
        for glyph in shaped.glyphs.iter().filter(|g| !space(g)) {
            assert!(glyph.x as f32 >= -2.0 && (glyph.x as f32) < shaped.size.x * scale + 2.0);
        }
    }
}

#[test]
fn what_is_too_long_ends_in_an_ellipsis_and_fits() {
    let mut shaper = Shaper::new();
    for text in [MIXED[1], MIXED[4], "A rather long title for a room of this kind", "आप अकेली नहीं हैं। क्या आज कुछ खा पाईं?"]
    {
        let cut = shaper.elide(text, Style::BODY, (120.0, 1), 1.0);
        assert!(cut.size.x <= 120.0, "{text}");
        assert!(cut.size.x > 60.0, "{text}");
    }
    let whole = shaper.elide("Short", Style::BODY, (120.0, 1), 1.0);
    assert_eq!(whole.size, shaper.shape("Short", Style::BODY, None, 1.0).size);
}

#[test]
fn emoji_come_in_colour() {
    let mut shaper = Shaper::new();
    for text in ["😀", "❤️"] {
        let mut layout = shaper.paragraph(text, Style::BODY, 1.0);
        layout.break_all_lines(None);
        let line = layout.get(0).unwrap();
        let PositionedLayoutItem::GlyphRun(run) = line.items().next().unwrap() else { panic!("a run") };
        let colour: &[u8] = include_bytes!("../../../fonts/NotoColorEmoji.ttf");
        assert_eq!(run.run().font().data.as_ref().len(), colour.len(), "{text}");
    }
}

#[test]
fn han_characters_follow_the_window_where_the_text_does_not_tell() {
    let face = |japanese: bool, text: &str| {
        let mut shaper = Shaper { japanese, ..Shaper::new() };
        let shaped = shaper.shape(text, Style::BODY, None, 1.0);
        shaper.faces.get(shaped.glyphs[0].key.face).unwrap().data.as_ref().len()
    };
    let (chinese, japanese) = (face(false, "直骨"), face(true, "直骨"));
    assert_ne!(chinese, japanese, "the same characters, drawn as each reader expects");
    assert_eq!(face(false, "骨です"), japanese, "kana tell by themselves");
}

#[test]
fn a_heading_is_heavier_in_every_script() {
    let mut shaper = Shaper::new();
    for text in ["Room", "部屋", "房间", "ห้อง", "방", "غرفة", "कमरा"] {
        let regular = shaper.shape(text, Style::BODY, None, 1.0);
        let semi = shaper.shape(text, Style::BODY.strong(), None, 1.0);
        let keys = |shaped: &Shaped| shaped.glyphs.iter().map(|g| g.key).collect::<Vec<_>>();
        assert_ne!(keys(&regular), keys(&semi), "{text}: another face, or thicker strokes");
    }
}
