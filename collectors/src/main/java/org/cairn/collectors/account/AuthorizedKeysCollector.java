package org.cairn.collectors.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Public keys that may log in, with their age: the file's, since a key carries no date.
public final class AuthorizedKeysCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "account.authorized-keys",
                    1,
                    "SSH keys that may log in",
                    List.of("/etc/passwd", "<home>/.ssh/authorized_keys", "<home>/.ssh/authorized_keys2"))
            .withRoot("sudo cat /home/*/.ssh/authorized_keys", "the keys of other users");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<String> passwd = seen.hashed("/etc/passwd", 1 << 20);
        if (passwd.isPresent()) {
            Members keys = seen.population("authorized-keys");
            for (String line : passwd.get().lines().toList()) {
                String[] fields = line.split(":", -1);
                if (fields.length == 7 && fields[5].startsWith("/") && fields[5].length() > 1) {
                    file(seen, keys, fields[0], fields[5] + "/.ssh/authorized_keys");
                    file(seen, keys, fields[0], fields[5] + "/.ssh/authorized_keys2");
                }
            }
        }
        return seen.result();
    }

    private static void file(Observation seen, Members keys, String user, String path) throws InterruptedException {
        switch (seen.host().facts(path)) {
            case Read.Refused<FileFacts>(Refusal refusal) -> {
                if (refusal.why() != Refusal.Why.ABSENT) {
                    keys.refuse(refusal);
                    seen.refuse(refusal);
                }
            }
            case Read.Got<FileFacts>(FileFacts facts) -> {
                Optional<String> text = seen.hashed(path, 1 << 20);
                if (text.isEmpty()) {
                    keys.refuse(new Refusal(path, Refusal.Why.DENIED, "not readable"));
                    return;
                }
                add(seen, keys, user, facts, AuthorizedKey.parse(text.get()));
            }
        }
    }

    private static void add(Observation seen, Members keys, String user, FileFacts facts, AuthorizedKey parsed) {
        long days = Duration.between(facts.modifiedAt(), seen.startedAt()).toDays();
        for (Map<String, String> key : parsed.keys()) {
            Map<String, String> values = new TreeMap<>(key);
            values.put("user", user);
            values.put("file", facts.path());
            values.put("file-age-days", Long.toString(days));
            keys.add(values);
        }
        if (parsed.unknownLines() > 0) {
            keys.refuse(
                    new Refusal(facts.path(), Refusal.Why.MALFORMED, parsed.unknownLines() + " lines not understood"));
        }
    }
}
