package org.cairn.causality.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.causality.RawRecordRef;

/// What `ausearch -i` prints (ausearch(8), --interpret; libaudit, auparse/interpret.c). It is for people: dates are
/// those
/// of the C locale (month/day/year) in the time zone of whoever ran it, users are names, and texts stand unquoted.
/// Records are turned back into what auditd would have written, so that one reader understands both.
final class AusearchFormat implements RecordFormat {
    private static final Pattern HEADER = Pattern.compile("(?:node=(\\S{1,255}) )?type=([A-Z0-9_\\[\\]]{1,64}) "
            + "msg=audit\\((\\d{1,2})/(\\d{1,2})/(\\d{2,4}) (\\d{2}):(\\d{2}):(\\d{2})\\.(\\d{3}):(\\d{1,10})\\) ?: ?");
    private static final long LARGEST_SERIAL = 0xffff_ffffL;

    private final String host;
    private final ZoneId zone;
    private final EventReassembly events;

    AusearchFormat(String host, ZoneId zone, Tally tally) {
        this.host = host;
        this.zone = zone;
        this.events = new EventReassembly(event -> tally.audit(event, EventReader.read(event)));
    }

    @Override
    public Line take(String line, long number, RawRecordRef ref) throws MalformedRecord {
        if (AuditFormat.isSeparator(line)) {
            return Line.PART;
        }
        Matcher header = HEADER.matcher(line);
        if (!header.lookingAt()) {
            throw new MalformedRecord("does not begin with type=TYPE msg=audit(MONTH/DAY/YEAR TIME:SERIAL)");
        }
        long serial = Long.parseLong(header.group(10));
        if (serial > LARGEST_SERIAL) {
            throw new MalformedRecord("serial " + serial + " does not fit 32 bits");
        }
        String type = header.group(2);
        InterpretedFields.Parts fields = InterpretedFields.of(type, line.substring(header.end()));
        AuditRecord record = new AuditRecord(
                Optional.ofNullable(header.group(1)).orElse(host),
                type,
                time(header),
                serial,
                fields.raw(),
                fields.enriched(),
                ref);
        events.add(record, line.length());
        return Line.RECORD;
    }

    private Instant time(Matcher header) throws MalformedRecord {
        int year = Integer.parseInt(header.group(5));
        try {
            return LocalDateTime.of(
                            year < 100 ? 2000 + year : year,
                            Integer.parseInt(header.group(3)),
                            Integer.parseInt(header.group(4)),
                            Integer.parseInt(header.group(6)),
                            Integer.parseInt(header.group(7)),
                            Integer.parseInt(header.group(8)),
                            1_000_000 * Integer.parseInt(header.group(9)))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new MalformedRecord("its date is none of the C locale: " + e.getMessage());
        }
    }

    @Override
    public void finish() {
        events.finish();
    }

    @Override
    public Optional<RejectedLine> cut() {
        return Optional.empty();
    }

    @Override
    public long late() {
        return events.late();
    }
}
