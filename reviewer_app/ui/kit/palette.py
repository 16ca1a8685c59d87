"""The three palettes of the interface, and the arithmetic of contrast."""

from enum import StrEnum

from review_protocol.late_dataclasses import dataclass


class Tone(StrEnum):
    """What a mark, a banner or a chip means; always said by a word and a shape too."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GOOD = "good"
    CARE = "care"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they are for, as ``#RRGGBB``."""

    name: str
    window: str
    surface: str
    text: str
    muted: str
    line: str
    edge: str
    accent: str
    on_accent: str
    good: str
    care: str
    bad: str
    evidence_f: str
    evidence_c: str
    evidence_b: str
    note: str

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than the surface."""
        return luminance(self.text) > luminance(self.surface)

    def tone(self, tone: Tone) -> str:
        """The foreground colour of a tone, readable on window, surface and its own tint."""
        colours = {
            Tone.NEUTRAL: self.muted,
            Tone.ACCENT: self.accent,
            Tone.GOOD: self.good,
            Tone.CARE: self.care,
            Tone.BAD: self.bad,
        }
        return colours[tone]

    def tint(self, tone: Tone) -> str:
        """A quiet background of that tone."""
        return mix(self.surface, self.tone(tone), 0.07)

    @property
    def hover(self) -> str:
        """Background of a control or row under the pointer."""
        return mix(self.surface, self.text, 0.05)

    @property
    def pressed(self) -> str:
        """Background of a control that is held down."""
        return mix(self.surface, self.text, 0.10)

    @property
    def selection(self) -> str:
        """Background of a chosen row, with ordinary text on it."""
        return mix(self.surface, self.accent, 0.12)

    @property
    def accent_hover(self) -> str:
        """The accent button under the pointer."""
        return mix(self.accent, "#FFFFFF" if self.is_dark else "#000000", 0.12)

    @property
    def disabled(self) -> str:
        """Text of a control that cannot be used now."""
        return mix(self.surface, self.muted, 0.65)


LIGHT = Palette(
    name="light",
    window="#F4F5F7",
    surface="#FFFFFF",
    text="#1F2328",
    muted="#57606A",
    line="#D0D7DE",
    edge="#7D8590",
    accent="#0B5CAD",
    on_accent="#FFFFFF",
    good="#1A6B34",
    care="#8A5300",
    bad="#B3261E",
    evidence_f="#89CAC4",
    evidence_c="#D9A6FF",
    evidence_b="#F3B28B",
    note="#C7FF79",
)
PAPER = Palette(
    name="paper",
    window="#EFE8DA",
    surface="#FBF7EE",
    text="#2B2620",
    muted="#5F5648",
    line="#DACFBB",
    edge="#857A68",
    accent="#1D5A78",
    on_accent="#FFFFFF",
    good="#2F6231",
    care="#7F4F00",
    bad="#A1301F",
    evidence_f="#89CAC4",
    evidence_c="#D9A6FF",
    evidence_b="#F3B28B",
    note="#C7FF79",
)
DARK = Palette(
    name="dark",
    window="#0F1215",
    surface="#16191D",
    text="#D6DAE0",
    muted="#98A2AE",
    line="#2D333B",
    edge="#768390",
    accent="#6CB2FF",
    on_accent="#0B1A2B",
    good="#6CC583",
    care="#E0A84A",
    bad="#FF8A80",
    evidence_f="#730E05",
    evidence_c="#6B2A42",
    evidence_b="#2D0078",
    note="#4E3066",
)
PALETTES: dict[str, Palette] = {each.name: each for each in (LIGHT, PAPER, DARK)}


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue (0–255) of ``#RRGGBB``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(base: str, other: str, share: float) -> str:
    """``base`` with ``share`` (0–1) of ``other`` in it."""
    pairs = zip(channels(base), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def luminance(colour: str) -> float:
    """Relative luminance, 0–1 (WCAG 2.2)."""

    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1–21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
