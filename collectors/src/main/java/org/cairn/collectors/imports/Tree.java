package org.cairn.collectors.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A small JSON value, read whole. What is not there is [Nothing], so that a path can be followed without asking at
/// each step.
public sealed interface Tree {
    record Fields(Map<String, Tree> members) implements Tree {
        public Fields {
            members = Map.copyOf(members);
        }
    }

    record Elements(List<Tree> each) implements Tree {
        public Elements {
            each = List.copyOf(each);
        }
    }

    /// A text, a number or a truth value, as it is spelled.
    record Scalar(String spelled) implements Tree {}

    /// `null`, or not there.
    record Nothing() implements Tree {}

    default Tree at(String... names) {
        Tree here = this;
        for (String name : names) {
            here = here instanceof Fields(var members) ? members.getOrDefault(name, new Nothing()) : new Nothing();
        }
        return here;
    }

    /// Empty for what is no scalar, or is blank.
    default Optional<String> text() {
        return this instanceof Scalar(String spelled) && !spelled.isBlank() ? Optional.of(spelled) : Optional.empty();
    }

    default Optional<String> text(String... names) {
        return at(names).text();
    }

    default String textOr(String other, String... names) {
        return at(names).text().orElse(other);
    }

    default OptionalDouble number(String... names) {
        try {
            Optional<String> text = at(names).text();
            return text.isPresent() ? OptionalDouble.of(Double.parseDouble(text.get())) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    /// Empty for what is no list.
    default List<Tree> elements(String... names) {
        return at(names) instanceof Elements(List<Tree> each) ? each : List.of();
    }

    default boolean has(String name) {
        return !(at(name) instanceof Nothing);
    }

    default Map<String, Tree> fields() {
        return this instanceof Fields(var members) ? members : Map.of();
    }
}
