package org.cairn.proof.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.proof.Digest;

/// Which entries of two histories differ, by their leaf hashes, over the length that both have.
/// @param ranges ascending, none touching the next
public record LeafDifference(List<Range> ranges) {
    private static final int NAMED_LIMIT = 8;

    /// @param first index of an entry
    /// @param last  index of an entry, `first` or later
    public record Range(long first, long last) {
        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + " to " + last;
        }
    }

    public LeafDifference {
        ranges = List.copyOf(ranges);
    }

    public static LeafDifference between(List<Digest> one, List<Digest> other) {
        List<Range> ranges = new ArrayList<>();
        int length = Math.min(one.size(), other.size());
        int at = 0;
        while (at < length) {
            if (one.get(at).equals(other.get(at))) {
                at++;
                continue;
            }
            int first = at;
            while (at < length && !one.get(at).equals(other.get(at))) {
                at++;
            }
            ranges.add(new Range(first, at - 1L));
        }
        return new LeafDifference(ranges);
    }

    public boolean none() {
        return ranges.isEmpty();
    }

    public Optional<Long> firstEntry() {
        return ranges.isEmpty()
                ? Optional.empty()
                : Optional.of(ranges.getFirst().first());
    }

    /// `entry 7`, or `entries 3 to 5, 9`.
    public String words() {
        boolean one = ranges.size() == 1
                && ranges.getFirst().first() == ranges.getFirst().last();
        String named = ranges.stream().limit(NAMED_LIMIT).map(Range::toString).collect(Collectors.joining(", "));
        int more = ranges.size() - NAMED_LIMIT;
        return (one ? "entry " : "entries ") + named + (more > 0 ? " and " + more + " further places" : "");
    }
}
