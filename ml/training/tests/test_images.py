"""Every image step the Rust runtime repeats, against small cases worked out by hand."""

import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import numpy as np  # noqa: E402

import free_response  # noqa: E402
import images as steps  # noqa: E402


class Images(unittest.TestCase):
    def test_area_resampling(self):
        plane = np.array([[0.0, 1.0, 2.0, 3.0]], dtype=np.float32)
        self.assertEqual(steps.area_resample(plane, 1, 2).tolist(), [[0.5, 2.5]])
        three = steps.area_resample(plane, 1, 3)[0]
        self.assertTrue(np.allclose(three, [0.25, 1.5, 2.75]))
        self.assertEqual(steps.area_resample(plane, 2, 4).tolist(), [[0, 1, 2, 3]] * 2)

    def test_area_resampling_keeps_the_mean(self):
        plane = np.random.default_rng(0).random((97, 211)).astype(np.float32)
        self.assertAlmostEqual(float(steps.area_resample(plane, 31, 64).mean()), float(plane.mean()), places=5)

    def test_crop_repeats_the_edge(self):
        plane = np.arange(9, dtype=np.float32).reshape(3, 3)
        self.assertEqual(steps.crop(plane, 0, 0, 4).tolist(), [[0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 1], [3, 3, 3, 4]])
        whole = np.random.default_rng(1).random((128, 128)).astype(np.float32)
        self.assertTrue(np.array_equal(steps.centre_crop(whole), whole))

    def test_letterbox_centres(self):
        box = steps.letterbox(np.ones((256, 512), dtype=np.float32))
        self.assertEqual((box[:32].sum(), box[96:].sum(), float(box[32:96].min())), (0, 0, 1.0))

    def test_tiles_cover_every_pixel_and_start_even(self):
        for size in (100, 128, 129, 200, 255, 256, 512, 640):
            seen = np.zeros(size, dtype=bool)
            for origin in steps.tile_origins(size):
                self.assertEqual(origin % 2, 0)
                seen[origin : origin + 128] = True
            self.assertTrue(seen[: size - 1].all())

    def test_stitching_one_tile_changes_nothing(self):
        heat = np.random.default_rng(2).random((64, 64)).astype(np.float32)
        self.assertTrue(np.allclose(steps.stitch((128, 128), [(0, 0, heat)]), heat))

    def test_spots_are_apart_and_ordered(self):
        heat = np.zeros((64, 64), dtype=np.float32)
        heat[10, 20], heat[12, 20], heat[40, 41] = 0.9, 0.8, 0.95
        found = steps.spots(heat, 0.5)
        self.assertEqual([(x, y) for x, y, _ in found], [(83.0, 81.0), (41.0, 21.0)])

    def test_occlusion_windows_cover_the_centre(self):
        windows = steps.occlusion_windows()
        self.assertEqual((len(windows), windows[0], windows[-1]), (81, (29, 29), (85, 85)))
        heat = steps.occlusion_map(np.zeros((128, 128)), [1.0] + [0.0] * 80)
        self.assertEqual((heat[29, 29], heat[0, 0], heat[36, 36]), (1.0, 0.0, 0.25))

    def test_free_response(self):
        heat = np.zeros((1, 64, 64), dtype=np.float32)
        heat[0, 32, 32], heat[0, 5, 5] = 0.9, 0.6
        mask = np.zeros((1, 128, 128), dtype=np.uint8)
        mask[0, 62:68, 62:68] = 1
        hits, false = free_response.response(heat, mask)
        self.assertEqual((len(hits), len(false)), (1, 1))
        self.assertAlmostEqual(float(hits[0]), 0.9, places=6)
        self.assertEqual([s for _, s, _ in free_response.curve(hits, false, 1, (0.0, 1))], [1.0, 1.0])


if __name__ == "__main__":
    unittest.main()
