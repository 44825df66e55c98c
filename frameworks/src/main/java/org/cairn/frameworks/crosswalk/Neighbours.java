package org.cairn.frameworks.crosswalk;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.jgrapht.Graph;

/// The demands of a graph, numbered by their spelling, and the rows that touch each, by the number of where they lead:
/// what a search needs at every step, worked out once.
final class Neighbours {
    private final List<Subject> subjects;
    private final Map<Subject, Integer> numbers = new HashMap<>();
    private final Tie[][] ties;
    private final int[][] ends;

    Neighbours(Graph<Subject, Tie> graph) {
        subjects = graph.vertexSet().stream()
                .sorted(Comparator.comparing(Subject::text))
                .toList();
        for (int number = 0; number < subjects.size(); number++) {
            numbers.put(subjects.get(number), number);
        }
        ties = new Tie[subjects.size()][];
        ends = new int[subjects.size()][];
        for (int number = 0; number < subjects.size(); number++) {
            Subject subject = subjects.get(number);
            ties[number] = graph.edgesOf(subject).stream()
                    .sorted(Comparator.comparingInt(tie -> numberOf(tie.other(subject))))
                    .toArray(Tie[]::new);
            ends[number] = List.of(ties[number]).stream()
                    .mapToInt(tie -> numberOf(tie.other(subject)))
                    .toArray();
        }
    }

    int size() {
        return subjects.size();
    }

    /// Empty for a demand that nothing touches.
    Optional<Integer> number(Subject subject) {
        return Optional.ofNullable(numbers.get(subject));
    }

    Subject subject(int number) {
        return subjects.get(number);
    }

    /// How many rows touch it.
    int degree(int number) {
        return ends[number].length;
    }

    /// Where the row leads, in ascending order of `index`.
    int end(int number, int index) {
        return ends[number][index];
    }

    Tie tie(int number, int index) {
        return ties[number][index];
    }

    private int numberOf(Subject subject) {
        return number(subject).orElseThrow();
    }
}
