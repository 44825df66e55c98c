package org.cairn.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;

class CosignatureTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint("log.example/a", 513, Merkle.emptyRoot());

    private static Bytes sign(KeyPair pair, Bytes message) throws Exception {
        Signature signature = Signature.getInstance(pair.getPrivate().getAlgorithm());
        signature.initSign(pair.getPrivate());
        signature.update(message.toByteArray());
        return Bytes.copyOf(signature.sign());
    }

    /// C2SP tlog-cosignature, "ML-DSA-44 signed message", spelled out byte by byte.
    @Test
    void theMessageOfAnMlDsa44LineIsTheStructureOfTheSpecification() throws Exception {
        String label = "737562747265652f76310a00";
        String name = "09" + "772e6578616d706c65";
        String time = "00000000641850cb";
        String origin = "0d" + "6c6f672e6578616d706c652f61";
        String range = "0000000000000000" + "0000000000000201";
        assertEquals(
                label + name + time + origin + range + Merkle.emptyRoot().hex(),
                Cosignature.treeMessage("w.example", CHECKPOINT, 1_679_315_147L).hex());
    }

    /// C2SP tlog-cosignature, "Ed25519 signed message".
    @Test
    void theMessageOfAnEd25519CosignatureHasTheTimeBeforeTheText() throws Exception {
        assertEquals(
                "cosignature/v1\ntime 1679315147\nlog.example/a\n513\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                Cosignature.textMessage(CHECKPOINT.text(), 1_679_315_147L).asUtf8());
    }

    @Test
    void linesOfEveryTypeVerifyAndBindNameTimeAndTree() throws Exception {
        KeyPair ed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair ml = KeyPairGenerator.getInstance("ML-DSA-44").generateKeyPair();
        Bytes rawEd = Ed25519PublicKey.parseSpki(Bytes.copyOf(ed.getPublic().getEncoded()))
                .raw();
        Bytes rawMl = MlDsa44.rawKey(Bytes.copyOf(ml.getPublic().getEncoded()));
        assertEquals(Bytes.copyOf(ml.getPublic().getEncoded()), MlDsa44.spki(rawMl));
        for (NoteKey key : List.of(
                new NoteKey("w.example", NoteKey.Algorithm.ED25519, rawEd),
                new NoteKey("w.example", NoteKey.Algorithm.ED25519_COSIGNATURE, rawEd),
                new NoteKey("w.example", NoteKey.Algorithm.ML_DSA_44, rawMl))) {
            long time = key.algorithm() == NoteKey.Algorithm.ED25519 ? 0 : 1_679_315_147L;
            KeyPair pair = key.algorithm() == NoteKey.Algorithm.ML_DSA_44 ? ml : ed;
            NoteSignature line = key.line(time, sign(pair, key.message(CHECKPOINT.text(), time)));
            SignedNote note = new SignedNote(CHECKPOINT.text(), List.of(line));
            assertEquals(key, NoteKey.parse(key.encode()));
            assertTrue(
                    key.verifies(SignedNote.parse(note.encode())),
                    key.algorithm().toString());
            Checkpoint larger = new Checkpoint("log.example/a", 514, Merkle.emptyRoot());
            assertFalse(key.verifies(new SignedNote(larger.text(), List.of(line))));
            for (int at : List.of(0, 7, 8, line.signature().size() - 1)) {
                byte[] changed = line.signature().toByteArray();
                changed[at] ^= 1;
                NoteSignature bad = new NoteSignature(line.keyName(), line.keyHash(), Bytes.copyOf(changed));
                assertFalse(key.verifies(new SignedNote(CHECKPOINT.text(), List.of(bad))), "byte " + at);
            }
        }
    }

    @Test
    void oneKeyHasAnotherIdForEachTypeAndName() throws Exception {
        Bytes raw = Ed25519PublicKey.parseSpki(Bytes.copyOf(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded()))
                .raw();
        NoteKey log = new NoteKey("a", NoteKey.Algorithm.ED25519, raw);
        NoteKey witness = new NoteKey("a", NoteKey.Algorithm.ED25519_COSIGNATURE, raw);
        assertFalse(log.keyHash() == witness.keyHash());
        assertFalse(log.keyHash() == new NoteKey("b", NoteKey.Algorithm.ED25519, raw).keyHash());
    }

    @Test
    void aTextThatIsNoCheckpointIsNotSignedByMlDsa44() {
        NoteKey key = new NoteKey("a", NoteKey.Algorithm.ML_DSA_44, Bytes.copyOf(new byte[1312]));
        assertThrows(MalformedNote.class, () -> key.message(Bytes.utf8("hello\n"), 0));
        assertThrows(MalformedNote.class, () -> key.message(CHECKPOINT.text(), -1));
    }
}
