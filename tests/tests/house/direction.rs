//! Which crate may depend on which, and which room may name which package.

use std::fs;

use proc_macro2::{TokenStream, TokenTree};

use super::source::{root, sources};

/// Arrows of DESIGN 3: a crate and those of the house it may depend on.
const ARROWS: [(&str, &[&str]); 7] = [
    ("crypto", &[]),
    ("media", &[]),
    ("ml", &[]),
    ("net", &["crypto"]),
    ("app", &["crypto", "media", "ml", "net", "paint"]),
    ("app/paint", &[]),
    ("tests", &["app", "crypto", "ml", "net"]),
];

/// A package as Rust names it, the crate that depends on it, and the only places that may name it.
struct Fixed {
    ident: &'static str,
    package: &'static str,
    owner: &'static str,
    places: &'static [&'static str],
}

const FIXED: [Fixed; 10] = [
    Fixed { ident: "egui", package: "egui", owner: "app", places: &["app/src/ui/", "app/paint/"] },
    Fixed { ident: "eframe", package: "eframe", owner: "app", places: &["app/src/ui/"] },
    Fixed { ident: "sled", package: "sled", owner: "app", places: &["app/src/store/"] },
    Fixed { ident: "libp2p", package: "libp2p", owner: "net", places: &["net/src/swarm/"] },
    Fixed { ident: "openmls", package: "openmls", owner: "crypto", places: &["crypto/src/group/"] },
    Fixed { ident: "snow", package: "snow", owner: "crypto", places: &["crypto/src/handshake"] },
    Fixed {
        ident: "chacha20poly1305",
        package: "chacha20poly1305",
        owner: "crypto",
        places: &["crypto/src/seal", "crypto/src/vault"],
    },
    Fixed {
        ident: "x25519_dalek",
        package: "x25519-dalek",
        owner: "crypto",
        places: &["crypto/src/seal", "crypto/src/handshake"],
    },
    Fixed { ident: "tract", package: "tract-onnx", owner: "ml", places: &["ml/src/runtime/"] },
    Fixed { ident: "image", package: "image", owner: "ml", places: &["ml/src/scan/", "app/src/engine/file"] },
];

/// The names under `[dependencies]` of a crate's manifest.
fn dependencies(krate: &str) -> Vec<String> {
    let manifest = fs::read_to_string(root().join(krate).join("Cargo.toml")).expect("each crate has a manifest");
    manifest
        .lines()
        .skip_while(|line| line.trim() != "[dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|name| !name.is_empty() && !name.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn crates_depend_downwards_only() {
    let house: Vec<&str> = ARROWS.iter().map(|(krate, _)| *krate).collect();
    for (krate, allowed) in ARROWS {
        for dependency in dependencies(krate) {
            assert!(
                !house.contains(&dependency.as_str()) || allowed.contains(&dependency.as_str()),
                "{krate} may not depend on {dependency}"
            );
        }
    }
}

#[test]
fn every_crate_keeps_the_lints() {
    for (krate, _) in ARROWS {
        let manifest = fs::read_to_string(root().join(krate).join("Cargo.toml")).expect("each crate has a manifest");
        assert!(manifest.contains("[lints]\nworkspace = true"), "{krate} does not inherit the workspace's lints");
    }
    for leaf in ["app/paint", "crypto", "media", "ml", "net"] {
        let map = fs::read_to_string(root().join(leaf).join("src/lib.rs")).expect("each crate has a map");
        assert!(map.contains("#![warn(missing_docs)]"), "{leaf} does not warn about missing docs");
    }
}

#[test]
fn packages_are_named_in_their_rooms_only() {
    let mut strays = Vec::new();
    for source in sources() {
        let tokens: TokenStream = source.text.parse().unwrap_or_else(|error| panic!("{}: {error}", source.path));
        for fixed in &FIXED {
            let allowed = fixed.places.iter().any(|place| source.path.starts_with(place));
            if !allowed && !source.is_test() && names(tokens.clone(), fixed.ident) {
                strays.push(format!("{} names {}", source.path, fixed.ident));
            }
        }
    }
    assert!(strays.is_empty(), "{}", strays.join("\n"));
}

#[test]
fn fixed_packages_are_used_for_real() {
    let sources = sources();
    for fixed in &FIXED {
        let direct = dependencies(fixed.owner).contains(&fixed.package.to_owned());
        assert!(direct, "{} is no direct dependency of {}", fixed.package, fixed.owner);
        let used = sources.iter().any(|source| {
            let here = fixed.places.iter().any(|place| source.path.starts_with(place));
            here && !source.is_test() && source.text.parse().is_ok_and(|tokens| names(tokens, fixed.ident))
        });
        assert!(used, "{} is not used outside tests", fixed.package);
    }
}

/// Packages whose name is an everyday word: only a path that begins with it names them.
const EVERYDAY: [&str; 1] = ["image"];

/// Whether a package is named anywhere in the code, comments and strings aside.
fn names(tokens: TokenStream, package: &str) -> bool {
    if EVERYDAY.contains(&package) {
        return begins_a_path(tokens, package);
    }
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => {
            let ident = ident.to_string();
            ident == package || ident.strip_prefix(package).is_some_and(|rest| rest.starts_with('_'))
        }
        TokenTree::Group(group) => names(group.stream(), package),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Whether a path begins with that word: `image::…` but not `scale::image::…`, or it stands right after `use`.
fn begins_a_path(tokens: TokenStream, word: &str) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is =
        |at: Option<usize>, text: &str| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.to_string() == text);
    tokens.iter().enumerate().any(|(at, token)| match token {
        TokenTree::Ident(ident) if ident == word => {
            let inside = is(at.checked_sub(1), ":") || is(at.checked_sub(1), ".");
            let path = is(Some(at + 1), ":") && is(Some(at + 2), ":");
            (path && !inside) || is(at.checked_sub(1), "use") || is(at.checked_sub(1), "crate")
        }
        TokenTree::Group(group) => begins_a_path(group.stream(), word),
        _ => false,
    })
}

#[test]
fn an_everyday_word_is_told_from_a_package() {
    let names = |code: &str| names(code.parse().expect("it is Rust"), "image");
    assert!(names("use image::Limits;") && names("fn f() { image::load() }") && names("use image as pictures;"));
    assert!(names("use {image::Limits};") && names("extern crate image;"));
    assert!(!names("let image = swash::scale::image::Image::new();") && !names("f(image.width, Shape { image: 3 })"));
}
