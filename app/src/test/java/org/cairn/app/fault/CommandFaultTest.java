package org.cairn.app.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cairn.app.workspace.BusyWorkspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole commands, of which one system call fails or during which the program is killed, as strace can do it
/// (strace(1),
/// "Tampering"). The long form does so at ninety calls of each command, the short one at a few; both take all
/// kinds of calls and faults in turn.
class CommandFaultTest {
    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\(.*");
    private static final List<String> CALLS =
            List.of("pwrite64", "write", "fsync", "fdatasync", "rename", "mkdir", "unlink");
    private static final List<String> FAULTS = List.of("error=EIO", "error=ENOSPC", "signal=KILL");

    @TempDir
    private static Path temporary;

    private static List<String> before = List.of();

    /// @param when the number of the call, counted by thread
    private record Fault(String call, String what, int when) {
        String words() {
            return call + ":" + what + ":when=" + when;
        }
    }

    @BeforeAll
    static void makeTemplate() throws Exception {
        assumeTrue(Tracing.works(), "strace is not installed, or may not trace here");
        Path template = Files.createDirectory(temporary.resolve("template"));
        BusyWorkspace.make(template, Files.createDirectory(temporary.resolve("others")));
        before = CommandTrial.log(template);
    }

    @ParameterizedTest
    @EnumSource
    void noCallThatFailsDuringACommandLosesOrHalvesAnything(CommandUnderTest command) throws Exception {
        Map<String, Integer> outcomes = new TreeMap<>();
        List<Fault> faults = faults(command);
        int tried = Math.min(FaultForms.count(command == CommandUnderTest.PACK ? 1 : 3, 90), faults.size());
        for (Fault fault : faults.subList(0, tried)) {
            Path folder = fresh();
            String happened = command + ", " + fault.words();
            List<String> options =
                    List.of("-o", "/dev/null", "-e", "trace=" + fault.call, "-e", "inject=" + fault.words());
            Path output = temporary.resolve("output");
            int exit = Tracing.run(options, output, folder.toString(), command.name());
            String said = Files.readString(output);
            CommandTrial trial = new CommandTrial(folder, command, before, happened + ", exit " + exit + ": " + said);
            outcomes.merge(fault.call + " " + fault.what + ": " + trial.judge(exit, said), 1, Integer::sum);
        }
        FaultForms.report(
                "command-" + command.name().toLowerCase(Locale.ROOT),
                "System calls that failed during the command " + command + ": " + tried + " of " + faults.size()
                        + " tried",
                outcomes);
        assertEquals(
                tried, outcomes.values().stream().mapToInt(Integer::intValue).sum());
    }

    /// All that the command offers, in an order in which the first are of every kind.
    private static List<Fault> faults(CommandUnderTest command) throws Exception {
        Path trace = temporary.resolve("trace");
        List<String> options = List.of("-o", trace.toString(), "-e", "trace=" + String.join(",", CALLS));
        Path output = temporary.resolve("output");
        assertEquals(0, Tracing.run(options, output, fresh().toString(), command.name()), () -> "see " + output);
        Map<String, Integer> perThread = new HashMap<>();
        Map<String, Integer> most = new TreeMap<>();
        for (String line : Files.readAllLines(trace)) {
            Matcher call = CALL.matcher(line);
            if (call.matches()) {
                int count = perThread.merge(call.group(1) + call.group(2), 1, Integer::sum);
                most.merge(call.group(2), count, Math::max);
            }
        }
        assertTrue(most.containsKey("fsync") || most.containsKey("fdatasync"), () -> "nothing is forced: " + most);
        return interleaved(most, new Random(command.name().hashCode()));
    }

    /// In rounds: each takes one call of every kind for every fault.
    private static List<Fault> interleaved(Map<String, Integer> calls, Random random) {
        Map<Integer, List<Fault>> rounds = new TreeMap<>();
        calls.forEach((call, count) -> {
            for (String what : FAULTS) {
                List<Integer> numbers =
                        new ArrayList<>(IntStream.rangeClosed(1, count).boxed().toList());
                Collections.shuffle(numbers, random);
                for (int round = 0; round < count; round++) {
                    rounds.computeIfAbsent(round, _ -> new ArrayList<>())
                            .add(new Fault(call, what, numbers.get(round)));
                }
            }
        });
        rounds.values().forEach(round -> Collections.shuffle(round, random));
        return rounds.values().stream().flatMap(List::stream).toList();
    }

    private static Path fresh() throws Exception {
        Path folder = temporary.resolve("trial");
        FaultForms.delete(folder);
        FaultForms.copy(temporary.resolve("template"), folder);
        return folder;
    }
}
