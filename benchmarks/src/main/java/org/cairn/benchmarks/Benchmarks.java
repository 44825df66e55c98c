package org.cairn.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.benchmarks.lists.ListSpeed;
import org.cairn.benchmarks.report.ReportSpeed;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Passphrase;

/// Runs the comparisons named on the command line, or all of them, and prints one table row each.
public final class Benchmarks {
    private static final List<String> ALL = List.of(
            "appends", "audit", "content", "imports", "ledger", "jobs", "lists", "reports", "runtime", "window");

    private Benchmarks() {}

    /// @param arguments the project's root folder, then any of [#ALL], with what `benchmarks/README.md` says of each
    public static void main(String[] arguments) throws Exception {
        List<String> values = new ArrayList<>(List.of(arguments));
        Path root = Path.of(values.removeFirst()).toAbsolutePath().normalize();
        long entries = Long.parseLong(option(values, "--entries").orElse("100000"));
        long events = Long.parseLong(option(values, "--events").orElse("1000000"));
        int controls = Integer.parseInt(option(values, "--controls").orElse("265"));
        int evidenceRows = Integer.parseInt(option(values, "--rows").orElse("100000"));
        int runs = Integer.parseInt(option(values, "--runs").orElse("3"));
        int requirements = Integer.parseInt(option(values, "--requirements").orElse("50000"));
        int visits = Integer.parseInt(option(values, "--visits").orElse("1"));
        Optional<Path> given = option(values, "--workspace").map(Path::of);
        Path workspace = given.orElse(root.resolve("benchmarks/target/workspace-of-" + entries));
        Set<String> chosen = values.isEmpty() ? Set.copyOf(ALL) : Set.copyOf(values);
        Path folder = Files.createTempDirectory("cairn-benchmarks");
        try (Passphrase passphrase = Passphrase.of("benchmark passphrase, not a secret".toCharArray());
                Keyring keys = Keyring.create(
                        folder.resolve("keys"),
                        passphrase,
                        "benchmark",
                        "Benchmark",
                        new SecureRandom(),
                        InstantSource.system())) {
            if (!chosen.equals(Set.of("lists"))) {
                System.out.println(Comparison.heading());
            }
            for (String name : ALL) {
                if (chosen.contains(name) && name.equals("lists")) {
                    new ListSpeed(root, root.resolve("benchmarks/target"), given, requirements, entries, visits)
                            .print();
                } else if (chosen.contains(name)) {
                    List<Comparison> rows = switch (name) {
                        case "ledger" -> new LedgerFigures(root, folder, workspace, entries, runs).compare();
                        case "reports" -> new ReportSpeed(root, folder, runs, controls, evidenceRows).compare();
                        case "runtime" -> new RuntimeSpeed(root, folder, events, runs).compare();
                        default -> rows(name, root, folder, keys);
                    };
                    rows.forEach(row -> System.out.println(row.row()));
                }
            }
        } finally {
            delete(folder);
        }
    }

    private static Optional<String> option(List<String> values, String name) {
        int at = values.indexOf(name);
        if (at < 0 || at + 1 == values.size()) {
            return Optional.empty();
        }
        values.remove(at);
        return Optional.of(values.remove(at));
    }

    private static List<Comparison> rows(String name, Path root, Path folder, Keyring keys) throws Exception {
        return switch (name) {
            case "appends" -> new DurableAppends(folder, keys).compare();
            case "audit" -> new LedgerVerification(root, folder, keys).compare();
            case "content" -> new ContentSpeed(folder).compare();
            case "imports" -> new ImportSpeed(root, folder).compare();
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
