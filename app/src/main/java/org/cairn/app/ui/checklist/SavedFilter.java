package org.cairn.app.ui.checklist;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.ControlId;

/// A filter under a name.
/// @param typed     what the controls' words have to hold
/// @param narrowing which of them are shown at all
public record SavedFilter(String name, String typed, Narrowing narrowing) {
    private static final String STANDING = "standing:";
    private static final String CHOSEN = "chosen:";

    public SavedFilter {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a filter needs a name");
        }
    }

    /// The narrowing as one line for a settings file.
    public String narrowingLine() {
        return switch (narrowing) {
            case Narrowing.Everything _ -> "everything";
            case Narrowing.Unanswered _ -> "unanswered";
            case Narrowing.Standing(Mark mark) -> STANDING + Texts.keyOf(mark);
            case Narrowing.Chosen(String what, var controls) ->
                CHOSEN + controls.stream().map(ControlId::value).sorted().collect(Collectors.joining(",")) + ":" + what;
        };
    }

    /// From a settings file, which people may have edited; empty where a line is none of ours.
    public static Optional<SavedFilter> read(String name, String typed, String line) {
        return name.isBlank() ? Optional.empty() : narrowing(line).map(read -> new SavedFilter(name, typed, read));
    }

    private static Optional<Narrowing> narrowing(String line) {
        if (line.equals("everything")) {
            return Optional.of(new Narrowing.Everything());
        }
        if (line.equals("unanswered")) {
            return Optional.of(new Narrowing.Unanswered());
        }
        if (line.startsWith(STANDING)) {
            return Stream.of(Mark.values())
                    .filter(mark -> Texts.keyOf(mark).equals(line.substring(STANDING.length())))
                    .findFirst()
                    .map(Narrowing.Standing::new);
        }
        String rest = line.startsWith(CHOSEN) ? line.substring(CHOSEN.length()) : "";
        int colon = rest.indexOf(':');
        return colon < 1 ? Optional.empty() : chosen(rest.substring(0, colon), rest.substring(colon + 1));
    }

    private static Optional<Narrowing> chosen(String ids, String what) {
        List<String> controls = Arrays.asList(ids.split(",", -1));
        return controls.stream().allMatch(id -> id.matches("[A-Z]{2,8}-[0-9]{1,4}"))
                ? Optional.of(new Narrowing.Chosen(
                        what, controls.stream().map(ControlId::new).collect(Collectors.toSet())))
                : Optional.empty();
    }
}
