package org.cairn.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.cairn.proof.Digest;

/// `java -jar cairn-verifier.jar [--format text|json] [--root-fingerprint HEX] [--policy FILE] PACK`, or
/// `java -jar cairn-verifier.jar --page FILE`
public final class Main {
    private static final String USAGE = """
        usage: java -jar cairn-verifier.jar [--format text|json] [--root-fingerprint HEX] [--policy FILE] PACK
               java -jar cairn-verifier.jar --page FILE
          PACK                the pack's zip
          --format            text (default) or json, on standard output
          --root-fingerprint  SHA-256 of the root certificate as you were told it by another way than the pack;
                              64 hexadecimal digits, colons and spaces allowed
          --page              writes verify.html, the same checks for a browser, and prints its SHA-256
          --policy            your own policy (C2SP tlog-policy): whose cosignatures the pack has to have; the one in
                              the pack is its owner's claim. An unmet quorum makes the pack incomplete
        exit: 0 intact, 1 broken, 2 incomplete or input refused, 3 a fault of the verifier
        """;

    private static final int REFUSED = 2;
    private static final int OUR_FAULT = 3;

    private enum Format {
        TEXT,
        JSON
    }

    private record Arguments(Path pack, Format format, Optional<Digest> root, Optional<Path> policy) {}

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int exit = run(args, out, System.err, Instant.now());
        out.flush();
        System.exit(exit);
    }

    /// @param now ages of cosignatures are told against it
    static int run(String[] args, PrintStream out, PrintStream err, Instant now) {
        if (args.length == 2 && args[0].equals("--page")) {
            return page(args[1], out, err);
        }
        Arguments arguments;
        try {
            arguments = parse(args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return REFUSED;
        }
        try {
            Report found =
                    PackVerification.verify(arguments.pack(), arguments.root(), PolicyFile.read(arguments.policy()));
            Path record = arguments.pack().resolveSibling(arguments.pack().getFileName() + ".ers");
            Report report = Files.exists(record) ? found.withNote(recordNotChecked(record)) : found;
            switch (arguments.format()) {
                case TEXT -> out.print(report.text(now));
                case JSON -> out.println(report.json(now));
            }
            return report.exitCode();
        } catch (RefusedInput e) {
            switch (arguments.format()) {
                case TEXT -> err.println("Refused: " + e.getMessage());
                case JSON -> out.println(ReportJson.refused(String.valueOf(e.getMessage())));
            }
            return REFUSED;
        } catch (RuntimeException | OutOfMemoryError e) {
            err.println("This is a fault of the verifier, not a verdict about the pack: " + e);
            return OUR_FAULT;
        }
    }

    private static String recordNotChecked(Path record) {
        return "not checked by this program: the evidence record " + record.getFileName()
                + " (RFC 4998); check with: cairn verify --tsa-root FILE PACK";
    }

    /// What is there already is not overwritten: it may be the page that this one is to be compared with.
    private static int page(String file, PrintStream out, PrintStream err) {
        try {
            Files.write(Path.of(file), VerifyPage.bytes().toByteArray(), StandardOpenOption.CREATE_NEW);
            out.println(VerifyPage.digest().hex() + "  " + file);
            return 0;
        } catch (IOException | InvalidPathException e) {
            err.println(file + ": the page cannot be written: " + e);
            return REFUSED;
        }
    }

    private static Arguments parse(String[] args) {
        Optional<Path> pack = Optional.empty();
        Format format = Format.TEXT;
        Optional<Digest> root = Optional.empty();
        Optional<Path> policy = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--format")) {
                format = format(value(args, ++i));
            } else if (args[i].equals("--root-fingerprint")) {
                root = Optional.of(PackVerification.parseFingerprint(value(args, ++i)));
            } else if (args[i].equals("--policy")) {
                policy = Optional.of(path(value(args, ++i)));
            } else if (args[i].startsWith("--") || pack.isPresent()) {
                throw new IllegalArgumentException("not understood: " + args[i]);
            } else {
                pack = Optional.of(path(args[i]));
            }
        }
        return new Arguments(
                pack.orElseThrow(() -> new IllegalArgumentException("which pack? none was given")),
                format,
                root,
                policy);
    }

    private static String value(String[] args, int at) {
        if (at >= args.length) {
            throw new IllegalArgumentException(args[at - 1] + " needs a value");
        }
        return args[at];
    }

    private static Format format(String name) {
        return switch (name) {
            case "text" -> Format.TEXT;
            case "json" -> Format.JSON;
            default -> throw new IllegalArgumentException("--format is text or json, not " + name);
        };
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a file name: " + name, e);
        }
    }
}
