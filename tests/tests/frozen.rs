//! A profile of every version that ever was opens with all that was in it, and goes on.

use tests::frozen::{check, thaw};

#[test]
fn a_profile_of_version_1_loses_nothing() {
    let folder = thaw(1);
    check(folder.path());
}

#[test]
fn a_profile_of_version_2_loses_nothing() {
    let folder = thaw(2);
    check(folder.path());
}
