package org.cairn.app.ui.scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.workspace.FactRequest;
import org.cairn.app.workspace.Scopes;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeQuestion.Level;
import org.cairn.checklist.ScopeRules;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.checklist.scope.Applicability;
import org.cairn.checklist.scope.ScopeState;
import org.cairn.checklist.scope.Scoping;
import org.cairn.checklist.scope.StatedFact;
import org.cairn.frameworks.ScopeProfile;

/// Answers are drafted first, and recorded together, each as an entry of its own. Confined to the UI executor.
public final class ScopeViewModel {
    private final Desk desk;
    private final Library library;
    private final ScopeRules rules;
    private final List<String> groups;
    private final StringProperty system = new SimpleStringProperty("");
    private final Map<ScopeFact, Draft> drafts = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper group = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<QuestionRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>(new Summary(0, 0, 0, 0));
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ScopeProfile> profile = Optional.empty();
    private long summaries;

    public ScopeViewModel(Desk desk, Library library) {
        this.desk = desk;
        this.library = library;
        this.rules = library.catalogue().scope();
        this.groups =
                rules.questions().stream().map(ScopeQuestion::group).distinct().toList();
        desk.now().posture().scope().systems().keySet().stream().findFirst().ifPresent(id -> system.set(id.value()));
        desk.snapshot().subscribe(_ -> refresh());
        system.subscribe(_ -> refresh());
    }

    public List<String> groups() {
        return groups;
    }

    /// The id of the system that is spoken of; one that is not there yet is defined when something is recorded.
    public StringProperty system() {
        return system;
    }

    public ReadOnlyIntegerProperty group() {
        return group.getReadOnlyProperty();
    }

    public void go(int to) {
        group.set(Math.clamp(to, 0, groups.size() - 1));
        refresh();
    }

