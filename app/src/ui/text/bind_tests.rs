//! What stays together, and that nothing but invisible signs is ever added.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use proptest::prelude::*;

use super::*;
use crate::ui::text::doses::DOSES;

/// With the invisible signs made visible: `[` and `]` around what reads from left to right, `_` a no-break space,
/// `&` a word joiner.
fn seen(text: &str) -> String {
    let show = |c: char| match c {
        LRI => '[',
        PDI => ']',
        NO_BREAK_SPACE => '_',
        WORD_JOINER => '&',
        c => c,
    };
    bound(text).chars().map(show).collect()
}

/// The same text as before it was bound.
fn stripped(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(*c, WORD_JOINER | LRI | PDI))
        .map(|c| if matches!(c, NO_BREAK_SPACE | '\u{202f}' | '\u{2009}') { ' ' } else { c })
        .collect()
}

#[test]
fn a_number_stays_with_its_unit() {
    assert_eq!(seen("above 38 °C today"), "above 38_°C today");
    assert_eq!(seen("10 mg 5 ml"), "10_mg 5_ml");
    assert_eq!(seen("2–4 mg, 1/2 tablet"), "2–&4_mg, 1/&2_tablet");
    assert_eq!(seen("37,5 – 38 °C"), "37,5_–_38_°C");
    assert_eq!(seen("5 mg/kg/day"), "5_mg/&kg/&day");
    assert_eq!(seen("94 %"), "94_%");
    assert_eq!(seen("Доза 10 мг"), "Доза 10_мг");
    assert_eq!(seen("दवा 10 मिग्रा"), "दवा 10_मिग्रा");
    assert_eq!(seen("మందు 10 మి.గ్రా"), "మందు 10_మి.గ్రా");
    assert_eq!(seen("服用10毫克"), "服用10&毫&克");
    assert_eq!(seen("1回2錠"), "1&回2&錠");
    assert_eq!(seen("1日 3 回"), "1&日 3_回");
    assert_eq!(seen("500mg daily"), "500mg daily");
}

#[test]
fn within_right_to_left_writing_it_is_one_piece_from_left_to_right() {
    assert_eq!(seen("خذ 10 mg كل 12 ساعة"), "خذ [10_mg] كل [12]_ساعة");
    assert_eq!(seen("الجرعة 2–4 mg"), "الجرعة [2–&4_mg]");
    assert_eq!(seen("الجرعة 2–4 ملغ"), "الجرعة [2–&4]_ملغ");
    assert_eq!(seen("الحرارة -5 °C"), "الحرارة [-&5_°C]");
    assert_eq!(seen("5-FU ثم 20 ml"), "5-&FU ثم [20_ml]");
    assert_eq!(seen("ثم 5-FU"), "ثم [5-&FU]");
    assert_eq!(seen("Take دواء 10 mg"), "Take دواء [10_mg]");
    assert_eq!(seen("اتصل +49 30 1234567 الآن"), "اتصل [+49_30_1234567] الآن");
    assert_eq!(seen("من 08:30 إلى 09:15"), "من [08:30]_إلى [09:15]");
    assert_eq!(seen("النسبة 94%"), "النسبة [94%]");
    assert_eq!(seen("فوق 38 °C."), "فوق [38_°C].");
}

#[test]
fn a_number_behind_a_latin_word_stays_with_the_word() {
    assert_eq!(seen("أخذتُ Ondansetron 8 mg قبل"), "أخذتُ Ondansetron 8_mg قبل");
    assert_eq!(seen("فيتامين B12 وفيروس COVID-19 هنا"), "فيتامين B12 وفيروس COVID-19 هنا");
}

#[test]
fn what_needs_nothing_is_left_alone() {
    for text in ["no number at all", "B12", "سلام", "", "v2.0", "vitamin-B12-rich"] {
        assert_eq!(bound(text), text);
    }
    assert!(matches!(bound("no number at all"), Cow::Borrowed(_)));
    assert_eq!(seen("10 mg\nخذ 5 mg"), "10_mg\nخذ [5_mg]");
}

#[test]
fn arabic_digits_keep_their_own_order() {
    assert_eq!(seen("خذ ٢٫٥ ملغ"), "خذ ٢٫٥_ملغ");
}

#[test]
fn every_dose_comes_back_unchanged() {
    for (_, text) in DOSES {
        assert_eq!(stripped(&bound(text)), stripped(text), "{text}");
    }
}

proptest! {
    #[test]
    fn only_invisible_signs_are_added(text in "[a-z0-9 .,:/–+%°\\-\u{627}-\u{63a}\u{905}-\u{939}片毫克\n]{0,60}") {
        let out = bound(&text);
        prop_assert_eq!(stripped(&out), stripped(&text));
        prop_assert_eq!(out.matches(LRI).count(), out.matches(PDI).count());
        // Binding what is bound changes nothing more that could be seen.
        prop_assert_eq!(stripped(&bound(&out)), stripped(&text));
    }

    #[test]
    fn any_text_is_taken_without_fear(text in "\\PC{0,80}") {
        let _ = bound(&text);
    }
}
