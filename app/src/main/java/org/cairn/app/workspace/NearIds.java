package org.cairn.app.workspace;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What a person may have meant.
final class NearIds {
    private static final int SHOWN = 3;

    private NearIds() {}

    /// The nearest known ids, by edit distance without regard to case; none where nothing is near.
    static List<String> near(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int limit = Math.max(2, typed.length() / 3);
        record Candidate(String id, int distance) {}
        return known.stream()
                .map(id -> new Candidate(id, distance(wanted, id.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= limit)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::id))
                .limit(SHOWN)
                .map(Candidate::id)
                .toList();
    }

    /// ` Did you mean NET-4 or NET-5?`, or nothing.
    static String question(String typed, Collection<String> known) {
        List<String> near = near(typed, known);
        return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }

    /// Levenshtein distance.
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
