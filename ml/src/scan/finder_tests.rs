//! Tiles cover every pixel, and peaks come out where heat was put.

use proptest::prelude::*;

use super::*;

fn how() -> Finder {
    Finder { tile: 128, stride: 96, cell: 2, min_heat: 0.5, separation_cells: 5, max_spots: 16 }
}

fn plane(width: usize, height: usize) -> Plane {
    Plane::new(width, height, vec![0.0; width * height]).unwrap()
}

/// A map where each tile saw a warm cell at a place of the picture.
fn warm(plane: &Plane, places: &[(isize, isize, f32)]) -> Map {
    let mut map = Map::over(plane, &how());
    for tile in tiles(plane, &how()) {
        let mut answer = vec![0.0; 64 * 64];
        for &(x, y, heat) in places {
            let (column, row) = ((x - tile.left).div_euclid(2), (y - tile.top).div_euclid(2));
            if (0..64).contains(&column) && (0..64).contains(&row) {
                answer[(row * 64 + column) as usize] = heat;
            }
        }
        map.add(&tile, &answer);
    }
    map
}

#[test]
fn a_patch_is_one_tile() {
    let tiles = tiles(&plane(128, 128), &how());
    assert_eq!(tiles.iter().map(|tile| (tile.left, tile.top)).collect::<Vec<_>>(), [(0, 0)]);
}

#[test]
fn finds_what_every_tile_saw() {
    let plane = plane(512, 512);
    let spots = warm(&plane, &[(100, 40, 0.9), (300, 301, 0.8), (510, 510, 0.7), (200, 200, 0.4)]).spots(&how());
    let rounded: Vec<_> = spots.iter().map(|(x, y)| (x.round() as i32, y.round() as i32)).collect();
    assert_eq!(rounded, [(101, 41), (301, 301), (511, 511)]);
}

#[test]
fn keeps_the_stronger_of_two_neighbours() {
    let plane = plane(128, 128);
    let spots = warm(&plane, &[(60, 60, 0.8), (66, 60, 0.9), (80, 60, 0.7)]).spots(&how());
    assert_eq!(spots.iter().map(|(x, _)| x.round() as i32).collect::<Vec<_>>(), [67, 81]);
}

#[test]
fn finds_no_more_than_it_may() {
    let plane = plane(640, 640);
    let places: Vec<_> = (0..50).map(|at| (20 + at % 10 * 60, 20 + at / 10 * 60, 0.6)).collect();
    assert_eq!(warm(&plane, &places).spots(&how()).len(), 16);
}

proptest! {
    #[test]
    fn tiles_cover_all_but_a_last_odd_line(width in 96usize..641, height in 96usize..641) {
        let plane = plane(width, height);
        let mut across = vec![false; width];
        for tile in tiles(&plane, &how()) {
            prop_assert!(width <= 128 || tile.left % 2 == 0);
            for x in tile.left.max(0)..(tile.left + 128).min(width as isize) {
                across[x as usize] = true;
            }
        }
        let even = width - width % 2;
        let covered = across[..if width <= 128 { width } else { even }].iter().all(|covered| *covered);
        prop_assert!(covered);
    }

    #[test]
    fn a_spot_is_found_where_it_lies(width in 128usize..641, height in 128usize..641, x in 0.0f64..1.0, y in 0.0f64..1.0) {
        let plane = plane(width, height);
        let place = |share: f64, size: usize| ((share * (size - 2) as f64) as isize).min(size as isize - 2);
        let (x, y) = (place(x, width - width % 2), place(y, height - height % 2));
        let spots = warm(&plane, &[(x, y, 1.0)]).spots(&how());
        prop_assert_eq!(spots.len(), 1);
        prop_assert!((spots[0].0 - x as f64).abs() <= 2.0 && (spots[0].1 - y as f64).abs() <= 2.0);
    }
}
