package org.cairn.frameworks;

/// What a threat does to the organisation where nothing stops it.
public enum Impact {
    MINOR,
    MODERATE,
    MAJOR,
    SEVERE
}
