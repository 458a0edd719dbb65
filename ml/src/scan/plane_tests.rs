//! Crops, sizes and letterboxes, against sums done by hand.

use proptest::prelude::*;

use super::*;

fn ramp(width: usize, height: usize) -> Plane {
    let values = (0..width * height).map(|at| at as f32).collect();
    Plane::new(width, height, values).unwrap()
}

#[test]
fn refuses_a_wrong_number_of_values() {
    assert!(Plane::new(2, 2, vec![0.0; 3]).is_none());
    assert!(Plane::new(0, 2, vec![]).is_none());
    assert!(Plane::new(usize::MAX, 2, vec![0.0; 2]).is_none());
}

#[test]
fn a_crop_of_its_own_size_is_itself() {
    let plane = ramp(SIDE, SIDE);
    assert_eq!(plane.centre_crop(), plane);
}

#[test]
fn outside_the_edge_pixel_goes_on() {
    let plane = ramp(3, 2);
    let crop = plane.crop(0.0, 0.0);
    assert_eq!(crop.values()[0], 0.0);
    // Row 64 of the crop is row 0 of the picture; column 66 its last.
    assert_eq!(crop.values()[64 * SIDE + 66], 2.0);
    assert_eq!(crop.values()[SIDE * SIDE - 1], 5.0);
    let far = plane.crop(1e18, -1e18);
    assert!(far.values().iter().all(|&value| value == 2.0));
}

#[test]
fn halves_and_thirds_are_means() {
    let halved = ramp(4, 2).resampled(2, 1);
    assert_eq!(halved.values(), [(0.0 + 1.0 + 4.0 + 5.0) / 4.0, (2.0 + 3.0 + 6.0 + 7.0) / 4.0]);
    let thirds = ramp(3, 1).resampled(2, 1);
    let expected = [(0.0 + 0.5) / 1.5, (0.5 + 2.0) / 1.5];
    assert!(thirds.values().iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-6));
}

#[test]
fn enlarging_covers_parts_of_pixels() {
    let larger = ramp(2, 1).resampled(3, 1);
    assert_eq!(larger.values(), [0.0, 0.5, 1.0]);
}

#[test]
fn a_letterbox_is_black_around_the_middle() {
    let white = Plane::new(200, 100, vec![1.0; 20_000]).unwrap();
    let boxed = white.letterbox();
    let at = |x: usize, y: usize| boxed.values()[y * SIDE + x];
    assert_eq!((at(0, 31), at(0, 32), at(127, 95), at(127, 96)), (0.0, 1.0, 1.0, 0.0));
}

proptest! {
    #[test]
    fn every_size_keeps_the_mean(width in 1usize..40, height in 1usize..40, to_width in 1usize..60, to_height in 1usize..60) {
        let plane = ramp(width, height);
        let other = plane.resampled(to_width, to_height);
        let mean = |plane: &Plane| plane.values().iter().map(|&v| f64::from(v)).sum::<f64>() / plane.values().len() as f64;
        prop_assert_eq!((other.width(), other.height()), (to_width, to_height));
        prop_assert!((mean(&plane) - mean(&other)).abs() < 1e-3 * (1.0 + mean(&plane)));
    }

    #[test]
    fn a_crop_never_leaves_the_picture(width in 1usize..300, height in 1usize..300, x in -1e9f64..1e9, y in -1e9f64..1e9) {
        let crop = ramp(width, height).crop(x, y);
        prop_assert_eq!(crop.values().len(), SIDE * SIDE);
        prop_assert!(crop.values().iter().all(|&value| value < (width * height) as f32));
    }
}
