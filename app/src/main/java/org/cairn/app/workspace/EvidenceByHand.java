package org.cairn.app.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.app.workspace.EventLog.Dated;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.Subject;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.RevisionEvent.EvidenceSuperseded;
import org.cairn.checklist.posture.EvidenceForce;
import org.cairn.checklist.posture.EvidenceForces;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.Source;
import org.cairn.evidence.vault.Intake;

/// What people hand in as evidence. The person's key signs, since the person vouches for it.
public final class EvidenceByHand {
    /// The collector's name for what people hand in.
    public static final CollectorId COLLECTOR = new CollectorId("attachment");

    /// Facts of such evidence, besides `file-name` and `modified-at`.
    public static final String TITLE = "title";

    public static final String CLASSIFICATION = "classification";
    public static final String EFFECTIVE = "effective-day";
    public static final String EXPIRES = "expires-day";
    public static final String REPLACES = "replaces";

    private static final int VERSION = 1;

    private final Parts parts;

    EvidenceByHand(Parts parts) {
        this.parts = parts;
    }

    /// Refuses what [#record] would refuse, but for what only shows when the bytes are read. Records nothing.
    public void check(HandedIn piece) throws WorkspaceException {
        parts.requireWritable();
        String name = piece.content().name();
        if (piece.title().isBlank()) {
            throw refused(name, "needs a title that says what it shows");
        }
        checkDays(piece, name);
        Answering answering = new Answering(parts);
        for (Subject subject : piece.subjects()) {
            answering.textOf(subject);
        }
        if (piece.replaces().isPresent()) {
            checkReplaceable(piece.replaces().get());
        }
        if (subjects(piece).isEmpty()) {
            throw refused(name, "is attached to nothing. Name at least one control or requirement");
        }
    }

    /// Keeps the bytes, records them, attaches them and says what they replace; all of it or nothing. Durable on
    /// return.
    public RecordedEvidence record(HandedIn piece) throws WorkspaceException {
        check(piece);
        EvidenceRecorded recorded = store(piece);
        Instant since = recorded.observedAt();
        List<Dated> entries = new ArrayList<>();
        entries.add(new Dated(recorded, since, piece.expires().map(EvidenceByHand::endOf)));
        for (Subject subject : subjects(piece)) {
            entries.add(new Dated(new Event.EvidenceLinked(recorded.id(), subject), since, Optional.empty()));
        }
        piece.replaces()
                .ifPresent(earlier -> entries.add(
                        new Dated(new EvidenceSuperseded(earlier, recorded.id()), since, Optional.empty())));
        parts.log().recordAll(entries);
        return parts.shelf()
                .find(recorded.id())
                .orElseThrow(() -> new IllegalStateException("evidence " + recorded.id() + " was just recorded"));
    }

