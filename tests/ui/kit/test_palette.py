"""Every pair of colours that must be read can be read."""

import re

import pytest

from reviewer_app.ui.kit.palette import PALETTES, Palette, Tone, contrast, mix
from reviewer_app.ui.kit.stylesheet import stylesheet

BODY, TEXT, LEAST, CONTROL = 7.0, 5.5, 4.5, 3.0
each_palette = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == 21
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


@each_palette
@pytest.mark.parametrize("ground", ["window", "surface", "hover", "selection"])
@pytest.mark.parametrize("ink", ["text", "muted"])
def test_words_are_readable(palette: Palette, ground: str, ink: str):
    least = TEXT if ground in ("window", "surface") else 4.5
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= least


@each_palette
@pytest.mark.parametrize("tone", Tone)
def test_tones_are_readable_on_every_ground(palette: Palette, tone: Tone):
    for ground in (palette.surface, palette.window):
        assert contrast(palette.tone(tone), ground) >= 5.5, (tone, ground)
    assert contrast(palette.tone(tone), palette.tint(tone)) >= 4.5
    assert contrast(palette.text, palette.tint(tone)) >= TEXT


@each_palette
def test_accent_buttons_are_readable(palette: Palette):
    assert contrast(palette.on_accent, palette.accent) >= TEXT
    assert contrast(palette.on_accent, palette.accent_hover) >= TEXT


@each_palette
def test_body_text_has_more(palette: Palette):
    for ground in (palette.window, palette.surface, palette.hover, palette.selection):
        assert contrast(palette.text, ground) >= BODY
    assert contrast(palette.surface, palette.text) >= BODY  # the tool tip


@each_palette
def test_what_is_chosen_or_held_down_is_readable(palette: Palette):
    for ground in (palette.selection, palette.pressed):
        assert contrast(palette.accent, ground) >= LEAST
        assert contrast(palette.text, ground) >= TEXT
    assert contrast(palette.surface, palette.muted) >= LEAST  # a mark given that is closed now


@each_palette
def test_the_rail_is_readable(palette: Palette):
    rail = mix(palette.window, palette.text, 0.03)
    for ink in (palette.text, palette.muted):
        assert contrast(ink, rail) >= LEAST


@each_palette
def test_marked_text_is_readable(palette: Palette):
    for ground in (palette.evidence_f, palette.evidence_c, palette.evidence_b, palette.note):
        assert contrast(palette.text, ground) >= TEXT


@each_palette
def test_edges_of_controls_and_the_focus_ring_can_be_seen(palette: Palette):
    for ground in (palette.window, palette.surface):
        assert contrast(palette.edge, ground) >= CONTROL
        assert contrast(palette.accent, ground) >= CONTROL


@each_palette
def test_the_stylesheet_is_whole(palette: Palette):
    rules = stylesheet(palette)
    assert "$" not in rules
    assert rules.count("{") == rules.count("}")
    assert not re.search(r":\s*;", rules)


def test_mixing_goes_from_one_colour_to_the_other():
    assert [mix("#000000", "#FF8000", share) for share in (0, 0.5, 1)] == [
        "#000000",
        "#804000",
        "#FF8000",
    ]
