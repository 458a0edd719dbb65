//! Files stay under 500 lines and functions under 60; every file says what it owns.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::source::sources;

const FILE_LINES: usize = 500;
const FUNCTION_LINES: usize = 60;

#[test]
fn files_are_short() {
    let long: Vec<String> = sources()
        .iter()
        .map(|source| (source.text.lines().count(), &source.path))
        .filter(|(lines, _)| *lines >= FILE_LINES)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "files of {FILE_LINES} lines or more:\n{}", long.join("\n"));
}

#[test]
fn files_say_what_they_own() {
    let silent: Vec<String> = sources()
        .iter()
        .filter(|source| !source.text.trim_start().starts_with("//!"))
        .map(|source| source.path.clone())
        .collect();
    assert!(silent.is_empty(), "files without a first line of `//!`:\n{}", silent.join("\n"));
}

#[test]
fn functions_are_short() {
    let mut long = Vec::new();
    for source in sources() {
        let mut visitor = Functions { path: &source.path, long: &mut long };
        visitor.visit_file(&source.parse());
    }
    assert!(long.is_empty(), "functions of {FUNCTION_LINES} lines or more:\n{}", long.join("\n"));
}

struct Functions<'a> {
    path: &'a str,
    long: &'a mut Vec<String>,
}

impl Functions<'_> {
    fn measure(&mut self, name: &syn::Ident, block: &syn::Block) {
        let span = block.span();
        let lines = span.end().line - span.start().line + 1;
        if lines >= FUNCTION_LINES {
            self.long.push(format!("{}:{} {name}: {lines} lines", self.path, span.start().line));
        }
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.measure(&item.sig.ident, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.measure(&item.sig.ident, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.measure(&item.sig.ident, block);
        }
        visit::visit_trait_item_fn(self, item);
    }
}
