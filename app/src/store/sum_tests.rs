//! Tests of [`super`].

use crypto::secret::Key32;

use super::{Scale, Sum};

fn scale() -> Scale {
    Scale::new(Key32::new([7; 32]), b"own".to_vec())
}

#[test]
fn records_add_up_in_any_order_and_are_taken_back() {
    let scale = scale();
    let [a, b, c] = [(b"a", b"1"), (b"b", b"1"), (b"c", b"3")].map(|(place, stored)| scale.weigh(place, stored));
    assert_eq!(a.plus(b).plus(c), c.plus(a).plus(b));
    assert_eq!(a.plus(b).minus(a), b);
    assert_eq!(Sum::default().minus(a).plus(a), Sum::default());
    assert_eq!(Sum::decode(c.encode()), c);
}

#[test]
fn places_and_contents_both_count_and_the_sum_itself_does_not() {
    let scale = scale();
    assert_ne!(scale.weigh(b"a", b"1"), scale.weigh(b"a", b"2"));
    assert_ne!(scale.weigh(b"a", b"1"), scale.weigh(b"b", b"1"));
    assert_ne!(scale.weigh(b"ab", b"c"), scale.weigh(b"a", b"bc"));
    assert_eq!(scale.weigh(b"own", b"anything"), Sum::default());
    assert_ne!(scale.weigh(b"a", b"1"), Scale::new(Key32::new([8; 32]), b"own".to_vec()).weigh(b"a", b"1"));
}
