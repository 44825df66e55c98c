package org.cairn.causality.policy;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.policy.RuntimePolicy.Membership;
import org.cairn.causality.query.Descendants;

/// The processes of a record that belong to a system, with everything they started.
final class Members {
    private final Set<Node> all;

    private Members(Set<Node> all) {
        this.all = all;
    }

    static Members of(Observed observed, Membership membership) {
        Set<Node> roots = matching(
                observed,
                process -> membership.all()
                        || acts(observed, process, membership)
                        || runs(observed, process, membership.programs()));
        if (!membership.from().isEmpty()) {
            Set<Node> starters = matching(observed, process -> runs(observed, process, membership.from()));
            Set<Node> started = new HashSet<>(Descendants.of(observed.graph(), starters));
            started.removeAll(starters);
            roots.addAll(started);
        }
        return new Members(Descendants.of(observed.graph(), roots));
    }

    private static Set<Node> matching(Observed observed, Predicate<ProcessNode> wanted) {
        Set<Node> found = new LinkedHashSet<>();
        for (Node node : observed.graph().nodes()) {
            if (node instanceof ProcessNode process && wanted.test(process)) {
                found.add(process);
            }
        }
        return found;
    }

    private static boolean acts(Observed observed, ProcessNode process, Membership membership) {
        return observed.facts(process)
                .filter(facts -> facts.uid()
                                .filter(membership.users()::contains)
                                .isPresent()
                        || facts.euid().filter(membership.users()::contains).isPresent())
                .isPresent();
    }

    private static boolean runs(Observed observed, ProcessNode process, java.util.List<Place> programs) {
        return !programs.isEmpty() && observed.run(process).stream().anyMatch(name -> Place.anyCovers(programs, name));
    }

    boolean has(Node node) {
        return all.contains(node);
    }

    int count() {
        return all.size();
    }
}
