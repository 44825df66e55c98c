package org.cairn.app.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactedTest {
    private static final Cut.Words NAME = new Cut.Words("Zoë Weiß");

    private static String text(String before, Cut... cuts) throws RedactionException {
        return Redacted.of(Bytes.utf8(before), List.of(cuts)).content().asUtf8();
    }

    private static String refusal(Bytes content, Cut... cuts) {
        return String.valueOf(assertThrows(RedactionException.class, () -> Redacted.of(content, List.of(cuts)))
                .getMessage());
    }

    @Test
    void wordsAreReplacedAtEveryPlaceByAMarkThatDoesNotTellTheirLength() throws Exception {
        Redacted redacted =
                Redacted.of(Bytes.utf8("user=Zoë Weiß id=7\nZOË WEIß left\n"), List.of(NAME, new Cut.Words("7")));

        assertEquals(
                "user=[redacted] id=[redacted]\n[redacted] left\n",
                redacted.content().asUtf8());
        assertEquals("words at 3 places", redacted.removed());
        assertEquals(Optional.empty(), redacted.extension());
    }

    @Test
    void linesAreReplacedAndTheOthersKeepTheirNumbersAndEnds() throws Exception {
        assertEquals("a\r\n[redacted]\r\n[redacted]\nd", text("a\r\nb secret\r\nc\nd", new Cut.Lines(2, 3)));
    }

    @Test
    void theLongerOfTwoWordsGoesFirstSoThatNothingOfItIsLeft() throws Exception {
        assertEquals(
                "[redacted] and [redacted]",
                text("Anna Jensen and Anna", new Cut.Words("Anna"), new Cut.Words("Anna Jensen")));
    }

    @Test
    void wordsThatTheMarkItselfHoldsAreNoReasonToRefuse() throws Exception {
        assertEquals("[redacted] alarm", text("red alarm", new Cut.Words("red")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Zo\\u00eb Wei\\u00df\"",
                "Zo&#235; Wei&#xDF;",
                "q=Zo%C3%AB%20Wei%C3%9F",
                "Zoë\nWeiß",
                "Zo\u00ADë  Wei\u200Bß",
                "Zoe\u0308 Weiß",
                "Zoë&nbsp;Weiß",
                "Ｚoë Weiß"
            })
    void wordsThatAlsoStandInAnotherFormAreRefusedWithTheirLine(String hidden) {
        String refusal = refusal(Bytes.utf8("Zoë Weiß\nx\n" + hidden + "\n"), NAME);

        assertTrue(refusal.startsWith("line 3 holds words number 1 in another form"), refusal);
        assertFalse(refusal.contains("Zo"), "a message does not repeat what is secret");
    }

    @Test
    void aLineThatHoldsAnotherFormCanBeTakenOutAsAWhole() throws Exception {
        assertEquals(
                "[redacted] x\n[redacted]\n", text("Zoë Weiß x\nZo%C3%AB%20Wei%C3%9F\n", NAME, new Cut.Lines(2, 2)));
    }

    @Test
    void wordsThatAreNotThereAreRefusedSinceSomebodyReliesOnTheirRemoval() {
        String refusal = refusal(Bytes.utf8("nothing\n"), new Cut.Words("nothing"), NAME);

        assertTrue(refusal.startsWith("words number 2 of those to be taken out are not in it"), refusal);
    }

    @Test
    void linesBeyondTheEndAreRefused() {
        assertEquals(
                "it has 2 lines, so that lines 2 to 3 cannot be taken out",
                refusal(Bytes.utf8("a\nb\n"), new Cut.Lines(2, 3)));
    }

    @Test
    void utf16IsReadByItsMarkAndWhatIsNoTextIsRefused() throws Exception {
        byte[] utf16 = "name Zoë Weiß".getBytes(StandardCharsets.UTF_16);

        assertEquals(
                "name [redacted]",
                Redacted.of(Bytes.copyOf(utf16), List.of(NAME)).content().asUtf8());
        assertTrue(refusal(Bytes.copyOf(new byte[] {'a', 0, 'b'}), NAME).startsWith("it holds bytes that are no text"));
        assertTrue(refusal(Bytes.copyOf(new byte[] {'a', (byte) 0xFC}), NAME).startsWith("it is no text in UTF-8"));
    }

    private static Bytes picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 60; x++) {
            for (int y = 0; y < 40; y++) {
                image.setRGB(x, y, 0x00_C0_30_60);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return Bytes.copyOf(out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void boxesOfAPictureArePaintedBlackAndNothingElseChanges(String format) throws Exception {
        Bytes before = picture(format);
        BufferedImage original = ImageIO.read(new ByteArrayInputStream(before.toByteArray()));

        Redacted redacted = Redacted.of(before, List.of(new Cut.Box(10, 20, 30, 5)));
        BufferedImage after =
                ImageIO.read(new ByteArrayInputStream(redacted.content().toByteArray()));

        assertEquals(Optional.of("png"), redacted.extension());
        assertEquals("painted black in 60 × 40 pixels: 30×5 at 10,20", redacted.removed());
        for (int x = 0; x < 60; x++) {
            for (int y = 0; y < 40; y++) {
                boolean inside = x >= 10 && x < 40 && y >= 20 && y < 25;
                assertEquals(inside ? 0xFF000000 : original.getRGB(x, y), after.getRGB(x, y), x + "," + y);
            }
        }
    }

    /// A camera writes where and when, and a small copy of the whole picture, beside the pixels.
    @Test
    void whatAFileHoldsBesideItsPixelsStaysBehind() throws Exception {
        byte[] jpeg = picture("jpeg").toByteArray();
        byte[] exif = "\u00ff\u00e1\0\u0016Exif\0\0secret place".getBytes(StandardCharsets.ISO_8859_1);
        byte[] with = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, with, 0, 2);
        System.arraycopy(exif, 0, with, 2, exif.length);
        System.arraycopy(jpeg, 2, with, 2 + exif.length, jpeg.length - 2);

        Redacted redacted = Redacted.of(Bytes.copyOf(with), List.of(new Cut.Box(0, 0, 1, 1)));

        assertFalse(new String(redacted.content().toByteArray(), StandardCharsets.ISO_8859_1).contains("secret place"));
    }

    @Test
    void aBoxBesideThePictureOrOfATextIsRefused() throws Exception {
        assertTrue(refusal(picture("png"), new Cut.Box(50, 0, 11, 1)).contains("leaves the picture"));
        assertTrue(refusal(Bytes.utf8("text"), new Cut.Box(0, 0, 1, 1)).startsWith("it is no PNG or JPEG"));
        assertTrue(refusal(picture("png"), NAME).startsWith("it is a picture"));
        assertTrue(refusal(picture("png"), new Cut.Box(0, 0, 1, 1), NAME).startsWith("boxes are of pictures"));
        Bytes cut = picture("png").slice(0, 60);
        assertTrue(refusal(cut, new Cut.Box(0, 0, 1, 1)).startsWith("the picture cannot be decoded"));
    }
}
