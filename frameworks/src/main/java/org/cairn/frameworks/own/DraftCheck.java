package org.cairn.frameworks.own;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.FrameworkId;

/// Turns what a file says into a framework, or names everything that stands against it.
public final class DraftCheck {
    private final String file;
    private final KnownSubjects known;

    /// @param file as messages name it
    public DraftCheck(String file, KnownSubjects known) {
        this.file = file;
        this.known = known;
    }

    /// @param id the framework's id; empty takes the one in the file
    /// @throws MalformedFramework with all faults
    public OwnFramework check(Draft draft, Optional<FrameworkId> id) throws MalformedFramework {
        return checked(id.map(given -> draft.as(given.value())).orElse(draft));
    }

    private OwnFramework checked(Draft draft) throws MalformedFramework {
        Faults faults = new Faults(file);
        FieldCheck fields = new FieldCheck(faults);
        Optional<FrameworkId> id = frameworkId(draft, faults);
        String name = fields.line(draft.place(), "title", draft.name());
        String version = fields.line(draft.place(), "ref", draft.version());
        String source = fields.text(draft.place(), "text", draft.source());
        Map<String, Placed> nodes = nodes(draft, fields, faults);
        if (draft.nodes().isEmpty()) {
            faults.add(draft.place().of(""), "no requirement; a framework has one at least");
        }
        new NodeOrder(nodes, faults).check();
        List<OwnMapping> mappings = new MappingCheck(nodes, id, known, fields, faults).check(draft.mappings());
        faults.refuse();
        List<OwnNode> rows = nodes.values().stream().map(Placed::node).toList();
        return new OwnFramework(id.orElseThrow(), name, version, source, NodeOrder.ordered(rows), mappings);
    }

    /// A checked row and where it came from.
    record Placed(OwnNode node, Place place) {}

    private static Optional<FrameworkId> frameworkId(Draft draft, Faults faults) {
        String given = CellText.normal(draft.id());
        try {
            if (!given.isEmpty()) {
                return Optional.of(new FrameworkId(given));
            }
            faults.add(draft.place().of("id"), "the framework has no id; write one there or give --id");
        } catch (IllegalArgumentException _) {
            faults.add(
                    draft.place().of("id"),
                    "'" + shortened(given) + "' is no framework id: a-z and 0-9, words joined by '-', at most 40");
        }
        return Optional.empty();
    }

    private static Map<String, Placed> nodes(Draft draft, FieldCheck fields, Faults faults) {
        Map<String, Placed> nodes = new LinkedHashMap<>();
        Map<String, Place> first = new HashMap<>();
        for (Draft.Node node : draft.nodes()) {
            String id = fields.id(node.place(), node.id());
            String parent = CellText.normal(node.parent());
            OwnNode checked = new OwnNode(
                    id,
                    parent.isEmpty() ? Optional.empty() : Optional.of(parent),
                    fields.optionalLine(node.place(), "ref", node.ref()),
                    fields.line(node.place(), "title", node.title()),
                    fields.text(node.place(), "text", node.text()),
                    fields.yes(node.place(), "assessable", node.assessable()));
            if (!id.isEmpty() && first.putIfAbsent(id, node.place()) != null) {
                faults.add(
                        node.place().of("id"),
                        "the id '" + shortened(id) + "' is taken by "
                                + first.getOrDefault(id, node.place()).of(""));
            } else if (!id.isEmpty()) {
                nodes.put(id, new Placed(checked, node.place()));
            }
        }
        return nodes;
    }

    static String shortened(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        String line = lines.isEmpty() ? "" : lines.getFirst();
        return line.length() <= 80 ? line : line.substring(0, 77) + "...";
    }
}
