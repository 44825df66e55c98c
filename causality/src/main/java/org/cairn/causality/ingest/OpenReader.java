package org.cairn.causality.ingest;

import java.util.Optional;
import org.cairn.causality.Deed;
import org.cairn.causality.FileMention;

/// What a file was opened for. Flag values are those of x86_64 (asm-generic/fcntl.h).
final class OpenReader {
    private static final long ACCESS_MODE = 3;
    private static final long WRITE_ONLY = 1;
    private static final long READ_WRITE = 2;
    private static final long TRUNCATE = 0x200;
    private static final long CLOSE_ON_EXECUTE = 0x8_0000;
    private static final long PATH_ONLY = 0x20_0000;

    private OpenReader() {}

    static DeedReader.Outcome read(CallArguments call) {
        long flags = flags(call).orElse(0L);
        if ((flags & PATH_ONLY) != 0) {
            return call.returned()
                    .<DeedReader.Outcome>map(number -> new DeedReader.Read(new Deed.Released(number)))
                    .orElseGet(() -> new DeedReader.Nothing("open of a path only"));
        }
        boolean kept = (flags & CLOSE_ON_EXECUTE) == 0;
        return DeedReader.withFile(call, file -> new Deed.Opened(call.returned(), access(flags, file), kept, file));
    }

    /// `openat2` passes its flags in a struct; the OPENAT2 record (linux 5.16) shows them in octal.
    private static Optional<Long> flags(CallArguments call) {
        return switch (call.name()) {
            case "open" -> call.argument(1);
            case "openat" -> call.argument(2);
            case "creat" -> Optional.of(WRITE_ONLY | TRUNCATE);
            default ->
                call.event()
                        .first("OPENAT2")
                        .flatMap(how -> how.fields().plain("oflag"))
                        .filter(flags -> flags.matches("[0-7]{1,21}"))
                        .map(flags -> Long.parseLong(flags, 8));
        };
    }

    private static Deed.Access access(long flags, FileMention file) {
        long mode = flags & ACCESS_MODE;
        if (mode == WRITE_ONLY) {
            return Deed.Access.WRITE;
        }
        boolean changes = (flags & TRUNCATE) != 0 || file.change() == FileMention.Change.ADDED;
        return mode == READ_WRITE || changes ? Deed.Access.READ_AND_WRITE : Deed.Access.READ;
    }
}
