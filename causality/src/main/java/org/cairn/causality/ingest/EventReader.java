package org.cairn.causality.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.Activity;
import org.cairn.causality.Actor;
import org.cairn.causality.Deed;
import org.cairn.causality.RawRecordRef;
import org.cairn.causality.Result;

/// Turns one audit event into what a process did.
final class EventReader {
    private EventReader() {}

    static EventReading read(AuditEvent event) {
        Optional<AuditRecord> call = event.first("SYSCALL");
        if (call.isEmpty()) {
            boolean headless =
                    event.first("PATH").isPresent() || event.first("EXECVE").isPresent();
            return headless
                    ? new EventReading.Rejected("records of a system call without the SYSCALL record")
                    : new EventReading.Unread(event.records().getFirst().type());
        }
        return read(event, call.get());
    }

    private static EventReading read(AuditEvent event, AuditRecord record) {
        Fields fields = record.fields();
        Optional<String> architecture = fields.plain("arch");
        Optional<Long> number = fields.decimal("syscall");
        Optional<String> written = record.enriched().plain("SYSCALL");
        Optional<Long> pid = fields.decimal("pid").filter(id -> id >= 0);
        if (architecture.isEmpty() || number.isEmpty() && written.isEmpty() || pid.isEmpty()) {
            return new EventReading.Rejected("SYSCALL record without arch, syscall or pid");
        }
        boolean known = number.isPresent() && SystemCalls.isKnown(architecture.get());
        Optional<String> name = known ? number.flatMap(call -> SystemCalls.name(architecture.get(), call)) : written;
        if (name.isEmpty()) {
            return known
                    ? new EventReading.Unread("system call " + number.get())
                    : new EventReading.ForeignArchitecture(architecture.get());
        }
        CallArguments call = CallArguments.of(name.get(), record, event);
        return switch (DeedReader.read(call)) {
            case DeedReader.Read(Deed deed) ->
                new EventReading.Understood(List.of(activity(event, call, pid.get(), deed)));
            case DeedReader.Nothing(String why) -> new EventReading.Unread(why);
            case DeedReader.Lacking(String what) -> new EventReading.Rejected(call.name() + " without " + what);
        };
    }

    private static Activity activity(AuditEvent event, CallArguments call, long pid, Deed deed) {
        Fields fields = call.record().fields();
        Actor actor = new Actor(
                pid,
                fields.decimal("ppid"),
                fields.text("exe"),
                fields.plain("uid"),
                fields.plain("euid"),
                fields.plain("auid").filter(EventReader::isSet),
                Optional.empty());
        return new Activity(
                event.host(),
                event.at(),
                Activity.Numbering.KERNEL,
                actor,
                deed,
                result(call),
                call.files().directories(),
                records(event, call));
    }

    /// (uid_t) -1 stands for no login, audit(7); interpreted records write `unset`.
    private static boolean isSet(String auid) {
        return !auid.equals("4294967295") && !auid.equals("unset");
    }

    /// Each once: several records of one JSON object lie at one place.
    private static List<RawRecordRef> records(AuditEvent event, CallArguments call) {
        List<RawRecordRef> refs = new ArrayList<>(event.records().size());
        refs.add(call.record().ref());
        for (AuditRecord record : event.records()) {
            boolean told = !record.type().equals("PROCTITLE") && !record.type().equals("EOE");
            if (told && !refs.contains(record.ref())) {
                refs.add(record.ref());
            }
        }
        return refs;
    }

    /// `exit` and `exit_group` never return, so their records have no `success` and cannot fail (exit_group(2)).
    private static Result result(CallArguments call) {
        if (call.name().equals("exit_group")) {
            return Result.SUCCEEDED;
        }
        if (call.succeeded()) {
            return Result.SUCCEEDED;
        }
        if (!call.record().fields().is("success", "no")) {
            return Result.ATTEMPTED;
        }
        return call.name().equals("connect") ? connectResult(call.exit().orElse(0L)) : Result.FAILED;
    }

    /// connect(2): EINPROGRESS 115, EALREADY 114 and EINTR 4 leave the attempt running; EISCONN 106 says it had
    /// succeeded.
    private static Result connectResult(long exit) {
        return switch ((int) -exit) {
            case 115, 114, 4 -> Result.ATTEMPTED;
            case 106 -> Result.SUCCEEDED;
            default -> Result.FAILED;
        };
    }
}
