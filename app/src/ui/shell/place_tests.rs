//! A window comes back where a person can reach it.

use super::*;

const SCREEN: Vec2 = vec2(1280.0, 800.0);

fn at(x: i32, y: i32, width: u32, height: u32) -> Place {
    Place { x, y, width, height, maximized: false }
}

#[test]
fn a_window_comes_back_where_it_stood() {
    assert_eq!(fitting(at(40, 30, 900, 700), SCREEN), (vec2(900.0, 700.0), Some(vec2(40.0, 30.0))));
    assert_eq!(fitting(at(-300, 0, 900, 700), SCREEN).1, Some(vec2(-300.0, 0.0)), "a part of it can be reached");
}

#[test]
fn a_window_of_a_screen_that_is_gone_comes_back_on_this_one() {
    for place in [at(1900, 40, 900, 700), at(-1500, 40, 900, 700), at(40, 1200, 900, 700), at(40, -500, 900, 700)] {
        assert_eq!(fitting(place, SCREEN), (vec2(900.0, 700.0), None), "{place:?}");
    }
}

#[test]
fn a_window_never_comes_back_larger_than_the_screen_or_too_small_to_use() {
    assert_eq!(fitting(at(0, 0, 4000, 3000), SCREEN).0, SCREEN);
    assert_eq!(fitting(at(0, 0, 0, 0), SCREEN).0, LEAST);
    assert_eq!(fitting(at(0, 0, u32::MAX, u32::MAX), vec2(300.0, 200.0)).0, vec2(300.0, 200.0));
    assert_eq!(fitting(at(i32::MIN, i32::MAX, 900, 700), SCREEN).1, None);
}
