package org.cairn.frameworks;

/// Words, and the language they are in, which is not always the one that was asked for: a reader shows that.
public record Said<T>(T words, Language language) {}
