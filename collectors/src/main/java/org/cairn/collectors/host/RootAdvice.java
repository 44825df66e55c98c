package org.cairn.collectors.host;

/// What root would add to a collector's evidence.
/// @param command the exact command or file that needs root
/// @param adds    what it would show
public record RootAdvice(String command, String adds) {}
