package org.cairn.app.workspace;

/// Hears how far a long piece of work is. Called from the thread that works; must return soon.
@FunctionalInterface
public interface Progress {
    void at(Step step);

    static Progress silent() {
        return _ -> {};
    }
}
