package org.cairn.collectors.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.collectors.account.LocalAccounts.User;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.RandomBytes;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// When people's local accounts last logged in: `/var/log/lastlog`, one record of 292 bytes for each user id: seconds,
/// terminal, host (lastlog(8), glibc bits/utmp.h). Terminal and host are not recorded.
public final class LastLoginsCollector implements Collector {
    private static final String LASTLOG = "/var/log/lastlog";
    private static final String SUCCESSOR = "/var/lib/lastlog/lastlog2.db";
    private static final int RECORD_BYTES = 292;
    /// login.defs(5): people start at `UID_MIN`; 65534 is nobody.
    private static final int FIRST_PERSON = 1000;

    private static final int NOBODY = 65_534;
    private static final Set<String> NO_LOGIN =
            Set.of("/usr/sbin/nologin", "/sbin/nologin", "/bin/false", "/usr/bin/false");
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "account.last-logins",
            1,
            "Last logins of people's accounts",
            List.of("/etc/passwd", "/etc/group", LASTLOG, SUCCESSOR));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<LocalAccounts> accounts = LocalAccounts.read(seen);
        if (accounts.isEmpty()) {
            return seen.result();
        }
        Members people = seen.population("people");
        if (host.facts(SUCCESSOR) instanceof Read.Got<FileFacts>) {
            people.refuse(
                    new Refusal(SUCCESSOR, Refusal.Why.MALFORMED, "a database that is not read; lslogins shows it"));
        }
        for (User user : accounts.get().users()) {
            boolean person = user.uid() >= FIRST_PERSON && user.uid() != NOBODY && !NO_LOGIN.contains(user.shell());
            if (person) {
                people.add(item(seen, user, people));
            }
        }
        return seen.result();
    }

    private static Map<String, String> item(Observation seen, User user, Members people) throws InterruptedException {
        Map<String, String> values = new TreeMap<>(Map.of("name", user.name()));
        switch (seen.host().scan(LASTLOG, file -> seconds(file, user.uid()))) {
            case Read.Refused<Long>(Refusal refusal) -> people.refuse(refusal);
            case Read.Got<Long>(Long seconds) -> {
                if (seconds == 0) {
                    values.put("state", "never logged in");
                } else {
                    Instant at = Instant.ofEpochSecond(seconds);
                    values.put("state", "logged in");
                    values.put("at", at.toString());
                    if (!at.isAfter(seen.startedAt())) {
                        values.put(
                                "days",
                                Long.toString(
                                        Duration.between(at, seen.startedAt()).toDays()));
                    }
                }
            }
        }
        return values;
    }

    /// 0 where the file ends before the record: it is as long as the highest user who logged in.
    private static long seconds(RandomBytes file, int uid) throws IOException {
        byte[] record = file.read((long) uid * RECORD_BYTES, Integer.BYTES);
        return record.length < Integer.BYTES
                ? 0
                : Integer.toUnsignedLong(
                        ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).getInt());
    }
}
