package org.cairn.reports.pdf;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// A QR code (ISO/IEC 18004) for a terminal: two rows of modules in one line of half blocks, light on dark.
public final class QrText {
    private static final int QUIET_ZONE_MODULES = 2;

    private QrText() {}

    /// @throws IllegalArgumentException where the text is too long for a QR code
    public static String halfBlocks(String text) {
        ByteMatrix modules;
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(text.length() + " characters do not fit into a QR code", e);
        }
        StringBuilder lines = new StringBuilder();
        int end = modules.getHeight() + QUIET_ZONE_MODULES;
        for (int y = -QUIET_ZONE_MODULES; y < end; y += 2) {
            for (int x = -QUIET_ZONE_MODULES; x < end; x++) {
                lines.append(block(isDark(modules, x, y), isDark(modules, x, y + 1)));
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    private static boolean isDark(ByteMatrix modules, int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
    }

    /// A terminal writes light on dark, so a light module is a filled block.
    private static char block(boolean upperDark, boolean lowerDark) {
        if (upperDark) {
            return lowerDark ? ' ' : '\u2584';
        }
        return lowerDark ? '\u2580' : '\u2588';
    }
}
