package org.cairn.ledger.fault;

/// How much is tried: `./check` the short form, `./check --long` (`-Dfaults=long`) the long one.
final class Faults {
    static final boolean LONG = "long".equals(System.getProperty("faults"));

    private Faults() {}

    static int count(int shortForm, int longForm) {
        return LONG ? longForm : shortForm;
    }
}
