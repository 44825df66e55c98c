package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workspace.RegisteredRisk.Bearing;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.RegisterEvent.RiskAssessed;
import org.cairn.checklist.event.RegisterEvent.RiskClosed;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.checklist.event.ReviewEvent.RiskAccepted;
import org.cairn.checklist.event.RiskId;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Bytes;

/// The risks that the organisation knows of: each assessed again and again, until it is closed. What is left after
/// treatment is borne for a time by two people, as every risk acceptance is.
public final class RiskRegister {
    private static final int ID_SIZE_BYTES = 8;

    private final Parts parts;

    RiskRegister(Parts parts) {
        this.parts = parts;
    }

    /// @return the new risk
    public RiskId add(RiskAssessment said) throws WorkspaceException {
        byte[] random = new byte[ID_SIZE_BYTES];
        parts.environment().random().nextBytes(random);
        RiskId id = RiskId.ofRandom(Bytes.copyOf(random));
        record(id, said, Optional.empty());
        return id;
    }

    /// Judges a risk anew. What two people bear stays linked to it.
    /// @return the entry's index
    public long reassess(RiskId id, RiskAssessment said) throws WorkspaceException {
        RegisteredRisk known = open(id);
        return record(id, said, named(known));
    }

    /// The acceptance that the newest assessment names, approved or not.
    private Optional<RiskId> named(RegisteredRisk risk) {
        return parts.log()
                .event(risk.entry())
                .flatMap(recorded -> recorded.as(RiskAssessed.class))
                .flatMap(recorded -> recorded.event().acceptance());
    }

