"""pyproj in QGIS's worker threads: what Processing's dialogs and the plugin's tasks do many times in a session."""

from __future__ import annotations

import os
import subprocess
import sys

SCRIPT = """
import os, sys, time
from qgis.core import QgsApplication, QgsTask
app = QgsApplication([], False)
app.initQgis()
import pyproj
from gunmane.dependencies import keep_thread_state
shared = pyproj.CRS.from_epsg(6677)
moved = pyproj.Transformer.from_crs(4326, 6677, always_xy=True)

class Task(QgsTask):
    def run(self):
        keep_thread_state()
        own = pyproj.CRS.from_epsg(30169)
        pyproj.Transformer.from_crs(own, 4326, always_xy=True).transform(0, 0)
        return shared.is_projected and moved.transform(140, 36)[0] < 1e7

done = 0
for n in range(60):
    task = Task(str(n))
    QgsApplication.taskManager().addTask(task)
    until = time.monotonic() + 20
    ended = (QgsTask.TaskStatus.Complete, QgsTask.TaskStatus.Terminated)
    while task.status() not in ended and time.monotonic() < until:
        app.processEvents()
        time.sleep(0.001)
    done += task.status() == QgsTask.TaskStatus.Complete
print("done", done)
sys.stdout.flush()
os._exit(0)
"""


def test_pyproj_outlives_the_tasks_of_one_worker_thread(root):
    """Without ``keep_thread_state`` pyproj 3.7 ends QGIS with a segmentation fault at the second task."""
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=root, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert "done 60" in run.stdout, (run.returncode, run.stderr[-2000:])
