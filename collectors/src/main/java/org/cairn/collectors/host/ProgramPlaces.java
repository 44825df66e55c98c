package org.cairn.collectors.host;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.evidence.Platform;

/// Where a system keeps its own programs, and what they need of their environment to run: fixed, so that nothing of the
/// caller's environment decides what is run.
/// @param nothing a file that is always empty
record ProgramPlaces(List<Path> directories, String suffix, Map<String, String> environment, File nothing) {
    private static final String WINDOWS = "C:\\Windows";
    private static final String SYSTEM = WINDOWS + "\\System32";

    ProgramPlaces {
        directories = List.copyOf(directories);
        environment = Map.copyOf(environment);
    }

    static ProgramPlaces of(Platform platform) {
        return switch (platform) {
            case LINUX -> unix("/usr/sbin:/usr/bin:/sbin:/bin");
            case MACOS -> unix("/usr/sbin:/usr/bin:/sbin:/bin:/usr/libexec/ApplicationFirewall");
            case WINDOWS ->
                new ProgramPlaces(
                        List.of(Path.of(SYSTEM), Path.of(SYSTEM, "WindowsPowerShell", "v1.0")),
                        ".exe",
                        Map.of("SystemRoot", WINDOWS, "PATH", SYSTEM),
                        new File("NUL"));
        };
    }

    private static ProgramPlaces unix(String path) {
        List<Path> directories =
                List.of(path.split(":", -1)).stream().map(Path::of).toList();
        return new ProgramPlaces(directories, "", Map.of("LC_ALL", "C", "PATH", path), new File("/dev/null"));
    }

    Optional<Path> find(String program) {
        return directories.stream()
                .map(directory -> directory.resolve(program + suffix))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
