"""Islands: groups of experts who are connected by cases that they share."""

import numpy as np

from reviewer_app.panel.observed import Indices, Observed


def islands_of(observed: Observed) -> Indices:
    """The island of each expert, numbered from 0 by its first expert.

    The smallest number spreads over the graph of cases and experts until nothing changes.
    """
    number = np.arange(len(observed.experts))
    while True:
        smallest = np.full(len(observed.cases), len(observed.experts))
        np.minimum.at(smallest, observed.case, number[observed.expert])
        spread = number.copy()
        np.minimum.at(spread, observed.expert, smallest[observed.case])
        spread = spread[spread]  # two steps in one: long chains end soon
        if np.array_equal(spread, number):
            return np.unique(number, return_inverse=True)[1]
        number = spread
