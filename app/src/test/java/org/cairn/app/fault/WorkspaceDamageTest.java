package org.cairn.app.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.Artefact;
import org.cairn.app.workspace.Cancellation;
import org.cairn.app.workspace.CollectionProgress;
import org.cairn.app.workspace.FixedCollector;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.app.workspace.WorkspaceFixture;
import org.cairn.app.workspace.WorkspaceVerifier;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Defect;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damage to the files of a workspace outside its ledger: found by `cairn verify DIR`, or refused on opening or
/// reading, or
/// shown to be harmless because every answer is the same. The ledger's own files have their test in `ledger`.
class WorkspaceDamageTest {
    private static final boolean LONG = "long".equals(System.getProperty("faults"));
    private static final int TRIALS = LONG ? 12 : 1;
    private static final long SEED = Long.getLong("damage.seed", 23);

    /// After everything that was recorded.
    private static final Instant LATER = Instant.parse("2026-03-02T00:00:00Z");

    /// In the short form each file meets two of them.
    private static final List<String> DAMAGES = List.of("bit flipped", "zeroed", "cut", "emptied", "removed");

    @TempDir
    static Path temporary;

    private static String answers = "";

    private final Random random = new Random(SEED);

    @BeforeAll
    static void keepWorkspace() throws Exception {
        WorkspaceFixture template = new WorkspaceFixture(Files.createDirectory(temporary.resolve("template")));
        try (Workspace workspace = template.found(new FixedCollector("test.one", "PermitRootLogin no\n"))) {
            workspace.collect(List.of(), CollectionProgress.silent(), new Cancellation());
            workspace.answer(AnswerRequest.of(new ControlId("NET-4"), AnswerStatus.MET));
            workspace.describe();
        }
        answers = answers(template);
    }

    /// Everything that the workspace says of itself, as text.
    private static String answers(WorkspaceFixture fixture) throws WorkspaceException {
        StringBuilder said = new StringBuilder();
        fixture.clock.moveBy(Duration.between(fixture.clock.instant(), LATER));
        try (Workspace workspace = fixture.open(Access.READ)) {
            said.append(workspace.describe().organisation())
                    .append(workspace.describe().origin());
            workspace.log().forEach(said::append);
            for (RecordedEvidence evidence : workspace.evidence()) {
                said.append(evidence);
                for (Artefact artefact : workspace.artefacts(evidence.id())) {
                    said.append(workspace.content(artefact.payload()).asUtf8());
                }
            }
            said.append(workspace.postureAt(LATER, LATER));
            workspace
                    .describe()
                    .alarms()
                    .forEach(alarm -> said.append("\nALARM ").append(alarm));
        }
        return said.toString();
    }

    @Test
    void noDamageOutsideTheLedgerIsBelieved() throws Exception {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (Map.Entry<String, List<String>> kind : filesByKind().entrySet()) {
            int first = random.nextInt(DAMAGES.size());
            int kinds = LONG ? DAMAGES.size() : 2;
            for (int i = 0; i < kinds * TRIALS; i++) {
                String damage = DAMAGES.get((first + i) % DAMAGES.size());
                String file = kind.getValue().get(random.nextInt(kind.getValue().size()));
                String outcome = tryOut(file, damage);
                assertFalse(outcome.startsWith("SILENT"), file + " " + damage + ", seed " + SEED + ": " + outcome);
                outcomes.merge(kind.getKey() + ", " + damage + ": " + outcome, 1, Integer::sum);
            }
        }
        Path folder = Files.createDirectories(Path.of("target/fault-report"));
        List<String> table =
                new ArrayList<>(List.of("Damage to the files of a workspace outside its ledger, seed " + SEED));
        outcomes.forEach((what, count) -> table.add("  " + what + ": " + count));
        Files.write(folder.resolve("workspace-damage.txt"), table);
        assertTrue(outcomes.keySet().stream().anyMatch(what -> what.endsWith("named by verify")), outcomes::toString);
    }

    private Map<String, List<String>> filesByKind() throws IOException {
        Path folder = temporary.resolve("template/acme");
        Map<String, List<String>> kinds = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.startsWith("ledger/"))
                    .sorted()
                    .forEach(name -> kinds.computeIfAbsent(kind(name), _ -> new ArrayList<>())
                            .add(name));
        }
        return kinds;
    }

    private static String kind(String name) {
        return name.startsWith("evidence/") ? "payload" : name.startsWith("keys/payload/") ? "payload key" : name;
    }

    private String tryOut(String file, String damage) throws Exception {
        Path folder = temporary.resolve("trial");
        delete(folder);
        copy(temporary.resolve("template"), folder);
        WorkspaceFixture fixture = new WorkspaceFixture(folder);
        Path damaged = fixture.folder.resolve(file);
        byte[] good = Files.readAllBytes(damaged);
        byte[] bad = damaged(good, damage);
        if (damage.equals("removed")) {
            Files.delete(damaged);
        } else if (Arrays.equals(good, bad)) {
            return "nothing changed";
        } else {
            Files.write(damaged, bad);
        }
        try {
            if (WorkspaceVerifier.verify(fixture.folder).verdict() instanceof Verdict.Broken(List<Defect> defects)) {
                assertTrue(
                        defects.stream().anyMatch(defect -> defect.toString().contains(file)),
                        file + " " + damage + " is not named: " + defects);
                return "named by verify";
            }
            String found = answers(fixture);
            if (found.contains("\nALARM ")) {
                return "alarm on opening";
            }
            return found.equals(answers) ? "harmless, every answer the same" : "SILENT";
        } catch (WorkspaceException e) {
            String message = String.valueOf(e.getMessage());
            assertTrue(message.length() > 30 && !message.contains("null"), message);
            return "refused in words (" + e.kind() + ")";
        }
    }

    private byte[] damaged(byte[] good, String damage) {
        byte[] bad = good.clone();
        switch (damage) {
            case "bit flipped" -> bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            case "zeroed" -> {
                int from = random.nextInt(bad.length) / 512 * 512;
                Arrays.fill(bad, from, Math.min(bad.length, from + 512), (byte) 0);
            }
            case "cut" -> bad = Arrays.copyOf(bad, random.nextInt(bad.length));
            default -> bad = new byte[0];
        }
        return bad;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted().toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Test
    void theSnapshotOfAnUndamagedWorkspaceIsAlwaysTheSame() throws Exception {
        assertEquals(answers, answers(new WorkspaceFixture(temporary.resolve("template"))));
        assertFalse(answers.contains("ALARM"));
    }
}
