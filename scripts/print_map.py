"""Opens a project and exports its print layout: shows that the file alone gives the map again.

python scripts/print_map.py PROJECT.qgz OUT.png|OUT.pdf [DPI]      (offscreen is enough)
"""

from __future__ import annotations

import os
import sys


def main(project_path: str, out: str, dpi: str = "150") -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication, QgsProject

    QgsApplication.setPrefixPath(os.environ.get("QGIS_PREFIX_PATH", "/usr"), True)
    application = QgsApplication([], True)
    application.initQgis()
    from gunmane.documents.layout import export_map
    from gunmane.layers.errors import GunmaneError

    project = QgsProject.instance()
    if not project.read(project_path):
        print(f"{project_path}: {project.error()}", file=sys.stderr)
        return 1
    try:
        export_map(project, out, dpi=int(dpi))
    except GunmaneError as error:
        print(error, file=sys.stderr)
        return 1
    project.clear()
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
