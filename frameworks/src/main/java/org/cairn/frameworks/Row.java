package org.cairn.frameworks;

/// One row of a catalogue file and the line it starts on.
record Row<T>(T value, int line) {}
