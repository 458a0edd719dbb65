"""Patients never cross a split; folds are stable and balanced."""

import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import records  # noqa: E402


def patch(patient, nodule, rating, split="train"):
    return records.Patch(f"{patient}-{nodule}.png", rating, patient, f"{patient}/{nodule}", split, True, "")


class Split(unittest.TestCase):
    def setUp(self):
        self.chosen = [patch(f"P{k:03}", n, 1 + (k * 7 + n) % 5) for k in range(120) for n in range(1 + k % 3)]

    def test_no_patient_in_two_folds(self):
        fold = records.fold_of(self.chosen, 5, 1)
        seen = {}
        for number, one in zip(fold, self.chosen):
            self.assertEqual(seen.setdefault(one.patient, number), number)

    def test_folds_are_balanced_and_repeatable(self):
        fold = records.fold_of(self.chosen, 5, 1)
        self.assertEqual(list(fold), list(records.fold_of(list(reversed(self.chosen)), 5, 1))[::-1])
        for number in range(5):
            self.assertEqual(len({p.patient for f, p in zip(fold, self.chosen) if f == number}), 24)

    def test_another_seed_deals_otherwise(self):
        self.assertNotEqual(list(records.fold_of(self.chosen, 5, 1)), list(records.fold_of(self.chosen, 5, 2)))

    def test_a_shared_patient_is_an_error(self):
        with self.assertRaises(ValueError):
            records.assert_disjoint([patch("P1", 0, 1), patch("P2", 0, 1)], [patch("P2", 1, 5)])
        records.assert_disjoint([patch("P1", 0, 1)], [patch("P2", 1, 5)])

    def test_the_indeterminate_has_no_label(self):
        self.assertEqual([patch("P", 0, r).label for r in (1, 2, 3, 4, 5)], [0, 0, None, 1, 1])

    @unittest.skipUnless(os.environ.get("LUNG_DATA"), "LUNG_DATA names no data folder")
    def test_the_shipped_split_shares_no_patient(self):
        found = records.patches(os.environ["LUNG_DATA"])
        train = [p for p in found if p.split == "train"]
        records.assert_disjoint(train, [p for p in found if p.split != "train"])
        self.assertFalse({p.file for p in train} & {p.file for p in found if p.split != "train"})


if __name__ == "__main__":
    unittest.main()
