package org.cairn.frameworks;

import java.time.DateTimeException;
import java.util.function.Supplier;

/// Turns a value's own refusal into one that names file and line.
final class Refusing {
    private Refusing() {}

    static <T> T in(String file, int line, Supplier<T> value) throws MalformedCatalogue {
        try {
            return value.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedCatalogue(file, line, String.valueOf(e.getMessage()));
        }
    }
}
