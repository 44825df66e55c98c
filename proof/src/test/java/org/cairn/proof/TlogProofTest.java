package org.cairn.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TlogProofTest {
    private static final ReferenceTree TREE = ReferenceTree.ofSize(10);

    private static TlogProof proof(int index, Bytes extra) {
        Checkpoint checkpoint = new Checkpoint("log.example/a", 10, TREE.root(10));
        SignedNote note = new SignedNote(
                checkpoint.text(), List.of(new NoteSignature("log.example/a", 7, Bytes.utf8("unsigned"))));
        return new TlogProof(extra, index, TREE.inclusion(index, 10).path(), note);
    }

    @Test
    void proofsOfEveryLeafAreReadBackAndProve() throws Exception {
        for (int index = 0; index < 10; index++) {
            for (Bytes extra : List.of(Bytes.empty(), Bytes.utf8("extra"))) {
                TlogProof proof = proof(index, extra);
                TlogProof read = TlogProof.parse(proof.encode());
                assertEquals(proof, read);
                assertTrue(read.proves(TREE.leaves().get(index)));
                assertFalse(read.proves(TREE.leaves().get((index + 1) % 10)));
            }
        }
    }

    /// The layout of the example in C2SP tlog-proof.
    @Test
    void theTextHasTheLinesOfTheSpecification() {
        List<String> lines = proof(9, Bytes.utf8("x")).encode().asUtf8().lines().toList();
        assertEquals("c2sp.org/tlog-proof@v1", lines.get(0));
        assertEquals("extra eA==", lines.get(1));
        assertEquals("index 9", lines.get(2));
        assertEquals(44, lines.get(3).length());
        assertEquals(44, lines.get(4).length());
        assertEquals("", lines.get(5));
        assertEquals("log.example/a", lines.get(6));
    }

    @Test
    void whatBreaksTheFormatIsRefused() {
        String good = proof(9, Bytes.utf8("x")).encode().asUtf8();
        for (String bad : List.of(
                "",
                good.replace("@v1", "@v2"),
                good.replace("index 9", "index 09"),
                good.replace("index 9", "index -1"),
                good.replace("index 9", "index 9223372036854775808"),
                good.replace("index 9\n", ""),
                good.replace("extra eA==", "extra "),
                good.replace("extra eA==", "extra eB=="),
                good.replace("index 9\n", "index 9\nAAAA\n"),
                good.replace("index 9\n", "index 9\n" + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n".repeat(65)),
                good.replace("\n10\n", "\nten\n"),
                good.replace("\n\n", "\n"),
                good.replace("\n", "\r\n"))) {
            assertThrows(MalformedProof.class, () -> TlogProof.parse(Bytes.utf8(bad)), bad);
        }
    }
}
