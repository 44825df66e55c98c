package org.cairn.app.cli;

import org.cairn.app.workspace.ImportedRun;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;

/// What was taken over of a host's run.
record RunListing(ImportedRun run) {
    void printTo(Terminal terminal) {
        terminal.out()
                .println("entry " + run.entry() + ": run " + run.sequence() + " of "
                        + Table.printable(run.host().text()) + ", "
                        + run.evidence().size()
                        + " pieces of evidence; collected at " + run.startedAt() + " by its clock, received at "
                        + run.receivedAt() + " by this one");
        run.failed()
                .forEach(failed -> terminal.out()
                        .println("gave nothing there: " + failed.collector() + " (" + Table.printable(failed.why())
                                + ")"));
        run.notices().forEach(notice -> terminal.out().println("note: " + Table.printable(notice)));
    }

    Json json() {
        return Json.object()
                .with("entry", run.entry())
                .with("host", JsonOutput.text(run.host().text()))
                .with("sequence", run.sequence())
                .with("startedAt", run.startedAt().toString())
                .with("endedAt", run.endedAt().toString())
                .with("receivedAt", run.receivedAt().toString())
                .with(
                        "evidence",
                        new JsonArray(
                                run.evidence().stream().map(CheckReport::json).toList()))
                .with(
                        "failed",
                        new JsonArray(
                                run.failed().stream().map(CheckReport::json).toList()))
                .with(
                        "missing",
                        new JsonArray(
                                run.missing().stream().<Json>map(Json::number).toList()))
                .with("notices", JsonOutput.texts(run.notices()))
                .build();
    }
}
