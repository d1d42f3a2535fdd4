"""Jobs that must not hold up the first paint or the keyboard: in a QgsTask, told back on the main thread."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication, QgsTask

from ...dependencies import keep_thread_state


class Job(QgsTask):
    """Runs ``what()`` in the background; ``done(result)`` or ``failed(exception)`` follow on the main thread."""

    def __init__(self, title: str, what: Callable, done: Callable, failed: Callable):
        super().__init__(title, QgsTask.Flag.CanCancel | QgsTask.Flag.Silent)
        self._what, self._done, self._failed = what, done, failed
        self._result = self._error = None
        self._dropped = False

    def run(self) -> bool:
        keep_thread_state()
        try:
            self._result = self._what()
        except Exception as error:  # told on the main thread, never lost
            self._error = error
        return True

    def finished(self, _good: bool) -> None:
        if self._dropped:
            return
        if self._error is not None:
            self._failed(self._error)
        else:
            self._done(self._result)

    def drop(self) -> None:
        """Nobody wants the answer any more (another store, the plugin is being unloaded)."""
        self._dropped = True


class Jobs:
    """The jobs of one owner; a newer job of the same name replaces the older one's answer."""

    def __init__(self):
        self._running: dict[str, Job] = {}

    def start(self, name: str, title: str, what: Callable, done: Callable, failed: Callable) -> None:
        self.drop(name)
        job = Job(title, what, self._ending(name, done), self._ending(name, failed))
        self._running[name] = job
        QgsApplication.taskManager().addTask(job)

    def busy(self, name: str | None = None) -> bool:
        return bool(self._running) if name is None else name in self._running

    def drop(self, name: str | None = None) -> None:
        """Forget one job, or all of them."""
        for key in [name] if name is not None else list(self._running):
            job = self._running.pop(key, None)
            if job is not None:
                job.drop()

    def _ending(self, name: str, then: Callable) -> Callable:
        def end(answer):
            self._running.pop(name, None)
            then(answer)

        return end
