package org.cairn.benchmarks.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.app.workspace.WorkspaceVerifier;
import org.cairn.benchmarks.workspace.MakeWorkspace;
import org.cairn.collectors.host.HostReader;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PublicKeys;
import org.cairn.ledger.replay.EnvelopeHeaders;
import org.cairn.ledger.replay.LedgerIndex;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Merkle;
import org.cairn.proof.Verdict;

/// One measurement in this process alone: `Measure NAME WORKSPACE SCRATCH` prints one figure a line, name and number.
/// The start of the JVM is not counted.
public final class Measure {
    private static final int QUESTIONS = 200;
    /// The simulated years ([MakeWorkspace]).
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int DAYS = 730;

    private final Path workspace;
    private final Path scratch;

    private Measure(Path workspace, Path scratch) {
        this.workspace = workspace;
        this.scratch = scratch;
    }

    /// @param arguments what to measure, a workspace that [MakeWorkspace] made, and an empty folder
    public static void main(String[] arguments) throws Exception {
        new Measure(Path.of(arguments[1]), Path.of(arguments[2])).run(arguments[0]);
        print("peak", peakMebibytes());
    }

    private void run(String name) throws Exception {
        switch (name) {
            case "verify" -> seconds(this::verify);
            case "bare-checks" -> BareChecks.time(entries(), keys()).print(Measure::print);
            case "open" -> seconds(this::open);
            case "read-files" -> seconds(this::readFiles);
            case "rebuild" -> rebuild();
            case "read-and-hash" -> seconds(this::readAndHash);
            case "tail" -> TailReplay.measure(workspace, scratch, Measure::print);
            case "posture" -> posture();
            default -> throw new IllegalArgumentException("nothing is called " + name);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void seconds(Work work) throws Exception {
        Stopwatch watch = new Stopwatch();
        watch.start();
        work.run();
        watch.stop();
        watch.print(Measure::print);
    }

    private void verify() throws Exception {
        Verdict verdict = WorkspaceVerifier.verifyFolder(workspace, Optional.empty(), List.of())
                .verdict();
        if (!(verdict instanceof Verdict.Intact)) {
            throw new IOException(workspace + " does not verify: " + verdict);
        }
    }

    private void open() throws Exception {
        try (Passphrase passphrase = passphrase();
                Workspace open = Workspace.open(workspace, passphrase, Access.READ, environment())) {
            if (open.describe().index().rebuilt()) {
                throw new IOException("the index was built anew; open the workspace once before measuring");
            }
        }
    }

    private void readFiles() throws IOException {
        EntriesOnDisk.readAll(workspace.resolve("ledger"));
        EntriesOnDisk.readAll(workspace.resolve("index"));
    }

    private void readAndHash() throws IOException {
        entries().forEachBundle(bundle -> bundle.forEach(Merkle::leafHash));
    }

    private void rebuild() throws Exception {
        try (Ledger ledger = Ledger.openForReading(workspace.resolve("ledger"), keys().log())) {
            seconds(() ->
                    LedgerIndex.open(scratch, ledger, new EnvelopeHeaders()).close());
        }
    }

    private void posture() throws Exception {
        try (Passphrase passphrase = passphrase();
                Workspace open = Workspace.open(workspace, passphrase, Access.READ, environment())) {
            open.describe();
            long start = System.nanoTime();
            open.postureNow();
            print("first", (System.nanoTime() - start) / 1e6);
            Random random = new Random(1);
            List<Double> milliseconds = new ArrayList<>();
            for (int question = 0; question < QUESTIONS; question++) {
                Instant validAt = START.plus(Duration.ofDays(random.nextInt(DAYS)));
                Instant knownAt = validAt.plus(Duration.ofDays(random.nextInt(60)));
                long asked = System.nanoTime();
                open.postureAt(validAt, knownAt);
                milliseconds.add((System.nanoTime() - asked) / 1e6);
            }
            milliseconds.sort(Double::compare);
            print("p50", milliseconds.get(QUESTIONS / 2));
            print("p95", milliseconds.get(QUESTIONS * 95 / 100));
        }
    }

    private EntriesOnDisk entries() {
        return new EntriesOnDisk(workspace.resolve("ledger"));
    }

    private PublicKeys keys() throws Exception {
        return PublicKeys.read(workspace.resolve("keys"));
    }

    static Passphrase passphrase() {
        return Passphrase.of(System.getenv()
                .getOrDefault("CAIRN_PASSPHRASE", MakeWorkspace.PASSPHRASE)
                .toCharArray());
    }

    private static WorkspaceEnvironment environment() {
        return new WorkspaceEnvironment(
                Clock.systemUTC(),
                new SecureRandom(),
                HostReader.ofThisMachine(),
                List.of(),
                Knowledge.builtIn(),
                "benchmark");
    }

    private static void print(String name, double figure) {
        System.out.println(String.format(Locale.ROOT, "%s %.4f", name, figure));
    }

    /// `VmHWM` of proc(5): the most memory this process ever held.
    private static double peakMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow(() -> new IOException("/proc/self/status has no VmHWM"))
                / 1024.0;
    }
}
