"""Free response of heat maps against masks. Numpy only."""

import numpy as np

import images as steps


def response(maps, masks, floor=0.02, separation=5):
    """Free response: the best score on each nodule, and the scores of all false spots.

    A spot hits when it lies inside the consensus mask or within 4 px of its centre.
    """
    hits, false = [], []
    for heat_map, mask in zip(maps, masks):
        rows, cols = np.nonzero(mask)
        best = 0.0
        for x, y, score in steps.spots(heat_map, floor, separation):
            row, col = min(int(y), mask.shape[0] - 1), min(int(x), mask.shape[1] - 1)
            near = len(rows) and np.hypot(cols.mean() + 0.5 - x, rows.mean() + 0.5 - y) <= 4.0
            if mask[row, col] or near:
                best = max(best, score)
            else:
                false.append(score)
        if len(rows):
            hits.append(best)
    return np.array(hits), np.array(false)


def curve(hits, false, count, points=(0.125, 0.25, 0.5, 1, 2, 4)):
    """[(false spots per patch, sensitivity, threshold)] at given false rates."""
    found = []
    ordered = np.sort(false)[::-1]
    for rate in points:
        allowed = int(rate * count)
        threshold = float(ordered[allowed]) + 1e-6 if allowed < len(ordered) else 0.02
        found.append((rate, float((hits >= threshold).mean()), threshold))
    return found
