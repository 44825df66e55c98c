package org.cairn.causality.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What one policy says and another does not.
/// @param lines in the order of parts
public record PolicyDiff(List<Line> lines) {
    /// @param added whether only the newer says it
    /// @param value for people
    public record Line(String part, boolean added, String value) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return (part + "\0" + value + "\0" + added).compareTo(other.part + "\0" + other.value + "\0" + other.added);
        }
    }

    public PolicyDiff {
        lines = List.copyOf(lines);
    }

    public static PolicyDiff between(RuntimePolicy older, RuntimePolicy newer) {
        Set<Line> lines = new TreeSet<>();
        Set<Line> before = lines(older);
        Set<Line> after = lines(newer);
        after.stream().filter(line -> !before.contains(line)).forEach(lines::add);
        before.stream()
                .filter(line -> !after.contains(line))
                .map(line -> new Line(line.part(), false, line.value()))
                .forEach(lines::add);
        return new PolicyDiff(List.copyOf(lines));
    }

    private static Set<Line> lines(RuntimePolicy policy) {
        Set<Line> lines = new TreeSet<>();
        add(lines, "system", Stream.of(policy.system()));
        add(
                lines,
                "processes",
                Stream.of(policy.processes()).filter(of -> of.all()).map(_ -> "all"));
        add(lines, "processes.users", policy.processes().users().stream());
        add(lines, "processes.programs", places(policy.processes().programs()));
        add(lines, "processes.from", places(policy.processes().from()));
        policy.programs().ifPresent(its -> stated(lines, "programs", places(its)));
        policy.children().ifPresent(its -> stated(lines, "children", pairs(its)));
        policy.read().ifPresent(its -> stated(lines, "data.read", places(its)));
        policy.write().ifPresent(its -> stated(lines, "data.write", places(its)));
        policy.destinations().ifPresent(its -> stated(lines, "destinations", destinations(its)));
        policy.models().ifPresent(its -> {
            stated(lines, "models.files", places(its.files()));
            stated(
                    lines,
                    "models.readers",
                    its.readers().stream()
                            .map(reader -> reader.program().text()
                                    + reader.user()
                                            .map(user -> " as user " + user)
                                            .orElse("")));
        });
        policy.artefacts().ifPresent(its -> {
            stated(lines, "artefacts.places", places(its.places()));
            add(
                    lines,
                    "artefacts.sha256",
                    its.sha256().entrySet().stream()
                            .map(one -> one.getKey() + ": " + one.getValue().hex()));
        });
        policy.users().ifPresent(its -> stated(lines, "users.actAs", its.stream()));
        policy.changes()
                .ifPresent(its -> stated(
                        lines, "users.changes", its.stream().map(change -> change.from() + " to " + change.to())));
        policy.volume()
                .ifPresent(its -> stated(lines, "volume", Stream.of(its.files() + " files within " + its.period())));
        add(lines, "writable", places(policy.writable()));
        policy.watched().forEach((what, keys) -> stated(lines, "watched." + what.id(), keys.stream()));
        return lines;
    }

    private static void add(Set<Line> lines, String part, Stream<String> values) {
        values.forEach(value -> lines.add(new Line(part, true, value)));
    }

    /// A part that is there says something even where it is empty.
    private static void stated(Set<Line> lines, String part, Stream<String> values) {
        lines.add(new Line(part, true, "(is stated)"));
        add(lines, part, values);
    }

    private static Stream<String> places(List<Place> places) {
        return places.stream().map(Place::text);
    }

    private static Stream<String> pairs(Map<String, Set<String>> children) {
        return children.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(child -> one.getKey() + " starts " + child));
    }

    private static Stream<String> destinations(List<DestinationRule> rules) {
        return rules.stream()
                .map(rule -> rule.network()
                        + (rule.ports().isEmpty()
                                ? ""
                                : " ports "
                                        + PolicySection.words(rule.ports().stream()
                                                .map(DestinationRule.Ports::text)
                                                .toList())));
    }
}
