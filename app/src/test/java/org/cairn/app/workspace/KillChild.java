package org.cairn.app.workspace;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The process that [KillTest] kills: collects in a loop, and says on standard output what was acknowledged, never
/// before it was.
final class KillChild {
    private KillChild() {}

    public static void main(String[] arguments) throws Exception {
        WorkspaceFixture fixture = WorkspaceFixture.withSystemClock(Path.of(arguments[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        FixedCollector one = new FixedCollector("test.one", "one");
        FixedCollector two = new FixedCollector("test.two", "two".repeat(1000));
        try (Workspace workspace = fixture.open(Access.WRITE, one, two)) {
            while (!Thread.interrupted()) {
                CollectionSummary summary =
                        workspace.collect(List.of(), CollectionProgress.silent(), new Cancellation());
                summary.evidence().forEach(piece -> out.println(piece.entry() + " " + piece.id()));
                workspace.describe(); // the index takes in what is new
            }
        }
    }
}
