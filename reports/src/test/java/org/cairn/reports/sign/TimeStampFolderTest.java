package org.cairn.reports.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.Tool;
import org.cairn.reports.pack.PackException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An authority that is no program of ours (openssl ts), behind a folder.
class TimeStampFolderTest {
    private static final Digest STAMPED = Digest.sha256(Bytes.utf8("stamped"));
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private static Path authority;

    @TempDir
    private Path folder;

    @BeforeAll
    static void found() throws Exception {
        Files.writeString(authority.resolve("ts.cnf"), """
            [ tsa ]
            default_tsa = one
            [ one ]
            dir = .
            serial = serial
            crypto_device = builtin
            signer_cert = tsa.pem
            certs = root.pem
            signer_key = tsa.key
            signer_digest = sha256
            default_policy = 1.3.6.1.4.1.13762.3
            digests = sha256, sha384, sha512
            accuracy = secs:1
            ess_cert_id_chain = no
            ess_cert_id_alg = sha256
            """);
        Files.writeString(authority.resolve("serial"), "01\n");
        Files.writeString(authority.resolve("eku"), "extendedKeyUsage=critical,timeStamping\n");
        for (String root : List.of("root", "other")) {
            openssl("req", "-x509", "-newkey", "rsa:3072", "-nodes", "-subj", "/CN=Authority " + root, "-days", "30")
                    .with("-keyout", root + ".key", "-out", root + ".pem");
        }
        openssl("req", "-newkey", "rsa:3072", "-nodes", "-subj", "/CN=Stamps").with("-keyout", "tsa.key", "-out", "r");
        openssl("x509", "-req", "-in", "r", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial")
                .with("-extfile", "eku", "-days", "20", "-out", "tsa.pem");
    }

    private record Openssl(List<String> words) {
        void with(String... more) throws IOException, InterruptedException {
            Tool told = Tool.run(
                    authority, Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
            assertEquals(0, told.exitCode(), told.output());
        }
    }

    private static Openssl openssl(String... words) {
        return new Openssl(Stream.concat(Stream.of("openssl"), Stream.of(words)).toList());
    }

    private static X509Certificate root(String name) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(authority.resolve(name + ".pem"))));
    }

    /// Stands at the other end of the folder and answers once.
    private Thread attend() {
        return Thread.startVirtualThread(() -> {
            try (var watch = folder.getFileSystem().newWatchService()) {
                folder.register(watch, java.nio.file.StandardWatchEventKinds.ENTRY_CREATE);
                Path asked = waiting();
                while (asked.equals(folder)) {
                    watch.take().reset();
                    asked = waiting();
                }
                Path answer = Path.of(asked.toString().replace(".tsq", ".tsr"));
                openssl("ts", "-reply", "-config", "ts.cnf", "-queryfile", asked.toString())
                        .with("-out", "answer");
                Files.move(authority.resolve("answer"), answer);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Path waiting() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tsq"))
                    .findFirst()
                    .orElse(folder);
        }
    }

    @Test
    void anAnswerOfTheAuthorityIsTakenAndOpensslVerifiesIt() throws Exception {
        Thread other = attend();
        Bytes token = new TimeStamping(new TimeStampFolder(folder, LONG), root("root")).token(STAMPED);
        other.join();
        Files.write(
                authority.resolve("stamped.tsr"), TimeStamping.response(token).toByteArray());
        openssl("ts", "-verify", "-digest", STAMPED.hex(), "-in", "stamped.tsr").with("-CAfile", "root.pem");
        Tool wrong = Tool.run(
                authority,
                "openssl",
                "ts",
                "-verify",
                "-digest",
                "00".repeat(32),
                "-in",
                "stamped.tsr",
                "-CAfile",
                "root.pem");
        assertTrue(wrong.exitCode() != 0, wrong.output());
    }

    @Test
    void opensslsListIsReadAndSaysTheSameAsToOpenssl() throws Exception {
        Files.writeString(authority.resolve("ca.cnf"), """
            [ ca ]
            default_ca = one
            [ one ]
            database = index.txt
            certificate = root.pem
            private_key = root.key
            default_md = sha256
            default_crl_days = 7
            """);
        Files.writeString(authority.resolve("index.txt"), "");
        openssl("ca", "-config", "ca.cnf", "-gencrl").with("-out", "good.crl");
        openssl("ca", "-config", "ca.cnf", "-revoke", "tsa.pem").with("-crl_reason", "keyCompromise");
        openssl("ca", "-config", "ca.cnf", "-gencrl").with("-out", "bad.crl");
        Thread other = attend();
        var stamps = new TimeStamping(new TimeStampFolder(folder, LONG), root("root"), lists("good.crl"));
        Bytes token = stamps.token(STAMPED);
        other.join();
        Files.write(
                authority.resolve("stamped.tsr"), TimeStamping.response(token).toByteArray());
        TimeStampToken read = new TimeStampToken(new CMSSignedData(token.toByteArray()));
        for (String list : List.of("good.crl", "bad.crl")) {
            boolean believed = StampCheck.refusal(read, root("root"), Instant.now(), lists(list))
                    .isEmpty();
            Files.writeString(
                    authority.resolve("anchor.pem"),
                    Files.readString(authority.resolve("root.pem")) + Files.readString(authority.resolve(list)));
            Tool told = Tool.run(
                    authority,
                    "openssl",
                    "ts",
                    "-verify",
                    "-digest",
                    STAMPED.hex(),
                    "-in",
                    "stamped.tsr",
                    "-CAfile",
                    "anchor.pem",
                    "-crl_check");
            assertEquals(list.equals("good.crl"), believed);
            assertEquals(believed, told.exitCode() == 0, told.output());
        }
    }

    private static RevocationLists lists(String name) throws Exception {
        return RevocationLists.read(Bytes.copyOf(Files.readAllBytes(authority.resolve(name))));
    }

    @Test
    void anAuthorityUnderAnotherRootIsRefused() throws Exception {
        Thread other = attend();
        var stamps = new TimeStamping(new TimeStampFolder(folder, LONG), root("other"));
        assertTrue(message(stamps).contains("does not lead to the root of the authority"));
        other.join();
    }

    @Test
    void anOldAnswerIsRefused() throws Exception {
        Thread other = attend();
        Bytes old =
                TimeStamping.response(new TimeStamping(new TimeStampFolder(folder, LONG), root("root")).token(STAMPED));
        other.join();
        var stamps = new TimeStamping(_ -> old, root("root"));
        assertTrue(message(stamps).contains("refused"));
    }

    @Test
    void withoutAnAnswerTheFolderAndTheWaitAreNamed() throws Exception {
        var stamps = new TimeStamping(new TimeStampFolder(folder, Duration.ZERO), root("root"));
        String said = message(stamps);
        assertTrue(said.contains(".tsq was not answered by ") && said.contains("within 0 s"), said);
    }

    private static String message(TimeStamping stamps) {
        return String.valueOf(
                assertThrows(PackException.class, () -> stamps.token(STAMPED)).getMessage());
    }

    /// A sequence of 300 bytes, of which the folder held ten before anybody asked.
    @Test
    void anAnswerThatIsStillBeingWrittenIsNotTakenForTheWhole() throws Exception {
        Bytes request = Bytes.utf8("asked");
        Bytes whole = Bytes.parseHex("3082012c" + "05".repeat(300));
        Path answer = folder.resolve(Digest.sha256(request).hex().substring(0, 32) + ".tsr");
        Files.write(answer, whole.slice(0, 10).toByteArray());
        var refused = assertThrows(
                PackException.class, () -> new TimeStampFolder(folder, Duration.ofMillis(150)).answer(request));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("holds the first 10 bytes of an answer"),
                refused.getMessage());

        Files.delete(folder.resolve(answer.getFileName().toString().replace(".tsr", ".tsq")));
        Thread authority = Thread.startVirtualThread(() -> {
            try (var watch = folder.getFileSystem().newWatchService()) {
                folder.register(watch, java.nio.file.StandardWatchEventKinds.ENTRY_CREATE);
                while (waiting().equals(folder)) {
                    watch.poll(100, java.util.concurrent.TimeUnit.MILLISECONDS);
                }
                Files.write(
                        answer, whole.slice(10, whole.size()).toByteArray(), java.nio.file.StandardOpenOption.APPEND);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(whole, new TimeStampFolder(folder, Duration.ofMinutes(1)).answer(request));
        authority.join();
    }
}
