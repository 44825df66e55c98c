package org.cairn.collectors.imports;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Walks through a JSON report and reads, one by one, the values at the paths that are asked for; the rest is passed
/// over without being held. A path is like `/runs/*/results/*`, where `*` is any element or member.
public final class JsonWalk {
    /// Of one value that is read whole: members, elements and scalars, and characters.
    private static final int MOST_NODES = 200_000;

    private static final int MOST_CHARACTERS = 16 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(MOST_CHARACTERS)
                    .maxNameLength(10_000)
                    .maxNumberLength(1_000)
                    .build())
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .build();

    /// Takes a value that was asked for.
    @FunctionalInterface
    public interface Taking {
        void take(Tree value) throws UnreadableReport;
    }

    private static final class Route {
        private final Map<String, Route> below = new HashMap<>();
        private final List<Taking> takings = new ArrayList<>();
        private final List<Taking> endings = new ArrayList<>();

        Route step(String name) {
            return below.computeIfAbsent(name, _ -> new Route());
        }
    }

    private final Route root = new Route();
    private final Deque<Object> pointer = new ArrayDeque<>();
    private int nodes;
    private int characters;

    /// Reads each value at the path whole.
    public JsonWalk whole(String path, Taking taking) {
        route(path).takings.add(taking);
        return this;
    }

    /// Called when the value at the path, of which parts are read, has ended.
    public JsonWalk ended(String path, Taking taking) {
        route(path).endings.add(taking);
        return this;
    }

    private Route route(String path) {
        Route route = root;
        for (String name : path.substring(1).split("/", -1)) {
            route = name.isEmpty() ? route : route.step(name);
        }
        return route;
    }

    /// One document, or several one after another, as JSON lines are.
    public void through(Reader text) throws UnreadableReport {
        try (JsonParser parser = parser(text)) {
            try {
                boolean any = false;
                while (parser.nextToken() != null) {
                    any = true;
                    value(parser, root);
                }
                if (!any) {
                    throw refuse("the file holds no JSON", "Run the tool again and look at its messages");
                }
            } catch (JacksonException e) {
                throw Failing.at(place(parser), e);
            }
        }
    }

    static JsonParser parser(Reader text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    private void value(JsonParser parser, Route route) throws UnreadableReport {
        if (!route.takings.isEmpty()) {
            nodes = 0;
            characters = 0;
            Tree whole = tree(parser);
            for (Taking taking : route.takings) {
                taking.take(whole);
            }
            return;
        }
        switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, route);
            case START_ARRAY -> array(parser, route);
            default -> {}
        }
        for (Taking ending : route.endings) {
            ending.take(new Tree.Nothing());
        }
    }

    private void object(JsonParser parser, Route route) throws UnreadableReport {
        if (route.below.isEmpty()) {
            parser.skipChildren();
            return;
        }
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Route next = route.below.getOrDefault(name, route.below.get("*"));
            parser.nextToken();
            if (next == null) {
                parser.skipChildren();
                continue;
            }
            pointer.addLast(name);
            if (route.below.containsKey(name) && !seen.add(name)) {
                throw refuse("this member stands twice in its object", "Export the report again");
            }
            value(parser, next);
            pointer.removeLast();
        }
    }

    private void array(JsonParser parser, Route route) throws UnreadableReport {
        Route next = route.below.get("*");
        if (next == null) {
            parser.skipChildren();
            return;
        }
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            pointer.addLast(index++);
            value(parser, next);
            pointer.removeLast();
        }
    }

    private Tree tree(JsonParser parser) throws UnreadableReport {
        if (++nodes > MOST_NODES) {
            throw refuse("one value has more than " + MOST_NODES + " parts", "No such report is written by a tool");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(parser.getString());
            case VALUE_TRUE -> new Tree.Scalar("true");
            case VALUE_FALSE -> new Tree.Scalar("false");
            default -> new Tree.Nothing();
        };
    }

    private Tree scalar(String spelled) throws UnreadableReport {
        characters += spelled.length();
        if (characters > MOST_CHARACTERS) {
            throw refuse("one value has more than " + MOST_CHARACTERS + " characters", "Export it with less detail");
        }
        return new Tree.Scalar(spelled);
    }

    private Tree fields(JsonParser parser) throws UnreadableReport {
        Map<String, Tree> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (members.put(name, tree(parser)) != null) {
                throw refuse("the member '" + CleanText.of(name) + "' stands twice", "Export the report again");
            }
        }
        return new Tree.Fields(members);
    }

    private Tree elements(JsonParser parser) throws UnreadableReport {
        List<Tree> each = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            each.add(tree(parser));
        }
        return new Tree.Elements(each);
    }

    public UnreadableReport refuse(String reason, String advice) {
        return new UnreadableReport(pointerText(), reason, advice);
    }

    /// RFC 6901.
    public String pointerText() {
        if (pointer.isEmpty()) {
            return "/";
        }
        StringBuilder text = new StringBuilder();
        pointer.forEach(step -> text.append('/')
                .append(CleanText.of(step.toString()).replace("~", "~0").replace("/", "~1")));
        return text.toString();
    }

    private String place(JsonParser parser) {
        TokenStreamLocation at = parser.currentLocation();
        return "line " + at.getLineNr() + ", column " + at.getColumnNr()
                + (pointer.isEmpty() ? "" : ", at " + pointerText());
    }
}
