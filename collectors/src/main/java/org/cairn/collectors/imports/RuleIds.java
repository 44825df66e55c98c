package org.cairn.collectors.imports;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Public identifiers that a rule carries, whatever tool names it: CCE, CCI, NIST SP 800-53 and CWE.
public final class RuleIds {
    /// What a rule may carry at most of one kind; more are cut, which only ever loses a mapping.
    private static final int MOST = 40;

    private static final Pattern CCE = Pattern.compile("CCE-[0-9]{4,6}-[0-9]");
    private static final Pattern CCI = Pattern.compile("CCI-[0-9]{6}");
    private static final Pattern CWE = Pattern.compile("(?i)(?:CWE|external/cwe/cwe)-([0-9]{1,5})");
    private static final Pattern NIST = Pattern.compile("\\b([A-Z]{2}-[0-9]{1,2})(?:[ ]?\\(([0-9]{1,2})\\))?");
    private static final List<String> KINDS = List.of("cce", "cci", "cwe", "nist");

    private final SortedMap<String, SortedSet<String>> found = new TreeMap<>();

    public RuleIds() {
        KINDS.forEach(kind -> found.put(kind, new TreeSet<>()));
    }

    /// Looks for CCE, CCI and CWE in a text; each has a form that nothing else has.
    public RuleIds in(String text) {
        each(CCE, text, "cce");
        each(CCI, text, "cci");
        Matcher cwe = CWE.matcher(text);
        while (cwe.find()) {
            add("cwe", "CWE-" + Integer.parseInt(cwe.group(1)));
        }
        return this;
    }

    /// Looks for controls of SP 800-53 in a text that is known to be about them, e.g. `AC-6(9)` or `IA-2 (1)`.
    public RuleIds nistIn(String text) {
        Matcher nist = NIST.matcher(text);
        while (nist.find()) {
            String number = Integer.toString(Integer.parseInt(nist.group(1).substring(3)));
            String control = nist.group(1).substring(0, 3) + number;
            add("nist", nist.group(2) == null ? control : control + "(" + Integer.parseInt(nist.group(2)) + ")");
        }
        return this;
    }

    public RuleIds with(RuleIds other) {
        other.found.forEach((kind, ids) -> ids.forEach(id -> add(kind, id)));
        return this;
    }

    /// One text a kind, ids apart by a blank; empty where the rule carries none, which was seen and is no gap.
    void describe(Map<String, String> values) {
        found.forEach((kind, ids) -> values.put(kind, String.join(" ", ids)));
    }

    private void each(Pattern pattern, String text, String kind) {
        Matcher ids = pattern.matcher(text);
        while (ids.find()) {
            add(kind, ids.group());
        }
    }

    private void add(String kind, String id) {
        SortedSet<String> ids = found.get(kind);
        if (ids != null && ids.size() < MOST) {
            ids.add(id);
        }
    }
}
