package org.cairn.collectors.network;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.KeyValues;
import org.cairn.collectors.text.SettingsFiles;
import org.cairn.evidence.CollectionResult;

/// What ufw(8) and firewalld(1) are configured to do; whether the kernel does it is shown by the packet filter itself.
public final class FirewallFilesCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "network.firewall-files",
                    1,
                    "Firewall configuration (ufw, firewalld)",
                    List.of(
                            "/etc/default/ufw",
                            "/etc/ufw/ufw.conf",
                            "/etc/firewalld/firewalld.conf",
                            "/etc/firewalld/policies"))
            .withRoot("sudo cat /etc/firewalld/policies/*.xml", "the policies, where the folder is closed to others");
    private static final Pattern TARGET = Pattern.compile("<policy[^>]*\\starget=\"([A-Za-z]+)\"");
    private static final Pattern ZONE = Pattern.compile("<(ingress|egress)-zone\\s+name=\"([^\"]+)\"");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        KeyValues defaults = SettingsFiles.read(seen, "/etc/default/ufw");
        defaults.value("default_output_policy").ifPresent(value -> seen.fact("ufw-default-output-policy", value));
        defaults.value("ipv6").ifPresent(value -> seen.fact("ufw-ipv6", value));
        SettingsFiles.read(seen, "/etc/ufw/ufw.conf")
                .value("enabled")
                .ifPresent(value -> seen.fact("ufw-enabled", value));
        Optional<String> firewalld = seen.text("/etc/firewalld/firewalld.conf");
        if (firewalld.isPresent()) {
            KeyValues.parse(firewalld.get())
                    .value("defaultzone")
                    .ifPresent(value -> seen.fact("firewalld-default-zone", value));
            Members policies = seen.population("firewalld-policies");
            for (String file : seen.dropIns("/etc/firewalld/policies", ".xml")) {
                seen.text(file).ifPresent(xml -> policies.add(policy(file, xml)));
            }
            seen.hindrances().forEach(policies::refuse);
        }
        return seen.result();
    }

    /// firewalld.policy(5): target, and the zones traffic comes from and goes to.
    static Map<String, String> policy(String file, String xml) {
        Map<String, String> values = new TreeMap<>();
        values.put("file", file);
        Matcher target = TARGET.matcher(xml);
        values.put("target", target.find() ? target.group(1) : "CONTINUE");
        Matcher zone = ZONE.matcher(xml);
        while (zone.find()) {
            values.merge(zone.group(1), zone.group(2), (a, b) -> a + " " + b);
        }
        return values;
    }
}
