package org.cairn.frameworks;

/// A catalogue file is refused: it names the file, the line where one is known, the reason, and what to do.
public final class MalformedCatalogue extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedCatalogue(String file, int line, String problem) {
        super(file + ", line " + line + ": " + problem);
    }

    MalformedCatalogue(String file, String problem) {
        super(file + ": " + problem);
    }
}
