package org.cairn.proof.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteSignature;
import org.cairn.proof.SignedNote;

/// A checkpoint on paper, as text and in a QR code (`docs/witness.md`, "On paper"): the signed note with the log's
/// Ed25519
/// line alone. An ML-DSA-44 line has 3,362 bytes, more than the largest QR code holds (ISO/IEC 18004: 2,953).
public final class PrintedCheckpoint {
    private static final int ED25519_SIGNATURE_BYTES = 64;
    private static final int ROOT_CHARACTERS = 44;
    private static final String DASH = "\u2014 ";

    /// What keyboards and scanners make of the dash before a signature.
    private static final Pattern TYPED_DASH = Pattern.compile("^(?:\u2014|\u2013|\u2212|-{1,3})\\s*");

    private PrintedCheckpoint() {}

    /// The note to print: its text, and of its lines the first by a bare Ed25519 key.
    public static SignedNote of(SignedNote note) {
        List<NoteSignature> lines = note.signatures().stream()
                .filter(line -> line.signature().size() == ED25519_SIGNATURE_BYTES)
                .toList();
        return lines.isEmpty() ? note : new SignedNote(note.text(), lines.subList(0, 1));
    }

    /// Reads what a person typed or a scanner gave: blank lines, spaces around lines, line endings, and how the dash is
    /// written do not matter; root and signature may run over several lines.
    /// @throws MalformedNote naming what is missing or wrong
    public static SignedNote read(String typed) throws MalformedNote {
        List<String> lines = typed.replace("\uFEFF", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() < 4) {
            throw new MalformedNote("a printed checkpoint has at least four lines: name of the log, number of entries,"
                    + " root, and a signature that starts with a dash");
        }
        StringBuilder root = new StringBuilder(lines.get(2));
        int at = 3;
        while (at < lines.size() && root.length() < ROOT_CHARACTERS && !isSignature(lines.get(at))) {
            root.append(lines.get(at++));
        }
        Checkpoint checkpoint = Checkpoint.parse(Bytes.utf8(
                lines.get(0) + '\n' + lines.get(1) + '\n' + root.toString().replace(" ", "") + '\n'));
        String text = checkpoint.text().asUtf8() + '\n' + String.join("\n", signatures(lines, at)) + '\n';
        return SignedNote.parse(Bytes.utf8(text));
    }

    private static List<String> signatures(List<String> lines, int from) throws MalformedNote {
        List<String> signatures = new ArrayList<>();
        for (String line : lines.subList(from, lines.size())) {
            if (isSignature(line)) {
                signatures.add(DASH + TYPED_DASH.matcher(line).replaceFirst(""));
            } else if (signatures.isEmpty()) {
                throw new MalformedNote("a signature line starts with a dash: " + line);
            } else {
                // the signature goes on; where the name filled the line, a space is missing
                String begun = signatures.removeLast();
                boolean onlyName = begun.indexOf(' ', DASH.length()) < 0;
                signatures.add(begun + (onlyName ? " " : "") + line.replace(" ", ""));
            }
        }
        return signatures;
    }

    private static boolean isSignature(String line) {
        return TYPED_DASH.matcher(line).find();
    }
}
