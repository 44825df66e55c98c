package org.cairn.app.workspace;

/// What a sample is taken of.
public enum SampleKind {
    EVIDENCE("evidence"),
    ANSWERS("answers"),
    CONTROLS("controls"),
    REQUIREMENTS("requirements");

    private final String code;

    SampleKind(String code) {
        this.code = code;
    }

    /// As the command line spells it.
    public String code() {
        return code;
    }
}
