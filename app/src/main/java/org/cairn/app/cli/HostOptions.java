package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.collectors.host.CapturedTree;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.UnusableTree;
import picocli.CommandLine.Option;

/// Which host is read: this machine, or a copy of another one's files.
final class HostOptions {
    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = {
                "Reads DIR as another host's /, a copy of its files. Nothing of this machine is read, no command is run;",
                "what commands printed there is read from DIR/cairn-captured. Its name comes from DIR/etc/hostname."
            })
    private Optional<Path> root = Optional.empty();

    @Option(
            names = "--captured-at",
            paramLabel = "TIME",
            description = "When that copy was made. Default: what DIR/cairn-captured/captured-at says.")
    private Optional<String> capturedAt = Optional.empty();

    @Option(
            names = "--whole",
            paramLabel = "PATH",
            description = "A folder of that host that was copied whole, like /etc; may be repeated. Elsewhere, what is"
                    + " not in the copy may have been there. Default: what DIR/cairn-captured/whole names.")
    private List<String> whole = new ArrayList<>();

    HostReader reader(WorkspaceEnvironment environment) throws Refused, InterruptedException {
        if (root.isEmpty()) {
            if (capturedAt.isPresent() || !whole.isEmpty()) {
                throw new Refused(
                        "--captured-at and --whole say more of a copy that --root names; nothing was collected");
            }
            return environment.host();
        }
        Instant now = environment.clock().instant();
        try {
            return new CapturedTree(root.get(), When.optional(capturedAt, now), whole)
                    .open(environment.host().identity(), now);
        } catch (UnusableTree e) {
            throw new Refused(e.getMessage() + "; nothing was collected");
        }
    }
}
