package org.cairn.proof;

import java.util.List;
import java.util.regex.Pattern;

/// What a log commits to: its name, its size and its root (C2SP tlog-checkpoint v1.0.0). Extension lines, which
/// that format advises against, are refused: the ML-DSA-44 signature would not cover them.
/// @param origin the log's name, one line
/// @param size   number of entries, 0 or more
public record Checkpoint(String origin, long size, Digest root) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

    public Checkpoint {
        boolean control = origin.chars().anyMatch(c -> c < ' ');
        if (origin.isEmpty() || control || StrictUtf8.hasLoneSurrogate(origin)) {
            throw new IllegalArgumentException("an origin is one line of text");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a log of " + size + " entries");
        }
    }

    /// The text that is signed: three lines.
    public Bytes text() {
        return Bytes.utf8(origin + '\n' + size + '\n' + StrictBase64.encode(Bytes.owning(root.toByteArray())) + '\n');
    }

    /// @param text the text of a note, without its signatures
    public static Checkpoint parse(Bytes text) throws MalformedNote {
        String decoded = StrictUtf8.decode(text).orElseThrow(() -> new MalformedNote("the text is not valid UTF-8"));
        List<String> lines = List.of(decoded.split("\n", -1));
        if (lines.size() != 4 || !lines.get(3).isEmpty()) {
            throw new MalformedNote("a checkpoint is exactly three lines: origin, size, root");
        }
        if (lines.getFirst().isEmpty() || lines.getFirst().chars().anyMatch(c -> c < ' ')) {
            throw new MalformedNote("line 1: not an origin");
        }
        Digest root = StrictBase64.decode(lines.get(2))
                .filter(bytes -> bytes.size() == Digest.SIZE_BYTES)
                .map(bytes -> Digest.of(bytes.toByteArray()))
                .orElseThrow(() -> new MalformedNote("line 3: the root is not 32 bytes in base64"));
        return new Checkpoint(lines.getFirst(), parseSize(lines.get(1)), root);
    }

    private static long parseSize(String line) throws MalformedNote {
        try {
            if (SIZE.matcher(line).matches()) {
                return Long.parseLong(line);
            }
        } catch (NumberFormatException _) {
            // beyond 2^63 - 1: refused below
        }
        throw new MalformedNote("line 2: the size is not a decimal number below 2^63 without leading zeros");
    }
}
