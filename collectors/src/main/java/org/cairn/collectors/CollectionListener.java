package org.cairn.collectors;

import java.time.Duration;
import org.cairn.collectors.host.Collector;
import org.cairn.evidence.CollectionResult;

/// Hears how a run goes, as it goes. Called from several threads, one call at a time.
public interface CollectionListener {
    /// @param total how many collectors run in all
    void started(Collector collector, int total);

    /// It gave evidence; refusals are in it.
    void finished(Collector collector, CollectionResult result, Duration took);

    /// It gave nothing: it broke, or its time limit passed.
    void failed(Collector collector, String why);

    /// The run was cancelled before it was done.
    void cancelled(Collector collector);

    static CollectionListener silent() {
        return new CollectionListener() {
            @Override
            public void started(Collector collector, int total) {}

            @Override
            public void finished(Collector collector, CollectionResult result, Duration took) {}

            @Override
            public void failed(Collector collector, String why) {}

            @Override
            public void cancelled(Collector collector) {}
        };
    }
}
