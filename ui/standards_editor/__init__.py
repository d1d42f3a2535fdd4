"""The standards editor: 維持管理水準 as a table that officials know, and what a change of it would cost.

``open_editor(parent)`` shows it. Standards are ``analysis/standards``, kept by ``layers/standards``; here is only
what shows, asks and tells:

    document.py  rows, versions, drafts; an edit as a step      book.py      undo stack, day, what is in force
    model.py     the table                                      view.py      keyboard, blocks, clipboard
    delegate.py  drawing, typing                                filtering.py rows with a text, rows that differ
    versions.py  choosing a version, asking for a new one       dialogs.py   a new row; the common proposal
    impact.py    what a change would do, in numbers             whatif.py    the panel with those numbers
    plot.py      the curve of one threshold                     problems.py  what is wrong, live
    keeping.py   store and workbooks                            words.py     words of cells
    frame.py     widgets and where they stand                   asking.py    questions, messages
    window.py    all of it together
"""

from __future__ import annotations


def open_editor(parent=None):
    """Make the window, with the standards of the open map's store, and show it."""
    from .window import StandardsEditor

    editor = StandardsEditor(parent)
    editor.hold()
    editor.open_first()
    editor.show()
    return editor
