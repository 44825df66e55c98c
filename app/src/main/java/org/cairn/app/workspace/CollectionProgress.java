package org.cairn.app.workspace;

import java.time.Duration;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.RecordedEvidence;

/// Hears how a run of collectors goes, as it goes. Called from several threads, one call at a time.
public interface CollectionProgress {
    /// @param total how many collectors run in all
    void started(CollectorId collector, String title, int total);

    /// Its evidence is in the ledger.
    void recorded(RecordedEvidence evidence, Duration took);

    /// It gave nothing: its time limit passed, it was cancelled, or it broke.
    void failed(CollectorId collector, String why);

    static CollectionProgress silent() {
        return new CollectionProgress() {
            @Override
            public void started(CollectorId collector, String title, int total) {}

            @Override
            public void recorded(RecordedEvidence evidence, Duration took) {}

            @Override
            public void failed(CollectorId collector, String why) {}
        };
    }
}
