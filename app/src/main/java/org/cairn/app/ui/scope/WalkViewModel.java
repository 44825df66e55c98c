package org.cairn.app.ui.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cairn.app.ui.desk.Library;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.frameworks.ScopeProfile;

/// The guided way: a usual situation, the questions that matter to the adopted frameworks, group by group, and a last
/// look at what will be recorded. Confined to the UI executor.
public final class WalkViewModel {
    sealed interface Step {
        record Situation() implements Step {}

        record Questions(String group) implements Step {}

        record Review() implements Step {}

        /// @param entries that hold what was said
        record Done(List<Long> entries) implements Step {}
    }

    /// How many of the questions that matter have an answer; that nobody knows is one.
    record Progress(int answered, int questions) {}

    private final ScopeViewModel scope;
    private final Library library;
    private final ReadOnlyBooleanWrapper walking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Situation());
    private Set<ScopeFact> matter = Set.of();
    private List<Step> steps = List.of(new Step.Situation(), new Step.Review());

    public WalkViewModel(ScopeViewModel scope, Library library) {
        this.scope = scope;
        this.library = library;
    }

    ScopeViewModel scope() {
        return scope;
    }

    ReadOnlyBooleanProperty walking() {
        return walking.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /// Situation, groups, review.
    List<Step> steps() {
        return steps;
    }

    /// From 0; that of the review once everything is done.
    int at() {
        int at = steps.indexOf(step.get());
        return at < 0 ? steps.size() - 1 : at;
    }

    /// Begins at the front; what was drafted is still there.
    public void begin() {
        matter = new Mattering(library.catalogue()).to(scope.adopted());
        List<Step> all = new ArrayList<>(List.of(new Step.Situation()));
        scope.groups().stream()
                .filter(group -> library.catalogue().scope().questions().stream()
                        .anyMatch(question -> question.group().equals(group) && matters(question)))
                .map(Step.Questions::new)
                .forEach(all::add);
        all.add(new Step.Review());
        steps = List.copyOf(all);
        step.set(steps.getFirst());
        walking.set(true);
    }

    /// What was drafted is kept.
    void leave() {
        walking.set(false);
    }

    void next() {
        go(at() + 1);
    }

    void back() {
        go(at() - 1);
    }

    private void go(int to) {
        step.set(steps.get(Math.clamp(to, 0, steps.size() - 1)));
    }

    private boolean matters(ScopeQuestion question) {
        return matter.contains(question.id());
    }

    /// Starts the answers anew from a profile, or from none.
    void choose(Optional<ScopeProfile> chosen) {
        scope.discard();
        chosen.ifPresent(scope::propose);
    }

    /// The frameworks that a profile is made for and this workspace did not adopt.
    List<FrameworkId> notAdopted(ScopeProfile profile) {
        return profile.frameworks().stream()
                .filter(framework -> !scope.adopted().contains(framework))
                .toList();
    }

    /// Of a group, those that matter.
    List<QuestionRow> rows(String group) {
        return scope.rows(question -> question.group().equals(group) && matters(question));
    }

    Progress progress() {
        List<QuestionRow> rows = scope.rows(this::matters);
        long answered = rows.stream()
                .filter(row -> row.drafted() || row.settled() || row.recorded().isPresent())
                .count();
        return new Progress(Math.toIntExact(answered), rows.size());
    }

    void record() {
        scope.record(entries -> step.set(new Step.Done(List.copyOf(entries))));
    }
}
