package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cairn.app.redaction.Redacted;
import org.cairn.app.redaction.RedactionException;
import org.cairn.app.workspace.EventLog.Dated;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RawBytes;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.RedactedCopy;
import org.cairn.evidence.Source;
import org.cairn.proof.Digest;

/// Copies of evidence with parts taken out, recorded as evidence by hand: the person who signs vouches that nothing
/// else was changed. The original stays as it is.
public final class Redacting {
    private static final int VERSION = 1;

    private final Parts parts;

    Redacting(Parts parts) {
        this.parts = parts;
    }

    private record Original(RecordedEvidence recorded, Artefact file, int number) {}

    /// What would be recorded. Records nothing.
    public Redacted look(RedactionRequest request) throws WorkspaceException {
        return redacted(original(request), request);
    }

    /// Durable on return.
    public RecordedEvidence record(RedactionRequest request) throws WorkspaceException {
        parts.requireWritable();
        if (request.reason().isBlank()) {
            throw new WorkspaceException(
                    Kind.MISSING_REASON, "a redaction needs a reason (--reason); nothing was recorded");
        }
        if (request.subjects().isEmpty()) {
            throw refused(request, "the copy is attached to nothing. Name at least one control or requirement");
        }
        Answering answering = new Answering(parts);
        for (Subject subject : request.subjects()) {
            answering.textOf(subject);
        }
        Original original = original(request);
        CollectionResult result = evidence(original, request, redacted(original, request));
        Instant since = result.evidence().observedAt();
        EvidenceRecorded recorded = parts.shelf().store(result, since);
        Optional<Instant> until = parts.shelf().entry(request.original()).flatMap(Recorded::validTo);
        List<Dated> entries = new ArrayList<>();
        entries.add(new Dated(recorded, since, until));
        for (Subject subject : request.subjects()) {
            entries.add(new Dated(new Event.EvidenceLinked(recorded.id(), subject), since, Optional.empty()));
        }
        parts.log().recordAll(entries);
        return parts.shelf()
                .find(recorded.id())
                .orElseThrow(() -> new IllegalStateException("evidence " + recorded.id() + " was just recorded"));
    }

    /// What redacted copies stand for where they are handed out: the originals, and copies of the same file that a
    /// newer
    /// one followed, since both together would show what one of them takes out.
    public Set<EvidenceId> replaced() {
        Map<List<Object>, EvidenceId> newest = new HashMap<>();
        Set<EvidenceId> replaced = new HashSet<>();
        for (RecordedEvidence piece : parts.shelf().all()) {
            RedactedCopy.of(piece.evidence()).ifPresent(copy -> {
                replaced.add(copy.original());
                Optional.ofNullable(newest.put(List.of(copy.original(), copy.file()), piece.id()))
                        .ifPresent(replaced::add);
            });
        }
        return Set.copyOf(replaced);
    }

    private Original original(RedactionRequest request) throws WorkspaceException {
        List<Artefact> kept = parts.shelf().artefacts(request.original());
        RecordedEvidence recorded = parts.shelf()
                .find(request.original())
                .orElseThrow(() -> new WorkspaceException(
                        Kind.UNKNOWN_EVIDENCE,
                        "no evidence " + request.original().shortForm() + " is recorded here"));
        List<Source> sources = recorded.evidence().sources();
        List<Artefact> meant = kept.stream()
                .filter(file -> request.file().isEmpty() || request.file().getAsInt() == sources.indexOf(file.source()))
                .toList();
        if (meant.size() != 1) {
            String files = kept.stream()
                    .map(file ->
                            sources.indexOf(file.source()) + " " + file.source().location())
                    .collect(Collectors.joining(", "));
            throw refused(
                    request,
                    kept.isEmpty() ? "keeps no file that could be redacted" : "say which file by --file: " + files);
        }
        return new Original(
                recorded, meant.getFirst(), sources.indexOf(meant.getFirst().source()));
    }

    private Redacted redacted(Original original, RedactionRequest request) throws WorkspaceException {
        try {
            return Redacted.of(parts.content(original.file().payload()), request.cuts());
        } catch (RedactionException e) {
            throw refused(request, "file " + original.file().source().location() + ": " + e.getMessage());
        }
    }

    private CollectionResult evidence(Original original, RedactionRequest request, Redacted redacted) {
        Evidence before = original.recorded().evidence();
        Source source = new Source(
                "redacted copy of evidence " + request.original().shortForm() + ", " + name(original, redacted),
                Source.How.FILE,
                parts.environment().clock().instant(),
                Digest.sha256(redacted.content()),
                redacted.content().size());
        var facts = new TreeMap<String, String>();
        facts.put(
                EvidenceByHand.TITLE,
                "Redacted copy of: "
                        + before.fact(EvidenceByHand.TITLE)
                                .orElse(before.collector().value()));
        facts.put("file-name", name(original, redacted));
        facts.putAll(new RedactedCopy(
                        request.original(),
                        original.number(),
                        original.file().payload().commitment(),
                        redacted.removed(),
                        request.reason().strip())
                .facts());
        Evidence evidence = new Evidence(
                EvidenceByHand.COLLECTOR,
                VERSION,
                before.host(),
                parts.environment().host().identity().user(),
                before.observedAt(),
                List.of(source),
                facts,
                List.of(),
                List.of());
        return new CollectionResult(evidence, List.of(new RawBytes(source, redacted.content())));
    }

    /// Of the original's name only the end that tells the kind: the rest may say what is not to be said.
    private static String name(Original original, Redacted redacted) {
        String location = original.file().source().location();
        String last = location.substring(location.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        String kind = dot > 0 && last.substring(dot + 1).matches("[A-Za-z0-9]{1,8}") ? last.substring(dot + 1) : "txt";
        return "redacted." + redacted.extension().orElse(kind);
    }

    private static WorkspaceException refused(RedactionRequest request, String why) {
        return new WorkspaceException(
                Kind.BAD_INPUT, "evidence " + request.original().shortForm() + ": " + why + "; nothing was recorded");
    }
}
