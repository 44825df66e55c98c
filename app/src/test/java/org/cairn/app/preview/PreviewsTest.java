package org.cairn.app.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.cairn.app.preview.Preview.Grid;
import org.cairn.app.preview.Preview.Nothing;
import org.cairn.app.preview.Preview.Why;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewsTest {
    private static Preview preview(String name, Bytes content) {
        return Previews.of(name, content, 0, () -> false);
    }

    private static Why why(String name, Bytes content) {
        return assertInstanceOf(Nothing.class, preview(name, content)).why();
    }

    private static Bytes image(String format, int width, int height) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return Bytes.copyOf(out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void aPictureIsDecodedNoLargerThanItIsShown(String format) throws Exception {
        Preview.Picture small = assertInstanceOf(Preview.Picture.class, preview("a." + format, image(format, 30, 20)));
        assertEquals(30, small.image().getWidth());
        Preview.Picture large =
                assertInstanceOf(Preview.Picture.class, preview("a." + format, image(format, 2_400, 2_000)));
        assertEquals(2_400, large.width());
        assertTrue((long) large.image().getWidth() * large.image().getHeight() <= 2_000_000);
    }

    /// 30,000 by 30,000 pixels in a few hundred bytes.
    @Test
    void aPictureOfGiantSizeIsNotDecoded() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        byte[] head = {0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 2, 0, 0, 0};
        chunk(png, "IHDR", head);
        chunk(png, "IDAT", deflated(new byte[1_000]));
        chunk(png, "IEND", new byte[0]);
        assertEquals(Why.TOO_MUCH, why("a.png", Bytes.copyOf(png.toByteArray())));
    }

    private static void chunk(ByteArrayOutputStream png, String kind, byte[] data) {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        writeInt(png, data.length);
        png.writeBytes(name);
        png.writeBytes(data);
        writeInt(png, (int) crc.getValue());
    }

    private static void writeInt(ByteArrayOutputStream out, int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
    }

    private static byte[] deflated(byte[] plain) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(out, new Deflater(9))) {
            deflate.write(plain);
        }
        return out.toByteArray();
    }

    @Test
    void aFileThatLiesAboutItsKindIsNotShown() throws Exception {
        assertEquals(Why.LIES, why("report.pdf", image("png", 3, 3)));
        assertEquals(Why.LIES, why("screenshot.png", Bytes.utf8("<html><script>alert(1)</script></html>")));
        assertEquals(Why.LIES, why("table.xlsx", Bytes.utf8("a;b")));
    }

    @Test
    void markupIsShownAsTheTextItIs() {
        Preview.Text text = assertInstanceOf(
                Preview.Text.class, preview("page.html", Bytes.utf8("<script src='http://example.org/'></script>")));
        assertEquals("<script src='http://example.org/'></script>\n\n", text.content() + "\n");
    }

    @Test
    void aDamagedPictureIsASentence() throws Exception {
        byte[] bytes = image("png", 300, 300).toByteArray();
        assertEquals(Why.DAMAGED, why("a.png", Bytes.copyOf(java.util.Arrays.copyOf(bytes, 40))));
    }

    @Test
    void theEncodingOfATextIsTold() {
        assertEquals("UTF-8", text("Prüfung".getBytes(StandardCharsets.UTF_8)).encoding());
        assertEquals(
                "windows-1252",
                text("Prüfung".getBytes(StandardCharsets.ISO_8859_1)).encoding());
        byte[] wide = ("\uFEFF" + "Prüfung").getBytes(StandardCharsets.UTF_16LE);
        assertEquals("UTF-16LE", text(wide).encoding());
        assertEquals("Prüfung\n", text(wide).content());
    }

    private static Preview.Text text(byte[] bytes) {
        return assertInstanceOf(Preview.Text.class, preview("a.txt", Bytes.copyOf(bytes)));
    }

    @Test
    void whatWouldTurnTheDirectionOfALineIsMadeVisible() {
        assertEquals(
                "invoice\uFFFDgnp.exe\n",
                text("invoice\u202Egnp.exe".getBytes(StandardCharsets.UTF_8)).content());
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        Preview.Text text = text("line\n".repeat(6_000).getBytes(StandardCharsets.UTF_8));
        assertTrue(text.cut());
        assertEquals(5_000, text.content().lines().count());
    }

    @Test
    void aTableIsReadWithQuotesAndItsOwnSeparator() {
        Grid grid = assertInstanceOf(
                Grid.class, preview("a.csv", Bytes.utf8("host;state\n\"web;01\";\"said \"\"no\"\"\"\nweb02;ok")));
        assertEquals(
                List.of(List.of("host", "state"), List.of("web;01", "said \"no\""), List.of("web02", "ok")),
                grid.rows());
        Grid long_ = assertInstanceOf(Grid.class, preview("a.csv", Bytes.utf8("a,b\n".repeat(3_000))));
        assertEquals(2_000, long_.rows().size());
        assertTrue(long_.cut());
    }

    @Test
    void jsonIsLaidOut() {
        Preview.Text text =
                assertInstanceOf(Preview.Text.class, preview("a.json", Bytes.utf8("{\"a\":[1,{\"b\":\"x,{y\"}]}")));
        assertEquals("{\n  \"a\": [\n    1,\n    {\n      \"b\": \"x,{y\"\n    }\n  ]\n}", text.content());
        Bytes deep = Bytes.utf8("[".repeat(100_000));
        assertInstanceOf(Preview.Text.class, preview("deep.json", deep));
    }

    private static Bytes zip(String... namesAndParts) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndParts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndParts[i]));
                zip.write(namesAndParts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return Bytes.copyOf(out.toByteArray());
    }

    @Test
    void theFirstSheetOfAWorkbookIsShown() throws Exception {
        Bytes workbook = zip(
                "xl/sharedStrings.xml",
                "<sst><si><t>host</t></si><si><r><t>we</t></r><r><t>b01</t></r></si></sst>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row><c r='A1' t='s'><v>0</v></c><c r='C1' t='inlineStr'><is><t>in</t></is></c></row>"
                        + "<row><c r='A2' t='s'><v>1</v></c><c r='B2'><f>1+1</f><v>2</v></c></row></sheetData></worksheet>");
        Grid grid = assertInstanceOf(Grid.class, preview("a.xlsx", workbook));
        assertEquals(List.of(List.of("host", "", "in"), List.of("web01", "2")), grid.rows());
    }

    @Test
    void aWorkbookThatUnpacksToMoreThanAPreviewReadsIsNotShown() throws Exception {
        Bytes bomb = zip("xl/worksheets/sheet1.xml", "<worksheet>" + " ".repeat(70 << 20) + "</worksheet>");
        assertTrue(bomb.size() < 1 << 20);
        assertEquals(Why.TOO_MUCH, why("a.xlsx", bomb));
    }

    @Test
    void entitiesOfAWorkbookAreNotResolved() throws Exception {
        Bytes workbook = zip(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet><row><c><v>&x;</v></c></row></worksheet>");
        Preview preview = preview("a.xlsx", workbook);
        assertTrue(
                preview instanceof Nothing || preview.equals(new Grid(List.of(List.of("")), false)), preview::toString);
    }

    @Test
    void aPreviewThatNobodyWaitsForEnds() {
        assertThrows(CancellationException.class, () -> Previews.of("a.txt", Bytes.utf8("text"), 0, () -> true));
    }

    @Test
    void whatIsTooLargeOrOfNoKnownKindIsASentence() {
        assertEquals(Why.UNKNOWN_KIND, why("a.bin", Bytes.copyOf(new byte[] {0, 1, 2, 3, 0, 0})));
        assertEquals(Why.TOO_LARGE, why("a.txt", Bytes.copyOf(new byte[Previews.MOST_BYTES + 1])));
    }
}
