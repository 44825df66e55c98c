package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.ledger.key.Passphrase;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduciblePackTest {
    private static final ControlId CONTROL = new ControlId("NET-4");
    private static final FrameworkId ISO = new FrameworkId("iso27001");

    private static final Instant ISSUED = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    Path temporary;

    /// What `docs/pack-format.md` names: each differs in a signature alone, or in what is said of such files.
    @Test
    void twoCopiesOfAWorkspaceGiveTheSamePackButForSignaturesThatAreRandomByDesign() throws Exception {
        WorkspaceFixture fixture = new WorkspaceFixture(temporary);
        Path policy = Files.writeString(temporary.resolve("policy.txt"), "Only the gateway may be reached.\n");
        Founding founding = new Founding("Acme Bank", Optional.empty(), List.of(), "", List.of(ISO), "Anna Jensen");
        try (Passphrase passphrase = WorkspaceFixture.passphrase();
                Workspace workspace = Workspace.found(fixture.folder, founding, passphrase, fixture.environment())) {
            workspace.attach(policy, CONTROL, "the firewall's policy");
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET).withNote("Seen on both hosts."));
        }
        Path kept = temporary.resolve("kept");
        copy(fixture.folder, kept);
        Map<String, Bytes> first = pack(fixture, "first.zip");
        Files.move(fixture.folder, temporary.resolve("used"));
        Files.move(kept, fixture.folder);
        Map<String, Bytes> second = pack(fixture, "second.zip");

        assertEquals(List.copyOf(first.keySet()), List.copyOf(second.keySet()), "the same files in the same order");
        Set<String> differing = new TreeSet<>();
        for (Map.Entry<String, Bytes> file : first.entrySet()) {
            String name = file.getKey();
            Bytes other = Objects.requireNonNull(second.get(name));
            if (!file.getValue().equals(other)) {
                differing.add(name);
                assertEquals(masked(name, file.getValue()), masked(name, other), name);
            }
        }
        assertEquals(
                Set.of(
                        "SHA256SUMS",
                        "SHA256SUMS.ed25519",
                        "SHA256SUMS.mldsa44",
                        "SHA256SUMS.p7s",
                        "certificates/crl.pem",
                        "report.pdf",
                        "soa.pdf",
                        "workbook.xlsx"),
                differing);
    }

    private Map<String, Bytes> pack(WorkspaceFixture fixture, String name) throws Exception {
        Path pack = temporary.resolve(name);
        WorkspaceEnvironment its = fixture.environment();
        var stopped = new WorkspaceEnvironment(
                Clock.fixed(ISSUED, ZoneOffset.UTC),
                its.random(),
                its.host(),
                its.collectors(),
                its.knowledge(),
                its.productVersion());
        try (Passphrase passphrase = WorkspaceFixture.passphrase();
                Workspace workspace = Workspace.open(fixture.folder, passphrase, Access.WRITE, stopped)) {
            workspace.pack(new PackRequest(ISO, "full", pack, Set.of()), Progress.silent());
        }
        return unzip(Files.readAllBytes(pack));
    }

    /// A file without the value of its signature.
    private static Object masked(String name, Bytes content) throws Exception {
        String text = new String(content.toByteArray(), StandardCharsets.ISO_8859_1);
        if (name.endsWith(".pdf")) {
            String masked = text.replaceFirst("/Contents <[0-9a-fA-F]+>", "/Contents <>");
            assertNotEquals(text, masked, name + " has no signature");
            return masked;
        }
        if (name.equals("workbook.xlsx")) {
            return unzip(content.toByteArray()).entrySet().stream()
                    .map(part -> part.getKey() + " " + withoutSignatureValue(part.getValue()))
                    .toList();
        }
        if (name.endsWith("crl.pem")) {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509")
                    .generateCRL(new ByteArrayInputStream(content.toByteArray()));
            return Bytes.copyOf(list.getTBSCertList());
        }
        // over files that differ, and the list of their digests
        return name.equals("SHA256SUMS") ? text.replaceAll("(?m)^[0-9a-f]{64}  ", "") : "";
    }

    private static String withoutSignatureValue(Bytes part) {
        return new String(part.toByteArray(), StandardCharsets.ISO_8859_1)
                .replaceFirst("(<(?:ds:)?SignatureValue[^>]*>)[^<]+", "$1");
    }

    private static Map<String, Bytes> unzip(byte[] zip) throws IOException {
        Map<String, Bytes> files = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), read(in));
            }
        }
        return files;
    }

    private static Bytes read(InputStream in) throws IOException {
        return Bytes.copyOf(in.readAllBytes());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
