package org.cairn.frameworks;

/// A language that content is written in.
public enum Language {
    EN("English"),
    DE("Deutsch");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /// What it calls itself.
    public String ownName() {
        return ownName;
    }
}
