package org.cairn.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Wall times of two candidates, run in turns so that a change of the machine's load meets both. One run of each goes
/// before and is not counted: it meets cold caches and code that is not compiled yet.
/// @param oursSeconds   median
/// @param theirsSeconds median
record Timing(double oursSeconds, double theirsSeconds) {
    /// @param runs how often each is run; an odd number gives a true median
    static Timing inTurns(int runs, Callable<?> ours, Callable<?> theirs) throws Exception {
        ours.call();
        theirs.call();
        List<Double> ourTimes = new ArrayList<>();
        List<Double> theirTimes = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            ourTimes.add(seconds(ours));
            theirTimes.add(seconds(theirs));
        }
        return new Timing(median(ourTimes), median(theirTimes));
    }

    private static double seconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
