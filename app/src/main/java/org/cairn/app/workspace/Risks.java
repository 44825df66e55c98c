package org.cairn.app.workspace;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.ReviewEvent.RiskAcceptanceEnded;
import org.cairn.checklist.event.ReviewEvent.RiskAccepted;
import org.cairn.checklist.event.RiskId;
import org.cairn.proof.Bytes;

/// Risk acceptances: who bears which finding, why, and until when. They cover findings and change none.
public final class Risks {
    private static final int ID_SIZE_BYTES = 8;

    private final Parts parts;

    Risks(Parts parts) {
        this.parts = parts;
    }

    /// Proposes to accept; another person has to sign too.
    public Proposal accept(RiskRequest request) throws WorkspaceException {
        parts.requireWritable();
        check(request);
        byte[] random = new byte[ID_SIZE_BYTES];
        parts.environment().random().nextBytes(random);
        return new Proposals(parts)
                .propose(new RiskAccepted(
                        RiskId.ofRandom(Bytes.copyOf(random)),
                        request.subjects(),
                        parts.store(request.reason()),
                        parts.store(request.owner()),
                        request.until()));
    }

    private void check(RiskRequest request) throws WorkspaceException {
        for (Subject subject : request.subjects()) {
            new Answering(parts).textOf(subject);
        }
        if (request.subjects().isEmpty()
                || new HashSet<>(request.subjects()).size()
                        != request.subjects().size()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, "name the controls or requirements, each once; nothing was recorded");
        }
        Reviews.requireReason(request.reason());
        if (request.owner().isBlank()) {
            throw new WorkspaceException(Kind.BAD_INPUT, "say who bears the risk; nothing was recorded");
        }
        if (request.until().isBefore(today(parts))) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, "its last day, " + request.until() + ", is over already; nothing was recorded");
        }
    }

    /// @return the entry's index
    public long end(RiskId id, String reason) throws WorkspaceException {
        parts.requireWritable();
        RiskLine.State state = all().stream()
                .filter(line -> line.id().equals(id))
                .map(RiskLine::state)
                .findFirst()
                .orElseThrow(() -> new WorkspaceException(
                        Kind.UNKNOWN_RISK, "no accepted risk " + id + "; `cairn risk list` shows them"));
        if (state == RiskLine.State.ENDED) {
            throw new WorkspaceException(Kind.BAD_INPUT, "the acceptance of risk " + id + " was ended already");
        }
        Reviews.requireReason(reason);
        return parts.log().recordByPerson(new RiskAcceptanceEnded(id, parts.store(reason)));
    }

    /// Every acceptance, of this log and of others, in the order of entries here, with its state today.
    public List<RiskLine> all() throws WorkspaceException {
        return all(parts.times(AsOf.now()));
    }

    /// The acceptances of a state, oldest first, each as it stood on that day.
    List<RiskLine> all(TwoTimes times) throws WorkspaceException {
        Map<RiskId, Long> ended = new HashMap<>();
        for (Recorded<RiskAcceptanceEnded> end : both(RiskAcceptanceEnded.class, times.size())) {
            if (begun(end, times)) {
                ended.putIfAbsent(end.event().id(), end.entry());
            }
        }
        LocalDate day = LocalDate.ofInstant(times.validAt(), ZoneOffset.UTC);
        List<RiskLine> lines = new ArrayList<>();
        for (Recorded<RiskAccepted> risk : both(RiskAccepted.class, times.size())) {
            if (begun(risk, times)) {
                lines.add(line(risk, Optional.ofNullable(ended.get(risk.event().id())), day));
            }
        }
        return lines;
    }

    static boolean begun(Recorded<?> recorded, TwoTimes times) {
        return times.now() || !recorded.validFrom().isAfter(times.validAt());
    }

    private RiskLine line(Recorded<RiskAccepted> risk, Optional<Long> ended, LocalDate day) throws WorkspaceException {
        RiskAccepted event = risk.event();
        boolean lapsed = event.until().isBefore(day);
        return new RiskLine(
                event.id(),
                event.subjects(),
                parts.names().text(event.reason()),
                parts.names().text(event.owner()),
                event.until(),
                risk.entry(),
                new EntrySigners(parts).of(risk),
                ended,
                ended.isPresent() ? RiskLine.State.ENDED : lapsed ? RiskLine.State.LAPSED : RiskLine.State.ACTIVE);
    }

    /// @param size how many entries count
    private <E extends ReviewEvent> List<Recorded<E>> both(Class<E> kind, long size) {
        List<Recorded<E>> both = new ArrayList<>(parts.log().all(kind, size));
        parts.imports().counted(kind).stream()
                .filter(each -> each.entry() < size)
                .forEach(both::add);
        both.sort(Comparator.comparingLong(Recorded::entry));
        return both;
    }

    static LocalDate today(Parts parts) {
        return LocalDate.ofInstant(parts.environment().clock().instant(), ZoneOffset.UTC);
    }
}
