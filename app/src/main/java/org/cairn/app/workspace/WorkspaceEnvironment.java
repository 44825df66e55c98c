package org.cairn.app.workspace;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.HostReader;

/// Everything a workspace needs from the outside, given once by `Main`.
/// @param collectors     that may run here
/// @param productVersion recorded with every sitting of work
/// @param memory         of checkpoints seen, outside every workspace
/// @param sittings       is given each opening for writing
public record WorkspaceEnvironment(
        Clock clock,
        SecureRandom random,
        HostReader host,
        List<Collector> collectors,
        Knowledge knowledge,
        String productVersion,
        Optional<CheckpointMemory> memory,
        Consumer<Sitting> sittings) {
    public WorkspaceEnvironment {
        collectors = List.copyOf(collectors);
    }

    /// One that remembers nothing from one opening to the next.
    public WorkspaceEnvironment(
            Clock clock,
            SecureRandom random,
            HostReader host,
            List<Collector> collectors,
            Knowledge knowledge,
            String productVersion) {
        this(clock, random, host, collectors, knowledge, productVersion, Optional.empty(), _ -> {});
    }

    /// For what has to go on although an alarm was raised.
    public WorkspaceEnvironment withoutMemory() {
        return with(Optional.empty(), sittings);
    }

    public WorkspaceEnvironment withMemory(CheckpointMemory other) {
        return with(Optional.of(other), sittings);
    }

    public WorkspaceEnvironment withSittings(Consumer<Sitting> watch) {
        return with(memory, watch);
    }

    private WorkspaceEnvironment with(Optional<CheckpointMemory> seen, Consumer<Sitting> watch) {
        return new WorkspaceEnvironment(clock, random, host, collectors, knowledge, productVersion, seen, watch);
    }
}
