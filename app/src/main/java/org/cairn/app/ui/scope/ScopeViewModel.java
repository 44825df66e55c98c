package org.cairn.app.ui.scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeQuestion.Level;
import org.cairn.checklist.ScopeRules;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.scope.ScopeState;
import org.cairn.checklist.scope.StatedFact;
import org.cairn.frameworks.ScopeProfile;

/// Answers are drafted first, and recorded together, each as an entry of its own. Confined to the UI executor.
public final class ScopeViewModel {
    private final Desk desk;
    private final Library library;
    private final Titles titles;
    private final Texts texts = Texts.beside(ScopeViewModel.class);
    private final ScopeRules rules;
    private final List<String> groups;
    private final StringProperty system = new SimpleStringProperty("");
    private final Map<ScopeFact, Draft> drafts = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper group = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<QuestionRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>(Summary.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ScopeProfile> profile = Optional.empty();
    private long summaries;

    public ScopeViewModel(Desk desk, Library library) {
        this.desk = desk;
        this.library = library;
        this.titles = library.titles();
        this.rules = library.catalogue().scope();
        this.groups =
                rules.questions().stream().map(ScopeQuestion::group).distinct().toList();
        desk.now().posture().scope().systems().keySet().stream().findFirst().ifPresent(id -> system.set(id.value()));
        desk.snapshot().subscribe(_ -> refresh());
        system.subscribe(_ -> refresh());
    }

    /// As the questions' data spell them.
    public List<String> groups() {
        return groups;
    }

    /// In the window's language.
    String title(String ofGroup) {
        return rules.questions().stream()
                .filter(question -> question.group().equals(ofGroup))
                .findFirst()
                .map(question -> titles.of(question).group())
                .orElse(ofGroup);
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

    /// Counts up whenever something that was said changes, but for a reason.
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
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

    /// In the window's language.
    public List<ScopeProfile> profiles() {
        return library.frameworks().profiles().stream().map(titles::of).toList();
    }

    /// The profile that was proposed last.
    Optional<ScopeProfile> profile() {
        return profile;
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

    /// That nobody knows is an answer as well, and has a reason ready.
    public void draft(ScopeFact fact, String answer, String reason) {
        boolean unknown = answer.equals(ScopeQuestion.UNKNOWN) && reason.isBlank();
        drafts.put(fact, new Draft(answer, unknown ? texts.text("reason.unknown") : reason));
        refresh();
    }

    /// A reason alone: nothing else on the page follows from it.
    public void reason(ScopeFact fact, String reason) {
        drafts.computeIfPresent(fact, (_, draft) -> new Draft(draft.answer(), reason));
    }

    /// For every answer that has no reason yet.
    void reasonForRest(String reason) {
        drafts.replaceAll((_, draft) -> draft.reason().isBlank() ? new Draft(draft.answer(), reason) : draft);
        refresh();
    }

    void withdraw(ScopeFact fact) {
        drafts.remove(fact);
        refresh();
    }

    public void discard() {
        drafts.clear();
        profile = Optional.empty();
        refresh();
    }

    /// Whether something was said and is not recorded.
    public boolean unsaved() {
        return !drafts.isEmpty();
    }

    /// What would be recorded, in the order of the questions.
    List<Decision> decisions() {
        return rules.questions().stream()
                .flatMap(question -> Optional.ofNullable(drafts.get(question.id())).stream()
                        .map(draft -> new Decision(titles.of(question), draft.answer(), draft.reason())))
                .toList();
    }

    /// The system that would be defined by what is said.
    Optional<SystemId> newSystem() {
        boolean ofSystem = drafts.keySet().stream().anyMatch(fact -> about(fact).isPresent());
        return about().filter(_ -> ofSystem)
                .filter(id -> !desk.now().posture().scope().systems().containsKey(id));
    }

    /// The frameworks that this workspace adopted.
    Set<FrameworkId> adopted() {
        return desk.now().posture().frameworks().keySet();
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
        return ofSystem(fact) ? about() : Optional.empty();
    }

    private boolean ofSystem(ScopeFact fact) {
        return rules.question(fact)
                .filter(question -> question.level() == Level.SYSTEM)
                .isPresent();
    }

    private void refresh() {
        rows.set(rows(question -> question.group().equals(groups.get(group.get()))));
        changes.set(changes.get() + 1);
        summarise();
    }

    List<QuestionRow> rows(Predicate<ScopeQuestion> wanted) {
        ScopeState supposed = supposed();
        return rules.questions().stream()
                .filter(wanted)
                .map(question -> row(question, supposed))
                .toList();
    }

    private QuestionRow row(ScopeQuestion question, ScopeState supposed) {
        Optional<StatedFact> known = supposed.known(question.id(), about())
                .or(() -> Optional.ofNullable(
                        supposed.facts().get(new ScopeState.Key(question.id(), about(question.id())))));
        Optional<Draft> draft = Optional.ofNullable(drafts.get(question.id()));
        boolean settled = draft.isEmpty()
                && known.filter(fact -> !fact.fact().equals(question.id())).isPresent();
        return new QuestionRow(
                titles.of(question),
                draft.map(Draft::answer).or(() -> known.map(StatedFact::answer)),
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
        int said = drafts.size();
        desk.threads().background().execute(() -> {
            Summary counted = Summary.of(new Reaches(library.catalogue(), titles, supposed).of(posture), said);
            desk.threads().ui().execute(() -> {
                if (mine == summaries && !counted.equals(summary.get())) {
                    summary.set(counted);
                }
            });
        });
    }

    /// Whether everything that is drafted can be recorded: each has a reason, and a system is named where one is meant.
    public boolean recordable() {
        return !drafts.isEmpty()
                && drafts.values().stream().noneMatch(draft -> draft.reason().isBlank())
                && !systemMissing();
    }

    /// Whether an answer speaks of a system, and none is named.
    boolean systemMissing() {
        return about().isEmpty() && drafts.keySet().stream().anyMatch(this::ofSystem);
    }

    public void record() {
        record(_ -> {});
    }

    /// @param done gets the entries
    void record(Consumer<List<Long>> done) {
        if (!recordable()) {
            return;
        }
        List<ScopeProfile.Proposed> said = new ArrayList<>();
        drafts.forEach((fact, draft) -> said.add(new ScopeProfile.Proposed(fact, draft.answer(), draft.reason())));
        Recording recording =
                new Recording(rules, profile, about(), system.get().strip(), said);
        problem.set(Optional.empty());
        desk.change(
                () -> recording.into(desk.workspace().scopes()),
                entries -> {
                    discard();
                    done.accept(entries);
                },
                why -> problem.set(Optional.of(why)));
    }
}
