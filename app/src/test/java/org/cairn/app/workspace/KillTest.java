package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Digest;
import org.cairn.proof.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at any moment loses nothing that was acknowledged. `-Dkills=50` for the long run, `-Dkill.seed=N` to
/// repeat
/// one.
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
    private static final int MOST_LINES = 30;
    private static final int LONGEST_WAIT_MILLIS = 60;

    @TempDir
    Path temporary;

    private final Map<Long, EvidenceId> acknowledged = new TreeMap<>();

    @Test
    void everythingAcknowledgedSurvivesKillsAtRandomMoments() throws Exception {
        WorkspaceFixture fixture = WorkspaceFixture.withSystemClock(temporary);
        fixture.found().close();
        Random random = new Random(SEED);
        for (int kill = 1; kill <= KILLS; kill++) {
            int before = acknowledged.size();
            workAndKill(random);
            String moment = "kill " + kill + " of " + KILLS + ", seed " + SEED;
            assertTrue(acknowledged.size() > before, moment + ": the child acknowledged nothing");
            requireEverything(fixture, moment);
        }
        Verdict verdict = WorkspaceVerifier.verify(fixture.folder).verdict();
        assertInstanceOf(Verdict.Intact.class, verdict, () -> verdict + ", seed " + SEED);
    }

    private void workAndKill(Random random) throws IOException, InterruptedException {
        int lines = 1 + random.nextInt(MOST_LINES);
        Process child = start();
        try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                note(said.readLine(), child);
            }
            boolean ended = child.waitFor(random.nextInt(LONGEST_WAIT_MILLIS), TimeUnit.MILLISECONDS);
            assertTrue(!ended, "the child ended by itself");
            child.toHandle().destroyForcibly(); // SIGKILL; what it said can still be read
            for (String line = said.readLine(); line != null && line.length() > Digest.SIZE_BYTES * 2; ) {
                note(line, child);
                line = said.readLine();
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private void note(@Nullable String line, Process child) throws InterruptedException {
        if (line == null) {
            throw new AssertionError("the child ended with " + child.waitFor());
        }
        int space = line.indexOf(' ');
        acknowledged.put(Long.parseLong(line.substring(0, space)), EvidenceId.parse(line.substring(space + 1)));
    }

    private void requireEverything(WorkspaceFixture fixture, String moment) throws WorkspaceException, IOException {
        Digest index;
        try (Workspace workspace = fixture.open(Access.WRITE)) {
            Map<Long, EvidenceId> found = new TreeMap<>();
            for (RecordedEvidence piece : workspace.evidence()) {
                found.put(piece.entry(), piece.id());
                workspace.artefacts(piece.id());
            }
            acknowledged.forEach((entry, id) -> assertEquals(id, found.get(entry), moment + ", entry " + entry));
            assertEquals(List.of(), workspace.describe().alarms(), moment);
            index = workspace.indexFingerprint();
        }
        delete(fixture.folder.resolve("index"));
        try (Workspace workspace = fixture.open(Access.WRITE)) {
            assertEquals(workspace.indexFingerprint(), index, moment + ": the index is not what a rebuild gives");
        }
    }

    private Process start() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        KillChild.class.getName(),
                        temporary.toString())
                .redirectError(temporary.resolve("child.err").toFile())
                .start();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
