"""Verifies what the app wrote as evidence: no profile, no window, no network."""
