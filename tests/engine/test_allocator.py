"""Memory that steps free: kept for the next step, and given back at the end of a run."""

import platform
import sys

import pytest
import torch

from engine.allocator import give_freed_memory_back, keep_freed_memory

BUFFER = 30 * 2**18  # float32 values in 30 MiB


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_a_buffer_like_the_last_one_costs_no_new_pages() -> None:
    assert sys.platform == "linux"
    import resource

    def faults_of_steps(count: int) -> int:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        for _ in range(count):
            torch.ones(BUFFER)
        return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

    assert keep_freed_memory()
    faults_of_steps(2)
    assert faults_of_steps(4) < 2_000  # one buffer alone is 7,680 pages
    give_freed_memory_back()
    assert faults_of_steps(1) > 2_000


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.libc_ver", lambda: ("", ""))
    assert not keep_freed_memory()
    give_freed_memory_back()
