package org.cairn.ledger.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.ledger.store.JdkSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lets single system calls of a writing program fail, or kills it there, as strace can (strace(1), "Tampering"). The
/// long form does so at every call that touches the ledger's folder, the short one at some of them.
class SystemCallFaultTest {
    private static final int KILLED_BY_SIGKILL = 128 + 9;
    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*)");
    private static final Pattern PATHS = Pattern.compile("[<\"](/[^>\"]*)[>\"]");

    /// Calls that tell whether something is on the disk: what fails once stays in doubt, so that the writer must stop.
    private static final Set<String> FORCES = Set.of("fsync", "fdatasync");

    private static final Map<String, List<String>> FAULTS = Map.of(
            "openat", List.of("error=EIO", "error=ENOSPC", "error=EMFILE", "signal=KILL"),
            "pread64", List.of("error=EIO"),
            "read", List.of("error=EIO"),
            "pwrite64", List.of("error=EIO", "error=ENOSPC", "signal=KILL"),
            "write", List.of("error=EIO", "error=ENOSPC", "signal=KILL"),
            "fsync", List.of("error=EIO", "error=ENOSPC", "signal=KILL"),
            "fdatasync", List.of("error=EIO", "error=ENOSPC", "signal=KILL"),
            "rename", List.of("error=EIO", "error=ENOSPC", "signal=KILL"),
            "mkdir", List.of("error=EIO", "error=ENOSPC", "signal=KILL"),
            "fcntl", List.of("error=ENOLCK", "error=EIO"));

    @TempDir
    Path dir;

    private final JdkSigner signer = new JdkSigner(LedgerJob.ORIGIN);

    /// @param paths of the ledger that the job touches
    /// @param calls how often one thread of it calls each
    private record Reference(Set<String> paths, Map<String, Integer> calls) {}

    /// @param when as strace(1) has it: `7` for the seventh call, `7+` for it and all that follow
    private record Fault(String call, String what, String when) {
        String words() {
            return call + ":" + what + ":when=" + when;
        }
    }

    @Test
    void noCallThatFailsWhileAppendingLosesWhatWasAcknowledged() throws Exception {
        letCallsFail("work", Faults.count(25, Integer.MAX_VALUE));
    }

    @Test
    void noCallThatFailsWhileFoundingLosesWhatWasAcknowledged() throws Exception {
        letCallsFail("found", Faults.count(6, Integer.MAX_VALUE));
    }

    @Test
    void noCallThatFailsWhileTheTailStartsAnewLosesWhatWasAcknowledged() throws Exception {
        letCallsFail("renew", Faults.count(12, Integer.MAX_VALUE));
    }

    private void letCallsFail(String job, int most) throws Exception {
        Strace.assumeWorking();
        signer.write(dir.resolve("keys"));
        LedgerJob.prepare(dir.resolve("template"), job, signer);
        Reference reference = reference(job);
        List<Fault> faults = faults(reference);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (Fault fault : faults.subList(0, Math.min(most, faults.size()))) {
            outcomes.merge(fault.call + " " + fault.what + ": " + tryOut(job, reference, fault), 1, Integer::sum);
        }
        FaultReport.write(
                "system-calls-" + job,
                "System calls that failed while a program was to " + job + ": " + Math.min(most, faults.size()) + " of "
                        + faults.size() + " tried, no acknowledged entry lost",
                outcomes);
        assertTrue(outcomes.keySet().stream().anyMatch(outcome -> outcome.endsWith("refused")), outcomes::toString);
        assertTrue(outcomes.keySet().stream().anyMatch(outcome -> outcome.endsWith("killed")), outcomes::toString);
    }

    /// All of them, in such an order that the first ones are of every kind.
    private static List<Fault> faults(Reference reference) {
        Random random = new Random(11);
        Map<Integer, List<Fault>> rounds = new TreeMap<>();
        reference.calls.forEach((call, count) -> {
            for (String what : FAULTS.getOrDefault(call, List.of())) {
                List<Fault> kind = new ArrayList<>();
                for (int n = 1; n <= count; n++) {
                    kind.add(new Fault(call, what, String.valueOf(n)));
                    if (what.startsWith("error")) {
                        kind.add(new Fault(call, what, n + "+"));
                    }
                }
                Collections.shuffle(kind, random);
                for (int round = 0; round < kind.size(); round++) {
                    rounds.computeIfAbsent(round, _ -> new ArrayList<>()).add(kind.get(round));
                }
            }
        });
        rounds.values().forEach(round -> Collections.shuffle(round, random));
        return rounds.values().stream().flatMap(List::stream).toList();
    }

    private Reference reference(String job) throws Exception {
        Path trace = dir.resolve("trace");
        List<String> options =
                List.of("-y", "-o", trace.toString(), "-e", "trace=" + String.join(",", FAULTS.keySet()));
        assertEquals(0, run(job, options), this::output);
        Set<String> paths = new TreeSet<>();
        Map<String, Integer> perThread = new HashMap<>();
        Map<String, Integer> calls = new TreeMap<>();
        String ledger = dir.resolve("ledger").toString();
        for (String line : Files.readAllLines(trace)) {
            Matcher call = CALL.matcher(line);
            if (call.matches() && line.contains(ledger)) {
                PATHS.matcher(call.group(3))
                        .results()
                        .map(found -> found.group(1))
                        .filter(path -> path.startsWith(ledger))
                        .forEach(paths::add);
                int count = perThread.merge(call.group(1) + call.group(2), 1, Integer::sum);
                calls.merge(call.group(2), count, Math::max);
            }
        }
        return new Reference(paths, calls);
    }

    /// What became of it, in one word.
    private String tryOut(String job, Reference reference, Fault fault) throws Exception {
        List<String> options = new ArrayList<>(List.of("-o", "/dev/null", "-e", "trace=" + fault.call));
        options.add("-e");
        options.add("inject=" + fault.words());
        reference.paths.forEach(path -> options.addAll(List.of("-P", path)));
        int exit = run(job, options);
        List<String> said = Files.readAllLines(dir.resolve("output"));
        String happened = fault.words() + ", " + said;
        String outcome = switch (exit) {
            case 0 -> "harmless";
            case LedgerJob.REFUSED -> "refused";
            case KILLED_BY_SIGKILL -> "killed";
            default -> throw new AssertionError(happened + " ended with " + exit);
        };
        expectWords(said, happened);
        if (FORCES.contains(fault.call) && outcome.equals("refused") && said.contains("opened")) {
            assertTrue(said.stream().anyMatch(line -> line.matches("stopped .*|was closed")), happened);
        }
        Path folder = dir.resolve("ledger");
        if (!job.equals("found") || said.contains("opened")) {
            long least = Recovery.acknowledged(said, LedgerJob.before(job));
            Recovery.expectEverything(folder, signer, least, happened);
        } else {
            Recovery.expectFoundedOrRefused(folder, signer, happened);
        }
        return outcome;
    }

    private void expectWords(List<String> said, String happened) {
        for (String line : said) {
            assertFalse(line.startsWith("\tat ") || line.startsWith("Exception"), happened);
            if (line.startsWith("refused ") || line.startsWith("stopped ")) {
                assertTrue(line.contains(": ") && !line.contains("null"), happened);
            }
        }
    }

    private int run(String job, List<String> options) throws IOException, InterruptedException {
        Path folder = dir.resolve("ledger");
        Folders.delete(folder);
        if (!job.equals("found")) {
            Folders.copy(dir.resolve("template"), folder);
        }
        return Strace.run(
                options,
                LedgerJob.class,
                dir.resolve("output"),
                folder.toString(),
                dir.resolve("keys").toString(),
                job);
    }

    private String output() {
        try {
            return Files.readString(dir.resolve("output"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
