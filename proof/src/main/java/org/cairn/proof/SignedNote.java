package org.cairn.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A text with signature lines (C2SP signed-note v1.0.0).
/// @param text what is signed, in UTF-8, ending in a newline
public record SignedNote(Bytes text, List<NoteSignature> signatures) {
    /// The format asks for at least 16.
    static final int SIGNATURE_LIMIT = 64;

    private static final String LINE_START = "\u2014 ";

    public SignedNote {
        signatures = List.copyOf(signatures);
        String decoded = StrictUtf8.decode(text)
                .orElseThrow(() -> new IllegalArgumentException("the text of a note must be UTF-8"));
        NoteText.refusal(decoded).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal);
        });
        if (signatures.isEmpty() || signatures.size() > SIGNATURE_LIMIT) {
            throw new IllegalArgumentException("a note with " + signatures.size() + " signatures");
        }
    }

    public Bytes encode() {
        StringBuilder lines = new StringBuilder(text.asUtf8()).append('\n');
        for (NoteSignature line : signatures) {
            byte[] blob = ByteBuffer.allocate(Integer.BYTES + line.signature().size())
                    .putInt(line.keyHash())
                    .put(line.signature().asByteBuffer())
                    .array();
            lines.append(LINE_START)
                    .append(line.keyName())
                    .append(' ')
                    .append(StrictBase64.encode(Bytes.owning(blob)))
                    .append('\n');
        }
        return Bytes.utf8(lines.toString());
    }

    /// This note with one more signature line.
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /// @throws MalformedNote naming the line that breaks the format
    public static SignedNote parse(Bytes encoded) throws MalformedNote {
        String note = StrictUtf8.decode(encoded).orElseThrow(() -> new MalformedNote("the note is not valid UTF-8"));
        int blankLine = note.lastIndexOf("\n\n");
        if (blankLine < 0) {
            throw new MalformedNote("no blank line stands between text and signatures");
        }
        String text = note.substring(0, blankLine + 1);
        var refusal = NoteText.refusal(text);
        if (refusal.isPresent()) {
            throw new MalformedNote(refusal.get());
        }
        return new SignedNote(Bytes.utf8(text), parseLines(note.substring(blankLine + 2)));
    }

    private static List<NoteSignature> parseLines(String block) throws MalformedNote {
        if (!block.endsWith("\n")) {
            throw new MalformedNote("the last signature line is missing or does not end with a newline");
        }
        List<String> lines = List.of(block.substring(0, block.length() - 1).split("\n", -1));
        if (lines.size() > SIGNATURE_LIMIT) {
            throw new MalformedNote("more than " + SIGNATURE_LIMIT + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(parseLine(line, signatures.size() + 1));
        }
        return signatures;
    }

    private static NoteSignature parseLine(String line, int number) throws MalformedNote {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(LINE_START) || space < LINE_START.length()) {
            throw new MalformedNote("signature line " + number + " is not: dash, name, signature");
        }
        String name = line.substring(LINE_START.length(), space);
        var blob = StrictBase64.decode(line.substring(space + 1));
        if (!NoteText.isKeyName(name) || blob.isEmpty() || blob.get().size() <= Integer.BYTES) {
            throw new MalformedNote("signature line " + number + " has a malformed name or signature");
        }
        Bytes bytes = blob.get();
        int keyHash = bytes.asByteBuffer().getInt();
        return new NoteSignature(name, keyHash, bytes.slice(Integer.BYTES, bytes.size()));
    }
}
