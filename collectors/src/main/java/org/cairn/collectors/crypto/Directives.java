package org.cairn.collectors.crypto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A file of directives in blocks, as nginx writes them (nginx.org, "Beginner's Guide": Configuration File's
/// Structure):
/// `name value;` and `name value { … }`, comments from `#`, quotes of both kinds.
/// @param complete whether every block was closed
record Directives(List<Directive> all, boolean complete) {
    private static final int DEPTH_LIMIT = 32;

    record Directive(String name, List<String> values, List<Directive> block) {
        Directive {
            values = List.copyOf(values);
            block = List.copyOf(block);
        }

        /// The last directive of this name in the block.
        Optional<Directive> inside(String wanted) {
            return block.stream().filter(d -> d.name().equals(wanted)).reduce((_, last) -> last);
        }
    }

    Directives {
        all = List.copyOf(all);
    }

    private record Open(List<String> head, List<Directive> block) {}

    static Directives parse(String text) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(List.of(), new ArrayList<>()));
        List<String> words = new ArrayList<>();
        boolean complete = true;
        for (String token : tokens(text)) {
            switch (token) {
                case ";" -> {
                    close(open, words, List.of());
                    words = new ArrayList<>();
                }
                case "{" -> {
                    complete &= open.size() < DEPTH_LIMIT;
                    open.push(new Open(words, new ArrayList<>()));
                    words = new ArrayList<>();
                }
                case "}" -> {
                    complete &= open.size() > 1 && words.isEmpty();
                    words = new ArrayList<>();
                    if (open.size() > 1) {
                        Open done = open.pop();
                        close(open, done.head(), done.block());
                    }
                }
                default -> words.add(token);
            }
        }
        complete &= open.size() == 1 && words.isEmpty();
        while (open.size() > 1) {
            Open done = open.pop();
            close(open, done.head(), done.block());
        }
        return new Directives(open.element().block(), complete);
    }

    private static void close(Deque<Open> open, List<String> words, List<Directive> block) {
        if (!words.isEmpty()) {
            open.element().block().add(new Directive(words.getFirst(), words.subList(1, words.size()), block));
        }
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '#' && word.isEmpty()) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
            } else if ((c == '"' || c == '\'') && word.isEmpty()) {
                quote = c;
            } else if (c == ';' || c == '{' && word.isEmpty() || c == '}') {
                flush(tokens, word);
                tokens.add(String.valueOf(c));
            } else if (Character.isWhitespace(c)) {
                flush(tokens, word);
            } else {
                word.append(c);
            }
        }
        flush(tokens, word);
        return tokens;
    }

    private static void flush(List<String> tokens, StringBuilder word) {
        if (!word.isEmpty()) {
            tokens.add(word.toString());
            word.setLength(0);
        }
    }
}
