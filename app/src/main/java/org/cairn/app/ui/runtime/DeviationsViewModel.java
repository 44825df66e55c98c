package org.cairn.app.ui.runtime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.OpenWorkspace;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.AcceptedDeviations;
import org.cairn.app.workspace.ApprovedPolicy;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.DeviationRequest;
import org.cairn.app.workspace.IdentityLine;
import org.cairn.app.workspace.IncidentFiles;
import org.cairn.app.workspace.Proposal;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.causality.Edge;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.policy.Deviation;
import org.cairn.causality.policy.Scrutiny;
import org.cairn.causality.query.Window;
import org.cairn.checklist.event.DeviationEvent.DeviationAccepted.As;
import org.cairn.proof.authority.Role;
import org.cairn.reports.incident.IncidentModel;

/// Where the open record departs from the approved baseline of a system. Confined to the UI executor.
final class DeviationsViewModel {
    private final Desk desk;
    private final Texts texts;
    private final ReadOnlyObjectProperty<Optional<ReadLogs>> read;
    private final ObservableList<String> systems = FXCollections.observableArrayList();
    private final ObservableList<FoundDeviation> all = FXCollections.observableArrayList();
    private final FilteredList<FoundDeviation> shown = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<String> said = new ReadOnlyObjectWrapper<>("");
    private long asked;

    DeviationsViewModel(Desk desk, Texts texts, ReadOnlyObjectProperty<Optional<ReadLogs>> read) {
        this.desk = desk;
        this.texts = texts;
        this.read = read;
        filter.subscribe(sought -> shown.setPredicate(row -> row.holds(sought)));
        read.subscribe(_ -> findSystems());
    }

    Texts texts() {
        return texts;
    }

    ObservableList<String> systems() {
        return systems;
    }

    /// Those that fit the filter, in the order of time.
    ObservableList<FoundDeviation> shown() {
        return shown;
    }

    StringProperty filter() {
        return filter;
    }

    /// Which baseline the record is held against, or why it is not, or what became of a proposal.
    ReadOnlyObjectProperty<String> said() {
        return said.getReadOnlyProperty();
    }

    private void findSystems() {
        all.clear();
        if (read.get().isEmpty()) {
            return;
        }
        desk.ask(
                () -> desk.workspace().baselines().systems(),
                found -> {
                    systems.setAll(found);
                    said.set(found.isEmpty() ? texts.text("deviations.no-baseline") : "");
                },
                this::failed);
    }

    /// Holds the record against the baseline of a system that is in force now.
    void against(String system) {
        Optional<ReadLogs> logs = read.get();
        if (logs.isEmpty()) {
            return;
        }
        Instant now = desk.clock().instant();
        long mine = ++asked;
        said.set(texts.text("asking"));
        desk.ask(
                () -> found(logs.get().record().graph(), system, now),
                found -> {
                    if (mine == asked) {
                        all.setAll(found.rows());
                        said.set(texts.text(
                                "deviations.said",
                                found.rows().size(),
                                system,
                                Long.toString(found.entry()),
                                found.undecided()));
                    }
                },
                this::failed);
    }

    private record Held(List<FoundDeviation> rows, long entry, int undecided) {}

    private Held found(ProvenanceGraph graph, String system, Instant now) throws WorkspaceException {
        OpenWorkspace workspace = desk.workspace();
        ApprovedPolicy approved = workspace.baselines().policy(system, now);
        AcceptedDeviations accepted = workspace.deviationAcceptances().of(system);
        Scrutiny scrutiny = Scrutiny.of(graph, approved.policy(), Window.ALWAYS, Map.of());
        List<FoundDeviation> rows = new ArrayList<>();
        for (Deviation deviation : scrutiny.deviations()) {
            rows.add(new FoundDeviation(
                    deviation,
                    graph.edge(deviation.place()),
                    accepted.of(graph, deviation),
                    IncidentFiles.departure(graph, deviation, approved, accepted)));
        }
        return new Held(rows, approved.version().entry(), scrutiny.undecided().size());
    }

    /// What an incident file about an event says of the baseline.
    List<IncidentModel.Departure> departures(Edge event) {
        return all.stream()
                .filter(row -> row.edge().equals(event))
                .map(FoundDeviation::said)
                .toList();
    }

    /// What a person says who accepts.
    /// @param longer why for more than a year; may be blank
    record Wish(As as, LocalDate until, String reason, String longer) {}

    /// Proposes to accept, and tells who else may sign.
    void accept(String system, FoundDeviation row, Wish wish) {
        DeviationRequest request = new DeviationRequest(
                system,
                row.deviation().kind(),
                row.deviation().what(),
                wish.as(),
                Optional.empty(),
                wish.until(),
                wish.reason(),
                Optional.of(wish.longer()).filter(why -> !why.isBlank()));
        desk.ask(
                () -> {
                    Proposal proposal = desk.workspace().deviationAcceptances().accept(request);
                    List<String> others = others(proposal);
                    return texts.text(
                            "accept.proposed",
                            proposal.id().substring(0, 12),
                            others.isEmpty() ? texts.text("accept.nobody") : String.join(", ", others));
                },
                said::set,
                this::failed);
    }

    /// Who may sign beside those who signed: one of the two has to be a reviewer.
    private List<String> others(Proposal proposal) throws WorkspaceException {
        List<IdentityLine> people = desk.workspace().at(AsOf.now()).identities().stream()
                .filter(line -> line.ended().isEmpty() && line.holder().isPresent())
                .toList();
        boolean reviewed = people.stream()
                .anyMatch(line ->
                        proposal.signers().contains(line.name()) && line.roles().contains(Role.REVIEWER));
        Set<Role> needed = reviewed ? Set.of(Role.REVIEWER, Role.AUTHOR) : Set.of(Role.REVIEWER);
        return people.stream()
                .filter(line -> !proposal.signers().contains(line.name()))
                .filter(line -> line.roles().stream().anyMatch(needed::contains))
                .map(IdentityLine::name)
                .distinct()
                .toList();
    }

    private void failed(Problem why) {
        said.set(why.words());
    }
}
