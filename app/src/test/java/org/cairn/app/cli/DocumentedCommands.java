package org.cairn.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedJson;

/// The examples of `docs/commands.md`, in order.
final class DocumentedCommands {
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(console|json)\n(.*?)^```$");
    private static final Pattern EXIT = Pattern.compile("  # exit ([0-3])$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /// @param line  as typed, without the prompt
    /// @param shape of the JSON document it prints, where one is shown
    record Example(String line, int exit, Optional<Json> shape) {
        List<String> arguments() {
            List<String> words = new ArrayList<>();
            Matcher matcher = WORD.matcher(line);
            while (matcher.find()) {
                words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
            return words.subList(1, words.size()); // without `cairn`
        }
    }

    private DocumentedCommands() {}

    static List<Example> in(String page) throws MalformedJson {
        List<Example> examples = new ArrayList<>();
        Matcher fence = FENCE.matcher(page);
        while (fence.find()) {
            if (fence.group(1).equals("console")) {
                fence.group(2).lines().map(DocumentedCommands::example).forEach(examples::add);
            } else {
                Example last = examples.removeLast();
                Json shape = Json.parse(Bytes.utf8(fence.group(2)));
                examples.add(new Example(last.line(), last.exit(), Optional.of(shape)));
            }
        }
        return examples;
    }

    private static Example example(String line) {
        if (!line.startsWith("$ cairn ")) {
            throw new IllegalArgumentException("not an example: " + line);
        }
        Matcher exit = EXIT.matcher(line);
        boolean stated = exit.find();
        String command = stated ? line.substring(0, exit.start()) : line;
        return new Example(command.substring(2), stated ? Integer.parseInt(exit.group(1)) : 0, Optional.empty());
    }
}
