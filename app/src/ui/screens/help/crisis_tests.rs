//! The numbers are whole, and somebody's country is found.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;

use super::*;

#[test]
fn every_country_has_an_emergency_number_and_a_source() {
    let file: File = serde_json::from_str(DATA).unwrap();
    let mut codes = BTreeSet::new();
    for country in &file.countries {
        assert!(country.code.len() == 2 && codes.insert(country.code.clone()), "{}", country.code);
        assert!(!country.name.is_empty() && !country.source.is_empty(), "{}", country.code);
        assert!(!country.emergency.is_empty(), "{}", country.code);
        for line in country.emergency.iter().chain(&country.crisis).chain(&country.cancer) {
            let dialled = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '*' | '+');
            assert!(line.number.len() >= 2 && line.number.chars().all(dialled), "{}: {}", country.code, line.number);
        }
        assert!(country.crisis.iter().chain(&country.cancer).all(|line| !line.name.is_empty()), "{}", country.code);
    }
    for spoken in ["US", "GB", "IN", "ES", "MX", "FR", "DE", "CN", "JP", "EG", "SA", "BR", "PT", "RU"] {
        assert!(codes.contains(spoken), "{spoken}");
    }
}

/// Each number stands in `docs/crisis-numbers.md` with what it rests on, and nothing stands there that is not on the card.
#[test]
fn every_number_is_listed_with_what_it_rests_on() {
    let file: File = serde_json::from_str(DATA).unwrap();
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/crisis-numbers.md")).unwrap();
    let (_, table) = page.split_once("## Each number").unwrap();
    let (table, _) = table.split_once("\n## ").unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| Country"));
    let listed: BTreeSet<(String, String)> = rows
        .map(|row| {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            assert!(["owner", "two", "weak"].contains(&cells[5]) && !cells[4].is_empty(), "{row}");
            (cells[1].to_owned(), cells[2].to_owned())
        })
        .collect();
    let on_the_card: BTreeSet<(String, String)> = file
        .countries
        .iter()
        .flat_map(|country| {
            let lines = country.emergency.iter().chain(&country.crisis).chain(&country.cancer);
            lines.map(|line| (country.code.clone(), line.number.clone()))
        })
        .collect();
    assert_eq!(listed, on_the_card);
}

#[test]
fn the_country_is_guessed_from_the_locale_and_else_from_the_language() {
    let code = |locale, language| guessed(locale, language).map(|country| country.code.as_str());
    assert_eq!(code("pt_PT.UTF-8", Language::Portuguese), Some("PT"));
    assert_eq!(code("pt_BR", Language::English), Some("BR"));
    assert_eq!(code("de-AT", Language::German), Some("AT"));
    assert_eq!(code("C.UTF-8", Language::Telugu), Some("IN"));
    assert_eq!(code("C", Language::English), None);
    assert_eq!(code("", Language::Arabic), None);
    assert_eq!(code("xx_ZZ", Language::Japanese), Some("JP"));
}

#[test]
fn one_s_own_country_is_found_without_scrolling() {
    let all: BTreeSet<&str> = countries().iter().map(|country| country.code.as_str()).collect();
    for language in Language::ALL {
        let near = spoken_in(language);
        assert!(near.iter().all(|code| all.contains(code)), "{language:?}");
        for now in [None, countries().get(20)] {
            let order = order(now, language);
            let codes: Vec<&str> = order.iter().map(|country| country.code.as_str()).collect();
            assert_eq!(codes.iter().copied().collect::<BTreeSet<_>>(), all, "none is lost");
            assert!(now.is_none_or(|now| codes[0] == now.code), "{codes:?}");
            let first = &codes[..=near.len()];
            assert!(near.iter().all(|code| first.contains(code)), "{language:?}: {codes:?}");
        }
    }
}
