package org.cairn.collectors.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Who holds which of the three duties data, models and infrastructure, by the groups and users that the operator names
/// for each. A group that is not in `/etc/group` has members that are not seen here, and that is a refusal.
public final class DutiesCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "account.duties",
            1,
            "Who holds duties for data, models and infrastructure",
            List.of(HostDeclaration.PATH, "/etc/passwd", "/etc/group"));
    private static final List<String> DUTIES = List.of("data", "models", "infrastructure");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        HostDeclaration declared = HostDeclaration.read(seen);
        Optional<LocalAccounts> accounts = LocalAccounts.read(seen);
        if (accounts.isEmpty() || declared.statements().isEmpty()) {
            return seen.result();
        }
        Members holders = seen.population("duty-holders");
        Map<String, Set<String>> duties = new TreeMap<>();
        for (String duty : DUTIES) {
            if (!declared.states("roles." + duty)) {
                holders.refuse(new Refusal(
                        HostDeclaration.PATH + " roles." + duty, Refusal.Why.ABSENT, "nobody is named for this duty"));
            }
            for (String name : declared.texts("roles." + duty)) {
                holders(accounts.get(), name, holders)
                        .forEach(user -> duties.computeIfAbsent(user, _ -> new TreeSet<>())
                                .add(duty));
            }
        }
        duties.forEach((user, held) -> holders.add(
                "user", user, "duties", String.join(" and ", held), "count", Integer.toString(held.size())));
        return seen.result();
    }

    /// @param name a user, or `@group`
    private static Set<String> holders(LocalAccounts accounts, String name, Members holders) {
        if (!name.startsWith("@")) {
            return Set.of(name);
        }
        Optional<Set<String>> members = accounts.membersOf(name.substring(1));
        if (members.isEmpty()) {
            holders.refuse(new Refusal(
                    "group " + name.substring(1), Refusal.Why.ABSENT, "not in /etc/group: its members are not seen"));
        }
        return members.orElse(Set.of());
    }
}
