package org.cairn.app.ui.intake;

import org.cairn.app.ui.kit.Texts;

/// Sizes as people read them, in powers of 1024 (IEC 80000-13).
final class Sizes {
    private static final long KIB = 1L << 10;
    private static final long MIB = 1L << 20;

    private Sizes() {}

    static String words(long bytes, Texts texts) {
        if (bytes < KIB) {
            return texts.text("size.bytes", bytes);
        }
        return bytes < MIB
                ? texts.text("size.kib", bytes / (double) KIB)
                : texts.text("size.mib", bytes / (double) MIB);
    }
}
