package org.cairn.benchmarks.workspace;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.collectors.host.HostReader;
import org.cairn.ledger.key.Passphrase;

/// Opens a workspace that [MakeWorkspace] made, and asks for its whole posture on random past days as known on others.
public final class MeasureWorkspace {
    private static final int QUESTIONS = 40;
    private static final int DAYS = 730;

    private MeasureWorkspace() {}

    /// @param arguments the workspace's folder
    public static void main(String[] arguments) throws Exception {
        String secret = System.getenv().getOrDefault("CAIRN_PASSPHRASE", MakeWorkspace.PASSPHRASE);
        WorkspaceEnvironment environment = new WorkspaceEnvironment(
                Clock.systemUTC(),
                new SecureRandom(),
                HostReader.ofThisMachine(),
                List.of(),
                Knowledge.builtIn(),
                SimulatedEvents.VERSION);
        long start = System.nanoTime();
        try (Passphrase passphrase = Passphrase.of(secret.toCharArray());
                Workspace workspace = Workspace.open(Path.of(arguments[0]), passphrase, Access.READ, environment)) {
            say("open, with key derivation", start);
            long described = System.nanoTime();
            var description = workspace.describe();
            say("index: " + description.index().reason(), described);
            long first = System.nanoTime();
            workspace.postureNow();
            say("first posture, nothing in memory", first);
            ask(workspace);
            System.out.printf("%d entries%n", description.size());
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(Locale.ROOT, "peak of all memory pools: %d MiB%n", peak >> 20);
    }

    private static void ask(Workspace workspace) throws Exception {
        Random random = new Random(1);
        List<Double> milliseconds = new ArrayList<>();
        for (int question = 0; question < QUESTIONS; question++) {
            Instant validAt = SimulatedEvents.START.plus(Duration.ofDays(random.nextInt(DAYS)));
            Instant knownAt = validAt.plus(Duration.ofDays(random.nextInt(60)));
            long start = System.nanoTime();
            workspace.postureAt(validAt, knownAt);
            milliseconds.add((System.nanoTime() - start) / 1e6);
        }
        milliseconds.sort(Double::compare);
        System.out.printf(
                Locale.ROOT,
                "whole posture at %d random past days: p50 %.0f ms, p95 %.0f ms%n",
                QUESTIONS,
                milliseconds.get(QUESTIONS / 2),
                milliseconds.get(QUESTIONS * 95 / 100));
    }

    private static void say(String what, long start) {
        System.out.printf(Locale.ROOT, "%s: %.2f s%n", what, (System.nanoTime() - start) / 1e9);
    }
}
