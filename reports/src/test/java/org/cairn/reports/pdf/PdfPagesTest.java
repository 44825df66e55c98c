package org.cairn.reports.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.zip.DeflaterOutputStream;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;

class PdfPagesTest {
    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] deflated(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(out)) {
            deflate.write(plain);
        }
        return out.toByteArray();
    }

    /// A document of two pages that share a content stream.
    private static Bytes pdf(String box, String dictionary, byte[] stream) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] at = new int[6];
        out.writeBytes(ascii("%PDF-1.7\n"));
        String page = "<< /Type /Page /Parent 2 0 R /MediaBox " + box + " /Contents 5 0 R /Resources << >> >>";
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>", page, page
        };
        for (int i = 0; i < objects.length; i++) {
            at[i + 1] = out.size();
            out.writeBytes(ascii((i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n"));
        }
        at[5] = out.size();
        out.writeBytes(ascii("5 0 obj\n<< /Length " + stream.length + " " + dictionary + " >>\nstream\n"));
        out.writeBytes(stream);
        out.writeBytes(ascii("\nendstream\nendobj\n"));
        int table = out.size();
        StringBuilder xref = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 1; i < 6; i++) {
            xref.append("%010d 00000 n \n".formatted(at[i]));
        }
        out.writeBytes(ascii(xref + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n"));
        return Bytes.copyOf(out.toByteArray());
    }

    private static String refusal(Bytes pdf) {
        return String.valueOf(assertThrows(IOException.class, () -> PdfPages.page(pdf, 0, () -> false))
                .getMessage());
    }

    @Test
    void aPageIsDrawnAndThePagesAreCounted() throws Exception {
        Bytes pdf = pdf("[0 0 200 100]", "/Filter /FlateDecode", deflated(ascii("1 0 0 rg 0 0 100 100 re f")));
        PdfPages.Page page = PdfPages.page(pdf, 1, () -> false);
        assertEquals(2, page.count());
        assertEquals(400, page.image().getWidth());
        assertEquals(0xFFFF0000, page.image().getRGB(50, 50));
        assertEquals(0xFFFFFFFF, page.image().getRGB(350, 50));
        assertEquals(2, PdfPages.page(pdf, 99, () -> false).count());
    }

    @Test
    void aStreamThatUnpacksToTooMuchIsNotUnpacked() throws Exception {
        byte[] bomb = deflated(new byte[PdfScreening.MOST_OF_ONE + 1]);
        assertTrue(bomb.length < 100_000);
        assertTrue(refusal(pdf("[0 0 9 9]", "/Filter /FlateDecode", bomb)).contains("unpacks to more"));
        byte[] wrongHeader = bomb.clone();
        wrongHeader[0] = 0;
        wrongHeader[1] = 0;
        assertTrue(
                refusal(pdf("[0 0 9 9]", "/Filter /FlateDecode", wrongHeader)).contains("unpacks to more"));
    }

    @Test
    void aBombInsideAnotherStreamIsFoundToo() throws Exception {
        ByteArrayOutputStream nested = new ByteArrayOutputStream();
        nested.writeBytes(ascii("9 0 obj << /Filter /FlateDecode >> stream\r"));
        nested.writeBytes(deflated(new byte[PdfScreening.MOST_OF_ONE + 1]));
        assertTrue(refusal(pdf("[0 0 9 9]", "", nested.toByteArray())).contains("unpacks to more"));
    }

    @Test
    void whatIsPackedTwiceLockedOrDisguisedIsNotOpened() throws Exception {
        byte[] stream = deflated(ascii("n"));
        assertTrue(refusal(pdf("[0 0 9 9]", "/Filter [/FlateDecode /FlateDecode]", stream))
                .contains("more than once"));
        assertTrue(refusal(pdf("[0 0 9 9]", "/Filter 7 0 R", stream)).contains("more than once"));
        assertTrue(refusal(pdf("[0 0 9 9]", "/Filter /LZWDecode", stream)).contains("LZWDecode"));
        assertTrue(refusal(pdf("[0 0 9 9]", "/F#69lter /FlateDecode", stream)).contains("disguises"));
        assertTrue(refusal(pdf("[0 0 9 9]", "/Encrypt 8 0 R", stream)).contains("locked"));
    }

    @Test
    void aPageOfGiantSizeIsDrawnSmall() throws Exception {
        Bytes pdf = pdf("[0 0 2000000 2000000]", "", ascii("n"));
        PdfPages.Page page = PdfPages.page(pdf, 0, () -> false);
        assertTrue((long) page.image().getWidth() * page.image().getHeight() <= 3_100_000);
    }

    @Test
    void aPageThatAsksForTooMuchWorkIsGivenUp() throws Exception {
        Bytes pdf = pdf("[0 0 9 9]", "/Filter /FlateDecode", deflated(ascii("q Q ".repeat(300_000))));
        assertTrue(refusal(pdf).contains("more work"));
    }

    @Test
    void aPageThatNobodyWaitsForIsGivenUp() throws Exception {
        Bytes pdf = pdf("[0 0 9 9]", "", ascii("q Q q Q"));
        assertThrows(CancellationException.class, () -> PdfPages.page(pdf, 0, () -> true));
    }

    @Test
    void aPictureOfGiantSizeInAPageIsNotDecoded() throws Exception {
        byte[] inline = ascii("q 9 0 0 9 0 0 cm BI /W 30000 /H 30000 /BPC 1 /CS /G ID x EI Q");
        assertTrue(refusal(pdf("[0 0 9 9]", "", inline)).contains("pixels"));
    }

    @Test
    void damageIsASentence() throws Exception {
        byte[] pdf = pdf("[0 0 9 9]", "", ascii("n")).toByteArray();
        for (int length : new int[] {0, 5, 40, 120}) {
            Bytes cut = Bytes.copyOf(Arrays.copyOf(pdf, length));
            assertThrows(IOException.class, () -> PdfPages.page(cut, 0, () -> false));
        }
    }
}
