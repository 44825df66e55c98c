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
import org.cairn.proof.MalformedJson;

/// The kernel's packet filter as nftables shows it. Rules of the legacy iptables back end are not in it.
public final class NftablesCollector implements Collector {
    private static final Command COMMAND = Command.of("nft", "-j", "list", "ruleset");
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "network.nftables", 1, "Packet filter (nftables)", List.of(COMMAND.text()))
            .withRoot("sudo nft -j list ruleset", "the rule set: the kernel shows it to root alone");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<String> printed = seen.output(COMMAND);
        if (printed.isPresent()) {
            record(seen, printed.get());
        }
        return seen.result();
    }

    private static void record(Observation seen, String printed) {
        try {
            NftRuleset ruleset = NftRuleset.parse(printed);
            Members chains = seen.population("base-chains");
            ruleset.baseChains().forEach(chains::add);
            seen.fact("rules", ruleset.rules());
            if (ruleset.unknownObjects() > 0) {
                chains.refuse(new Refusal(
                        COMMAND.text(), Refusal.Why.MALFORMED, ruleset.unknownObjects() + " objects not understood"));
            }
        } catch (MalformedJson e) {
            seen.refuse(new Refusal(COMMAND.text(), Refusal.Why.MALFORMED, String.valueOf(e.getMessage())));
        }
    }
}
