"""The dock 確認待ち: what waits for a person, one decision after the other.

``dock.ReviewDock`` is what the plugin adds. Everything that is decided goes through ``layers.review``; these
modules only show, ask and tell:

    stores.py    which store, its layers in the project          work.py     jobs beside the first paint
    model.py     the list (filter, order, words of a cell)       filters.py  store, city, kind, text, counts
    words.py     plain words for kinds, rules, states            map_link.py the map follows; the point tool
    detail.py    what the source said, what is stored            editors.py, tables.py  one editor a kind
    actions.py   deciding, undo, redo, locks                     history.py  who decided what, and taking back
    frame.py     widgets and where they stand                    listing.py  the list: loading, selection
    notice.py    the message bar
    panel.py     all of it together                              dock.py     the dock in QGIS
"""
