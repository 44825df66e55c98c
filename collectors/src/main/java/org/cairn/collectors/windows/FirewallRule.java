package org.cairn.collectors.windows;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A rule of Windows Firewall as the registry holds it (MS-GPFAS section 2.2.2): `v2.10|Action=Allow|Active=TRUE|…|`.
/// @param wide whether it neither names a destination nor a program, service or package
record FirewallRule(boolean active, boolean allows, boolean outbound, boolean wide) {
    private static final Set<String> NARROWING =
            Set.of("app", "svc", "apppkgid", "ra4", "ra6", "ra42", "ra62", "rport", "rport2_10", "icmp4", "icmp6");

    /// Empty where it is none.
    static Optional<FirewallRule> parse(String value) {
        String[] tokens = value.split("\\|", -1);
        if (!tokens[0].matches("v\\d+\\.\\d+")) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < tokens.length; i++) {
            String[] pair = tokens[i].split("=", 2);
            if (pair.length == 2) {
                values.put(pair[0].toLowerCase(Locale.ROOT), pair[1].toLowerCase(Locale.ROOT));
            } else if (!tokens[i].isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new FirewallRule(
                "true".equals(values.get("active")),
                "allow".equals(values.get("action")),
                "out".equals(values.get("dir")),
                values.keySet().stream().noneMatch(NARROWING::contains)));
    }

    boolean opensEverything() {
        return active && allows && outbound && wide;
    }
}
