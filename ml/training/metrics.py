"""Figures with patient-level intervals. Numpy only.

AUC is the rank statistic with ties counted half; a bootstrap draws patients, not patches, so that a
patient with many nodules widens the interval as he should.
"""

import numpy as np


def auc(labels, scores):
    """Area under the ROC curve; nan where a class is absent."""
    labels, scores = np.asarray(labels), np.asarray(scores, dtype=np.float64)
    positive = int(labels.sum())
    negative = len(labels) - positive
    if positive == 0 or negative == 0:
        return float("nan")
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    upper = np.cumsum(counts)
    ranks = (upper - (counts - 1) / 2.0)[inverse]
    return float((ranks[labels == 1].sum() - positive * (positive + 1) / 2) / (positive * negative))


def patient_bootstrap(patients, figure, rounds=1000, seed=11):
    """95 % interval of figure(index array) over resampled patients."""
    names, group = np.unique(np.asarray(patients), return_inverse=True)
    members = [np.flatnonzero(group == k) for k in range(len(names))]
    rng = np.random.default_rng(seed)
    values = []
    for _ in range(rounds):
        drawn = rng.integers(0, len(names), len(names))
        value = figure(np.concatenate([members[k] for k in drawn]))
        if not np.isnan(value):
            values.append(value)
    return [float(v) for v in np.percentile(values, [2.5, 97.5])]


def at_threshold(labels, scores, threshold):
    """(sensitivity, specificity) when score >= threshold counts as raised."""
    labels, raised = np.asarray(labels), np.asarray(scores) >= threshold
    return float(raised[labels == 1].mean()), float((~raised[labels == 0]).mean())


def threshold_for(labels, scores, sensitivity):
    """The highest threshold whose sensitivity is at least the one asked for."""
    ordered = np.sort(np.asarray(scores)[np.asarray(labels) == 1])
    return float(ordered[int(np.floor((1.0 - sensitivity) * len(ordered)))])


def balanced_threshold(labels, scores, sensitivity, specificity):
    """The threshold whose smaller margin above the wanted sensitivity and specificity is largest."""

    def margin(threshold):
        reached = at_threshold(labels, scores, threshold)
        return min(reached[0] - sensitivity, reached[1] - specificity)

    return float(max(np.unique(np.asarray(scores)), key=margin))


def calibration_error(labels, scores, bins=10):
    """Expected calibration error over equal-width bins."""
    return float(sum(n * abs(m - f) for n, m, f in reliability(labels, scores, bins)) / len(scores))


def reliability(labels, scores, bins=10):
    """[(count, mean score, observed fraction)] of the bins that hold anything."""
    labels, scores = np.asarray(labels, dtype=np.float64), np.asarray(scores, dtype=np.float64)
    place = np.minimum((scores * bins).astype(int), bins - 1)
    found = []
    for k in range(bins):
        inside = place == k
        if inside.any():
            found.append((int(inside.sum()), float(scores[inside].mean()), float(labels[inside].mean())))
    return found


def fit_platt(labels, logits, rounds=50, ridge=1e-3):
    """Logistic calibration p = s(a*logit + b); returns (a, b, 2x2 covariance) by Newton's method."""
    labels = np.asarray(labels, dtype=np.float64)
    design = np.stack([np.asarray(logits, dtype=np.float64), np.ones(len(labels))], axis=1)
    at = np.array([1.0, 0.0])
    for _ in range(rounds):
        p = 1.0 / (1.0 + np.exp(-design @ at))
        slope = design.T @ (labels - p) - ridge * (at - np.array([1.0, 0.0]))
        curve = (design * (p * (1 - p))[:, None]).T @ design + ridge * np.eye(2)
        at = at + np.linalg.solve(curve, slope)
    return float(at[0]), float(at[1]), np.linalg.inv(curve)


NINE_IN_TEN = 1.644854  # deviations of a normal law that hold nine in ten


def stated(calibration, logits):
    """(suspicion, variance of it by the calibration alone) of raw logits."""
    design = np.stack([np.asarray(logits, dtype=np.float64), np.ones(len(logits))], axis=1)
    own = np.einsum("ni,ij,nj->n", design, np.asarray(calibration["covariance"]), design)
    middle = 1 / (1 + np.exp(-(design @ [calibration["slope"], calibration["offset"]])))
    return middle, (middle * (1 - middle)) ** 2 * own


def label_noise(wanted, middle, own, share=0.9):
    """The variance to add so that `share` of the wanted suspicions lie in the interval around the stated ones."""
    needed = np.sort(((np.asarray(wanted) - np.asarray(middle)) / NINE_IN_TEN) ** 2 - np.asarray(own))
    return float(max(0.0, needed[min(len(needed) - 1, int(np.ceil(share * (len(needed) + 1))) - 1)]))


def around(middle, own, noise):
    """(low, high): the interval around stated suspicions, inside 0..1."""
    half = np.sqrt(np.asarray(own) + noise) * NINE_IN_TEN
    return np.clip(middle - half, 0, 1), np.clip(middle + half, 0, 1)


def wilson(hits, total):
    """95 % Wilson interval of a share."""
    if total == 0:
        return [0.0, 1.0]
    z, share = 1.959964, hits / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * np.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return [float(middle - half), float(middle + half)]


def fit_logistic(features, labels, ridge=1.0, rounds=30):
    """Plain ridge logistic regression (for the floors); returns a scoring function."""
    features = np.asarray(features, dtype=np.float64)
    mean, scale = features.mean(axis=0), features.std(axis=0) + 1e-9

    def design(x):
        x = (np.asarray(x, dtype=np.float64) - mean) / scale
        return np.concatenate([x, np.ones((len(x), 1))], axis=1)

    inside, labels = design(features), np.asarray(labels, dtype=np.float64)
    at = np.zeros(inside.shape[1])
    penalty = ridge * np.eye(len(at))
    penalty[-1, -1] = 1e-6
    for _ in range(rounds):
        p = 1.0 / (1.0 + np.exp(-np.clip(inside @ at, -30, 30)))
        slope = inside.T @ (labels - p) - penalty @ at
        curve = (inside * (p * (1 - p) + 1e-6)[:, None]).T @ inside + penalty
        at = at + np.linalg.solve(curve, slope)
    return lambda x: design(x) @ at