    private long record(RiskId id, RiskAssessment said, Optional<RiskId> acceptance) throws WorkspaceException {
        parts.requireWritable();
        check(said);
        try {
            return parts.log()
                    .recordByPerson(new RiskAssessed(
                            id,
                            parts.store(said.title()),
                            said.subjects(),
                            said.evidence(),
                            said.inherent(),
                            said.treatment(),
                            said.residual(),
                            parts.store(said.owner()),
                            said.review(),
                            parts.store(said.reason()),
                            acceptance));
        } catch (IllegalArgumentException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, e.getMessage() + "; nothing was recorded", e);
        }
    }

    private void check(RiskAssessment said) throws WorkspaceException {
        if (said.title().isBlank()) {
            throw new WorkspaceException(Kind.BAD_INPUT, "say what could happen; nothing was recorded");
        }
        if (said.owner().isBlank()) {
            throw new WorkspaceException(Kind.BAD_INPUT, "say who answers for the risk; nothing was recorded");
        }
        Reviews.requireReason(said.reason());
        if (said.residual().score() > said.inherent().score()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    "what is left after treatment, " + said.residual().score()
                            + ", is never more than the risk before it, "
                            + said.inherent().score() + "; nothing was recorded");
        }
        if (said.review().isBefore(Risks.today(parts))) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, "the day of its review, " + said.review() + ", is over; nothing was recorded");
        }
        for (Subject subject : said.subjects()) {
            new Answering(parts).textOf(subject);
        }
        for (EvidenceId piece : said.evidence()) {
            if (parts.shelf().entry(piece).isEmpty()) {
                throw new WorkspaceException(
                        Kind.UNKNOWN_EVIDENCE, "no evidence " + piece.shortForm() + " here; nothing was recorded");
            }
        }
    }

    /// Proposes to bear what is left until a day, and links the risk to that acceptance; another person has to sign.
    public Proposal retain(RiskId id, String reason, LocalDate until) throws WorkspaceException {
        RegisteredRisk risk = open(id);
        String owner = risk.owner().orElse("");
        Proposal proposal = new Risks(parts).accept(new RiskRequest(risk.subjects(), reason, owner, until));
        RiskId acceptance = ((RiskAccepted) proposal.event().event()).id();
        record(
                id,
                new RiskAssessment(
                        risk.title().orElse(""),
                        risk.subjects(),
                        risk.evidence(),
                        risk.inherent(),
                        Treatment.RETAIN,
                        risk.residual(),
                        owner,
                        risk.review(),
                        reason),
                Optional.of(acceptance));
        return proposal;
    }

    /// @return the entry's index
    public long close(RiskId id, String reason) throws WorkspaceException {
        parts.requireWritable();
        open(id);
        Reviews.requireReason(reason);
        return parts.log().recordByPerson(new RiskClosed(id, parts.store(reason)));
    }

    private RegisteredRisk open(RiskId id) throws WorkspaceException {
        RegisteredRisk risk = all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new WorkspaceException(
                        Kind.UNKNOWN_RISK,
                        "no risk " + id + " in the register; `cairn risk register list` shows them"));
        if (!risk.open()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    "risk " + id + " was closed by entry " + risk.closed().orElseThrow());
        }
        return risk;
    }

    public List<RegisteredRisk> all() throws WorkspaceException {
        return all(parts.times(AsOf.now()));
    }

    /// The register of a state, the highest residual rating first, closed ones last.
    List<RegisteredRisk> all(TwoTimes times) throws WorkspaceException {
        Map<RiskId, Recorded<RiskAssessed>> newest = new LinkedHashMap<>();
        Map<RiskId, Integer> counts = new HashMap<>();
        for (Recorded<RiskAssessed> recorded : parts.log().all(RiskAssessed.class, times.size())) {
            if (Risks.begun(recorded, times)) {
                newest.put(recorded.event().id(), recorded);
                counts.merge(recorded.event().id(), 1, Integer::sum);
            }
        }
        Map<RiskId, Long> closed = new HashMap<>();
        for (Recorded<RiskClosed> recorded : parts.log().all(RiskClosed.class, times.size())) {
            if (Risks.begun(recorded, times)) {
                closed.putIfAbsent(recorded.event().id(), recorded.entry());
            }
        }
        Map<RiskId, RiskLine> accepted = new HashMap<>();
        new Risks(parts).all(times).forEach(line -> accepted.put(line.id(), line));
        List<RegisteredRisk> all = new ArrayList<>();
        for (Recorded<RiskAssessed> recorded : newest.values()) {
            RiskId id = recorded.event().id();
            all.add(line(
                    recorded,
                    counts.getOrDefault(id, 1),
                    recorded.event().acceptance().flatMap(named -> Optional.ofNullable(accepted.get(named))),
                    Optional.ofNullable(closed.get(id))));
        }
        all.sort((one, other) -> {
            int byState = Boolean.compare(other.open(), one.open());
            return byState != 0
                    ? byState
                    : Integer.compare(other.residual().score(), one.residual().score());
        });
        return List.copyOf(all);
    }

    private RegisteredRisk line(
            Recorded<RiskAssessed> recorded, int times, Optional<RiskLine> acceptance, Optional<Long> closed)
            throws WorkspaceException {
        RiskAssessed event = recorded.event();
        return new RegisteredRisk(
                event.id(),
                parts.names().text(event.title()),
                event.subjects(),
                event.evidence(),
                event.inherent(),
                event.treatment(),
                event.residual(),
                parts.names().text(event.owner()),
                event.review(),
                parts.names().text(event.reason()),
                recorded.entry(),
                parts.names().of(recorded.actor()),
                times,
                bearing(event, acceptance),
                acceptance,
                closed);
    }

    private static Bearing bearing(RiskAssessed event, Optional<RiskLine> acceptance) {
        return acceptance
                .map(line -> switch (line.state()) {
                    case ACTIVE -> Bearing.ACCEPTED;
                    case LAPSED -> Bearing.LAPSED;
                    case ENDED -> Bearing.ENDED;
                })
                .orElse(event.acceptance().isPresent() ? Bearing.NOT_APPROVED : Bearing.NOT_ASKED);
    }
}
