package org.cairn.collectors.host;

import java.util.List;
import java.util.regex.Pattern;

/// A program with its arguments: a list, never a shell's string. The program is a bare name, looked up in fixed
/// directories.
public record Command(String program, List<String> arguments) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    public Command {
        arguments = List.copyOf(arguments);
        if (!NAME.matcher(program).matches()) {
            throw new IllegalArgumentException("not a program's bare name: " + program);
        }
    }

    public static Command of(String program, String... arguments) {
        return new Command(program, List.of(arguments));
    }

    /// As typed.
    public String text() {
        return arguments.isEmpty() ? program : program + " " + String.join(" ", arguments);
    }
}
