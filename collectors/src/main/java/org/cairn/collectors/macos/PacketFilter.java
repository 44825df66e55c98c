package org.cairn.collectors.macos;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Rules as `pfctl -s rules` prints them (pf.conf(5)): the last that matches decides, unless one says `quick`. Followed
/// is a packet that goes out and of which nothing else is known: a rule that blocks counts if it blocks everything, one
/// that passes already if it names no destination.
/// @param unknown lines that are no rules
record PacketFilter(boolean blocksIpv4, boolean blocksIpv6, int unknown) {
    private static final List<String> FAMILIES = List.of("inet", "inet6");
    private static final List<String> OTHER = List.of(
            "scrub",
            "scrub-anchor",
            "nat-anchor",
            "rdr-anchor",
            "dummynet-anchor",
            "anchor",
            "}",
            "nat",
            "rdr",
            "match");

    static PacketFilter parse(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        int unknown = (int) lines.stream()
                .map(line -> line.split("\\s+", 2)[0])
                .filter(word -> !word.equals("pass") && !word.equals("block") && !OTHER.contains(word))
                .count();
        return new PacketFilter(blocks(lines, "inet"), blocks(lines, "inet6"), unknown);
    }

    private static boolean blocks(List<String> lines, String family) {
        boolean blocked = false;
        for (String line : lines) {
            List<String> words = Arrays.asList(line.split("\\s+", -1));
            Optional<Boolean> decision = decision(words, family);
            if (decision.isPresent()) {
                blocked = decision.get();
                if (words.contains("quick")) {
                    return blocked;
                }
            }
        }
        return blocked;
    }

    /// Whether a rule blocks or passes; empty where it decides on some packets only.
    private static Optional<Boolean> decision(List<String> words, String family) {
        boolean blocks = words.getFirst().equals("block");
        if (!blocks && !words.getFirst().equals("pass")) {
            return Optional.empty();
        }
        boolean inbound = words.indexOf("in") == 1 || words.indexOf("in") == 2;
        boolean otherFamily = FAMILIES.stream().anyMatch(words::contains) && !words.contains(family);
        int to = words.indexOf("to");
        boolean toAnywhere = words.contains("all") || to > 0 && to + 1 < words.size() && isAny(words, to + 1);
        boolean onLoopback = words.indexOf("on") >= 0 && following(words, "on").startsWith("lo");
        if (inbound || otherFamily || !toAnywhere || onLoopback) {
            return Optional.empty();
        }
        boolean everything = words.contains("all")
                && List.of("on", "proto", "user", "group").stream().noneMatch(words::contains);
        return blocks && !everything ? Optional.empty() : Optional.of(blocks);
    }

    /// `any`, with or without a port behind it.
    private static boolean isAny(List<String> words, int at) {
        return words.get(at).equals("any");
    }

    private static String following(List<String> words, String word) {
        int at = words.indexOf(word) + 1;
        return at < words.size() ? words.get(at) : "";
    }
}
