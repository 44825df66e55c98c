package org.cairn.collectors.host;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// Answers `oshi PART` by asking OSHI about the running machine, in this process; hands every other command on. So what
/// OSHI says is a text like a command's: kept with its digest, captured on another host, and read by the same parser.
public final class InventoryCommands implements Commands {
    public static final String PROGRAM = "oshi";

    private static final Executor THREAD_EACH =
            task -> Thread.ofPlatform().daemon().name("oshi").start(task);

    private final Commands others;
    private final Duration timeLimit;

    public InventoryCommands(Commands others, Duration timeLimit) {
        this.others = others;
        this.timeLimit = timeLimit;
    }

    @Override
    public Answer run(Command command) throws InterruptedException {
        if (!command.program().equals(PROGRAM)) {
            return others.run(command);
        }
        return ask(command, String.join(" ", command.arguments()));
    }

    /// OSHI calls into the system, where a question may hang: its thread is then left behind, and ends with the
    /// process.
    private Answer ask(Command command, String part) throws InterruptedException {
        CompletableFuture<Optional<Bytes>> answer =
                CompletableFuture.supplyAsync(() -> Inventory.asked(part).map(Inventory::answer), THREAD_EACH);
        try {
            return answer.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS)
                    .<Answer>map(Answer.Printed::new)
                    .orElseGet(() -> refused(command, Refusal.Why.ABSENT, "no such question"));
        } catch (TimeoutException _) {
            return refused(command, Refusal.Why.TIMED_OUT, "no answer within " + timeLimit.toSeconds() + " s");
        } catch (ExecutionException e) {
            return e.getCause() instanceof LinkageError
                    ? refused(
                            command,
                            Refusal.Why.ABSENT,
                            "OSHI is not beside this program, or not for this system: " + e.getCause())
                    : refused(command, Refusal.Why.MALFORMED, "OSHI gave no answer: " + e.getCause());
        }
    }

    private static Answer refused(Command command, Refusal.Why why, String detail) {
        return new Answer.Refused(new Refusal(command.text(), why, detail));
    }
}
