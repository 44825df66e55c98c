package org.cairn.collectors.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.host.Fakes;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Envelope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signatures in every form that is read, made here with the JDK, over the model of the hardened host.
final class ModelSignatureTest {
    private static final Path MODEL = Path.of("src/test/host/hardened/srv/models/tiny.safetensors");

    @TempDir
    private Path root;

    private Path models = Path.of("");

    @BeforeEach
    void layOutOneModel() throws Exception {
        models = Files.createDirectories(root.resolve("srv/models"));
        Files.copy(MODEL, models.resolve("tiny.safetensors"));
        Files.createDirectories(root.resolve("etc/cairn"));
        Files.writeString(root.resolve("etc/cairn/host.json"), """
                {"format": "cairn-host-1", "models": {"signingKeys": ["/etc/cairn/key.pem"]}}""");
    }

    private void trust(KeyPair pair) throws Exception {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        Files.writeString(root.resolve("etc/cairn/key.pem"), pem);
    }

    private static KeyPair pair(String kind, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        if (size > 0) {
            generator.initialize(size);
        }
        return generator.generateKeyPair();
    }

    private static byte[] sign(String way, PrivateKey key, byte[] content) throws Exception {
        Signature signature = Signature.getInstance(way);
        signature.initSign(key);
        signature.update(content);
        return signature.sign();
    }

    private Evidence evidence() throws InterruptedException {
        return new ModelFilesCollector(List.of("/srv/models"), 1 << 20)
                .collect(Fakes.host(root), Fakes.CLOCK)
                .evidence();
    }

    private Optional<String> signed(Evidence evidence) {
        Population origins = evidence.population("model-origins").orElseThrow();
        return origins.items().stream()
                .filter(item -> item.value("path").equals(Optional.of("/srv/models/tiny.safetensors")))
                .findFirst()
                .flatMap(item -> item.value("signed"));
    }

    private static List<Optional<String>> verified(Evidence evidence) {
        return evidence.population("model-signatures").map(Population::items).orElse(List.<Item>of()).stream()
                .map(item -> item.value("verified"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Ed25519, 0, Ed25519, false",
        "EC, 256, SHA256withECDSA, true",
        "EC, 384, SHA384withECDSA, false",
        "RSA, 3072, SHA256withRSA, true"
    })
    void aDetachedSignatureOfEachKindOfKeyCountsAndOneOverOtherBytesDoesNot(
            String kind, int size, String way, boolean base64) throws Exception {
        KeyPair pair = pair(kind, size);
        trust(pair);
        byte[] signature = sign(way, pair.getPrivate(), Files.readAllBytes(MODEL));
        Path file = models.resolve("tiny.safetensors.sig");
        Files.write(file, base64 ? Base64.getEncoder().encode(signature) : signature);
        assertEquals(Optional.of("yes"), signed(evidence()));
        signature = sign(way, pair.getPrivate(), new byte[] {1, 2, 3});
        Files.write(file, base64 ? Base64.getEncoder().encode(signature) : signature);
        assertEquals(Optional.of("no"), signed(evidence()));
        assertEquals(List.of(Optional.of("no")), verified(evidence()));
    }

    @Test
    void aSignatureByAKeyThatNobodyNamedCountsForNothing() throws Exception {
        trust(pair("Ed25519", 0));
        Files.write(
                models.resolve("tiny.safetensors.sig"),
                sign("Ed25519", pair("Ed25519", 0).getPrivate(), Files.readAllBytes(MODEL)));
        assertEquals(Optional.of("no"), signed(evidence()));
    }

    @Test
    void aBundleWithAStatementSignsTheModelsThatItListsWithTheDigestsTheyHave() throws Exception {
        KeyPair pair = pair("EC", 256);
        trust(pair);
        bundle(pair, Digest.sha256(Bytes.copyOf(Files.readAllBytes(MODEL))).hex());
        assertEquals(Optional.of("yes"), signed(evidence()));
        bundle(pair, Digest.sha256(Bytes.utf8("another file")).hex());
        assertEquals(Optional.of("no"), signed(evidence()));
        assertEquals(List.of(Optional.of("yes")), verified(evidence()));
    }

    private void bundle(KeyPair pair, String digest) throws Exception {
        Bytes statement = Bytes.utf8("""
                {"_type":"https://in-toto.io/Statement/v1","predicateType":"https://model_signing/signature/v1.0",
                "predicate":{"resources":[{"name":"tiny.safetensors","algorithm":"sha256","digest":"%s"}]}}""".formatted(digest));
        String type = "application/vnd.in-toto+json";
        byte[] signature = sign(
                "SHA256withECDSA",
                pair.getPrivate(),
                Envelope.preAuthenticationEncoding(type, statement).toByteArray());
        Files.writeString(models.resolve("model.sig"), """
                {"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","dsseEnvelope":{"payload":"%s",
                "payloadType":"%s","signatures":[{"sig":"%s"}]}}""".formatted(
                        Base64.getEncoder().encodeToString(statement.toByteArray()),
                        type,
                        Base64.getEncoder().encodeToString(signature)));
    }

    @Test
    void aSignatureThatCannotBeCheckedHereLeavesTheModelUndecided() throws Exception {
        trust(pair("Ed25519", 0));
        Files.writeString(models.resolve("tiny.safetensors.asc"), "-----BEGIN PGP SIGNATURE-----");
        assertEquals(Optional.empty(), signed(evidence()));
    }
}
