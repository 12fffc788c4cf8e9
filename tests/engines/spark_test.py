"""A job of PySpark on a cluster of several executors, one of which is killed in the middle."""
import os
import pathlib
import signal
import sys
import tempfile
import threading
import time
import unittest

import psutil
from pyspark.sql import SparkSession
from rows import make_texts, read_parquet, repaired, write_parquet

from unbake.engines.spark import fix_frame

EXECUTOR = "CoarseGrainedExecutorBackend"


def executors():
    """The processes of executors that this process began, oldest first."""
    found = []
    for process in psutil.Process().children(recursive=True):
        try:
            if any(EXECUTOR in word for word in process.cmdline()):
                found.append(process)
        except psutil.Error:  # it has ended meanwhile
            pass
    return sorted(found, key=lambda process: process.create_time())


class Killer(threading.Thread):
    """Kills an executor once some tasks of the job, and not all, are done."""

    def __init__(self, tracker):
        super().__init__(daemon=True)
        self.tracker = tracker
        self.done_at_kill = None
        self.tasks = None

    def run(self):
        end = time.monotonic() + 120
        while time.monotonic() < end:
            for stage in map(self.tracker.getStageInfo, self.tracker.getActiveStageIds()):
                if stage and stage.numTasks > 6 and stage.numCompletedTasks >= 3:
                    self.done_at_kill, self.tasks = stage.numCompletedTasks, stage.numTasks
                    os.kill(executors()[0].pid, signal.SIGKILL)
                    return
            time.sleep(0.05)


class SparkTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.environ["PYSPARK_PYTHON"] = sys.executable
        cls.session = (SparkSession.builder.master("local-cluster[3,1,512]").config("spark.ui.enabled", "false")
                       .config("spark.executor.memory", "512m").config("spark.python.worker.reuse", "false")
                       .config("spark.sql.files.maxPartitionBytes", "8k").config("spark.sql.files.openCostInBytes", "0")
                       .config("spark.sql.files.minPartitionNum", "20").getOrCreate())

    @classmethod
    def tearDownClass(cls):
        cls.session.stop()

    def test_the_answer_is_the_same_when_an_executor_dies(self):
        texts = make_texts(2000, seed=2)
        with tempfile.TemporaryDirectory() as folder:
            source, target = pathlib.Path(folder, "in.parquet"), pathlib.Path(folder, "out")
            write_parquet(source, texts, rows_a_group=100)
            frame = self.session.read.parquet(str(source))
            self.assertGreater(frame.rdd.getNumPartitions(), 6)
            killer = Killer(self.session.sparkContext.statusTracker())
            self.wait_for_executors(3)
            before = {process.pid for process in executors()}
            killer.start()
            fix_frame(frame, ["text"]).write.parquet(str(target))
            killer.join()
            self.assertIsNotNone(killer.done_at_kill, "no executor was killed")
            self.assertLess(killer.done_at_kill, killer.tasks)
            self.wait_for_executors(3)
            self.assertNotEqual(before, {process.pid for process in executors()})
            self.assertEqual(read_parquet(target), repaired(texts))

    def wait_for_executors(self, count):
        end = time.monotonic() + 60
        while len(executors()) < count and time.monotonic() < end:
            time.sleep(0.1)
        self.assertEqual(len(executors()), count)


if __name__ == "__main__":
    unittest.main()
