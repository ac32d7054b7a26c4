"""A brand's numbers on a page: a period, what it is compared with, cards, charts, coverage and the best posts."""
