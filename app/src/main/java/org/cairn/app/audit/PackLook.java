package org.cairn.app.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedJson;

/// What a verified pack holds about each item: answers with their notes, and the files behind a piece of evidence.
/// Nothing is changed or written.
public final class PackLook {
    private static final String REPORT = "report.pdf";
    private static final String STATEMENT = "soa.pdf";
    private static final String SALT = ".salt";
    private static final int MOST_NOTE_BYTES = 1 << 20;

    private final Path pack;
    private final PackPapers papers;
    private final List<String> files;
    private final List<PackPapers.Piece> pieces;
    private final Map<Subject, List<Answered>> answers = new HashMap<>();

    /// An answer that the pack holds.
    public record Answered(long entry, Instant recordedAt, AnswerStatus status, Optional<Held> note) {}

    /// A file of the pack.
    /// @param title what it belongs to, as the pack calls it
    public record Held(String file, String title) {
        /// Without the folders.
        public String name() {
            return file.substring(file.lastIndexOf('/') + 1);
        }
    }

    PackLook(Path pack, PackPapers papers, SortedMap<Long, Recorded<? extends Event>> events) throws MalformedJson {
        this.pack = pack;
        this.papers = papers;
        SortedMap<String, Digest> named = papers.files();
        this.files = List.copyOf(named.keySet());
        this.pieces = papers.evidence();
        events.forEach((entry, recorded) -> {
            if (recorded.event() instanceof Event.ControlAnswered answer) {
                String note = "texts/" + entry + "-note.txt";
                answers.computeIfAbsent(answer.subject(), _ -> new ArrayList<>())
                        .add(new Answered(
                                entry,
                                recorded.recordedAt(),
                                answer.status(),
                                named.containsKey(note) ? Optional.of(new Held(note, note)) : Optional.empty()));
            }
        });
    }

    /// The documents that people read first.
    public List<Held> documents() {
        return files.stream()
                .filter(file -> file.equals(REPORT) || file.equals(STATEMENT))
                .map(file -> new Held(file, file))
                .toList();
    }

    /// Oldest first; none for a piece of evidence.
    public List<Answered> answers(AuditItem item) {
        return item instanceof AuditItem.Row(Subject subject)
                ? List.copyOf(answers.getOrDefault(subject, List.of()))
                : List.of();
    }

    /// The files behind a piece of evidence, or behind all that serves a control.
    public List<Held> files(AuditItem item) {
        List<Held> held = new ArrayList<>();
        pieces.stream()
                .filter(piece -> serves(piece, item))
                .forEach(piece -> files.stream()
                        .filter(file -> file.startsWith(piece.folder() + "/") && !file.endsWith(SALT))
                        .forEach(file -> held.add(new Held(file, piece.title()))));
        return held;
    }

    private static boolean serves(PackPapers.Piece piece, AuditItem item) {
        return switch (item) {
            case AuditItem.Piece(var id) -> piece.id().equals(id);
            case AuditItem.Row(Subject subject) ->
                subject instanceof ControlId control && piece.controls().contains(control);
        };
    }

    /// What an answer's note says; empty where it is not a note of a size that people write.
    public Optional<String> words(Held note) throws AuditException {
        return read(note, MOST_NOTE_BYTES).map(Bytes::asUtf8);
    }

    /// A file as the signed list of files names it.
    /// @return empty where it has more than so many bytes
    public Optional<Bytes> read(Held held, int mostBytes) throws AuditException {
        return PackReading.file(pack, papers, held.file(), mostBytes);
    }
}
