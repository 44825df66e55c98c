package org.cairn.collectors.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HiddenProcesses;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.proof.Bytes;

/// A process that is an inference server, as its arguments tell (proc_pid_cmdline(5)).
record RunningServer(FileFacts process, ServerKind kind, List<String> arguments) {
    private static final int ARGUMENTS_LIMIT = 1 << 20;

    RunningServer {
        arguments = List.copyOf(arguments);
    }

    /// All that run; what hides some of them is recorded in `population`.
    static List<RunningServer> all(Observation seen, Members population) throws InterruptedException {
        List<RunningServer> running = new ArrayList<>();
        switch (seen.host().list("/proc")) {
            case Read.Refused<List<FileFacts>>(var refusal) -> population.refuse(refusal);
            case Read.Got<List<FileFacts>>(List<FileFacts> members) -> {
                HiddenProcesses.in(members).ifPresent(population::refuse);
                for (FileFacts member : members) {
                    if (member.name().matches("\\d{1,9}")) {
                        of(seen, member).ifPresent(running::add);
                    }
                }
            }
        }
        return running;
    }

    private static Optional<RunningServer> of(Observation seen, FileFacts process) throws InterruptedException {
        if (!(seen.host().read(process.path() + "/cmdline", ARGUMENTS_LIMIT) instanceof Read.Got<Bytes>(Bytes bytes))) {
            return Optional.empty();
        }
        List<String> arguments = List.of(bytes.asUtf8().split("\0"));
        return ServerKind.of(arguments).map(kind -> new RunningServer(process, kind, arguments));
    }
}
