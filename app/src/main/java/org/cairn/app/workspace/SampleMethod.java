package org.cairn.app.workspace;

/// How a sample is taken from a population in its order.
public enum SampleMethod {
    /// Those whose hashes come first.
    RANDOM("random"),
    /// At equal steps from a start that the seed gives.
    SYSTEMATIC("systematic"),
    ALL("all");

    private final String code;

    SampleMethod(String code) {
        this.code = code;
    }

    /// As the command line spells it.
    public String code() {
        return code;
    }
}
