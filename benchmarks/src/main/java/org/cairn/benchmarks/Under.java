package org.cairn.benchmarks;

import java.util.Locale;

/// Says on standard error what is being measured, since some runs take minutes; standard output has the table alone.
public final class Under {
    private static final double NANOS = 1e9;

    private Under() {}

    /// Work that may fail.
    @FunctionalInterface
    public interface Work<T> {
        T run() throws Exception;
    }

    /// Runs `work`, saying before what it is and after how long it took.
    public static <T> T way(String what, Work<T> work) throws Exception {
        System.err.printf(Locale.ROOT, "benchmarks: %s ...%n", what);
        long start = System.nanoTime();
        T result = work.run();
        System.err.printf(Locale.ROOT, "benchmarks: %s took %.1f s%n", what, (System.nanoTime() - start) / NANOS);
        return result;
    }
}
