package org.cairn.frameworks.oscal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.frameworks.oscal.OscalItem.Param;
import org.cairn.frameworks.oscal.OscalItem.Part;

/// A control's parts as one text. Parameters become the values that were set, or say in brackets what is to be set, as
/// NIST prints them.
final class OscalText {
    /// A parameter in prose: `{{ insert: param, ac-1_prm_1 }}`.
    private static final Pattern INSERT = Pattern.compile("\\{\\{\\s*insert:\\s*param,\\s*([^\\s{}]+)\\s*}}");

    /// How it is assessed is said elsewhere: these parts ask nothing.
    private static final Set<String> ASSESSMENT =
            Set.of("assessment-objective", "assessment-method", "assessment-objects", "objective", "assessment");

    /// Parameters in parameters in parameters; NIST's catalogue has one level.
    private static final int DEEPEST = 4;

    /// What the parameters of a text may add to it.
    private static final int LONGEST = 64_000;

    private final Map<String, Param> params = new HashMap<>();

    OscalText(OscalCatalog catalog) {
        catalog.params().forEach(this::set);
        catalog.groups().forEach(this::collect);
        catalog.controls().forEach(this::collect);
    }

    private void collect(OscalItem item) {
        item.params().forEach(this::set);
        item.groups().forEach(this::collect);
        item.controls().forEach(this::collect);
    }

    /// What comes later stands, in what it says.
    void set(Param param) {
        params.merge(
                param.id(),
                param,
                (old, later) -> new Param(
                        later.id(),
                        later.label().isEmpty() ? old.label() : later.label(),
                        later.values().isEmpty() ? old.values() : later.values(),
                        later.choices().isEmpty() ? old.choices() : later.choices()));
    }

    String of(OscalItem item) {
        List<String> lines = new ArrayList<>();
        for (Part part : item.parts()) {
            if (!ASSESSMENT.contains(part.name())) {
                boolean asks = part.name().equals("statement") || part.name().equals("overview");
                lines(part, asks ? "" : "[" + part.name() + "] ", 0, lines);
            }
        }
        return String.join("\n", lines);
    }

    private void lines(Part part, String before, int depth, List<String> lines) {
        String label = OscalItem.label(part.props());
        StringBuilder line = new StringBuilder("  ".repeat(Math.max(0, depth - 1))).append(before);
        for (String piece : List.of(label, part.title(), filled(part.prose(), 0))) {
            if (!piece.isEmpty()) {
                line.append(line.isEmpty() || line.charAt(line.length() - 1) == ' ' ? "" : " ")
                        .append(piece);
            }
        }
        if (!label.isEmpty() || !part.title().isEmpty() || !part.prose().isEmpty()) {
            lines.add(line.toString());
        }
        part.parts().forEach(inner -> lines(inner, "", depth + 1, lines));
    }

    private String filled(String prose, int depth) {
        Matcher insert = INSERT.matcher(prose);
        StringBuilder filled = new StringBuilder();
        while (insert.find()) {
            Param param = params.get(insert.group(1));
            boolean roomy = depth < DEEPEST && filled.length() <= LONGEST;
            String text = roomy && param != null ? said(param, depth + 1) : insert.group();
            insert.appendReplacement(filled, Matcher.quoteReplacement(text));
        }
        return insert.appendTail(filled).toString();
    }

    private String said(Param param, int depth) {
        if (!param.values().isEmpty()) {
            return filled(String.join(", ", param.values()), depth);
        }
        if (!param.choices().isEmpty()) {
            return "[Selection: " + filled(String.join("; ", param.choices()), depth) + "]";
        }
        return "[Assignment: " + (param.label().isEmpty() ? param.id() : param.label()) + "]";
    }
}
