//! Heat lies where covering changes the answer.

use super::*;

fn how() -> Explain {
    Explain { window: 14, stride: 7, span: 70, fill_percentile: 25.0 }
}

/// A dark patch with a bright square, and the share of bright pixels as its rating.
fn patch(left: usize, top: usize) -> Plane {
    let mut values = vec![0.1; SIDE * SIDE];
    for y in top..top + 8 {
        for x in left..left + 8 {
            values[y * SIDE + x] = 0.9;
        }
    }
    Plane::new(SIDE, SIDE, values).unwrap()
}

fn brightness(plane: &Plane) -> Result<f32, Error> {
    Ok(plane.values().iter().filter(|value| **value > 0.5).count() as f32 / 64.0)
}

#[test]
fn the_peak_lies_on_the_spot() {
    let heat = occlusion(&patch(70, 50), &how(), &Watch::new(), brightness).unwrap();
    let peak = (0..SIDE * SIDE).max_by(|a, b| heat.values[*a].total_cmp(&heat.values[*b])).unwrap();
    let (x, y) = (peak % SIDE, peak / SIDE);
    assert!((66..82).contains(&x) && (46..62).contains(&y), "{x}, {y}");
    assert_eq!(heat.values[peak], 1.0);
    assert_eq!((heat.of_patch(0, 0), heat.of_patch(SIDE, 0)), (0.0, 0.0), "none outside of what was covered");
}

#[test]
fn nothing_is_warm_where_nothing_matters() {
    let heat = occlusion(&patch(70, 50), &how(), &Watch::new(), |_| Ok(0.4)).unwrap();
    assert!(heat.values.iter().all(|value| *value == 0.0));
}

#[test]
fn asks_once_for_each_window_and_the_whole() {
    let asked = std::cell::Cell::new(0);
    let watch = Watch::new();
    let ask = |_: &Plane| {
        asked.set(asked.get() + 1);
        Ok(0.5)
    };
    occlusion(&patch(60, 60), &how(), &watch, ask).unwrap();
    assert_eq!((asked.get(), watch.progress().done, watch.progress().steps), (82, 82, 82));
}

#[test]
fn covers_with_the_dark_quarter() {
    let values: Vec<f32> = (0..SIDE * SIDE).map(|at| at as f32).collect();
    assert_eq!(percentile(&Plane::new(SIDE, SIDE, values).unwrap(), 25.0), 4095.0);
}

#[test]
fn stops_between_windows() {
    let watch = Watch::new();
    let ask = |_: &Plane| {
        watch.cancel();
        Ok(0.5)
    };
    assert!(matches!(occlusion(&patch(60, 60), &how(), &watch, ask), Err(Error::Cancelled)));
}

#[test]
fn lies_over_the_picture_at_its_place_and_scale() {
    let heat = occlusion(&patch(60, 60), &how(), &Watch::new(), brightness).unwrap().placed((100.0, 200.0), (2.0, 2.0));
    // The patch's middle is at 100, 200 of what was seen, twice that in the picture.
    assert!(heat.of_picture(200, 400) > 0.5);
    assert_eq!(heat.of_picture(0, 0), 0.0);
    assert_eq!(heat.of_picture(200, 4000), 0.0);
}
