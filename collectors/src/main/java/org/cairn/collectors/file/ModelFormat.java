package org.cairn.collectors.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells what a file is by its first bytes; by its name only where the format has no mark of its own.
enum ModelFormat {
    SAFETENSORS,
    GGUF,
    ONNX,
    HDF5,
    ZIP,
    PICKLE,
    NPY,
    SEVEN_ZIP,
    /// Named like a model and none of these.
    UNKNOWN;

    private static final Set<String> MODEL_ENDINGS = Set.of(
            "pt",
            "pth",
            "bin",
            "ckpt",
            "pkl",
            "pickle",
            "joblib",
            "model",
            "weights",
            "safetensors",
            "gguf",
            "onnx",
            "h5",
            "hdf5",
            "keras",
            "dat");
    private static final long SAFETENSORS_HEADER_LIMIT = 100_000_000; // safetensors README, "Format"

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @param head the first 16 bytes, fewer if the file is shorter
    /// @return empty if the file neither is nor claims to be a model
    static Optional<ModelFormat> of(String name, byte[] head, long sizeBytes) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean named = MODEL_ENDINGS.contains(ending);
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("GGUF")) {
            return Optional.of(GGUF);
        }
        if (latin.startsWith("\u0089HDF\r\n\u001a\n")) {
            return Optional.of(HDF5);
        }
        if (isSafetensors(head, sizeBytes)) {
            return Optional.of(SAFETENSORS);
        }
        if (latin.startsWith("PK\u0003\u0004")) {
            return Optional.of(ZIP);
        }
        if (latin.startsWith("\u0093NUMPY")) {
            return Optional.of(NPY);
        }
        if (latin.startsWith("7z\u00bc\u00af'\u001c")) {
            return Optional.of(SEVEN_ZIP);
        }
        // pickletools: PROTO, version 2 to 5; protocols 0 and 1 have no mark
        if (head.length >= 2 && (head[0] & 0xff) == 0x80 && head[1] >= 2 && head[1] <= 5) {
            return Optional.of(PICKLE);
        }
        return named ? Optional.of(byName(ending, head)) : Optional.empty();
    }

    /// onnx.proto: field 1, `ir_version`, a varint, comes first (key byte 0x08).
    private static ModelFormat byName(String ending, byte[] head) {
        if (ending.equals("onnx")) {
            return head.length > 1 && head[0] == 0x08 ? ONNX : UNKNOWN;
        }
        return Set.of("pt", "pth", "bin", "ckpt", "pkl", "pickle", "joblib", "dat", "model", "weights")
                        .contains(ending)
                ? PICKLE
                : UNKNOWN;
    }

    private static boolean isSafetensors(byte[] head, long sizeBytes) {
        if (head.length < 9 || head[8] != '{') {
            return false;
        }
        long header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return header > 1 && header <= SAFETENSORS_HEADER_LIMIT && header + 8 <= sizeBytes;
    }
}
