package org.cairn.app.workspace;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.HostReader;

/// Everything a workspace needs from the outside, given once by `Main`.
/// @param collectors     that may run here
/// @param productVersion recorded with every sitting of work
public record WorkspaceEnvironment(
        Clock clock,
        SecureRandom random,
        HostReader host,
        List<Collector> collectors,
        Knowledge knowledge,
        String productVersion) {
    public WorkspaceEnvironment {
        collectors = List.copyOf(collectors);
    }
}
