package org.cairn.app.cli;

import java.time.Duration;
import org.cairn.app.workspace.CollectionProgress;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.RecordedEvidence;

/// A run of collectors as lines on standard error.
final class TerminalProgress implements CollectionProgress {
    private final Terminal terminal;
    private int ended;
    private int total;

    TerminalProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void started(CollectorId collector, String title, int collectors) {
        total = collectors;
    }

    @Override
    public void recorded(RecordedEvidence evidence, Duration took) {
        int refusals = evidence.evidence().refusals().size();
        ended("● " + evidence.evidence().collector() + "  " + evidence.id().shortForm() + "  " + Durations.words(took)
                + (refusals == 0 ? "" : "  " + refusals + " not readable"));
    }

    @Override
    public void failed(CollectorId collector, String why) {
        ended("▲ " + collector + "  gave nothing: " + why);
    }

    private void ended(String line) {
        ended++;
        terminal.say("[" + ended + "/" + total + "] " + Table.printable(line));
    }
}
