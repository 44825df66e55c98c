package org.cairn.causality.policy;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.policy.RuntimePolicy.UserChange;

/// Whom processes act as, and how they came to.
final class UserRules {
    private final RuntimePolicy policy;
    private final Observed observed;
    private final Objections objections;

    UserRules(RuntimePolicy policy, Observed observed, Objections objections) {
        this.policy = policy;
        this.observed = observed;
        this.objections = objections;
    }

    void acts(int place, ProcessNode process) {
        Set<String> users = new LinkedHashSet<>();
        Optional<ProcessFacts> facts = observed.facts(process);
        facts.flatMap(ProcessFacts::uid).ifPresent(users::add);
        facts.flatMap(ProcessFacts::euid).ifPresent(users::add);
        if (users.isEmpty()) {
            objections.undecided(
                    DeviationKind.PRIVILEGE_CHANGE,
                    place,
                    process,
                    "whom " + observed.name(process) + " acts as is not recorded");
        }
        users.stream()
                .filter(user ->
                        policy.users().filter(known -> known.contains(user)).isEmpty())
                .forEach(user -> objections.object(
                        DeviationKind.PRIVILEGE_CHANGE,
                        place,
                        process,
                        observed.name(process) + " acts as user " + user,
                        new Allowance.User(user)));
    }

    void became(int place, ProcessNode before, ProcessNode after) {
        Optional<ProcessFacts> first = observed.facts(before);
        Optional<ProcessFacts> then = observed.facts(after);
        changed(place, after, first.flatMap(ProcessFacts::euid), then.flatMap(ProcessFacts::euid));
        changed(place, after, first.flatMap(ProcessFacts::uid), then.flatMap(ProcessFacts::uid));
    }

    private void changed(int place, ProcessNode after, Optional<String> from, Optional<String> to) {
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return;
        }
        UserChange change = new UserChange(from.get(), to.get());
        if (policy.changes().filter(known -> known.contains(change)).isEmpty()) {
            objections.object(
                    DeviationKind.PRIVILEGE_CHANGE,
                    place,
                    after,
                    observed.name(after) + " became user " + to.get() + " from user " + from.get(),
                    new Allowance.Change(change));
        }
    }
}
