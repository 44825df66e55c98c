package org.cairn.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.cairn.ledger.key.Passphrase;

/// Where a passphrase comes from: a file, the environment or a prompt; never an argument, which every user of the
/// machine could read.
final class PassphraseSource {
    static final String VARIABLE = "CAIRN_PASSPHRASE";
    private static final long FILE_LIMIT_BYTES = 4096;

    private PassphraseSource() {}

    static Passphrase existing(Terminal terminal, Optional<Path> file) throws Refused {
        return existing(terminal, file, "Passphrase: ");
    }

    static Passphrase existing(Terminal terminal, Optional<Path> file, String question) throws Refused {
        Optional<char[]> given = given(terminal, file);
        return passphrase(given.isPresent() ? given.get() : secret(terminal, question));
    }

    /// A new one is asked for twice.
    static Passphrase chosen(Terminal terminal, Optional<Path> file) throws Refused {
        Optional<char[]> given = given(terminal, file);
        if (given.isPresent()) {
            return passphrase(given.get());
        }
        return typedTwice(terminal, "the two passphrases differ; nothing was created");
    }

    /// For somebody else than who opens the workspace, so the environment does not count.
    static Passphrase fresh(Terminal terminal, Optional<Path> file) throws Refused {
        if (file.isPresent()) {
            return passphrase(firstLine(file.get()));
        }
        return typedTwice(terminal, "the two passphrases differ; nothing was changed");
    }

    private static Passphrase typedTwice(Terminal terminal, String otherwise) throws Refused {
        char[] once = secret(terminal, "New passphrase: ");
        char[] again = secret(terminal, "The same again: ");
        boolean same = Arrays.equals(once, again);
        Arrays.fill(again, ' ');
        if (!same) {
            Arrays.fill(once, ' ');
            throw new Refused(otherwise);
        }
        return passphrase(once);
    }

    /// Another secret than the passphrase, so the environment does not count.
    static Passphrase given(Terminal terminal, Optional<Path> file, String question) throws Refused {
        return passphrase(file.isPresent() ? firstLine(file.get()) : secret(terminal, question));
    }

    private static Optional<char[]> given(Terminal terminal, Optional<Path> file) throws Refused {
        return file.isPresent()
                ? Optional.of(firstLine(file.get()))
                : terminal.variable(VARIABLE).map(String::toCharArray);
    }

    /// Wipes what was typed.
    private static Passphrase passphrase(char[] typed) throws Refused {
        if (typed.length == 0) {
            throw new Refused("the passphrase is empty");
        }
        try {
            return Passphrase.of(typed);
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    private static char[] secret(Terminal terminal, String question) throws Refused {
        return terminal.prompt()
                .secret(question)
                .orElseThrow(() -> new Refused(
                        "no passphrase: this is no terminal, so give --passphrase-file FILE or set " + VARIABLE));
    }

    private static char[] firstLine(Path file) throws Refused {
        try {
            if (Files.size(file) > FILE_LIMIT_BYTES) {
                throw new Refused(file + ": too large for a passphrase file (limit " + FILE_LIMIT_BYTES + " bytes)");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("").toCharArray();
        } catch (IOException e) {
            throw new Refused(file + ": the passphrase file cannot be read (" + e + ")");
        }
    }
}
