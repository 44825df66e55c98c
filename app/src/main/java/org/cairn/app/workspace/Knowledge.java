package org.cairn.app.workspace;

import java.util.Optional;
import java.util.function.Supplier;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.frameworks.FrameworkLibrary;

/// The frameworks and checks that ship with the product. Loaded when first asked for: verifying needs neither.
public final class Knowledge {
    private final Once<FrameworkLibrary> library;
    private final Once<CheckCatalogue> checks;

    public Knowledge(Supplier<FrameworkLibrary> library, Supplier<CheckCatalogue> checks) {
        this.library = new Once<>(library);
        this.checks = new Once<>(checks);
    }

    public static Knowledge builtIn() {
        return new Knowledge(FrameworkLibrary::load, CheckCatalogue::load);
    }

    public FrameworkLibrary library() {
        return library.get();
    }

    public CheckCatalogue checks() {
        return checks.get();
    }

    private static final class Once<T> {
        private final Supplier<T> source;
        private Optional<T> value = Optional.empty();

        Once(Supplier<T> source) {
            this.source = source;
        }

        synchronized T get() {
            if (value.isEmpty()) {
                value = Optional.of(source.get());
            }
            return value.get();
        }
    }
}
