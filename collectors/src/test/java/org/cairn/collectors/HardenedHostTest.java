package org.cairn.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckEvaluation;
import org.cairn.collectors.host.Fakes;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Platform;
import org.cairn.evidence.RawBytes;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host set up as every check asks, as a folder of files: collectors and checks meet on the same names.
final class HardenedHostTest {
    private static final Map<String, String> ANSWERS = HardenedTree.ANSWERS;

    @TempDir
    Path root;

    @BeforeEach
    void copyTheTree() throws IOException {
        HardenedTree.copyTo(root);
    }

    private Map<CollectorId, CollectionResult> collect(HostReader host) throws InterruptedException {
        Map<CollectorId, CollectionResult> results = new TreeMap<>();
        for (var collector : Collectors.on(Platform.LINUX)) {
            results.put(collector.id(), collector.collect(host, Fakes.CLOCK));
        }
        return results;
    }

    private static Outcome outcome(CheckDefinition check, Map<CollectorId, CollectionResult> results) {
        Digest some = Digest.sha256(Bytes.empty());
        Optional<RecordedEvidence> evidence = Optional.ofNullable(results.get(check.reads()))
                .map(result -> new RecordedEvidence(
                        new EvidenceId(some), 1, Fakes.NOW, new PayloadRef(some, some, 1), result.evidence()));
        return CheckEvaluation.evaluate(check, evidence, Fakes.NOW);
    }

    @Test
    void everyCheckIsSatisfiedOnIt() throws InterruptedException {
        Map<CollectorId, CollectionResult> results = collect(Fakes.host(root, "root", ANSWERS));
        List<String> others = new ArrayList<>();
        for (CheckDefinition check : CheckCatalogue.load().askedOf(Platform.LINUX)) {
            Outcome outcome = outcome(check, results);
            if (!(outcome instanceof Outcome.Satisfied)) {
                others.add(check.id() + ": " + outcome);
            }
        }
        assertEquals(List.of(), others);
    }

    @Test
    void noCheckIsSatisfiedOnAHostOfWhichNothingCanBeRead() throws InterruptedException {
        Map<CollectorId, CollectionResult> results = collect(Fakes.host(root.resolve("nothing-here")));
        for (CheckDefinition check : CheckCatalogue.load().checks()) {
            assertEquals(
                    Outcome.Indeterminate.class,
                    outcome(check, results).getClass(),
                    check.id() + ": " + outcome(check, results));
        }
    }

    @Test
    void noSecretEntersEvidence() throws InterruptedException {
        for (CollectionResult result :
                collect(Fakes.host(root, "root", ANSWERS)).values()) {
            assertFalse(
                    result.evidence().toString().contains("s3cr3tVALUE"),
                    result.evidence().toString());
            for (RawBytes raw : result.raw()) {
                assertFalse(
                        raw.content().asUtf8().contains("s3cr3tVALUE"),
                        raw.source().location());
            }
        }
    }

    @Test
    void everyKeptRawByteHasTheDigestItsSourceStates() throws InterruptedException {
        for (CollectionResult result :
                collect(Fakes.host(root, "root", ANSWERS)).values()) {
            for (RawBytes raw : result.raw()) {
                assertEquals(Digest.sha256(raw.content()), raw.source().sha256());
                assertEquals(raw.content().size(), raw.source().sizeBytes());
                assertEquals(true, result.evidence().sources().contains(raw.source()));
            }
        }
    }

    @Test
    void theSameHostAndClockGiveTheSameEvidence() throws InterruptedException {
        assertEquals(collect(Fakes.host(root, "root", ANSWERS)), collect(Fakes.host(root, "root", ANSWERS)));
    }
}
