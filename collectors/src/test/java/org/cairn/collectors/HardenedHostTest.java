package org.cairn.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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
import org.cairn.evidence.RawBytes;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host set up as every check asks, as a folder of files: collectors and checks meet on the same names.
final class HardenedHostTest {
    private static final Path TREE = Path.of("src/test/host/hardened");
    private static final Map<String, String> ANSWERS = Map.of(
            "ip -j -4 route show table all", "[{\"dst\":\"10.20.0.0/24\",\"dev\":\"eth0\",\"scope\":\"link\"}]",
            "ip -j -6 route show table all", "[]",
            "nft -j list ruleset", """
                    {"nftables":[{"metainfo":{"json_schema_version":1}},{"chain":{"family":"inet","table":"egress",
                    "name":"out","handle":1,"type":"filter","hook":"output","prio":0,"policy":"drop"}}]}""",
            "iptables-save", "*filter\n:OUTPUT DROP [0:0]\nCOMMIT\n",
            "ip6tables-save", "*filter\n:OUTPUT DROP [0:0]\nCOMMIT\n",
            "sshd -T", """
                    permitrootlogin no
                    passwordauthentication no
                    authenticationmethods publickey,keyboard-interactive
                    ciphers aes256-gcm@openssh.com
                    """,
            "auditctl -s", "enabled 2\nfailure 1\npid 300\nlost 0\nbacklog 0\n",
            "auditctl -l", "-w /srv/models -p rwa -k models\n");

    @TempDir
    Path root;

    @BeforeEach
    void copyTheTree() throws IOException {
        try (Stream<Path> files = Files.walk(TREE)) {
            for (Path file : files.toList()) {
                Path target = root.resolve(TREE.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                    Files.setLastModifiedTime(target, FileTime.from(Fakes.NOW.minus(Duration.ofDays(5))));
                }
            }
        }
        for (String link : List.of(
                "1/exe=/usr/lib/testhost-init",
                "42/exe=/usr/bin/vllm",
                "43/exe=/usr/sbin/chronyd",
                "42/fd/3=socket:[4711]",
                "42/fd/4=/srv/models/tiny.safetensors")) {
            String[] parts = link.split("=", 2);
            Files.createSymbolicLink(root.resolve("proc/" + parts[0]), Path.of(parts[1]));
        }
        mode("srv/models/tiny.safetensors", "rw-r-----");
        mode("var/run/docker.sock", "rw-rw----");
    }

    private void mode(String path, String mode) throws IOException {
        Files.setPosixFilePermissions(root.resolve(path), PosixFilePermissions.fromString(mode));
    }

    private Map<CollectorId, CollectionResult> collect(HostReader host) throws InterruptedException {
        Map<CollectorId, CollectionResult> results = new TreeMap<>();
        for (var collector : Collectors.all()) {
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
        for (CheckDefinition check : CheckCatalogue.load().checks()) {
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
