package org.cairn.collectors.host;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cairn.evidence.Platform;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// Runs programs of this machine: from fixed directories, with an empty environment but for what [ProgramPlaces] names,
/// no standard input, and bounds on time and output.
public final class SystemCommands implements Commands {
    private static final Pattern DENIED = Pattern.compile(
            "permission denied|not permitted|must be root|superuser|access denied|are you root|privileges");
    private static final Executor THREAD_EACH = task -> Thread.ofVirtual().start(task);
    private static final int COMPLAINT_BYTES = 4096;

    private final ProgramPlaces places;
    private final Duration timeLimit;
    private final int outputLimitBytes;

    /// Programs of this machine's own system.
    public SystemCommands(Duration timeLimit, int outputLimitBytes) {
        this(ProgramPlaces.of(Platform.named(System.getProperty("os.name"))), timeLimit, outputLimitBytes);
    }

    private SystemCommands(ProgramPlaces places, Duration timeLimit, int outputLimitBytes) {
        this.places = places;
        this.timeLimit = timeLimit;
        this.outputLimitBytes = outputLimitBytes;
    }

    @Override
    public Answer run(Command command) throws InterruptedException {
        Optional<Path> program = places.find(command.program());
        if (program.isEmpty()) {
            return refused(
                    command, Refusal.Why.ABSENT, "no program " + command.program() + " in " + places.directories());
        }
        try {
            return await(command, start(program.get(), command));
        } catch (IOException e) {
            return refused(command, Refusal.Why.DENIED, "could not be started: " + e.getMessage());
        }
    }

    private Process start(Path program, Command command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString());
        builder.command().addAll(command.arguments());
        builder.environment().clear();
        builder.environment().putAll(places.environment());
        return builder.directory(new File("/"))
                .redirectInput(ProcessBuilder.Redirect.from(places.nothing()))
                .start();
    }

    private Answer await(Command command, Process process) throws InterruptedException {
        try {
            var output =
                    CompletableFuture.supplyAsync(() -> drain(process.getInputStream(), outputLimitBytes), THREAD_EACH);
            var complaint =
                    CompletableFuture.supplyAsync(() -> drain(process.getErrorStream(), COMPLAINT_BYTES), THREAD_EACH);
            if (!process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
                return refused(command, Refusal.Why.TIMED_OUT, "no answer within " + timeLimit.toSeconds() + " s");
            }
            return answer(command, process.exitValue(), output.get(), complaint.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("draining a pipe does not throw", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Answer answer(Command command, int status, Drained output, Drained complaint) {
        if (status != 0) {
            String said = complaint.text().isBlank() ? output.text() : complaint.text();
            String line = said.lines()
                    .filter(l -> l.contains(":error:")) // how OpenSSL says what went wrong, after other lines
                    .findFirst()
                    .or(() -> said.lines().filter(l -> !l.isBlank()).findFirst())
                    .orElse("nothing said");
            boolean denied = DENIED.matcher(said.toLowerCase(Locale.ROOT)).find();
            return refused(
                    command,
                    denied ? Refusal.Why.DENIED : Refusal.Why.MALFORMED,
                    "ended with status " + status + ": " + SecretMask.mask(line));
        }
        if (output.cut()) {
            return refused(command, Refusal.Why.TOO_LARGE, "printed more than the limit allows");
        }
        return new Answer.Printed(output.bytes());
    }

    private static Answer refused(Command command, Refusal.Why why, String detail) {
        return new Answer.Refused(new Refusal(command.text(), why, detail));
    }

    /// Reads to the end so that the program never blocks on a full pipe, and keeps at most `limit` bytes.
    private static Drained drain(InputStream in, int limit) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean cut = false;
        byte[] buffer = new byte[8192];
        try (in) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int room = Math.min(read, limit - kept.size());
                kept.write(buffer, 0, room);
                cut |= room < read;
            }
        } catch (IOException _) {
            cut = true; // the pipe broke: what was kept is not the whole output
        }
        return new Drained(Bytes.copyOf(kept.toByteArray()), cut);
    }

    private record Drained(Bytes bytes, boolean cut) {
        String text() {
            return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
        }
    }
}
