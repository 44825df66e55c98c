package org.cairn.collectors.network;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.ConfigLines;
import org.cairn.collectors.text.KeyValues;
import org.cairn.collectors.text.SettingsFiles;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Who is asked for names (resolv.conf(5), nsswitch.conf(5), resolved.conf(5)).
public final class NameResolutionCollector implements Collector {
    private static final String MAIN = "/etc/resolv.conf";
    private static final String UPSTREAM = "/run/systemd/resolve/resolv.conf";
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "network.name-resolution",
            1,
            "Name servers and the order of name sources",
            List.of(
                    MAIN,
                    UPSTREAM,
                    "/etc/nsswitch.conf",
                    "/{usr/lib,etc}/systemd/resolved.conf",
                    "/{usr/lib,run,etc}/systemd/resolved.conf.d",
                    "/etc/systemd/resolved.conf.d"));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Members resolvers = seen.population("resolvers");
        Optional<String> main = seen.text(MAIN);
        main.ifPresentOrElse(
                text -> add(resolvers, MAIN, servers(text)),
                () -> resolvers.refuse(new Refusal(MAIN, Refusal.Why.ABSENT, "no list of name servers")));
        Optional<String> upstream = seen.text(UPSTREAM);
        upstream.ifPresent(text -> add(resolvers, UPSTREAM, servers(text)));
        boolean stub = main.isPresent()
                && servers(main.get()).stream()
                        .anyMatch(server -> SocketTable.scopeOf(server).equals("loopback"));
        if (stub && upstream.isEmpty()) {
            resolvers.refuse(
                    new Refusal(UPSTREAM, Refusal.Why.ABSENT, "a local stub answers; whom it asks is not seen"));
        }
        KeyValues resolved = SettingsFiles.systemd(seen, "resolved.conf");
        resolved.value("dns")
                .ifPresent(list -> add(resolvers, "resolved.conf DNS=", Arrays.asList(list.split("\\s+", -1))));
        resolved.value("fallbackdns")
                .ifPresent(list -> add(resolvers, "resolved.conf FallbackDNS=", Arrays.asList(list.split("\\s+", -1))));
        seen.hindrances().forEach(resolvers::refuse);
        seen.text("/etc/nsswitch.conf")
                .map(KeyValues::parse)
                .flatMap(values -> values.value("hosts:"))
                .ifPresent(sources -> seen.fact("hosts-sources", sources));
        return seen.result();
    }

    /// The addresses of `nameserver` lines, without a zone index.
    static List<String> servers(String resolvConf) {
        return ConfigLines.of(resolvConf).lines().stream()
                .map(line -> line.split("\\s+", -1))
                .filter(words -> words.length >= 2 && words[0].equals("nameserver"))
                .map(words -> words[1])
                .toList();
    }

    private static void add(Members resolvers, String source, List<String> addresses) {
        for (String address : addresses) {
            if (!address.isBlank()) {
                String bare = address.replaceFirst("[%#].*$", "");
                resolvers.add(Map.of("address", address, "scope", SocketTable.scopeOf(bare), "source", source));
            }
        }
    }
}
