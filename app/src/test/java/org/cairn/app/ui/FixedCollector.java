package org.cairn.app.ui;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.evidence.RawBytes;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// States the same facts on every machine, in the form of the collector whose place it takes.
record FixedCollector(
        CollectorDescription description,
        String location,
        String raw,
        Map<String, String> facts,
        List<Population> populations,
        List<Refusal> refusals)
        implements Collector {

    /// One server that everybody can reach, and one that only this machine can.
    static Collector listeningSockets() {
        return new FixedCollector(
                CollectorDescription.of("network.listening-sockets", 1, "Listening sockets", List.of("/proc/net/tcp"))
                        .withRoot("sudo ./cairn collect", "names the process behind each socket of other users"),
                "/proc/net/tcp",
                "  sl  local_address rem_address\n",
                Map.of(),
                List.of(new Population(
                        "listening-sockets",
                        List.of(
                                socket("0.0.0.0", "8000", "wildcard", "python3"),
                                socket("127.0.0.1", "5432", "loopback", "postgres")),
                        List.of())),
                List.of());
    }

    static Collector passwordHashes() {
        return new FixedCollector(
                CollectorDescription.of("access.password-hashes", 1, "Password hashes", List.of("/etc/shadow"))
                        .withRoot("sudo ./cairn collect", "reads which accounts have weak or empty passwords"),
                "/etc/passwd",
                "root:x:0:0:root:/root:/bin/bash\n",
                Map.of("accounts", "34"),
                List.of(),
                List.of(new Refusal(
                        "/etc/shadow", Refusal.Why.DENIED, "Only root may read it. Run as root to add it.")));
    }

    static Collector routes() {
        return new FixedCollector(
                CollectorDescription.of("network.routes", 1, "Routes of every table", List.of("/proc/net/route")),
                "/proc/net/route",
                "Iface Destination Gateway\n",
                Map.of("default-routes", "0", "tables", "3"),
                List.of(),
                List.of());
    }

    private static Item socket(String address, String port, String scope, String process) {
        return Item.of(Map.of(
                "address",
                address,
                "port",
                port,
                "scope",
                scope,
                "process",
                process,
                "protocol",
                "tcp",
                "inode",
                "4711"));
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) {
        Bytes bytes = Bytes.utf8(raw);
        Source source = new Source(location, Source.How.FILE, clock.instant(), Digest.sha256(bytes), bytes.size());
        Evidence evidence = new Evidence(
                id(),
                1,
                "llm-host-1",
                "anna",
                clock.instant(),
                List.of(source),
                new TreeMap<>(facts),
                populations,
                refusals);
        return new CollectionResult(evidence, List.of(new RawBytes(source, bytes)));
    }
}
