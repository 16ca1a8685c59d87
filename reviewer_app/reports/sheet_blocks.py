"""What stands on a defence sheet, from the top: the case, its decision, place, scores, evidence."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer_app.reports.blocks import Block, Spacing
from reviewer_app.reports.defence_rows import ExpertScore, SheetRows
from reviewer_app.reports.defence_words import (
    chance_name,
    declared_name,
    disagreement_sentences,
    flags_of,
    from_name,
    place_sentence,
)
from reviewer_app.reports.page_style import ACCENT, LINE
from reviewer_app.reports.panel_words import (
    QUOTED_MOST,
    among_whom,
    citation_sentence,
    decided_sentence,
    first_of_each,
    heads_sentence,
    quoted_label,
    recommended_sentence,
    talk_sentence,
    written_heading,
    written_label,
)
from reviewer_app.reports.place_bar import BarSetting, PlaceBar
from reviewer_app.reports.sheet_fitting import CUT, Fit, Setter
from reviewer_app.reports.sheet_tables import criteria_table, scores_table
from reviewer_app.reports.table_block import TableBlock
from reviewer_app.reports.table_layout import lay
from reviewer_app.reports.text import Bilingual, Language
from reviewer_app.reports.words import expert_name

_HEADING = Spacing(7, 2)


@dataclass(frozen=True)
class SheetBlocks:
    """What stands on the page, from the top."""

    sheet: SheetRows
    setter: Setter

    @property
    def _fit(self) -> Fit:
        return self.setter.fit

    @property
    def _language(self) -> Language:
        return self.setter.language

    def all(self) -> Iterator[Block]:
        """In order."""
        yield from self._head()
        yield from self._decision()
        yield from self._place()
        yield from self._figures()
        yield from self._scores()
        yield from self._written()
        yield from self._evidence()
        yield from self._apart()

    def _head(self) -> Iterator[Block]:
        case = self.sheet.defence.case
        first, *others = _own_first(case.title, self._language)
        yield self.setter.text(first, 15, bold=True, most=2, spacing=Spacing(0, 1))
        for each in others:
            yield self.setter.text(each, 10, quiet=True, most=2, spacing=Spacing(0, 3))
        joint = Bilingual("联合申报", "joint application")
        alone = Bilingual("非联合申报", "no joint application")
        countries = Bilingual(
            f"{case.number_of_countries}个国家（地区）：{case.countries.zh or case.countries.en}",
            f"{case.number_of_countries} countries (regions): "
            f"{case.countries.en or case.countries.zh}",
        )
        parts = (case.area, case.applicant, joint if case.joint else alone, countries)
        about = "  ·  ".join((case.number, *(self._say(each) for each in parts)))
        yield self.setter.text(about, 8, quiet=True, most=2, spacing=Spacing(0, 4))

    def _decision(self) -> Iterator[Block]:
        decision = self.sheet.defence.decision
        if decision is None:
            none = Bilingual("尚无决定", "No decision yet")
            yield self.setter.text(self._say(none), 11, bold=True, spacing=_HEADING)
            yield from self._panel_said()
            return
        told = self._say(decided_sentence(decision))
        yield self.setter.text(told, 11, bold=True, most=1, spacing=_HEADING)
        reason = decision.reason.strip()
        if reason:
            ruled = Spacing(1, 3, 10, rule=ACCENT)
            yield self.setter.text(reason, most=self._fit.reason, spacing=ruled)
        yield from self._panel_said()

    def _panel_said(self) -> Iterator[Block]:
        """What the experts recommended; then what the panel did beside scoring, more quietly."""
        found = self.sheet.defence
        yield self.setter.text(self._say(recommended_sentence(found)), 9.5, bold=True, most=1)
        acts = [self._say(talk_sentence(found.talk))]
        if found.citation is not None:
            acts.insert(0, self._say(citation_sentence(found.citation)))
        told = " ".join(map(_sentence, acts)) if self._language == "en" else _run_on(acts)
        yield self.setter.text(told, 8, quiet=True, most=2)

    def _place(self) -> Iterator[Block]:
        found = self.sheet.defence
        place = found.place
        yield self._heading(Bilingual("名次", "Its place"))
        if place is None:
            none = Bilingual("没有计入的综合分，因此没有名次。", "No full score counts: no place.")
            yield self.setter.text(self._say(none))
            return
        chances = Bilingual("；", "; ")
        told = self._say(chances).join(self._say(chance_name(each)) for each in place.chances)
        yield self.setter.text(self._say(place_sentence(place)), most=3)
        if told:
            yield self.setter.text(_sentence(told), most=2)
        if found.panel is not None:
            yield self.setter.text(
                _sentence(self._say(among_whom(found.panel, found.heads))), most=2
            )
        if found.heads is not None:
            yield self.setter.text(_sentence(self._say(heads_sentence(found.heads))), most=2)
        counting = tuple(
            each.in_all
            for each in found.scores
            if each.state == "counts" and each.in_all is not None
        )
        face = self.setter.faces.regular
        yield PlaceBar(BarSetting(place, counting, found.scale, face, self._language))

    def _figures(self) -> Iterator[Block]:
        table = criteria_table(self.sheet.defence)
        yield TableBlock(lay(table, self.setter.faces, self._language, self.setter.width))

    def _scores(self) -> Iterator[Block]:
        scores = _in_order(self.sheet.defence.scores)
        shown, left = scores[: self._fit.rows], scores[self._fit.rows :]
        table = scores_table(self.sheet.defence, shown)
        yield TableBlock(lay(table, self.setter.faces, self._language, self.setter.width))
        if left:
            counting = sum(each.state == "counts" for each in left)
            told = Bilingual(
                f"{CUT}另有{len(left)}位专家，其中{counting}份计入；全部见异议卷宗。",
                f"{CUT} and {len(left)} experts more, of whom {counting} count; all are in the "
                "dispute dossier.",
            )
            yield self.setter.text(self._say(told), 7.5, quiet=True)

    def _written(self) -> Iterator[Block]:
        found = self.sheet.defence
        chosen = first_of_each(found.written)
        if not chosen:
            return
        yield self._heading(written_heading(found))
        for each in chosen:
            yield from self._said(self._say(written_label(each)), each.text, self._fit.comment)

    def _evidence(self) -> Iterator[Block]:
        if not self._fit.quote:
            return
        yield self._heading(QUOTED_MOST)
        for each in self.sheet.evidence:
            yield from self._said(self._say(quoted_label(each)), each.text, self._fit.quote)
        if not self.sheet.evidence:
            none = Bilingual("没有引文。", "There are no quotes.")
            yield self.setter.text(self._say(none), quiet=True)

    def _said(self, label: str, words: str, most: int) -> Iterator[Block]:
        yield self.setter.text(label, 7.5, quiet=True, most=1, spacing=Spacing(2, 0))
        yield self.setter.text(words, most=most, spacing=Spacing(0, 2, 10, rule=LINE))

    def _apart(self) -> Iterator[Block]:
        found = self.sheet.defence
        told = [*flags_of(found)]
        if found.place is not None:
            told += disagreement_sentences(found.disagreement)
        told += _ties(found.scores)
        yield self._heading(Bilingual("分歧、提示与声明", "Disagreement, flags and declarations"))
        for each in told[: self._fit.sentences]:
            words = _sentence(self._say(each))
            yield self.setter.text(words, 8, most=2, spacing=Spacing(0, 1))
        left = len(told) - self._fit.sentences
        if left > 0:
            more = Bilingual(f"{CUT}另有{left}项", f"{CUT} and {left} things more")
            yield self.setter.text(self._say(more), 8, quiet=True)

    def _heading(self, words: Bilingual) -> Block:
        return self.setter.text(self._say(words), 9.5, bold=True, spacing=_HEADING)

    def _say(self, words: Bilingual) -> str:
        return words.joined(self._language)


def _own_first(title: Bilingual, language: Language) -> tuple[str, ...]:
    both = (title.en, title.zh) if language == "en" else (title.zh, title.en)
    return tuple(dict.fromkeys(each for each in both if each)) or ("–",)


def _sentence(words: str) -> str:
    """With a capital, and an end."""
    is_chinese = any("\u4e00" <= each <= "\u9fff" for each in words)
    stop = "。" if is_chinese else "."
    ended = words if words.endswith((".", "。", "!", "！")) else f"{words}{stop}"
    return ended[:1].upper() + ended[1:]


def _run_on(sentences: list[str]) -> str:
    """Chinese ones, without a space between them."""
    return "".join(map(_sentence, sentences))


def _in_order(scores: tuple[ExpertScore, ...]) -> list[ExpertScore]:
    """What counts first, what was not received last; by pseudonym within these."""
    ranks = {"counts": 0, "not_received": 2, "conflict": 2}
    return sorted(scores, key=lambda each: (ranks.get(each.state, 1), each.expert or 0))


def _ties(scores: tuple[ExpertScore, ...]) -> Iterator[Bilingual]:
    """Who declared something, and whose country has to do with the case."""
    for each in scores:
        if each.expert is None:
            continue
        told = [declared_name(each.declared)] if each.declared not in (None, "none") else []
        if each.home is not None:
            told.append(from_name(each.home))
        expert = expert_name(each.expert)
        for words in told:
            small = words.en[:1].lower() + words.en[1:]
            yield Bilingual(f"{expert.zh}：{words.zh}", f"{expert.en}: {small}")
