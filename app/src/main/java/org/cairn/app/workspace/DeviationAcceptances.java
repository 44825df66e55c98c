package org.cairn.app.workspace;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.AcceptanceId;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.checklist.event.DeviationEvent.DeviationAcceptanceEnded;
import org.cairn.checklist.event.DeviationEvent.DeviationAccepted;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;

/// Acceptances of deviations: which one counts for how long as none, or is borne, and who said so. They cover what was
/// found and delete nothing.
public final class DeviationAcceptances {
    private static final int ID_SIZE_BYTES = 8;

    private final Parts parts;

    DeviationAcceptances(Parts parts) {
        this.parts = parts;
    }

    /// Proposes to accept; another person has to sign too.
    public Proposal accept(DeviationRequest request) throws WorkspaceException {
        parts.requireWritable();
        Reviews.requireReason(request.reason());
        requireEnd(request);
        EvidenceId evidence = evidence(request).id();
        byte[] random = new byte[ID_SIZE_BYTES];
        parts.environment().random().nextBytes(random);
        Optional<PayloadRef> longer = longer(request).isPresent()
                ? Optional.of(parts.store(longer(request).get()))
                : Optional.empty();
        return new Proposals(parts)
                .propose(new DeviationAccepted(
                        AcceptanceId.ofRandom(Bytes.copyOf(random)),
                        request.system(),
                        request.kind().id(),
                        request.as(),
                        evidence,
                        parts.store(request.what()),
                        parts.store(request.reason()),
                        request.until(),
                        longer));
    }

    private void requireEnd(DeviationRequest request) throws WorkspaceException {
        LocalDate today = LocalDate.ofInstant(parts.environment().clock().instant(), ZoneOffset.UTC);
        if (request.until().isBefore(today)) {
            throw bad("its last day, " + request.until() + ", is over already");
        }
        LocalDate longest = today.plus(DeviationAccepted.LONGEST);
        if (request.until().isAfter(longest) && longer(request).isEmpty()) {
            throw bad("until " + request.until() + " is more than a year: end it by " + longest
                    + ", or say why it has to be longer (--longer-because)");
        }
    }

    private static Optional<String> longer(DeviationRequest request) {
        return request.longer().filter(why -> !why.isBlank());
    }

    /// Nobody accepts what nothing recorded shows.
    private RecordedEvidence evidence(DeviationRequest request) throws WorkspaceException {
        List<RecordedEvidence> holding = parts.shelf().all().stream()
                .filter(piece -> holds(piece.evidence(), request))
                .filter(piece ->
                        request.evidence().map(entry -> entry == piece.entry()).orElse(true))
                .toList();
        if (holding.isEmpty()) {
            throw bad("no evidence"
                    + request.evidence().map(entry -> " of entry " + entry).orElse(" recorded here") + " shows "
                    + request.kind().id() + " \"" + request.what() + "\" of system '" + request.system()
                    + "'; `cairn runtime check` records one, and `cairn runtime deviations` prints the words");
        }
        return holding.getLast();
    }

    private static boolean holds(Evidence evidence, DeviationRequest request) {
        return evidence.collector().equals(DeviationEvent.COLLECTOR)
                && evidence.fact("system").equals(Optional.of(request.system()))
                && evidence.population(request.kind().id()).stream()
                        .flatMap(population -> population.items().stream())
                        .anyMatch(item -> item.value("what").equals(Optional.of(request.what())));
    }

    private static WorkspaceException bad(String why) {
        return new WorkspaceException(Kind.BAD_INPUT, why + "; nothing was recorded");
    }

    /// @return the entry's index
    public long end(AcceptanceId id, String reason) throws WorkspaceException {
        parts.requireWritable();
        AcceptedDeviation line = all().stream()
                .filter(each -> each.event().id().equals(id))
                .findFirst()
                .orElseThrow(() -> bad("no accepted deviation " + id + "; `cairn runtime accepted` shows them"));
        if (line.ended().isPresent()) {
            throw bad("the acceptance " + id + " was ended already, by entry "
                    + line.ended().get());
        }
        Reviews.requireReason(reason);
        return parts.log().recordByPerson(new DeviationAcceptanceEnded(id, parts.store(reason)));
    }

    /// Every acceptance, of this log and of others, in the order of entries here, with its state today.
    public List<AcceptedDeviation> all() throws WorkspaceException {
        return all(parts.times(AsOf.now()));
    }

    /// The acceptances of a state, oldest first, each as it stood on that day.
    List<AcceptedDeviation> all(TwoTimes times) throws WorkspaceException {
        Map<AcceptanceId, Long> ended = new HashMap<>();
        for (Recorded<DeviationAcceptanceEnded> end : both(DeviationAcceptanceEnded.class, times)) {
            ended.putIfAbsent(end.event().id(), end.entry());
        }
        List<AcceptedDeviation> lines = new ArrayList<>();
        for (Recorded<DeviationAccepted> accepted : both(DeviationAccepted.class, times)) {
            lines.add(line(
                    accepted, Optional.ofNullable(ended.get(accepted.event().id())), times));
        }
        return lines;
    }

    /// What is accepted of a system's deviations today.
    public AcceptedDeviations of(String system) throws WorkspaceException {
        TwoTimes times = parts.times(AsOf.now());
        Map<Long, AcceptedDeviation> lines = new HashMap<>();
        for (AcceptedDeviation line : all(times)) {
            lines.put(line.entry(), line);
        }
        return new AcceptedDeviations(system, parts.deviationCovers(times), lines);
    }

    private AcceptedDeviation line(Recorded<DeviationAccepted> accepted, Optional<Long> ended, TwoTimes times)
            throws WorkspaceException {
        DeviationAccepted event = accepted.event();
        LocalDate until = DeviationAccepted.lastDay(accepted);
        boolean lapsed = until.isBefore(LocalDate.ofInstant(times.validAt(), ZoneOffset.UTC));
        Optional<RecordedEvidence> evidence = parts.shelf().find(event.evidence());
        return new AcceptedDeviation(
                accepted.entry(),
                event,
                parts.names().text(event.what()),
                parts.names().text(event.reason()),
                parts.names().text(event.override()),
                until,
                evidence.map(RecordedEvidence::entry),
                evidence.map(piece -> piece.evidence().host()),
                new EntrySigners(parts).of(accepted),
                ended,
                ended.isPresent() ? RiskLine.State.ENDED : lapsed ? RiskLine.State.LAPSED : RiskLine.State.ACTIVE);
    }

    private <E extends DeviationEvent> List<Recorded<E>> both(Class<E> kind, TwoTimes times) {
        List<Recorded<E>> both = new ArrayList<>(parts.log().all(kind, times.size()));
        parts.imports().counted(kind).stream()
                .filter(each -> each.entry() < times.size())
                .forEach(both::add);
        both.removeIf(each -> !times.now() && each.validFrom().isAfter(times.validAt()));
        both.sort(Comparator.comparingLong(Recorded::entry));
        return both;
    }
}
