package org.cairn.reports.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cairn.proof.Bytes;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteSignature;
import org.cairn.proof.SignedNote;
import org.cairn.reports.pack.PackException;

/// The checkpoint as a QR code (ISO/IEC 18004): paper is a witness too.
final class QrCode {
    private static final int QUIET_ZONE_MODULES = 4;
    private static final int ED25519_SIGNATURE_BYTES = 64;
    private static final String INK = "000000";

    private QrCode() {}

    /// What fits on paper: origin, size, root and the Ed25519 line. An ML-DSA-44 line alone has 3,362 bytes, more than
    /// the largest QR code holds.
    static String printedNote(String checkpoint) throws PackException {
        try {
            SignedNote note = SignedNote.parse(Bytes.utf8(checkpoint));
            List<NoteSignature> lines = note.signatures().stream()
                    .filter(line -> line.signature().size() == ED25519_SIGNATURE_BYTES)
                    .toList();
            return lines.isEmpty()
                    ? note.text().asUtf8()
                    : new SignedNote(note.text(), lines.subList(0, 1)).encode().asUtf8();
        } catch (MalformedNote e) {
            throw new PackException("report.pdf: the checkpoint to print is malformed: " + e.getMessage(), e);
        }
    }

    /// @param size of the drawing in points, quiet zone included
    static Svg draw(String text, double size) throws PackException {
        ByteMatrix modules;
        try {
            modules = Encoder.encode(
                            text,
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
                    .getMatrix();
        } catch (WriterException e) {
            throw new PackException(
                    "report.pdf: the checkpoint does not fit into a QR code (" + text.length() + " characters)", e);
        }
        double module = size / (modules.getWidth() + 2 * QUIET_ZONE_MODULES);
        Svg svg = new Svg(size, size).rectangle(0, 0, size, size, "ffffff", "ffffff");
        for (int y = 0; y < modules.getHeight(); y++) {
            drawRow(svg, modules, y, module);
        }
        return svg;
    }

    private static void drawRow(Svg svg, ByteMatrix modules, int y, double module) {
        int x = 0;
        while (x < modules.getWidth()) {
            int end = x;
            while (end < modules.getWidth() && modules.get(end, y) == 1) {
                end++;
            }
            if (end > x) {
                svg.rectangle(
                        (x + QUIET_ZONE_MODULES) * module,
                        (y + QUIET_ZONE_MODULES) * module,
                        (end - x) * module,
                        module,
                        INK,
                        INK);
            }
            x = end + 1;
        }
    }
}
