package org.cairn.collectors.network;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// The packet filter as iptables shows it, for IPv4 and IPv6 apart.
public final class IptablesCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "network.iptables", 1, "Packet filter (iptables)", List.of("iptables-save", "ip6tables-save"))
            .withRoot("sudo iptables-save; sudo ip6tables-save", "the rules: the kernel shows them to root alone");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Members chains = seen.population("built-in-chains");
        family(seen, chains, "iptables-save", "inet");
        family(seen, chains, "ip6tables-save", "inet6");
        return seen.result();
    }

    private static void family(Observation seen, Members chains, String program, String family)
            throws InterruptedException {
        Optional<String> printed = seen.output(Command.of(program));
        if (printed.isEmpty()) {
            chains.refuse(new Refusal(program, Refusal.Why.ABSENT, "no rules of " + family + " were shown"));
            return;
        }
        IptablesSave parsed = IptablesSave.parse(printed.get(), family);
        parsed.chains().forEach(chains::add);
        if (parsed.unknownLines() > 0) {
            chains.refuse(new Refusal(program, Refusal.Why.MALFORMED, parsed.unknownLines() + " lines not understood"));
        }
    }
}
