"""Figures against values worked out by hand."""

import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import numpy as np  # noqa: E402

import metrics  # noqa: E402


class Metrics(unittest.TestCase):
    def test_auc_counts_ties_half(self):
        self.assertEqual(metrics.auc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]), 0.75)
        self.assertEqual(metrics.auc([0, 1], [0.5, 0.5]), 0.5)
        self.assertTrue(np.isnan(metrics.auc([1, 1], [0.2, 0.3])))

    def test_threshold_keeps_the_sensitivity(self):
        rng = np.random.default_rng(0)
        labels = rng.integers(0, 2, 500)
        scores = rng.normal(size=500) + labels
        for wanted in (0.8, 0.905, 0.99, 1.0):
            at = metrics.threshold_for(labels, scores, wanted)
            self.assertGreaterEqual(metrics.at_threshold(labels, scores, at)[0], wanted)
            above = np.nextafter(at, np.inf)
            self.assertLess(metrics.at_threshold(labels, scores, above)[0], wanted + 1 / labels.sum())

    def test_balanced_threshold_has_the_best_smaller_margin(self):
        rng = np.random.default_rng(3)
        labels = rng.integers(0, 2, 400)
        scores = rng.normal(size=400) + 2 * labels

        def margin(threshold):
            reached = metrics.at_threshold(labels, scores, threshold)
            return min(reached[0] - 0.9, reached[1] - 0.75)

        best = margin(metrics.balanced_threshold(labels, scores, 0.9, 0.75))
        self.assertGreaterEqual(best, max(margin(t) for t in np.linspace(-3, 5, 300)))

    def test_calibration_error(self):
        self.assertAlmostEqual(metrics.calibration_error([1, 0, 1, 0], [0.75, 0.25, 0.75, 0.25]), 0.25)
        self.assertEqual(metrics.calibration_error([1, 0], [1.0, 0.0]), 0.0)

    def test_platt_finds_the_slope_it_was_drawn_with(self):
        rng = np.random.default_rng(1)
        logits = rng.normal(size=20000) * 2
        labels = rng.random(20000) < 1 / (1 + np.exp(-(0.5 * logits - 1)))
        slope, offset, covariance = metrics.fit_platt(labels, logits)
        self.assertAlmostEqual(slope, 0.5, delta=0.05)
        self.assertAlmostEqual(offset, -1.0, delta=0.06)
        self.assertTrue(np.all(np.linalg.eigvalsh(covariance) > 0))

    def test_bootstrap_draws_patients_not_patches(self):
        rng = np.random.default_rng(2)
        values = np.repeat(rng.normal(size=30), 20)
        alone = metrics.patient_bootstrap(np.arange(600), lambda k: values[k].mean(), 400)
        together = metrics.patient_bootstrap(np.repeat(np.arange(30), 20), lambda k: values[k].mean(), 400)
        self.assertGreater(together[1] - together[0], 3 * (alone[1] - alone[0]))

    def test_label_noise_makes_the_interval_hold_nine_in_ten(self):
        rng = np.random.default_rng(4)
        calibration = {"slope": 1.0, "offset": 0.0, "covariance": [[0.01, 0.0], [0.0, 0.01]]}
        middle, own = metrics.stated(calibration, rng.normal(size=4000))
        self.assertTrue(np.all(own > 0) and np.all((middle > 0) & (middle < 1)))
        wanted = np.clip(middle + rng.normal(size=4000) * 0.2, 0, 1)
        noise = metrics.label_noise(wanted, middle, own)
        low, high = metrics.around(middle, own, noise)
        self.assertTrue(np.all((low >= 0) & (low <= middle) & (middle <= high) & (high <= 1)))
        self.assertAlmostEqual(float(((low <= wanted) & (wanted <= high)).mean()), 0.9, delta=0.005)
        self.assertEqual(metrics.label_noise(middle, middle, own), 0.0)

    def test_wilson_is_inside_0_and_1(self):
        self.assertEqual(metrics.wilson(0, 0), [0.0, 1.0])
        low, high = metrics.wilson(9, 10)
        self.assertAlmostEqual(low, 0.5958, places=3)
        self.assertAlmostEqual(high, 0.9821, places=3)


if __name__ == "__main__":
    unittest.main()
