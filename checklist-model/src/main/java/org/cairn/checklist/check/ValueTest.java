package org.cairn.checklist.check;

import java.util.List;
import java.util.regex.Pattern;

/// A test of one observed value.
public sealed interface ValueTest {
    record EqualTo(String value) implements ValueTest {}

    record In(List<String> values) implements ValueTest {
        public In {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("'in' needs at least one value");
            }
        }
    }

    /// The value is a whole number not above `limit`; a value that is no whole number is unknown.
    record AtMost(long limit) implements ValueTest {}

    /// The value is a whole number not below `limit`; a value that is no whole number is unknown.
    record AtLeast(long limit) implements ValueTest {}

    /// The whole value matches.
    record Matches(Pattern pattern) implements ValueTest {}
}
