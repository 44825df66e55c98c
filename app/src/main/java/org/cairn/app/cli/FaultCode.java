package org.cairn.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// A short code for a fault: the same place gives the same code, and it tells nothing about anybody's data.
public final class FaultCode {
    private static final int FRAMES = 6;
    private static final int LENGTH = 8;

    private FaultCode() {}

    public static String of(Throwable fault) {
        String place = fault.getClass().getName()
                + Arrays.stream(fault.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> "|" + frame.getClassName() + "." + frame.getMethodName())
                        .collect(Collectors.joining());
        return Digest.sha256(Bytes.utf8(place)).hex().substring(0, LENGTH).toUpperCase(Locale.ROOT);
    }

    /// The fault and its causes, frame by frame.
    static List<String> lines(Throwable fault) {
        List<String> lines = new ArrayList<>();
        Optional<Throwable> next = Optional.of(fault);
        while (next.isPresent()) {
            lines.add(next.get().toString());
            Arrays.stream(next.get().getStackTrace()).forEach(frame -> lines.add("    at " + frame));
            next = Optional.ofNullable(next.get().getCause());
        }
        return lines;
    }
}
