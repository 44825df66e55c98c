package org.cairn.collectors.host;

import java.io.IOException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/// The files of this machine: its kernel resolves their paths.
final class RunningFiles implements HostFiles {
    private static final Path ROOT = Path.of("/");

    @Override
    public Path find(String path, boolean follow) {
        return ROOT.resolve(path.substring(1));
    }

    @Override
    public Path findWhole(String path) {
        return find(path, true);
    }

    @Override
    public FileFacts facts(String path, Path found) throws IOException {
        return UnixAttributes.read(found).facts(path);
    }

    @Override
    public OpenOption[] opening() {
        return new OpenOption[] {StandardOpenOption.READ};
    }

    @Override
    public InstantSource observedBy(InstantSource clock) {
        return clock;
    }
}
