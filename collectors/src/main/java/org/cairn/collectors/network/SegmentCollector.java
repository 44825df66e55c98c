package org.cairn.collectors.network;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.IpAddress;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.yaml.Tree;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.MalformedJson;

/// Addresses and VLANs of this host beside the segment that the operator declares (ip-address(8)).
public final class SegmentCollector implements Collector {
    private static final Command ADDRESSES = Command.of("ip", "-j", "-d", "addr");
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "network.segment",
            1,
            "Addresses of this host beside its declared segment",
            List.of(HostDeclaration.PATH, ADDRESSES.text()));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        HostDeclaration declared = HostDeclaration.read(seen);
        Optional<String> output = seen.output(ADDRESSES);
        if (output.isEmpty()) {
            return seen.result();
        }
        Members addresses = seen.population("segment-addresses");
        if (!declared.states("network.prefixes")) {
            addresses.refuse(new Refusal(
                    HostDeclaration.PATH + " network.prefixes", Refusal.Why.ABSENT, "no segment is declared"));
        }
        try {
            if (Json.parse(Bytes.utf8(output.get())) instanceof JsonArray(List<Json> interfaces)) {
                interfaces.forEach(one -> add(one, declared, addresses));
            } else {
                throw new MalformedJson("not a list");
            }
        } catch (MalformedJson e) {
            addresses.refuse(new Refusal(ADDRESSES.text(), Refusal.Why.MALFORMED, String.valueOf(e.getMessage())));
        }
        return seen.result();
    }

    /// Link-local addresses and the loopback belong to no segment.
    private static void add(Json one, HostDeclaration declared, Members addresses) {
        String name = Tree.text(one, "ifname").orElse("?");
        Optional<String> vlan = Tree.text(one, "linkinfo", "info_data", "id")
                .filter(_ -> Tree.text(one, "linkinfo", "info_kind").orElse("").equals("vlan"));
        for (Json info : Tree.list(one, "addr_info")) {
            String text = Tree.text(info, "local").orElse("");
            Optional<IpAddress> address = IpAddress.parse(text);
            boolean counts = address.isEmpty()
                    || address.get().scope() != IpAddress.Scope.LOOPBACK
                            && address.get().scope() != IpAddress.Scope.LINK_LOCAL;
            if (counts) {
                Map<String, String> values = new TreeMap<>(Map.of("interface", name, "address", text));
                vlan.ifPresent(id -> values.put("vlan", id));
                address.flatMap(known -> inside(known, vlan, declared))
                        .ifPresent(yes -> values.put("declared", yes ? "yes" : "no"));
                addresses.add(values);
            }
        }
    }

    /// Empty where nothing is declared, or a prefix is not understood. VLANs count where both sides name some.
    private static Optional<Boolean> inside(IpAddress address, Optional<String> vlan, HostDeclaration declared) {
        List<Optional<Prefix>> prefixes =
                declared.texts("network.prefixes").stream().map(Prefix::parse).toList();
        if (prefixes.isEmpty() || prefixes.contains(Optional.<Prefix>empty())) {
            return Optional.empty();
        }
        boolean inPrefix =
                prefixes.stream().anyMatch(prefix -> prefix.orElseThrow().holds(address));
        boolean inVlan = vlan.isEmpty()
                || !declared.states("network.vlans")
                || declared.texts("network.vlans").contains(vlan.get());
        return Optional.of(inPrefix && inVlan);
    }
}
