package org.cairn.app.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.incident.Incident;
import org.cairn.causality.policy.Deviation;
import org.cairn.checklist.deadline.DeadlineReckoner;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.deadline.Holidays;
import org.cairn.checklist.deadline.Reckoning;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.checklist.deadline.WeekendRelief;
import org.cairn.frameworks.DeadlineLibrary;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.incident.IncidentModel;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pdf.IncidentReport;
import org.cairn.reports.sign.DocumentSigning;

/// Writes what a record tells about one event, for a person who decides. It starts no clock and records nothing.
public final class IncidentFiles {
    /// What becoming aware of an incident is called, in acts of the Union and in 45 CFR.
    private static final List<StartEvent> KNOWN = List.of(new StartEvent("aware"), new StartEvent("discovered"));

    private IncidentFiles() {}

    /// @param departures which part of which policy does not allow the event
    /// @param knownAt    when the organisation became aware
    /// @param zone       of the organisation: its days count
    public record Draft(
            Incident incident,
            List<IncidentModel.Departure> departures,
            Instant knownAt,
            ZoneId zone,
            Language language) {
        public Draft {
            departures = List.copyOf(departures);
        }
    }

    /// What is said of a departure from an approved baseline, and of its acceptance.
    /// @param graph of which the deviation is
    public static IncidentModel.Departure departure(
            ProvenanceGraph graph, Deviation deviation, ApprovedPolicy approved, AcceptedDeviations accepted) {
        return new IncidentModel.Departure(
                deviation.kind().id(),
                deviation.what(),
                deviation.rule(),
                approved.policy().system() + " (SHA-256 "
                        + approved.version().policy().hex() + ")",
                Optional.of(approved.version().entry()),
                accepted.of(graph, deviation)
                        .map(line -> new IncidentModel.Accepted(
                                RuntimeSubgraph.code(line.event().as()),
                                line.until(),
                                line.approvers(),
                                line.entry())));
    }

    /// Signed by nobody, and saying so.
    public static Bytes unsigned(Draft draft, DeadlineLibrary rules, Instant now) throws WorkspaceException {
        return render(model(draft, rules, Optional.empty(), Optional.empty(), now));
    }

    /// Signed with the document key of the workspace.
    public static Bytes signed(Draft draft, Workspace workspace, Instant now) throws WorkspaceException {
        Cover.Issuer issuer = PackHead.issuer(workspace.keyring().documents(), Optional.empty());
        IncidentModel model = model(
                draft,
                workspace.deadlines().rules(),
                Optional.of(workspace.organisation(draft.language())),
                Optional.of(new IncidentModel.Issuer(issuer.name(), issuer.certificate())),
                now);
        try {
            DocumentSigning signing = new DocumentSigning(
                    workspace.keyring().documents(), workspace.timeStamps().signing());
            return signing.signPdf(render(model), now);
        } catch (PackException e) {
            throw new WorkspaceException(Kind.OUTSIDE, String.valueOf(e.getMessage()), e);
        }
    }

    private static Bytes render(IncidentModel model) throws WorkspaceException {
        try {
            return IncidentReport.render(model);
        } catch (PackException e) {
            throw new WorkspaceException(Kind.OUTSIDE, String.valueOf(e.getMessage()), e);
        }
    }

    private static IncidentModel model(
            Draft draft,
            DeadlineLibrary rules,
            Optional<String> organisation,
            Optional<IncidentModel.Issuer> issuer,
            Instant now) {
        return new IncidentModel(
                draft.incident(),
                draft.language(),
                organisation,
                issuer,
                now,
                draft.knownAt(),
                draft.departures(),
                clocks(draft, rules),
                files(draft.incident()));
    }

    /// Every rule that counts from becoming aware; whether it applies is for a person to say.
    static List<IncidentModel.Clock> clocks(Draft draft, DeadlineLibrary rules) {
        List<IncidentModel.Clock> clocks = new ArrayList<>();
        for (DeadlineRule rule : rules.rules()) {
            SortedMap<StartEvent, Instant> starts = new TreeMap<>();
            KNOWN.stream().filter(rule.starts()::contains).forEach(event -> starts.put(event, draft.knownAt()));
            if (!starts.isEmpty() && rule.sense() == DeadlineRule.Sense.ACT_BY) {
                clocks.add(clock(rule, starts, draft.zone()));
            }
        }
        return clocks;
    }

    private static IncidentModel.Clock clock(DeadlineRule rule, SortedMap<StartEvent, Instant> starts, ZoneId zone) {
        DeadlineStart start =
                new DeadlineStart(starts, zone, Holidays.notKnown(), WeekendRelief.NOT_STATED, Optional.empty());
        Reckoning reckoning = DeadlineReckoner.reckon(rule, start);
        List<String> notes = new ArrayList<>(reckoning.assumptions());
        reckoning.problem().ifPresent(notes::add);
        return new IncidentModel.Clock(
                rule.id().toString(),
                rule.title(),
                rule.citation(),
                reckoning.due().map(Reckoning.Due::at),
                notes);
    }

    private static Map<Digest, String> files(Incident incident) {
        Map<Digest, String> files = new HashMap<>();
        incident.record()
                .logs()
                .forEach(log -> files.putIfAbsent(
                        log.source().digest(),
                        String.valueOf(Path.of(log.source().location()).getFileName())));
        return files;
    }
}
