package org.cairn.causality.policy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.causality.Action;
import org.cairn.causality.Endpoint;
import org.cairn.causality.FileNode;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Result;
import org.cairn.causality.SocketNode;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.query.Window;
import org.cairn.proof.Digest;

/// A record held against a policy, event by event.
/// @param deviations in the order of time
/// @param undecided  events of which the record does not tell enough; while there is one of a kind, that nothing of
///                   this kind deviated is not proven
/// @param processes  how many program runs of the record belong to the system
public record Scrutiny(List<Deviation> deviations, List<Undecided> undecided, int processes) {
    private static final int NETLINK = 16; // AF_NETLINK of <sys/socket.h>: the kernel itself

    public Scrutiny {
        deviations = List.copyOf(deviations);
        undecided = List.copyOf(undecided);
    }

    /// @param digests what files are known to hold, by path; may be empty
    public static Scrutiny of(ProvenanceGraph graph, RuntimePolicy policy, Window window, Map<String, Digest> digests) {
        Observed observed = new Observed(graph);
        Members members = Members.of(observed, policy.processes());
        Objections objections = objections(observed, members, policy, window, digests);
        return new Scrutiny(
                objections.all().stream()
                        .map(Objection::deviation)
                        .sorted(Comparator.<Deviation, Moment>comparing(deviation -> graph.at(deviation.place()))
                                .thenComparingInt(Deviation::place))
                        .toList(),
                objections.undecided(),
                members.count());
    }

    static Objections objections(
            Observed observed, Members members, RuntimePolicy policy, Window window, Map<String, Digest> digests) {
        Objections objections = new Objections(policy);
        Walk walk = new Walk(
                observed,
                members,
                new FileRules(policy, observed, members, digests, window, objections),
                new ProgramRules(policy, observed, objections),
                new UserRules(policy, observed, objections),
                policy,
                objections,
                new HashSet<>());
        for (int place = 0; place < observed.graph().edges().size(); place++) {
            if (window.holds(observed.graph().at(place))) {
                walk.event(place);
            }
        }
        policy.volume().ifPresent(volume -> new VolumeRule(observed, members, window).judge(volume, objections));
        return objections;
    }

    private record Walk(
            Observed observed,
            Members members,
            FileRules files,
            ProgramRules programs,
            UserRules users,
            RuntimePolicy policy,
            Objections objections,
            Set<Node> met) {
        void event(int place) {
            Node cause = observed.graph().cause(place);
            Node effect = observed.graph().effect(place);
            Action action = observed.graph().action(place);
            met(place, action, cause);
            met(place, action, effect);
            if (effect instanceof ProcessNode by && cause instanceof FileNode file) {
                taken(place, action, file, by);
            } else if (cause instanceof ProcessNode by && effect instanceof FileNode file) {
                files.changed(place, action, by, file);
            } else if (cause instanceof ProcessNode before && effect instanceof ProcessNode after) {
                passed(place, action, before, after);
            } else if (cause instanceof ProcessNode by
                    && effect instanceof SocketNode socket
                    && (action == Action.CONNECT || action == Action.SEND)) {
                addressed(place, by, socket.endpoint());
            }
        }

        /// A process of the system that acts within the window for the first time.
        private void met(int place, Action action, Node node) {
            boolean acts = action != Action.FORK && action != Action.BECOME && action != Action.CHANGE_USER;
            if (!acts || !(node instanceof ProcessNode process) || !members.has(process) || !met.add(process)) {
                return;
            }
            users.acts(place, process);
            boolean started = observed.graph()
                    .incomingPlaces(process)
                    .anyMatch(before -> observed.graph().action(before) == Action.EXECUTE
                            && observed.graph().result(before) == Result.SUCCEEDED);
            boolean only = action == Action.EXECUTE && observed.graph().result(place) != Result.SUCCEEDED;
            if (!started && !only) {
                programs.running(place, process);
            }
        }

        private void taken(int place, Action action, FileNode file, ProcessNode by) {
            switch (action) {
                case READ -> files.read(place, file, by);
                case LOAD -> files.loaded(place, file, by, false);
                case EXECUTE -> {
                    if (members.has(by)) {
                        programs.executed(place, file, by);
                    }
                }
                default -> {}
            }
        }

        private void passed(int place, Action action, ProcessNode before, ProcessNode after) {
            if (!members.has(after) || !members.has(before)) {
                return;
            }
            switch (action) {
                case FORK, BECOME -> {
                    programs.started(place, before, after);
                    users.became(place, before, after);
                }
                case CHANGE_USER -> users.became(place, before, after);
                default -> {}
            }
        }

        private void addressed(int place, ProcessNode by, Endpoint endpoint) {
            if (!members.has(by)) {
                return;
            }
            switch (endpoint) {
                case Endpoint.Local _ -> {}
                case Endpoint.Inet inet -> outside(place, by, inet);
                case Endpoint.Other(int family) -> {
                    if (family != NETLINK) {
                        objections.undecided(
                                DeviationKind.NEW_DESTINATION,
                                place,
                                by,
                                observed.name(by) + " addressed a place of an address family that is not read: "
                                        + family);
                    }
                }
            }
        }

        private void outside(int place, ProcessNode by, Endpoint.Inet endpoint) {
            boolean listed = policy.destinations().orElse(List.of()).stream().anyMatch(rule -> rule.allows(endpoint));
            if (!endpoint.isLocal() && !listed) {
                Result result = observed.graph().result(place);
                String did = Objections.did(result, "reached", "reach");
                objections.object(
                        DeviationKind.NEW_DESTINATION,
                        place,
                        by,
                        observed.name(by) + " " + did + " " + endpoint.text(),
                        new Allowance.Destination(endpoint));
            }
        }
    }
}
