package org.cairn.proof.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Holds the rules to the table of `docs/identities.md`.
class AuthorityTableTest {
    @Test
    void thePageSaysOfEachKindAndRoleWhatTheRulesSay() throws IOException {
        Map<String, List<String>> coded = new TreeMap<>();
        Rules.table().forEach((kind, rule) -> coded.put("`" + kind + "`", cells(rule)));
        coded.put("any other kind", cells(Rules.of("TeaMade")));
        assertEquals(coded, documented());
    }

    @Test
    void theColumnsAreTheRoles() throws IOException {
        assertEquals(
                Arrays.stream(Role.values()).map(Role::word).toList(),
                rows().getFirst().subList(1, 6));
    }

    private static List<String> cells(Rule rule) {
        return Arrays.stream(Role.values()).map(role -> cell(rule, role)).toList();
    }

    private static String cell(Rule rule, Role role) {
        if (!rule.signers().contains(role)) {
            return "-";
        }
        boolean decides = rule.decisive().filter(role::equals).isPresent();
        return rule.fourEyes() ? "two" + (decides ? ", decides" : "") : "yes";
    }

    private static Map<String, List<String>> documented() throws IOException {
        Map<String, List<String>> documented = new TreeMap<>();
        rows().stream().skip(2).forEach(row -> documented.put(row.getFirst(), row.subList(1, row.size())));
        return documented;
    }

    private static List<List<String>> rows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("../docs/identities.md"))) {
            if (line.startsWith("| ")) {
                rows.add(Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|"))
                        .map(String::strip)
                        .toList());
            }
        }
        return rows;
    }
}
