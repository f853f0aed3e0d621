"""Logistic regression."""

import numpy as np

RIDGE = 1.0


def logistic(x: np.ndarray, y: np.ndarray, steps: int = 30) -> np.ndarray:
    """Weights of a logistic regression by Newton's method, with a small ridge on all but the first column."""
    weights = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[0] = 1e-6
    for _ in range(steps):
        chances = 1 / (1 + np.exp(-(x @ weights)))
        slope = x.T @ (chances - y) + ridge * weights
        bend = (x * (chances * (1 - chances))[:, None]).T @ x + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    return weights
