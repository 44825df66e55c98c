package org.cairn.app.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cairn.app.objection.Objection;
import org.cairn.app.objection.ObjectionRow;
import org.cairn.app.objection.ObjectionScope;
import org.cairn.app.objection.Objections;
import org.cairn.app.objection.Piece;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Subject;
import org.cairn.checklist.check.CheckResult;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.AnswerForce;
import org.cairn.checklist.posture.Contradiction;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.EvidenceForces;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Population;
import org.cairn.evidence.RecordedEvidence;

/// What an auditor would send back of one state, if it were handed over.
final class ObjectionReading {
    private final Parts parts;
    private final StateAt state;
    private final Posture posture;
    private final Map<Subject, String> contradictions;
    private final Map<EvidenceId, Piece> pieces = new HashMap<>();
    private final SortedSet<String> hosts = new TreeSet<>();

    ObjectionReading(Parts parts, StateAt state) throws WorkspaceException {
        this.parts = parts;
        this.state = state;
        this.posture = state.posture();
        this.contradictions = posture.contradictions().stream()
                .collect(Collectors.toMap(Contradiction::subject, Contradiction::text, (first, _) -> first));
    }

    List<Objection> read(ObjectionScope scope) throws WorkspaceException {
        Collection<FrameworkPosture> frameworks = frameworks(scope);
        List<RecordedEvidence> evidence = state.evidence();
        EvidenceForces forces = state.forces();
        for (RecordedEvidence piece : evidence) {
            pieces.put(piece.id(), piece(piece, forces));
            if (!piece.evidence().collector().equals(EvidenceByHand.COLLECTOR)) {
                hosts.add(piece.evidence().host());
            }
        }
        List<ObjectionRow> rows = new ArrayList<>();
        Set<ControlId> reaching = reaching(frameworks);
        PackEvidence used =
                PackEvidence.ofControls(posture, parts.environment().knowledge().checks(), evidence);
        for (ControlPosture row : posture.controls()) {
            if (scope.framework().isEmpty() || reaching.contains(row.control().id())) {
                rows.add(row(row, used));
            }
        }
        for (FrameworkPosture framework : frameworks) {
            for (RequirementPosture row : framework.requirements()) {
                if (row.state() != RequirementState.OUT_OF_SCOPE) {
                    rows.add(row(row));
                }
            }
        }
        LocalDate today = LocalDate.ofInstant(posture.validAt(), ZoneOffset.UTC);
        return Objections.of(rows, pieces, List.copyOf(hosts), scope.period(), today);
    }

    private Collection<FrameworkPosture> frameworks(ObjectionScope scope) throws WorkspaceException {
        if (scope.framework().isEmpty()) {
            return posture.frameworks().values();
        }
        FrameworkId id = scope.framework().get();
        return List.of(posture.framework(id)
                .orElseThrow(() -> new WorkspaceException(
                        Kind.UNKNOWN_FRAMEWORK,
                        "framework " + id + " is not adopted here; adopted: "
                                + posture.frameworks().keySet().stream()
                                        .map(FrameworkId::value)
                                        .collect(Collectors.joining(", ")))));
    }

    /// Controls that lend something to a requirement that applies.
    private static Set<ControlId> reaching(Collection<FrameworkPosture> frameworks) {
        return frameworks.stream()
                .flatMap(framework -> framework.requirements().stream())
                .filter(row -> row.state() != RequirementState.OUT_OF_SCOPE)
                .flatMap(row -> row.mappings().stream())
                .filter(mapping -> mapping.relation().supports())
                .map(Mapping::control)
                .collect(Collectors.toSet());
    }

    private ObjectionRow row(ControlPosture row, PackEvidence used) throws WorkspaceException {
        ControlId id = row.control().id();
        return new ObjectionRow(
                id,
                row.answer().map(Recorded::event),
                row.counts(),
                row.workState(),
                contradiction(id, row.counts()),
                note(row.answer()),
                used.of(id),
                row.linked(),
                row.checks().stream().map(CheckResult::outcome).toList(),
                Optional.empty());
    }

    private ObjectionRow row(RequirementPosture row) throws WorkspaceException {
        return new ObjectionRow(
                row.requirement().id(),
                row.answer().map(Recorded::event),
                row.counts(),
                row.workState(),
                contradiction(row.requirement().id(), row.counts()),
                note(row.answer()),
                List.copyOf(PackEvidence.ofRequirement(row)),
                row.linked(),
                List.of(),
                Optional.of(row.state()));
    }

    /// A conflict of two laptops is told as one.
    private Optional<String> contradiction(Subject subject, AnswerForce counts) {
        return counts == AnswerForce.CONFLICT ? Optional.empty() : Optional.ofNullable(contradictions.get(subject));
    }

    private Optional<String> note(Optional<Recorded<ControlAnswered>> answer) throws WorkspaceException {
        return answer.isPresent() ? parts.names().text(answer.get().event().note()) : Optional.empty();
    }

    private static Piece piece(RecordedEvidence recorded, EvidenceForces forces) {
        var evidence = recorded.evidence();
        boolean byHand = evidence.collector().equals(EvidenceByHand.COLLECTOR);
        Instant from = evidence.observedAt();
        Optional<Instant> expires = evidence.fact(EvidenceByHand.EXPIRES)
                .map(day -> LocalDate.parse(day)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
        return new Piece(
                recorded.id(),
                from,
                byHand ? expires.orElse(Instant.MAX) : from.plusNanos(1),
                forces.of(recorded.id()),
                evidence.populations().stream()
                        .filter(population -> !population.complete())
                        .map(Population::name)
                        .toList(),
                byHand
                        ? Optional.of(new Piece.ByHand(
                                evidence.fact(EvidenceByHand.TITLE).orElse(""),
                                evidence.fact("file-name").orElse(""),
                                evidence.fact(EvidenceByHand.EFFECTIVE).isPresent()))
                        : Optional.empty());
    }
}
