"""Build resources/zones/cities.json: each time zone's city in Chinese and English, from CLDR."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version, get_global

FORMAT = "zone-cities/1"
OFFICIAL = {"Asia/Shanghai": ("北京", "Beijing"), "Asia/Chongqing": ("北京", "Beijing")}
_TARGET = Path(__file__).resolve().parents[1] / "resources" / "zones" / "cities.json"


def cities() -> dict[str, list[str]]:
    """By zone and by its older names: `[zh, en]`; the zone's own last word where CLDR has none."""
    zh, en = (Locale.parse(name).time_zones for name in ("zh_Hans", "en"))
    found = {
        zone: [str(names["city"]), str(en.get(zone, {}).get("city") or last_word(zone))]
        for zone, names in zh.items()
        if "city" in names and "/" in zone
    }
    aliases: Mapping[str, str] = get_global("zone_aliases")
    found |= {old: found[zone] for old, zone in aliases.items() if zone in found and "/" in old}
    return dict(sorted((found | {zone: list(names) for zone, names in OFFICIAL.items()}).items()))


def last_word(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def main() -> None:
    table = {"format": FORMAT, "source": f"CLDR {get_cldr_version()}", "cities": cities()}
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    _TARGET.parent.mkdir(exist_ok=True)
    _TARGET.write_text(text + "\n", "utf-8")
    sys.stdout.write(f"{len(table['cities'])} zones, {len(text.encode())} bytes\n")


if __name__ == "__main__":
    main()
