package org.cairn.reports.pdf;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// How many pixels a JPEG says it has, from its frame header (ITU-T T.81 section B.2.2), without decoding it.
final class JpegSize {
    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;

    private JpegSize() {}

    /// The largest of its frame headers; 0 where there is none before the scan.
    static long pixels(InputStream jpeg) throws IOException {
        DataInputStream in = new DataInputStream(jpeg);
        long most = 0;
        try {
            in.readUnsignedShort(); // start of image
            while (true) {
                int marker = in.readUnsignedByte();
                if (marker != MARKER) {
                    continue;
                }
                int kind = in.readUnsignedByte();
                if (kind == START_OF_SCAN) {
                    return most;
                }
                if (kind == 0 || kind == MARKER || kind >= 0xD0 && kind <= 0xD9) {
                    continue; // without a length
                }
                int length = in.readUnsignedShort() - 2;
                if (isFrame(kind) && length >= 5) {
                    in.readUnsignedByte(); // precision
                    long lines = in.readUnsignedShort();
                    most = Math.max(most, lines * in.readUnsignedShort());
                    length -= 5;
                }
                in.skipNBytes(Math.max(0, length));
            }
        } catch (EOFException _) {
            return most;
        }
    }

    /// SOF0 to SOF15, but for DHT, JPG and DAC.
    private static boolean isFrame(int kind) {
        return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    }
}
