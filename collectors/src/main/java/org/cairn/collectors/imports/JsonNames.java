package org.cairn.collectors.imports;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The names of members in the beginning of a JSON file, as far down as formats are told apart by.
public final class JsonNames {
    private static final int DEEPEST = 4;
    private static final int MOST = 1_000;

    private JsonNames() {}

    /// Paths like `runs/*/tool`. Where the text ends or is malformed, what was seen before.
    public static Set<String> of(Reader head) {
        Set<String> names = new HashSet<>();
        Deque<String> path = new ArrayDeque<>();
        try (JsonParser parser = JsonWalk.parser(head)) {
            for (JsonToken token = parser.nextToken();
                    token != null && names.size() < MOST;
                    token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> path.addLast("");
                    case START_ARRAY -> path.addLast("*");
                    case PROPERTY_NAME -> {
                        path.removeLast();
                        path.addLast(parser.currentName());
                        if (path.size() <= DEEPEST) {
                            names.add(String.join("/", path));
                        }
                    }
                    case END_OBJECT, END_ARRAY -> path.removeLast();
                    default -> {}
                }
            }
        } catch (JacksonException _) {
            return names;
        }
        return names;
    }
}
