"""Figures, dates and times as Chinese and English write them, brought to one normal form."""

from reviewer_app.reading.figures.chinese import figures_zh
from reviewer_app.reading.figures.english import figures_en
from reviewer_app.reading.figures.model import Figure, FigureKind, Meaning, Weight
from reviewer_app.reading.figures.scan import folded

__all__ = ["Figure", "FigureKind", "Meaning", "Weight", "figures_en", "figures_zh", "folded"]
