package org.cairn.app.redaction;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;

/// Words and lines of a text replaced by a mark of one length, so that the mark does not tell how long they were. Lines
/// keep their numbers.
final class TextCuts {
    static final String MARK = "[redacted]";

    private static final int MOST_BYTES = 16 << 20;

    /// Stands for the mark until all is looked through. No text that is taken holds it.
    private static final String HOLE = "\0";

    private static final Pattern LINE_ENDS = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");

    private TextCuts() {}

    static Redacted of(Bytes content, List<Cut> cuts) throws RedactionException {
        String text = decode(content);
        List<Cut.Words> words = cuts.stream()
                .filter(Cut.Words.class::isInstance)
                .map(Cut.Words.class::cast)
                .toList();
        List<Cut.Lines> lines = cuts.stream()
                .filter(Cut.Lines.class::isInstance)
                .map(Cut.Lines.class::cast)
                .toList();
        List<String> said = new ArrayList<>();
        text = withoutLines(text, lines, said);
        text = withoutWords(text, words, said);
        OtherForms.refuse(text, words);
        Bytes redacted = Bytes.utf8(text.replace(HOLE, MARK));
        return new Redacted(redacted, Optional.empty(), String.join("; ", said));
    }

    /// As they are counted, without their ends.
    static List<String> lines(Bytes content) throws RedactionException {
        String text = decode(content);
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(LINE_ENDS.split(text))
                        .map(line -> line.replaceAll("[\\r\\n]+$", ""))
                        .toList();
    }

    private static String withoutLines(String text, List<Cut.Lines> cuts, List<String> said) throws RedactionException {
        String[] lines = LINE_ENDS.split(text);
        for (Cut.Lines cut : cuts) {
            if (cut.last() > lines.length) {
                throw new RedactionException("it has " + lines.length + " lines, so that lines " + cut.first() + " to "
                        + cut.last() + " cannot be taken out");
            }
            for (int i = cut.first() - 1; i < cut.last(); i++) {
                String end = lines[i].endsWith("\r\n") ? "\r\n" : lines[i].endsWith("\n") ? "\n" : "";
                lines[i] = HOLE + end;
            }
            said.add(cut.first() == cut.last() ? "line " + cut.first() : "lines " + cut.first() + " to " + cut.last());
        }
        return cuts.isEmpty() ? text : String.join("", lines);
    }

    /// The longest first: a part of a name is no place of its own.
    private static String withoutWords(String text, List<Cut.Words> cuts, List<String> said) throws RedactionException {
        String left = text;
        long places = 0;
        for (Cut.Words cut : cuts.stream()
                .sorted(Comparator.comparingInt((Cut.Words each) -> each.text().length())
                        .reversed())
                .toList()) {
            Pattern found = Pattern.compile(Pattern.quote(cut.text()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            long here = found.matcher(left).results().count();
            if (here == 0 && OtherForms.line(left, cut).isEmpty()) {
                throw new RedactionException("words number " + (cuts.indexOf(cut) + 1)
                        + " of those to be taken out are not in it. Look at the file for how they are written");
            }
            places += here;
            left = found.matcher(left).replaceAll(HOLE);
        }
        if (!cuts.isEmpty()) {
            said.add("words at " + places + (places == 1 ? " place" : " places"));
        }
        return left;
    }

    private static String decode(Bytes content) throws RedactionException {
        if (content.size() > MOST_BYTES) {
            throw new RedactionException("it has " + content.size() + " bytes; texts of at most " + (MOST_BYTES >> 20)
                    + " MiB can be redacted. Attach the part that matters");
        }
        byte[] bytes = content.toByteArray();
        boolean marked = bytes.length > 1 && (bytes[0] & 0xFE) == 0xFE && (bytes[0] ^ bytes[1]) == 1;
        Charset charset = marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(content.asByteBuffer())
                    .toString();
            if (text.contains(HOLE)) {
                throw new RedactionException("it holds bytes that are no text. Only texts, PNG and JPEG can be"
                        + " redacted: make a picture of what is to be shown, and attach that");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RedactionException("it is no text in UTF-8 or UTF-16. Only texts, PNG and JPEG can be redacted:"
                    + " make a picture of what is to be shown, and attach that");
        }
    }
}
