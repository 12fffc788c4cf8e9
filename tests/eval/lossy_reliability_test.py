#!/usr/bin/env python3
"""The fit of the curves of lost bytes finds curves again that the cases were made from, and changes none that fit."""
import random
import types
import unittest

import lossy_reliability
import reliability


def made_from(curves, number):
    """Repairs whose shares are random, and that are right as often as `curves` say; the probabilities they are given
    are the shares themselves."""
    draw = random.Random(7)
    rows = []
    for i in range(number):
        shares = [draw.random() for _ in range(1 + i % 4)]
        choices = [(share, draw.random() < reliability.logistic(curves[0] + curves[1] * lossy_reliability.log_odds(share)))
                   for share in shares]
        rows.append((types.SimpleNamespace(set="made", id=str(i)), 1.0, 0.5, all(right for _, right in choices), choices))
    return rows


class Fit(unittest.TestCase):
    def test_curves_are_found_again(self):
        made = (0.3, 0.5)
        rows = made_from(made, 20000)
        curves = lossy_reliability.fitted(rows, [0.0, 1.0, 0.0, -1.0])
        self.assertAlmostEqual(curves[0], made[0], delta=0.05)
        self.assertAlmostEqual(curves[1], made[1], delta=0.05)
        self.assertLess(curves[3], 0)
        said = lossy_reliability.said(rows, [0.0, 1.0, 0.0, -1.0], curves)
        self.assertLess(lossy_reliability.error([pair for *_, choices in said for pair in choices]), 0.02)
        self.assertLess(lossy_reliability.error([(p, right) for _, _, p, right, _ in said]), 0.04)
        # What was given by curves that fit is fitted by them.
        again = lossy_reliability.fitted(said, curves)
        for old, new in zip(curves, again):
            self.assertAlmostEqual(old, new, places=3)

    def test_curves_in_use_are_read(self):
        choice, slope, repair, fall = lossy_reliability.curves_in_use()
        self.assertGreater(slope, 0)
        self.assertLess(fall, 0)
        self.assertLess(abs(choice) + abs(repair), 5)


if __name__ == "__main__":
    unittest.main()
