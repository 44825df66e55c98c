package org.cairn.verifier;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.cairn.proof.Digest;

/// `java -jar cairn-verifier.jar [--format text|json] [--root-fingerprint HEX] PACK`
public final class Main {
    private static final String USAGE = """
            usage: java -jar cairn-verifier.jar [--format text|json] [--root-fingerprint HEX] PACK
              PACK                the pack's zip
              --format            text (default) or json, on standard output
              --root-fingerprint  SHA-256 of the root certificate as you were told it by another way than the pack;
                                  64 hexadecimal digits, colons and spaces allowed
            exit: 0 intact, 1 broken, 2 incomplete or input refused, 3 a fault of the verifier
            """;

    private static final int REFUSED = 2;
    private static final int OUR_FAULT = 3;

    private enum Format {
        TEXT,
        JSON
    }

    private record Arguments(Path pack, Format format, Optional<Digest> root) {}

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int exit = run(args, out, System.err);
        out.flush();
        System.exit(exit);
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        Arguments arguments;
        try {
            arguments = parse(args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return REFUSED;
        }
        try {
            Report report = PackVerification.verify(arguments.pack(), arguments.root());
            switch (arguments.format()) {
                case TEXT -> out.print(report.text());
                case JSON -> out.println(report.json());
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

    private static Arguments parse(String[] args) {
        Optional<Path> pack = Optional.empty();
        Format format = Format.TEXT;
        Optional<Digest> root = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--format")) {
                format = format(value(args, ++i));
            } else if (args[i].equals("--root-fingerprint")) {
                root = Optional.of(PackVerification.parseFingerprint(value(args, ++i)));
            } else if (args[i].startsWith("--") || pack.isPresent()) {
                throw new IllegalArgumentException("not understood: " + args[i]);
            } else {
                pack = Optional.of(path(args[i]));
            }
        }
        return new Arguments(
                pack.orElseThrow(() -> new IllegalArgumentException("which pack? none was given")), format, root);
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
