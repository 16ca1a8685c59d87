from __future__ import annotations
from PySide6.QtWidgets import QWidget
class PdfView(QWidget):
    pass
