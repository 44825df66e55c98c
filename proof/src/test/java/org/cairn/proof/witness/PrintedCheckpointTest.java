package org.cairn.proof.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.Merkle;
import org.cairn.proof.NoteKey.Algorithm;
import org.cairn.proof.SignedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedCheckpointTest {
    private static final String ORIGIN = "cairn/acme-bank/3023616d";
    private static final Checkpoint AT = new Checkpoint(ORIGIN, 513, Merkle.leafHash(Bytes.utf8("x")));
    private static final Signing LOG = Signing.of(ORIGIN, Algorithm.ED25519);
    private static final Signing LOG_2 = Signing.of(ORIGIN, Algorithm.ML_DSA_44);
    private static final SignedNote WHOLE =
            new SignedNote(AT.text(), List.of(LOG_2.line(AT, Instant.EPOCH), LOG.line(AT, Instant.EPOCH)));

    @Test
    void paperHoldsTheEd25519LineAloneAndFitsAQrCode() {
        SignedNote printed = PrintedCheckpoint.of(WHOLE);
        assertEquals(List.of(WHOLE.signatures().getLast()), printed.signatures());
        assertTrue(printed.encode().size() < 340, printed.encode().size() + " bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2014 ", "\u2013 ", "- ", "-- ", "\u2014", "-  "})
    void theDashMayBeWrittenAsKeyboardsDo(String dash) throws Exception {
        String typed = PrintedCheckpoint.of(WHOLE).encode().asUtf8().replace("\u2014 ", dash);
        assertEquals(PrintedCheckpoint.of(WHOLE), PrintedCheckpoint.read(typed));
    }

    @Test
    void spacesBlankLinesAndLineEndingsDoNotMatter() throws Exception {
        String typed = "\uFEFF  "
                + PrintedCheckpoint.of(WHOLE)
                        .encode()
                        .asUtf8()
                        .replace("\n\n", "\n")
                        .replace("\n", " \r\n\r\n ");
        assertEquals(PrintedCheckpoint.of(WHOLE), PrintedCheckpoint.read(typed));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 25, 30, 60})
    void linesThatWereBrokenOnPaperAreJoined(int width) throws Exception {
        SignedNote printed = PrintedCheckpoint.of(WHOLE);
        String root = AT.text().asUtf8().lines().toList().get(2);
        String line = printed.encode().asUtf8().lines().toList().get(4);
        String signature = line.substring(line.lastIndexOf(' ') + 1);
        String typed = ORIGIN + "\n513\n" + broken(root, Math.max(width, 10)) + "\u2014 " + ORIGIN + "\n"
                + broken(signature, width);
        assertEquals(printed, PrintedCheckpoint.read(typed));
    }

    private static String broken(String text, int width) {
        return text.replaceAll("(.{" + width + "})", "$1\n") + "\n";
    }

    @Test
    void theWholeNoteIsReadToo() throws Exception {
        assertEquals(WHOLE, PrintedCheckpoint.read(WHOLE.encode().asUtf8()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\nb\nc\nd",
                "log\n5\nAAAA\n\u2014 log AAAA",
                "log\nfive\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n- log AAAAAAAA"
            })
    void whatIsNoCheckpointIsRefused(String typed) {
        assertThrows(MalformedNote.class, () -> PrintedCheckpoint.read(typed));
    }
}
