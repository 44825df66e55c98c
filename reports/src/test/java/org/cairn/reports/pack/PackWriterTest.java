package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.Report;
import org.cairn.verifier.VerifyPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackWriterTest {
    @TempDir
    private Path folder;

    @Test
    void aPackThatWasJustWrittenIsIntactAndSaysWhoWitnessedIt() throws Exception {
        try (var sample = new SampleWorkspace(folder.resolve("workspace"))) {
            Path zip = folder.resolve("pack.zip");
            PackResult result = sample.writer().write(sample.content(), zip);
            Report report = PackVerification.verify(zip);
            assertEquals(List.of(), report.defects());
            assertEquals(List.of(), report.missing());
            assertEquals(0, report.exitCode());
            assertEquals(new Report.Counts(60, 9, 8, 1), report.counts());
            String text = report.text(sample.now().plus(Duration.ofDays(11)));
            assertTrue(text.contains("witnessed by 1 of 1, last outside anchor 12 days ago"), text);
            assertTrue(text.contains("the quorum of 1 vouches for the first 3 of 9 entries"), text);
            assertTrue(text.contains("entries 3 to 8: no witness has seen them"), text);
            Map<String, Bytes> files = PackZip.read(zip);
            for (String oscal : List.of("assessment-plan", "assessment-results", "poam")) {
                assertTrue(
                        files.getOrDefault("manifest.json", Bytes.empty())
                                .asUtf8()
                                .contains("\"path\":\"oscal/" + oscal + ".json\""),
                        oscal);
                assertTrue(files.containsKey("oscal/" + oscal + ".json"), oscal);
            }
            assertEquals(
                    new PackResult(
                            zip,
                            Files.size(zip),
                            files.size(),
                            Digest.sha256(files.getOrDefault("SHA256SUMS", Bytes.empty())),
                            report.root().orElseThrow().fingerprint()),
                    result);
        }
    }

    @Test
    void theSameContentAndSignaturesGiveTheSameBytes() throws Exception {
        try (var sample = new SampleWorkspace(folder.resolve("workspace"))) {
            var writer = new PackWriter(sample.payloads(), remembering(sample.signer()), VerifyPage.bytes());
            PackContent content = sample.content();
            writer.write(content, folder.resolve("one.zip"));
            writer.write(content, folder.resolve("two.zip"));
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("one.zip")), Files.readAllBytes(folder.resolve("two.zip")));
        }
    }

    /// ECDSA and ML-DSA signatures are random; what is signed must not be.
    private static PackSigner remembering(PackSigner signer) {
        Map<Bytes, Bytes> made = new HashMap<>();
        return new PackSigner() {
            @Override
            public Bytes cms(Bytes sums) throws PackException {
                Bytes known = made.get(sums);
                Bytes signature = known == null ? signer.cms(sums) : known;
                made.put(sums, signature);
                return signature;
            }

            @Override
            public Bytes ed25519(Bytes sums) throws PackException {
                return signer.ed25519(sums);
            }

            @Override
            public Bytes mlDsa44(Bytes sums) {
                return Bytes.utf8("stands in for a random signature");
            }
        };
    }

    @Test
    void aPackThatCannotBeFinishedLeavesWhatWasThere() throws Exception {
        try (var sample = new SampleWorkspace(folder.resolve("workspace"))) {
            Path zip = Files.createDirectories(folder.resolve("out")).resolve("pack.zip");
            Files.writeString(zip, "an older pack");
            PackContent content = sample.content();
            Digest stored = content.evidence().getLast().manifest().stored();
            Files.delete(folder.resolve("workspace/evidence").resolve(EvidenceVault.location(stored)));
            assertThrows(PackException.class, () -> sample.writer().write(content, zip));
            assertEquals("an older pack", Files.readString(zip));
            assertEquals(List.of(zip), list(zip.resolveSibling(".")));
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws Exception {
        try (var sample = new SampleWorkspace(folder.resolve("workspace"))) {
            Path zip = folder.resolve("none/pack.zip");
            PackContent content = sample.content();
            assertEquals(
                    zip + ": there is no folder to write it into",
                    assertThrows(PackException.class, () -> sample.writer().write(content, zip))
                            .getMessage());
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory.normalize())) {
            return files.toList();
        }
    }
}
