package org.cairn.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /// The worked example of C2SP signed-note v1.0.0.
    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String NOTE = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    /// The worked example of C2SP tlog-cosignature: a checkpoint with the log's line and a witness's.
    private static final String COSIGNED = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    private static SignedNote parse(String note) throws MalformedNote {
        return SignedNote.parse(Bytes.utf8(note));
    }

    @Test
    void theExampleOfTheSpecificationVerifies() throws Exception {
        NoteKey key = NoteKey.parse(VKEY);
        assertEquals("example.com/foo", key.name());
        assertEquals(0x530d903a, key.keyHash());
        assertEquals(VKEY, key.encode());
        assertTrue(key.verifies(parse(NOTE)));
        assertFalse(key.verifies(parse(NOTE.replace("example message", "Example message"))));
        assertFalse(key.verifies(parse(NOTE.replace("example.com/foo", "example.com/bar"))));
    }

    @Test
    void theCosignedCheckpointOfTheSpecificationIsReadAndWrittenUnchanged() throws Exception {
        SignedNote note = parse(COSIGNED);
        assertEquals(Bytes.utf8(COSIGNED), note.encode());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertEquals("example.com/behind-the-sofa", checkpoint.origin());
        assertEquals(20_852_163, checkpoint.size());
        assertEquals(note.text(), checkpoint.text());
        assertEquals(
                List.of("example.com/behind-the-sofa", "witness.example.com/w1"),
                note.signatures().stream().map(NoteSignature::keyName).toList());
        assertEquals(64, note.signatures().get(0).signature().size());
        assertEquals(72, note.signatures().get(1).signature().size());
        assertEquals(0x033de0ae, note.signatures().get(0).keyHash());
    }

    @Test
    void aSecondFalseLineOfAKnownKeySpoilsTheNote() throws Exception {
        NoteKey key = NoteKey.parse(VKEY);
        SignedNote note = parse(NOTE);
        NoteSignature line = note.signatures().getFirst();
        byte[] bad = line.signature().toByteArray();
        bad[0] ^= 1;
        assertFalse(key.verifies(note.with(new NoteSignature(line.keyName(), line.keyHash(), Bytes.copyOf(bad)))));
        assertTrue(key.verifies(note.with(new NoteSignature("other.example", line.keyHash(), Bytes.copyOf(bad)))));
    }

    @Test
    void aTextMayHoldBlankLines() throws Exception {
        String note = NOTE.replace("message.\n", "message.\n\n\nmore\n");
        assertEquals(
                "This is an example message.\n\n\nmore\n", parse(note).text().asUtf8());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 a b\n",
                "text\n\n\u2014 a AAAAAA==\n",
                "text\n\n\u2014  AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAAB=\n",
                "text\n\n\u2014 a AAAAAAA=",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n\u2014 a+b AAAAAAA=\n",
                "text\n\n\u2014 a\u00a0b AAAAAAA=\n",
                "te\txt\n\n\u2014 a AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAAA=\n\nmore\n",
                "text\n\n\u2014 a AAAAAAA=\r\n",
                "text\n\n\u2014 a AAAAAAA= \n",
                "text\n\n\u2014 a AAAA-_A=\n",
                "text\n\nx\n"
            })
    void whatBreaksTheFormatIsRefused(String note) {
        assertThrows(MalformedNote.class, () -> parse(note));
    }

    @Test
    void sixteenSignaturesAreReadAndAThousandAreNot() throws Exception {
        String line = "\u2014 a AAAAAAA=\n";
        assertEquals(16, parse("text\n\n" + line.repeat(16)).signatures().size());
        assertThrows(MalformedNote.class, () -> parse("text\n\n" + line.repeat(1_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AgkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AQ=="
            })
    void malformedVerifierKeysAreRefused(String vkey) {
        assertThrows(MalformedNote.class, () -> NoteKey.parse(vkey));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n1\n",
                "a\n1\nAAAA\n",
                "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nextension\n",
                "a\n\u0661\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
            })
    void malformedCheckpointsAreRefused(String text) {
        assertThrows(MalformedNote.class, () -> Checkpoint.parse(Bytes.utf8(text)));
    }

    @Test
    void theLargestCheckpointIsReadBack() throws Exception {
        Checkpoint largest = new Checkpoint("\u00fc \u2014 log", Long.MAX_VALUE, Merkle.emptyRoot());
        assertEquals(largest, Checkpoint.parse(largest.text()));
    }
}
