"""Long work in QGIS's task manager, with progress and cancel, and the answer on the main thread."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...dependencies import keep_thread_state


class Stopped(Exception):  # noqa: N818 - not an error
    """The user pressed Cancel."""


class _Task(QgsTask):
    """Runs ``what(progress)``; ``progress(share, text)`` raises Stopped once the task is cancelled."""

    told = pyqtSignal(float, str)

    def __init__(self, title: str, what: Callable, ended: Callable):
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._what, self._ended = what, ended
        self._result = self._error = None

    def run(self) -> bool:
        keep_thread_state()
        try:
            self._result = self._what(self._progress)
        except Exception as error:  # told on the main thread, never lost
            self._error = error
            return False
        return True

    def finished(self, _good: bool) -> None:
        self._ended(self._result, self._error)

    def _progress(self, share: float, text: str = "") -> None:
        if self.isCanceled():
            raise Stopped
        self.setProgress(100 * share)
        self.told.emit(share, text)


class Worker(QObject):
    """One job at a time for a page. ``busy_changed(bool)``, ``told(share, text)``; a newer job drops the older."""

    busy_changed = pyqtSignal(bool)
    told = pyqtSignal(float, str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._task: _Task | None = None

    @property
    def busy(self) -> bool:
        return self._task is not None

    def start(self, title: str, what: Callable, done: Callable, failed: Callable) -> None:
        """``done(result)`` or ``failed(error)`` on the main thread; ``failed`` gets Stopped after a cancel."""
        self.drop()

        def ended(result, error):
            if self._task is not task:  # dropped meanwhile
                return
            self._task = None
            self.busy_changed.emit(False)
            if error is not None:
                failed(error)
            elif task.isCanceled():
                failed(Stopped())
            else:
                done(result)

        task = _Task(title, what, ended)
        task.told.connect(self.told)
        self._task = task
        self.busy_changed.emit(True)
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        """Ask the job to stop; ``failed(Stopped)`` follows."""
        if self._task is not None:
            self._task.cancel()

    def drop(self) -> None:
        """Stop the job and forget its answer."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            self.busy_changed.emit(False)
