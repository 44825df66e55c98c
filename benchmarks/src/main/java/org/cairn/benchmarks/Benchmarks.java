package org.cairn.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Passphrase;

/// Runs the comparisons named on the command line, or all of them, and prints one table row each.
public final class Benchmarks {
    private static final List<String> ALL = List.of("appends", "audit", "jobs", "window");

    private Benchmarks() {}

    /// @param arguments the project's root folder, then any of `appends`, `audit`, `jobs`, `window`
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Set<String> chosen = arguments.length == 1 ? Set.copyOf(ALL) : Set.of(arguments);
        Path folder = Files.createTempDirectory("cairn-benchmarks");
        try (Passphrase passphrase = Passphrase.of("benchmark passphrase, not a secret".toCharArray());
                Keyring keys = Keyring.create(
                        folder.resolve("keys"),
                        passphrase,
                        "benchmark",
                        "Benchmark",
                        new SecureRandom(),
                        InstantSource.system())) {
            System.out.println(Comparison.heading());
            for (String name : ALL) {
                if (chosen.contains(name)) {
                    rows(name, root, folder, keys).forEach(row -> System.out.println(row.row()));
                }
            }
        } finally {
            delete(folder);
        }
    }

    private static List<Comparison> rows(String name, Path root, Path folder, Keyring keys) throws Exception {
        return switch (name) {
            case "appends" -> new DurableAppends(folder, keys).compare();
            case "audit" -> new LedgerVerification(root, folder, keys).compare();
            case "jobs" -> new WholeJobs(root, folder).compare();
            case "window" -> new FirstWindow(root).compare();
            default -> throw new IllegalArgumentException("no benchmark is called " + name);
        };
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
