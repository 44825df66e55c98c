package org.cairn.ledger.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.MalformedKey;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.MlDsa44;
import org.cairn.proof.NoteKey;
import org.cairn.proof.NoteSignature;
import org.cairn.proof.SignedNote;

/// A log's keys made of the JDK alone: what signs here and what verifies in `proof` share no code with
/// `ledger.key`.
public final class JdkSigner implements CheckpointSigner {
    private final KeyPair ed25519;
    private final KeyPair mlDsa44;
    private final NoteKey classical;
    private final NoteKey postQuantum;

    public JdkSigner(String origin) {
        this(origin, generate("Ed25519"), generate("ML-DSA-44"));
    }

    private JdkSigner(String origin, KeyPair ed25519, KeyPair mlDsa44) {
        this.ed25519 = ed25519;
        this.mlDsa44 = mlDsa44;
        try {
            Bytes raw = Ed25519PublicKey.parseSpki(spki(ed25519)).raw();
            classical = new NoteKey(origin, NoteKey.Algorithm.ED25519, raw);
            postQuantum = new NoteKey(origin, NoteKey.Algorithm.ML_DSA_44, MlDsa44.rawKey(spki(mlDsa44)));
        } catch (MalformedKey e) {
            throw new IllegalStateException(e);
        }
    }

    /// Keeps the keys in a file, for a second program.
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(classical.name()));
        for (KeyPair pair : List.of(ed25519, mlDsa44)) {
            lines.add(HexFormat.of().formatHex(pair.getPrivate().getEncoded()));
            lines.add(HexFormat.of().formatHex(pair.getPublic().getEncoded()));
        }
        Files.write(file, lines);
    }

    public static JdkSigner read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new JdkSigner(
                lines.get(0),
                pair("Ed25519", lines.get(1), lines.get(2)),
                pair("ML-DSA-44", lines.get(3), lines.get(4)));
    }

    private static KeyPair pair(String algorithm, String pkcs8, String spki) {
        try {
            KeyFactory factory = KeyFactory.getInstance(algorithm);
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(spki))),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(HexFormat.of().parseHex(pkcs8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<NoteKey> keys() {
        return List.of(classical, postQuantum);
    }

    @Override
    public SignedNote sign(Checkpoint checkpoint) {
        return new SignedNote(
                checkpoint.text(),
                List.of(line(classical, ed25519, checkpoint.text()), line(postQuantum, mlDsa44, checkpoint.text())));
    }

    private static NoteSignature line(NoteKey key, KeyPair pair, Bytes text) {
        try {
            Signature signature = Signature.getInstance(pair.getPrivate().getAlgorithm());
            signature.initSign(pair.getPrivate());
            signature.update(key.message(text, 0).toByteArray());
            return key.line(0, Bytes.copyOf(signature.sign()));
        } catch (GeneralSecurityException | MalformedNote e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair generate(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Bytes spki(KeyPair pair) {
        return Bytes.copyOf(pair.getPublic().getEncoded());
    }
}
