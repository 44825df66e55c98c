package org.cairn.collectors.recorder;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;

/// Looks at the processes of this host again and again and writes what differs, one JSON object a line: the format
/// `cairn-proc-samples`, version 1 (docs/causality.md). Needs no root; what other users' processes do not show is
/// counted. Whole looks are handed to the file one after the other, so a recording that was killed, or met a full disk,
/// reads up to its last whole line.
public final class ProcRecorder {
    public static final String FORMAT = "cairn-proc-samples";
    public static final int VERSION = 1;
    private static final int SMALL_FILE = 4_096;
    private static final double MILLIS = 1_000;

    /// @param every from the beginning of one look to that of the next
    /// @param limit how long to go on; empty: until told to stop
    /// @param only  these processes and all that descend from them; empty: all
    public record Settings(Duration every, Optional<Duration> limit, Set<Long> only) {
        public Settings {
            only = Set.copyOf(only);
            if (!every.isPositive()
                    || limit.filter(value -> !value.isPositive()).isPresent()) {
                throw new IllegalArgumentException("looks every " + every + " for " + limit);
            }
        }
    }

    /// What a recording came to.
    /// @param most processes at one look
    /// @param deniedFiles    most processes at one look that did not show what they hold
    /// @param deniedPrograms most processes at one look that did not show their program
    public record Recorded(long looks, long lines, int most, int deniedFiles, int deniedPrograms, boolean hidden) {}

    /// Lets time pass.
    @FunctionalInterface
    public interface Pause {
        /// @return true if somebody asked to stop meanwhile
        boolean passes(Duration time) throws InterruptedException;
    }

    private final HostReader host;
    private final InstantSource clock;
    private final Settings settings;
    private final OutputStream out;
    private Optional<Look> last = Optional.empty();
    private Recorded recorded = new Recorded(0, 0, 0, 0, 0, false);

    private ProcRecorder(HostReader host, InstantSource clock, Settings settings, OutputStream out) {
        this.host = host;
        this.clock = clock;
        this.settings = settings;
        this.out = out;
    }

    public static Recorded record(
            HostReader host, InstantSource clock, Settings settings, OutputStream out, Pause pause)
            throws RecorderException, InterruptedException {
        return new ProcRecorder(host, clock, settings, out).run(pause);
    }

    private Recorded run(Pause pause) throws RecorderException, InterruptedException {
        Instant began = clock.instant();
        Instant bootedAt = bootedAt(began);
        write(List.of(header(began, bootedAt)));
        boolean asked = false;
        boolean over = false;
        while (!asked && !over) {
            Instant at = clock.instant();
            look(at, bootedAt);
            Duration left = settings.every().minus(Duration.between(at, clock.instant()));
            asked = pause.passes(left.isNegative() ? Duration.ZERO : left);
            Instant now = clock.instant();
            over = settings.limit()
                    .filter(limit -> Duration.between(began, now).compareTo(limit) >= 0)
                    .isPresent();
        }
        write(List.of(Json.object()
                .with("at", clock.instant().toString())
                .with(
                        "stopped",
                        Json.object()
                                .with("samples", recorded.looks())
                                .with("why", asked ? "asked" : "duration")
                                .build())
                .build()));
        return recorded;
    }

    private void look(Instant at, Instant bootedAt) throws RecorderException, InterruptedException {
        Look look = switch (HostLook.look(host, bootedAt, at, settings.only(), last)) {
            case Read.Got<Look>(Look seen) -> seen;
            case Read.Refused<Look>(Refusal refusal) ->
                throw new RecorderException(refusal.source() + ": " + refusal.detail()
                        + "; processes can be recorded on Linux alone, where /proc is mounted");
        };
        List<JsonObject> lines = LookLines.between(last, look, recorded.looks() + 1);
        write(lines);
        last = Optional.of(look);
        recorded = new Recorded(
                recorded.looks() + 1,
                recorded.lines() + lines.size(),
                Math.max(recorded.most(), look.processes().size()),
                Math.max(recorded.deniedFiles(), look.deniedFiles()),
                Math.max(recorded.deniedPrograms(), look.deniedPrograms()),
                recorded.hidden() || look.hidden());
    }

    private JsonObject header(Instant at, Instant bootedAt) throws InterruptedException {
        Optional<String> boot = text("/proc/sys/kernel/random/boot_id");
        Json.Builder header = Json.object()
                .with("format", FORMAT)
                .with("version", VERSION)
                .with("at", at.toString())
                .with("host", host.identity().host())
                .with("user", host.identity().user())
                .with("bootedAt", bootedAt.toString())
                .with("everyMillis", settings.every().toMillis())
                .with(
                        "only",
                        new JsonArray(settings.only().stream()
                                .sorted()
                                .<Json>map(Json::number)
                                .toList()));
        boot.ifPresent(id -> header.with("boot", id));
        return header.build();
    }

    /// From `/proc/uptime` (proc_uptime(5)), which tells hundredths of a second where `btime` tells whole ones.
    private Instant bootedAt(Instant now) throws RecorderException, InterruptedException {
        Optional<Double> seconds = text("/proc/uptime")
                .map(text -> text.split(" ", -1)[0])
                .filter(text -> text.matches("\\d{1,12}(\\.\\d{1,3})?"))
                .map(Double::valueOf);
        return seconds.map(up -> now.minusMillis(Math.round(up * MILLIS)))
                .orElseThrow(
                        () -> new RecorderException(
                                "/proc/uptime cannot be read; processes can be recorded on Linux alone, where /proc is mounted"));
    }

    private Optional<String> text(String path) throws InterruptedException {
        return host.read(path, SMALL_FILE) instanceof Read.Got<Bytes>(Bytes bytes)
                ? Optional.of(bytes.asUtf8().strip())
                : Optional.empty();
    }

    private void write(List<JsonObject> lines) throws RecorderException {
        try {
            for (JsonObject line : lines) {
                out.write(Json.write(line).toByteArray());
                out.write('\n');
            }
            out.flush();
        } catch (IOException e) {
            throw new RecorderException(
                    "what was seen cannot be written after " + recorded.looks() + " looks (" + e.getMessage()
                            + "); the file reads up to its last whole line",
                    e);
        }
    }
}
