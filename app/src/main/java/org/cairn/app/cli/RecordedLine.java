package org.cairn.app.cli;

import java.io.PrintStream;
import org.cairn.app.workspace.Proposal;
import org.cairn.proof.Json;

/// What a command that records one thing prints.
final class RecordedLine {
    private RecordedLine() {}

    static void print(PrintStream out, Format format, long entry, String words) {
        switch (format) {
            case JSON ->
                JsonOutput.print(out, Json.object().with("entry", entry).build());
            case TABLE, CSV -> out.println("entry " + entry + ": " + words);
        }
    }

    /// What waits for a second person.
    static void print(PrintStream out, Format format, Proposal proposal) {
        switch (format) {
            case JSON -> JsonOutput.print(out, json(proposal));
            case TABLE, CSV ->
                out.println("proposal " + proposal.id().substring(0, 12) + ": " + Table.printable(proposal.summary())
                        + ". It needs another person: cairn approve");
        }
    }

    static Json json(Proposal proposal) {
        return Json.object()
                .with("proposal", proposal.id())
                .with("kind", proposal.kind())
                .with("summary", JsonOutput.text(proposal.summary()))
                .with("reason", JsonOutput.text(proposal.text()))
                .with("unread", JsonOutput.text(proposal.blindness()))
                .with("signers", JsonOutput.texts(proposal.signers()))
                .with("proposedAt", proposal.event().recordedAt().toString())
                .with("stale", JsonOutput.text(proposal.refusal()))
                .build();
    }
}
