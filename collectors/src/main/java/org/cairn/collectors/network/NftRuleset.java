package org.cairn.collectors.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// The base chains of `nft -j list ruleset` (libnftables-json(5)), each with its hook, policy, and whether one of its
/// rules
/// accepts, drops or jumps without any condition.
/// @param unknownObjects elements that are none of the kinds of libnftables-json(5)
record NftRuleset(List<Map<String, String>> baseChains, int rules, int unknownObjects) {
    private static final List<String> KINDS = List.of(
            "metainfo",
            "table",
            "set",
            "map",
            "element",
            "flowtable",
            "counter",
            "quota",
            "ct helper",
            "ct timeout",
            "ct expectation",
            "limit",
            "synproxy",
            "secmark");

    NftRuleset {
        baseChains = List.copyOf(baseChains);
    }

    static NftRuleset parse(String json) throws MalformedJson {
        Map<String, Map<String, String>> chains = new LinkedHashMap<>();
        int rules = 0;
        int unknown = 0;
        for (Json element : Json.parseObject(Bytes.utf8(json)).array("nftables")) {
            if (!(element instanceof JsonObject object) || object.members().size() != 1) {
                unknown++;
            } else if (object.member("chain").isPresent()) {
                chain(object.object("chain"), chains);
            } else if (object.member("rule").isPresent()) {
                rule(object.object("rule"), chains);
                rules++;
            } else if (KINDS.stream().noneMatch(kind -> object.member(kind).isPresent())) {
                unknown++;
            }
        }
        return new NftRuleset(new ArrayList<>(chains.values()), rules, unknown);
    }

    private static void chain(JsonObject chain, Map<String, Map<String, String>> chains) throws MalformedJson {
        if (chain.member("hook").isEmpty()) {
            return;
        }
        String family = chain.text("family");
        Map<String, String> values = new TreeMap<>();
        for (String name : List.of("family", "table", "name", "type", "hook")) {
            values.put(name, chain.text(name));
        }
        values.put("policy", chain.member("policy").isPresent() ? chain.text("policy") : "accept");
        values.put("ipv4", family.equals("ip") || family.equals("inet") ? "yes" : "no");
        values.put("ipv6", family.equals("ip6") || family.equals("inet") ? "yes" : "no");
        values.put("accepts-all", "no");
        values.put("drops-all", "no");
        values.put("jumps-always", "no");
        chains.put(key(chain, "name"), values);
    }

    /// Only the first unconditional verdict of a chain counts: nothing behind it is reached.
    private static void rule(JsonObject rule, Map<String, Map<String, String>> chains) throws MalformedJson {
        Map<String, String> chain = chains.get(key(rule, "chain"));
        if (chain == null || decided(chain)) {
            return;
        }
        for (Json expression : rule.array("expr")) {
            if (!(expression instanceof JsonObject statement)
                    || !statement.members().keySet().stream().allMatch(NftRuleset::plain)) {
                return;
            }
            if (statement.member("accept").isPresent()) {
                chain.put("accepts-all", "yes");
            } else if (statement.member("drop").isPresent()
                    || statement.member("reject").isPresent()) {
                chain.put("drops-all", "yes");
            } else if (statement.member("jump").isPresent()
                    || statement.member("goto").isPresent()) {
                chain.put("jumps-always", "yes");
            }
        }
    }

    private static boolean decided(Map<String, String> chain) {
        return "yes".equals(chain.get("accepts-all")) || "yes".equals(chain.get("drops-all"));
    }

    /// Statements that hold for every packet; anything else is a condition.
    private static boolean plain(String statement) {
        return List.of("accept", "drop", "reject", "jump", "goto", "counter", "log", "comment")
                .contains(statement);
    }

    private static String key(JsonObject object, String chain) throws MalformedJson {
        return object.text("family") + " " + object.text("table") + " " + object.text(chain);
    }
}
