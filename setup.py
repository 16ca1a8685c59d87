"""Finds the packages; everything else about the project is said in pyproject.toml."""

from setuptools import find_packages, setup

ROOMS = ["reviewer_app*", "review_protocol*", "central_server*"]

setup(
    packages=[
        *find_packages(include=ROOMS),
        "reviewer_app.resources",
        "reviewer_app.translations",
    ]
)
