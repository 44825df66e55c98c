package org.cairn.app.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cairn.frameworks.Language;

/// A sentence in no language yet; whoever reads it says in which.
public sealed interface Saying {
    /// The same in every language: a name, a number, a time.
    record Plain(String text) implements Saying {}

    /// @param key   of the bundle `events`
    /// @param slots what its words leave open, in order
    record Phrase(String key, List<Saying> slots) implements Saying {
        public Phrase {
            slots = List.copyOf(slots);
        }
    }

    /// One after another, with nothing between.
    record Chain(List<Saying> parts) implements Saying {
        public Chain {
            parts = List.copyOf(parts);
        }
    }

    /// @param slots sayings, or what is the same in every language
    static Saying of(String key, Object... slots) {
        return new Phrase(
                key,
                Arrays.stream(slots)
                        .map(slot -> slot instanceof Saying saying ? saying : plain(slot))
                        .toList());
    }

    static Saying plain(Object fact) {
        return new Plain(String.valueOf(fact));
    }

    /// A value that the bundle has words for, e.g. `answer.partly-met`.
    static Saying word(String kind, Enum<?> value, Object... slots) {
        return of(kind + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'), slots);
    }

    default Saying then(Saying next) {
        return new Chain(List.of(this, next));
    }

    default String in(Language language) {
        return switch (this) {
            case Plain(var text) -> text;
            case Phrase(var key, var slots) ->
                EventWords.in(language)
                        .text(key, slots.stream().map(slot -> slot.in(language)).toList());
            case Chain(var parts) ->
                parts.stream().map(part -> part.in(language)).collect(Collectors.joining());
        };
    }
}