    private EvidenceRecorded store(HandedIn piece) throws WorkspaceException {
        HandedInBytes bytes = new HandedInBytes(piece.content());
        try (Intake taken = bytes.takeIn(parts.vault())) {
            bytes.requireExpected(taken.sha256());
            Evidence evidence =
                    evidence(piece, bytes, taken, parts.environment().clock().instant());
            return parts.shelf().store(evidence, taken);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.OUTSIDE, piece.content().name() + ": what was sealed of it could not be removed: " + e, e);
        }
    }

    /// Reads what somebody holds out. Records nothing.
    public LookedAtPiece look(HandedIn.Content content) throws WorkspaceException {
        HandedInBytes.Seen seen = new HandedInBytes(content).look();
        return new LookedAtPiece(
                content,
                seen.sizeBytes(),
                RecordedDigests.of(parts.shelf().all()).of(seen.sha256()).map(RecordedEvidence::id),
                content instanceof HandedIn.OfFile(Path file, var _)
                        ? new ReportFile(file).recognised()
                        : Optional.empty());
    }

    /// What a folder holds that could be handed in. Nothing is recorded.
    public FolderScan scan(Path folder, Progress progress, Cancellation cancellation) throws WorkspaceException {
        return new FolderScanning(RecordedDigests.of(parts.shelf().all()), progress, cancellation).scan(folder);
    }

    /// Every piece that was handed in and can be opened, oldest first, and how far each counts.
    public List<HandedInLine> list(AsOf asOf) throws WorkspaceException {
        TwoTimes times = parts.times(asOf);
        EvidenceForces forces = parts.forces(times);
        return new StateAt(parts, times)
                .evidence().stream()
                        .filter(piece -> piece.evidence().collector().equals(COLLECTOR))
                        .map(piece -> new HandedInLine(piece, forces.of(piece.id())))
                        .toList();
    }

    private Evidence evidence(HandedIn piece, HandedInBytes bytes, Intake taken, Instant now)
            throws WorkspaceException {
        Source source = new Source(bytes.location(), Source.How.FILE, now, taken.sha256(), taken.sizeBytes());
        var facts = new TreeMap<String, String>();
        facts.put(TITLE, piece.title().strip());
        facts.put("file-name", piece.content().name());
        bytes.modifiedAt().ifPresent(at -> facts.put("modified-at", at.toString()));
        piece.effective().ifPresent(day -> facts.put(EFFECTIVE, day.toString()));
        piece.expires().ifPresent(day -> facts.put(EXPIRES, day.toString()));
        piece.classification().ifPresent(level -> facts.put(CLASSIFICATION, level.word()));
        piece.replaces().ifPresent(earlier -> facts.put(REPLACES, earlier.hex()));
        var host = parts.environment().host().identity();
        Instant observedAt = piece.effective()
                .map(EvidenceByHand::startOf)
                .filter(at -> at.isBefore(now))
                .orElse(now);
        return new Evidence(
                COLLECTOR, VERSION, host.host(), host.user(), observedAt, List.of(source), facts, List.of(), List.of());
    }

    /// What nobody can have seen yet is no evidence.
    private void checkDays(HandedIn piece, String name) throws WorkspaceException {
        Instant now = parts.environment().clock().instant();
        LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.MAX);
        if (piece.effective().isPresent() && piece.effective().get().isAfter(latest)) {
            throw refused(
                    name,
                    "is said to show the state of " + piece.effective().get()
                            + ", which has not come. Hand it in when it has");
        }
        if (piece.expires().isEmpty()) {
            return;
        }
        LocalDate expires = piece.expires().get();
        LocalDate effective = piece.effective().orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
        if (expires.isBefore(effective)) {
            throw refused(name, "would expire on " + expires + ", before the day it shows (" + effective + ")");
        }
        if (!EventCodec.isRecordable(endOf(expires))) {
            throw refused(name, "would expire on " + expires + ", and an entry's year has four digits");
        }
    }

    private void checkReplaceable(EvidenceId earlier) throws WorkspaceException {
        Recorded<EvidenceRecorded> entry = parts.shelf()
                .entry(earlier)
                .orElseThrow(() -> new WorkspaceException(
                        Kind.UNKNOWN_EVIDENCE,
                        "no evidence " + earlier.shortForm() + " is recorded here; nothing was recorded"));
        if (!entry.event().collector().equals(COLLECTOR)) {
            throw refused(
                    "evidence " + earlier.shortForm(),
                    "was read by " + entry.event().collector()
                            + ". What is read again, or imported again, takes its place by itself; only what people hand"
                            + " in has revisions");
        }
        EvidenceForce force = parts.forces(parts.times(AsOf.now())).of(earlier);
        if (force instanceof EvidenceForce.Superseded(EvidenceId by, var _)) {
            throw refused(
                    "evidence " + earlier.shortForm(),
                    "was superseded by " + by.shortForm() + " already. Replace that one");
        }
    }

    private List<Subject> subjects(HandedIn piece) {
        if (!piece.subjects().isEmpty() || piece.replaces().isEmpty()) {
            return piece.subjects().stream().distinct().toList();
        }
        return Legal.subjectsOf(
                        parts.imports().judged(parts.log().events()),
                        piece.replaces().get())
                .stream()
                .sorted(Comparator.comparing(Subject::text))
                .toList();
    }

    /// Days begin and end in UTC, as everywhere in the ledger.
    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    private static WorkspaceException refused(String what, String why) {
        return new WorkspaceException(Kind.BAD_INPUT, what + ": " + why + "; nothing was recorded");
    }
}
