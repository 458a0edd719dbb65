//! What typed letters find among names.

use super::begins;

#[test]
fn letters_find_the_next_that_begins_with_them() {
    let names = ["Anneke", "Blue Heron", "Ömer", "Bo", "سليم"];
    assert_eq!(begins(&names, 0, "b"), Some(1));
    assert_eq!(begins(&names, 1, "b"), Some(3), "the same letter goes on");
    assert_eq!(begins(&names, 3, "bb"), Some(1), "and around");
    assert_eq!(begins(&names, 1, "bl"), Some(1), "a longer word stays where it fits");
    assert_eq!(begins(&names, 1, "bo"), Some(3));
    assert_eq!(begins(&names, 0, "ö"), Some(2));
    assert_eq!(begins(&names, 0, "س"), Some(4));
    assert_eq!(begins(&names, 0, "x"), None);
    assert_eq!(begins(&[], 0, "a"), None);
}
