package org.cairn.causality.graph;

import java.util.List;
import java.util.Optional;

/// What the records say about one program run.
/// @param exe       the program file as the kernel knows it, never a process title: that is the program's own choice
/// @param arguments of the `execve` that started it; empty if that was not recorded. The first is the caller's choice
///                  too
/// @param ppid      the parent's process id as first seen
public record ProcessFacts(
        Optional<String> exe,
        List<String> arguments,
        Optional<String> uid,
        Optional<String> euid,
        Optional<String> auid,
        Optional<String> container,
        Optional<Long> ppid) {
    public ProcessFacts {
        arguments = List.copyOf(arguments);
    }
}
