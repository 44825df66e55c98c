package org.cairn.collectors.network;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.proof.MalformedJson;

/// Where packets may go: every routing table, or the main tables where the program `ip` is missing.
public final class RoutesCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "network.routes",
            1,
            "Routes and default gateways",
            List.of(
                    "ip -j -4 route show table all",
                    "ip -j -6 route show table all",
                    "/proc/net/route",
                    "/proc/net/ipv6_route"));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        family(seen, "inet", "-4", "/proc/net/route", Routes::fromProc4);
        family(seen, "inet6", "-6", "/proc/net/ipv6_route", Routes::fromProc6);
        return seen.result();
    }

    private static void family(
            Observation seen, String family, String option, String table, Function<String, Routes> parser)
            throws InterruptedException {
        Members routes = seen.population("routes");
        Command command = Command.of("ip", "-j", option, "route", "show", "table", "all");
        Optional<String> printed = seen.output(command);
        if (printed.isPresent()) {
            try {
                Routes parsed = Routes.fromIp(printed.get(), family);
                parsed.routes().forEach(routes::add);
                refuseUnknown(routes, command.text(), parsed);
                return;
            } catch (MalformedJson e) {
                routes.refuse(new Refusal(command.text(), Refusal.Why.MALFORMED, String.valueOf(e.getMessage())));
            }
        } else {
            routes.refuse(new Refusal(command.text(), Refusal.Why.ABSENT, "tables other than main were not seen"));
        }
        Optional<Routes> main = seen.text(table).map(parser);
        main.ifPresent(parsed -> parsed.routes().forEach(routes::add));
        main.ifPresent(parsed -> refuseUnknown(routes, table, parsed));
    }

    private static void refuseUnknown(Members routes, String source, Routes parsed) {
        if (parsed.unknownLines() > 0) {
            routes.refuse(new Refusal(source, Refusal.Why.MALFORMED, parsed.unknownLines() + " routes not understood"));
        }
    }
}