    /// Of the group that is shown.
    public ReadOnlyObjectProperty<List<QuestionRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Summary> summary() {
        return summary.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    public ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    public List<ScopeProfile> profiles() {
        return library.frameworks().profiles();
    }

    /// Drafts what a profile proposes; nothing is recorded yet.
    public void propose(ScopeProfile chosen) {
        profile = Optional.of(chosen);
        if (system.get().isBlank()) {
            system.set(chosen.system().value());
        }
        chosen.facts().forEach(fact -> drafts.put(fact.fact(), new Draft(fact.answer(), fact.reason())));
        refresh();
    }

    public void draft(ScopeFact fact, String answer, String reason) {
        drafts.put(fact, new Draft(answer, reason));
        refresh();
    }

    /// A reason alone: nothing else on the page follows from it.
    public void reason(ScopeFact fact, String reason) {
        drafts.computeIfPresent(fact, (_, draft) -> new Draft(draft.answer(), reason));
        summarise();
    }

    public void discard() {
        drafts.clear();
        profile = Optional.empty();
        refresh();
    }

    private Optional<SystemId> about() {
        String id = system.get().strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(new SystemId(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<SystemId> about(ScopeFact fact) {
        return rules.question(fact)
                        .filter(question -> question.level() == Level.SYSTEM)
                        .isPresent()
                ? about()
                : Optional.empty();
    }

    private void refresh() {
        ScopeState supposed = supposed();
        List<QuestionRow> shown = new ArrayList<>();
        for (ScopeQuestion question : rules.questions()) {
            if (question.group().equals(groups.get(group.get()))) {
                shown.add(row(question, supposed));
            }
        }
        rows.set(List.copyOf(shown));
        summarise();
    }

    private QuestionRow row(ScopeQuestion question, ScopeState supposed) {
        Optional<StatedFact> known = supposed.known(question.id(), about());
        Optional<Draft> draft = Optional.ofNullable(drafts.get(question.id()));
        boolean settled = draft.isEmpty()
                && known.filter(fact -> !fact.fact().equals(question.id())).isPresent();
        return new QuestionRow(
                question,
                draft.map(Draft::answer).or(() -> known.map(StatedFact::answer)).orElse(ScopeQuestion.UNKNOWN),
                draft.map(Draft::reason).orElse(""),
                draft.isPresent() ? Optional.empty() : known.map(StatedFact::entry),
                draft.isPresent(),
                settled);
    }

    /// The scope as it would be if the drafts were the next entry.
    private ScopeState supposed() {
        Map<ScopeState.Key, String> answers = new HashMap<>();
        drafts.forEach((fact, draft) -> answers.put(new ScopeState.Key(fact, about(fact)), draft.answer()));
        boolean aboutSystem =
                answers.keySet().stream().anyMatch(key -> key.system().isPresent());
        return desk.now()
                .posture()
                .scope()
                .supposing(
                        answers,
                        about().filter(_ -> aboutSystem),
                        desk.now().takenAt(),
                        desk.now().about().size());
    }

    private void summarise() {
        long mine = ++summaries;
        Posture posture = desk.now().posture();
        ScopeState supposed = supposed();
        int changes = drafts.size();
        desk.threads().background().execute(() -> {
            Summary counted = count(posture, supposed, changes);
            desk.threads().ui().execute(() -> {
                if (mine == summaries) {
                    summary.set(counted);
                }
            });
        });
    }

    private Summary count(Posture posture, ScopeState supposed, int changes) {
        Scoping scoping = new Scoping(library.catalogue(), supposed);
        long[] counts = new long[3];
        posture.frameworks().values().stream()
                .flatMap(framework -> framework.requirements().stream())
                .map(RequirementPosture::requirement)
                .forEach(requirement -> counts[index(scoping, requirement)]++);
        return new Summary(counts[0], counts[1], counts[2], changes);
    }

    private static int index(Scoping scoping, Requirement requirement) {
        return switch (scoping.of(requirement).overall()) {
            case Applicability.Applies _ -> 0;
            case Applicability.Unscoped _ -> 1;
            case Applicability.OutOfScope _ -> 2;
        };
    }

    /// Whether everything that is drafted can be recorded: each has a reason, and a system is named where one is meant.
    public boolean recordable() {
        return !drafts.isEmpty()
                && drafts.values().stream().noneMatch(draft -> draft.reason().isBlank())
                && drafts.keySet().stream()
                        .allMatch(fact ->
                                rules.question(fact).orElseThrow().level() != Level.SYSTEM || about().isPresent());
    }

    public void record() {
        if (!recordable()) {
            return;
        }
        List<ScopeProfile.Proposed> said = new ArrayList<>();
        drafts.forEach((fact, draft) -> said.add(new ScopeProfile.Proposed(fact, draft.answer(), draft.reason())));
        Optional<ScopeProfile> from = profile;
        Optional<SystemId> about = about();
        String name = system.get().strip();
        problem.set(Optional.empty());
        desk.change(
                () -> record(desk.workspace().scopes(), from, about, name, said),
                _ -> discard(),
                why -> problem.set(Optional.of(why)));
    }

    private int record(
            Scopes scopes,
            Optional<ScopeProfile> from,
            Optional<SystemId> about,
            String name,
            List<ScopeProfile.Proposed> said)
            throws WorkspaceException {
        if (from.isPresent()) {
            return scopes.apply(from.get(), about.orElseGet(() -> from.get().system()), name, said, Optional.empty())
                    .size();
        }
        boolean ofSystem = said.stream().anyMatch(each -> about(each.fact()).isPresent());
        if (ofSystem && about.isPresent() && !scopes.now().systems().containsKey(about.get())) {
            scopes.define(about.get(), name, Optional.empty());
        }
        for (ScopeProfile.Proposed each : said) {
            scopes.state(
                    new FactRequest(each.fact(), each.answer(), about(each.fact()), each.reason(), Optional.empty()));
        }
        return said.size();
    }
}
