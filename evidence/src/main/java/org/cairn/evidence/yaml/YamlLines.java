package org.cairn.evidence.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.proof.Json;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// One YAML document with the line on which each of its values begins, for files that people write and that are
/// refused where they are not understood. Bounds are those of [Yaml].
/// @param value the document
/// @param lines by path, such as `data.read[0]`; the whole document is the empty path. Lines count from 1
public record YamlLines(Json value, Map<String, Integer> lines) {
    public YamlLines {
        lines = Map.copyOf(lines);
    }

    /// @throws MalformedYaml if the text is not exactly one document, or beyond the bounds
    public static YamlLines of(String text) throws MalformedYaml {
        List<Json> documents = Yaml.documents(text);
        if (documents.size() != 1) {
            throw new MalformedYaml(documents.size() + " documents instead of one");
        }
        Map<String, Integer> lines = new HashMap<>();
        new Compose(LoadSettings.builder().build())
                .composeAllFromString(text)
                .forEach(root -> collect(root, "", lines));
        return new YamlLines(documents.getFirst(), lines);
    }

    /// The line of a value, or of the nearest thing around it that has one.
    public int line(String path) {
        String at = path;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, Math.max(Math.max(at.lastIndexOf('.'), at.lastIndexOf('[')), 0));
        }
        return lines.getOrDefault(at, 1);
    }

    /// A value that several aliases name is met once for each of them.
    private static void collect(Node node, String path, Map<String, Integer> lines) {
        lines.putIfAbsent(path, line(node));
        switch (node) {
            case MappingNode mapping -> {
                for (NodeTuple member : mapping.getValue()) {
                    if (member.getKeyNode() instanceof ScalarNode key) {
                        String name = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                        lines.putIfAbsent(name, line(key));
                        collect(member.getValueNode(), name, lines);
                    }
                }
            }
            case SequenceNode sequence -> {
                int index = 0;
                for (Node element : sequence.getValue()) {
                    collect(element, path + "[" + index++ + "]", lines);
                }
            }
            default -> {}
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
