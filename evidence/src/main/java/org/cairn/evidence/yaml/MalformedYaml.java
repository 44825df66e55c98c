package org.cairn.evidence.yaml;

/// A text is no YAML, or beyond the bounds within which it is read.
public final class MalformedYaml extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedYaml(String message) {
        super(message);
    }

    MalformedYaml(String message, Throwable cause) {
        super(message, cause);
    }
}
