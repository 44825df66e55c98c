package org.cairn.frameworks;

/// How often a threat has to be expected.
public enum Likelihood {
    UNLIKELY,
    POSSIBLE,
    LIKELY
}
