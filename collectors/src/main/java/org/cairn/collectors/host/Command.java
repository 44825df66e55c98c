package org.cairn.collectors.host;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A program with its arguments: a list, never a shell's string. The program is a bare name, looked up in fixed
/// directories.
/// @param savedAs the file that holds what it printed, in a captured tree; empty where it is called as the command is
///                typed
public record Command(String program, List<String> arguments, Optional<String> savedAs) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    public Command {
        arguments = List.copyOf(arguments);
        if (!NAME.matcher(program).matches()) {
            throw new IllegalArgumentException("not a program's bare name: " + program);
        }
    }

    public static Command of(String program, String... arguments) {
        return new Command(program, List.of(arguments), Optional.empty());
    }

    /// The same, saved in a file of this name: on Windows a command as typed is no file's name.
    public Command savedAs(String file) {
        if (!NAME.matcher(file).matches()) {
            throw new IllegalArgumentException("not a file's bare name: " + file);
        }
        return new Command(program, arguments, Optional.of(file));
    }

    /// As typed.
    public String text() {
        return arguments.isEmpty() ? program : program + " " + String.join(" ", arguments);
    }

    /// The name of the file that holds what it printed: else as typed, with `_` for each space, `%` for each slash.
    String file() {
        return savedAs.orElseGet(() -> text().replace(' ', '_').replace('/', '%'));
    }
}
