package org.cairn.causality.ingest;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cairn.causality.Coverage;
import org.cairn.causality.Coverage.Gap;
import org.cairn.causality.Coverage.Kind;
import org.cairn.causality.Moment;

/// Follows one host's records and tells when they are known not to be complete.
final class HostCoverage {
    private final String host;
    private final Consumer<Gap> gaps;
    private final Consumer<Coverage.Change> changes;
    private final SerialGaps serials;
    private Optional<Moment> last = Optional.empty();
    private Optional<Moment> stopped = Optional.empty();

    HostCoverage(String host, Consumer<Gap> gaps, Consumer<Coverage.Change> changes) {
        this.host = host;
        this.gaps = gaps;
        this.changes = changes;
        this.serials = new SerialGaps(this::missing);
    }

    void event(AuditEvent event) {
        switch (event.records().getFirst().type()) {
            case "DAEMON_START" -> started(event.at());
            case "DAEMON_END", "DAEMON_ABORT" -> stopped = Optional.of(event.at());
            default -> resumed(event.at());
        }
        if (!event.records().getFirst().fromDaemon()) {
            serials.seen(event.at());
        }
        event.records().forEach(record -> change(event, record));
        complete(event);
        last = Optional.of(last.map(event.at()::later).orElse(event.at()));
    }

    private void started(Moment at) {
        serials.restart();
        String detail = stopped.isPresent()
                ? "the audit daemon was stopped and started again"
                : last.isPresent()
                        ? "the audit daemon started again without having recorded its end"
                        : "the audit daemon started here; nothing before is in this log";
        gaps.accept(new Gap(Kind.DAEMON_STOPPED, host, stopped.or(() -> last), Optional.of(at), detail));
        stopped = Optional.empty();
    }

    /// A record after the daemon's end, whose start was not recorded.
    private void resumed(Moment at) {
        if (stopped.filter(at::isAfter).isPresent()) {
            gaps.accept(new Gap(Kind.DAEMON_STOPPED, host, stopped, Optional.of(at), "the audit daemon was stopped"));
            stopped = Optional.empty();
        }
    }

    private void change(AuditEvent event, AuditRecord record) {
        if (!record.type().equals("CONFIG_CHANGE") && !record.type().equals("DAEMON_CONFIG")) {
            return;
        }
        Fields fields = record.fields();
        String words = fields.values().entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(" "));
        changes.accept(new Coverage.Change(host, event.at(), words, record.ref()));
        // `auditctl --reset-lost` writes "lost=0 old=N" (kernel/audit.c, audit_receive_msg)
        fields.decimal("lost")
                .flatMap(_ -> fields.decimal("old"))
                .filter(old -> old > 0)
                .ifPresent(old -> gaps.accept(new Gap(
                        Kind.RECORDS_LOST, host, Optional.empty(), Optional.of(event.at()), old + " records lost")));
    }

    private void complete(AuditEvent event) {
        long announced = event.first("SYSCALL")
                .flatMap(record -> record.fields().decimal("items"))
                .orElse(0L);
        long present = event.all("PATH").size();
        if (present < announced) {
            incomplete(event.at(), present + " of " + announced + " PATH records");
        }
    }

    void incomplete(Moment at, String detail) {
        gaps.accept(new Gap(
                Kind.EVENT_INCOMPLETE,
                host,
                Optional.of(at),
                Optional.of(at),
                "event " + written(at.serial()) + ": " + detail));
    }

    void foreign(Moment at, String architecture) {
        gaps.accept(new Gap(
                Kind.ARCHITECTURE_UNREAD,
                host,
                Optional.of(at),
                Optional.of(at),
                "event " + written(at.serial()) + ": system call of architecture " + architecture));
    }

    private void missing(SerialGaps.Missing range) {
        String detail = range.count() + " serial numbers from " + written(range.first()) + " to "
                + written(range.last()) + " are missing";
        gaps.accept(
                new Gap(Kind.SERIALS_MISSING, host, Optional.of(range.after()), Optional.of(range.before()), detail));
    }

    /// As the log writes it, in 32 bits.
    private static long written(long serial) {
        return serial & 0xffff_ffffL;
    }

    void finish() {
        serials.restart();
        if (stopped.isPresent()) {
            gaps.accept(new Gap(
                    Kind.DAEMON_STOPPED, host, stopped, Optional.empty(), "the audit daemon stopped; the log ends"));
        }
    }
}
