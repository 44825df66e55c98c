package org.cairn.collectors.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.collectors.text.ConfigLines;

/// Reads sshd_config(5): the first value of a keyword counts; what follows `Match` holds for some connections only.
/// @param global   by lower-case keyword
/// @param matching settings in Match blocks: `criteria`, `keyword`, `value`
/// @param includes patterns of files to read in place, as written; those inside a Match block are among them
record SshdSettings(Map<String, String> global, List<Map<String, String>> matching, List<String> includes) {
    SshdSettings {
        global = Map.copyOf(global);
        matching = List.copyOf(matching);
        includes = List.copyOf(includes);
    }

    static SshdSettings parse(String text) {
        Map<String, String> global = new LinkedHashMap<>();
        List<Map<String, String>> matching = new ArrayList<>();
        List<String> includes = new ArrayList<>();
        String criteria = "";
        for (String line : ConfigLines.of(text).lines()) {
            String[] words = line.split("[\\s=]+", 2);
            String keyword = words[0].toLowerCase(Locale.ROOT);
            String value = words.length == 2 ? words[1].replace("\"", "").strip() : "";
            if (keyword.equals("match")) {
                criteria = value.equalsIgnoreCase("all") ? "" : value;
            } else if (keyword.equals("include")) {
                includes.addAll(List.of(value.split("\\s+", -1)));
            } else if (criteria.isEmpty()) {
                global.putIfAbsent(keyword, value.toLowerCase(Locale.ROOT));
            } else {
                matching.add(Map.of("criteria", criteria, "keyword", keyword, "value", value.toLowerCase(Locale.ROOT)));
            }
        }
        return new SshdSettings(global, matching, includes);
    }
}
