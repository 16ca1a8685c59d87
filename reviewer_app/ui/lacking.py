"""What a sheet still lacks, in words that name the criterion."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.score import Gap, Missing
from reviewer_app.ui import terms

translate = QCoreApplication.translate


def missing_words(lack: Missing) -> str:
    """One thing that is missing."""
    name = terms.criterion(lack.criterion) if lack.criterion else ""
    match lack.gap:
        case Gap.MARK:
            return translate("lacking", "{criterion}: a mark").format(criterion=name)
        case Gap.EVIDENCE:
            text = translate("lacking", "{criterion}: a quote or a sentence")
            return text.format(criterion=name)
        case Gap.FAMILIARITY:
            return translate("lacking", "How well you know this field")
        case Gap.RECOMMENDATION:
            return translate("lacking", "The overall recommendation")
    assert_never(lack.gap)
