package org.cairn.collectors.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckEvaluation;
import org.cairn.checklist.check.CheckId;
import org.cairn.collectors.host.Fakes;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 44 files collected by mmaitre314/picklescan. Only their opcodes are read.
final class PickleFixturesTest {
    private static final Path ARCHIVE = Path.of("../../shared/data/pickles/picklescan-fixtures.tar.gz");
    private static final CheckDefinition CHECK =
            CheckCatalogue.load().check(new CheckId("model.pickle")).orElseThrow();

    @Test
    void findsEveryDangerousOneCallsTheBenignCleanAndRefusesTheBroken(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.exists(ARCHIVE), "the archive of pickle fixtures is not here");
        Map<String, byte[]> fixtures = fixtures();
        assertEquals(44, fixtures.size());
        Map<String, String> found = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (Map.Entry<String, byte[]> fixture : fixtures.entrySet()) {
            Path root = folder.resolve(fixture.getKey() + ".d");
            Path models = Files.createDirectories(root.resolve("models"));
            Files.write(models.resolve(fixture.getKey()), fixture.getValue());
            found.put(fixture.getKey(), verdict(root));
            expected.put(fixture.getKey(), expected(fixture.getKey()));
        }
        assertEquals(expected, found);
        assertEquals(38, found.values().stream().filter("dangerous"::equals).count());
        assertEquals(3, found.values().stream().filter("clean"::equals).count());
    }

    private static String expected(String name) {
        if (name.startsWith("benign0")) {
            return "clean";
        }
        return switch (name) {
            // no member of a 7z archive can be looked at, and the password hides the member of the zip
            case "malicious1.7z", "benign_password_protected.zip" -> "refused";
            // a PNG called .pt
            case "bad_pytorch.pt" -> "refused";
            // the others, also not_a_pickle.bin: it is cut short, but its first opcode is whole and would import
            default -> "dangerous";
        };
    }

    private static String verdict(Path root) throws InterruptedException {
        Evidence evidence = new ModelFilesCollector(List.of("/models"), 1 << 20)
                .collect(Fakes.host(root), Fakes.CLOCK)
                .evidence();
        Digest some = Digest.sha256(Bytes.empty());
        RecordedEvidence recorded =
                new RecordedEvidence(new EvidenceId(some), 1, Fakes.NOW, new PayloadRef(some, some, 1), evidence);
        return switch (CheckEvaluation.evaluate(CHECK, Optional.of(recorded), Fakes.NOW)) {
            case Outcome.Satisfied _ -> "clean";
            case Outcome.NotSatisfied _ -> "dangerous";
            case Outcome.Indeterminate _ -> "refused";
            case Outcome.NotApplicable _ -> "not applicable";
        };
    }

    /// POSIX ustar: 512-byte headers, name at 0, octal size at 124, type at 156.
    private static Map<String, byte[]> fixtures() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(new GZIPInputStream(Files.newInputStream(ARCHIVE)).readAllBytes()))) {
            byte[] header = new byte[512];
            while (in.available() >= 512) {
                in.readFully(header);
                String name = text(header, 0, 100);
                if (name.isEmpty()) {
                    break;
                }
                int size = Integer.parseInt(text(header, 124, 12).strip(), 8);
                byte[] content = new byte[size];
                in.readFully(content);
                in.skipNBytes((512 - size % 512) % 512);
                if (header[156] == '0') {
                    files.put(name.substring(name.lastIndexOf('/') + 1), content);
                }
            }
        }
        return files;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOfRange(header, from, end), StandardCharsets.US_ASCII);
    }

    @Test
    void everyPrefixOfAPickleIsRefusedAndNoneBreaksTheScan() {
        byte[] whole = Bytes.parseHex(
                        "80049528000000000000008c086275696c74696e73948c046576616c9493948c0c7072696e7428273435362729948594522e94")
                .toByteArray();
        byte[] pickle = Arrays.copyOf(whole, whole.length - 1);
        assertEquals(new PickleScan(List.of("builtins eval"), Optional.empty(), 1), PickleScan.of(pickle));
        for (int length = 0; length < pickle.length; length++) {
            assertTrue(PickleScan.of(Arrays.copyOf(pickle, length)).defect().isPresent(), "cut at " + length);
        }
        assertInstanceOf(PickleScan.class, PickleScan.of(whole));
        assertTrue(PickleScan.of(whole).defect().isPresent(), "a byte behind the pickle");
    }
}
