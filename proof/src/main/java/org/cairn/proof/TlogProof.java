package org.cairn.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A text that shows a stranger that an entry is in the log (C2SP tlog-proof): index, path and signed
/// checkpoint. Kept in files named `*.tlog-proof`.
/// @param extra      opaque and unauthenticated; empty for none
/// @param path       sibling hashes from the leaf up
/// @param checkpoint a signed checkpoint; its size and root are what the path leads to
public record TlogProof(Bytes extra, long index, List<Digest> path, SignedNote checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,18})");
    private static final String EXTRA = "extra ";
    private static final int PATH_LIMIT = 64;

    public TlogProof {
        path = List.copyOf(path);
        if (index < 0 || path.size() > PATH_LIMIT) {
            throw new IllegalArgumentException("index " + index + " with a path of " + path.size());
        }
    }

    public Bytes encode() {
        StringBuilder lines = new StringBuilder(FIRST_LINE).append('\n');
        if (extra.size() > 0) {
            lines.append(EXTRA).append(StrictBase64.encode(extra)).append('\n');
        }
        lines.append("index ").append(index).append('\n');
        path.forEach(hash -> lines.append(StrictBase64.encode(Bytes.owning(hash.toByteArray())))
                .append('\n'));
        return Bytes.utf8(lines.append('\n').toString()).concat(checkpoint.encode());
    }

    /// Whether a leaf of this hash is at `index` in the tree of the checkpoint. Says nothing about who signed
    /// it.
    /// @throws MalformedNote where the note is no checkpoint
    public boolean proves(Digest leafHash) throws MalformedNote {
        Checkpoint at = Checkpoint.parse(checkpoint.text());
        return new InclusionProof(index, at.size(), path).proves(leafHash, at.root());
    }

    /// @throws MalformedProof naming the line that breaks the format, or what is wrong with the checkpoint
    public static TlogProof parse(Bytes encoded) throws MalformedProof {
        String text = StrictUtf8.decode(encoded).orElseThrow(() -> new MalformedProof("the proof is not valid UTF-8"));
        int blankLine = text.indexOf("\n\n");
        if (blankLine < 0) {
            throw new MalformedProof("no blank line stands between path and checkpoint");
        }
        List<String> lines = List.of(text.substring(0, blankLine).split("\n", -1));
        if (!lines.getFirst().equals(FIRST_LINE)) {
            throw new MalformedProof("line 1 is not " + FIRST_LINE);
        }
        boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        int indexLine = hasExtra ? 2 : 1;
        Bytes extra = hasExtra ? base64(lines.get(1).substring(EXTRA.length()), 2) : Bytes.empty();
        return new TlogProof(extra, index(lines, indexLine), path(lines, indexLine + 1), note(text, blankLine + 2));
    }

    private static long index(List<String> lines, int at) throws MalformedProof {
        try {
            var matcher = INDEX.matcher(at < lines.size() ? lines.get(at) : "");
            if (matcher.matches()) {
                return Long.parseLong(matcher.group(1));
            }
        } catch (NumberFormatException _) {
            // beyond 2^63 - 1: refused below
        }
        throw new MalformedProof("line " + (at + 1) + " is not: index and a decimal number below 2^63");
    }

    private static List<Digest> path(List<String> lines, int from) throws MalformedProof {
        if (lines.size() - from > PATH_LIMIT) {
            throw new MalformedProof("a path of more than " + PATH_LIMIT + " hashes");
        }
        List<Digest> path = new ArrayList<>();
        for (int i = from; i < lines.size(); i++) {
            Bytes hash = base64(lines.get(i), i + 1);
            if (hash.size() != Digest.SIZE_BYTES) {
                throw new MalformedProof("line " + (i + 1) + ": a hash has 32 bytes, not " + hash.size());
            }
            path.add(Digest.of(hash.toByteArray()));
        }
        return path;
    }

    private static Bytes base64(String text, int line) throws MalformedProof {
        return StrictBase64.decode(text)
                .filter(bytes -> bytes.size() > 0)
                .orElseThrow(() -> new MalformedProof("line " + line + " is not strict base64"));
    }

    private static SignedNote note(String text, int from) throws MalformedProof {
        try {
            SignedNote note = SignedNote.parse(Bytes.utf8(text.substring(from)));
            Checkpoint.parse(note.text());
            return note;
        } catch (MalformedNote e) {
            throw new MalformedProof("the checkpoint: " + e.getMessage());
        }
    }
}
