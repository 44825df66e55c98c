package org.cairn.benchmarks.ledger;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// Wall time, and the processor time of the whole process: where others use the machine too, the second is what can be
/// compared. Adds up what was measured between [#start()] and [#stop()].
final class Stopwatch {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private long wall;
    private long cpu;

    void start() {
        cpu -= SYSTEM.getProcessCpuTime();
        wall -= System.nanoTime();
    }

    void stop() {
        wall += System.nanoTime();
        cpu += SYSTEM.getProcessCpuTime();
    }

    void print(TailReplay.PrintFigure out) {
        out.print("seconds", wall / 1e9);
        out.print("cpu", cpu / 1e9);
    }
}
