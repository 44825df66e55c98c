package org.cairn.benchmarks.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.ledger.key.Passphrase;

/// `benchmarks/make-workspace DIR ENTRIES [--seed N] [--passphrase-file FILE]`, or instead of entries
/// `--pieces N --piece-bytes N`. With `--requirements N` also frameworks of its own.
public final class MakeWorkspace {
    /// Taken where neither a file nor `CAIRN_PASSPHRASE` gives another.
    public static final String PASSPHRASE = "benchmark passphrase, not a secret";

    private static final long FEWEST_ENTRIES = 100;
    /// Ten thousand pieces of this size are some five gigabytes.
    private static final int PIECE_BYTES = 1 << 19;

    private static final int REFUSED = 2;

    private MakeWorkspace() {}

    /// @param arguments the project's root folder, then those of the command
    public static void main(String[] arguments) throws Exception {
        List<String> values = new ArrayList<>(List.of(arguments));
        Path root = Path.of(values.removeFirst());
        long seed = option(values, "--seed").map(Long::parseLong).orElse(1L);
        Optional<String> file = option(values, "--passphrase-file");
        int requirements =
                option(values, "--requirements").map(Integer::parseInt).orElse(0);
        Optional<Integer> pieces = option(values, "--pieces").map(Integer::parseInt);
        int pieceBytes = option(values, "--piece-bytes").map(Integer::parseInt).orElse(PIECE_BYTES);
        if (pieces.isPresent() && values.size() == 1) {
            try (Passphrase passphrase = passphrase(file)) {
                new AttachedPieces(Clock.systemUTC(), pieces.get(), pieceBytes)
                        .make(Path.of(values.getFirst()), seed, passphrase);
            }
            return;
        }
        if (values.size() != 2 || Long.parseLong(values.get(1)) < FEWEST_ENTRIES) {
            System.err.println("usage: benchmarks/make-workspace DIR ENTRIES [--seed N] [--requirements N]"
                    + " [--passphrase-file FILE]; at least "
                    + FEWEST_ENTRIES
                    + " entries. Or: make-workspace DIR --pieces N [--piece-bytes N]");
            System.exit(REFUSED);
        }
        long start = System.nanoTime();
        try (Passphrase passphrase = passphrase(file)) {
            SimulatedWorkspace.make(
                    root, Path.of(values.get(0)), Long.parseLong(values.get(1)), requirements, seed, passphrase);
        }
        System.err.printf(Locale.ROOT, "made %s entries in %.1f s%n", values.get(1), (System.nanoTime() - start) / 1e9);
    }

    private static Optional<String> option(List<String> values, String name) {
        int at = values.indexOf(name);
        if (at < 0 || at + 1 == values.size()) {
            return Optional.empty();
        }
        values.remove(at);
        return Optional.of(values.remove(at));
    }

    private static Passphrase passphrase(Optional<String> file) throws java.io.IOException {
        String secret = file.isPresent() ? firstLine(Path.of(file.get())) : fromEnvironment();
        return Passphrase.of(secret.toCharArray());
    }

    private static String firstLine(Path file) throws java.io.IOException {
        return Files.readAllLines(file).getFirst();
    }

    private static String fromEnvironment() {
        return System.getenv().getOrDefault("CAIRN_PASSPHRASE", PASSPHRASE);
    }
}
