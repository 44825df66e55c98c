package org.cairn.collectors.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `iptables-save` prints (iptables-save(8)): the built-in chains with their policy, and whether a rule without
/// conditions accepts, drops or jumps.
record IptablesSave(List<Map<String, String>> chains, int unknownLines) {
    private static final Pattern CHAIN = Pattern.compile(":(\\S+) (\\S+)(?: \\[\\d+:\\d+])?");
    private static final Pattern RULE = Pattern.compile("(?:\\[\\d+:\\d+] )?-A (\\S+)(.*)");
    private static final Pattern UNCONDITIONAL =
            Pattern.compile("(?: -m comment --comment (?:\"[^\"]*\"|\\S+))? -[jg] (\\S+)(?: --reject-with \\S+)?");

    IptablesSave {
        chains = List.copyOf(chains);
    }

    static IptablesSave parse(String text, String family) {
        Map<String, Map<String, String>> chains = new LinkedHashMap<>();
        String table = "";
        int unknown = 0;
        for (String line :
                text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            Matcher chain = CHAIN.matcher(line);
            Matcher rule = RULE.matcher(line);
            if (line.startsWith("*")) {
                table = line.substring(1);
            } else if (chain.matches()) {
                chains.put(table + " " + chain.group(1), chain(family, table, chain.group(1), chain.group(2)));
            } else if (rule.matches() && chains.containsKey(table + " " + rule.group(1))) {
                chains.computeIfPresent(table + " " + rule.group(1), (_, found) -> rule(found, rule.group(2)));
            } else if (!line.equals("COMMIT")) {
                unknown++;
            }
        }
        return new IptablesSave(
                new ArrayList<>(chains.values().stream()
                        .filter(chain -> !"-".equals(chain.get("policy")))
                        .toList()),
                unknown);
    }

    private static Map<String, String> chain(String family, String table, String name, String policy) {
        Map<String, String> chain = new TreeMap<>();
        chain.put("family", family);
        chain.put("table", table);
        chain.put("name", name);
        chain.put("policy", policy);
        chain.put("accepts-all", "no");
        chain.put("drops-all", "no");
        chain.put("jumps-always", "no");
        return chain;
    }

    private static Map<String, String> rule(Map<String, String> chain, String specification) {
        Matcher always = UNCONDITIONAL.matcher(specification);
        if (always.matches() && !"yes".equals(chain.get("accepts-all")) && !"yes".equals(chain.get("drops-all"))) {
            switch (always.group(1)) {
                case "ACCEPT" -> chain.put("accepts-all", "yes");
                case "DROP", "REJECT" -> chain.put("drops-all", "yes");
                case "LOG", "NFLOG" -> {}
                default -> chain.put("jumps-always", "yes");
            }
        }
        return chain;
    }
}
