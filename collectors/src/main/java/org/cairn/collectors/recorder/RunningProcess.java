package org.cairn.collectors.recorder;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.host.FileIdentity;

/// One process at one look.
/// @param start   clock ticks from the host's start to the process's (proc_pid_stat(5), starttime): tells two uses of
///     one id apart
/// @param program empty where the kernel did not show it, as of other users' processes
/// @param words   its command line with secrets masked; empty for threads of the kernel
/// @param held    by descriptor; empty also where the kernel did not show them
record RunningProcess(
        long pid,
        long start,
        Instant startedAt,
        long parent,
        Optional<String> program,
        Optional<FileIdentity> programFile,
        String words,
        String uid,
        String euid,
        Map<Integer, Held> held) {
    RunningProcess {
        held = new TreeMap<>(held);
    }

    boolean isSameAs(RunningProcess other) {
        return pid == other.pid && start == other.start;
    }

    boolean runsWhat(RunningProcess other) {
        return program.equals(other.program)
                && words.equals(other.words)
                && uid.equals(other.uid)
                && euid.equals(other.euid);
    }
}
