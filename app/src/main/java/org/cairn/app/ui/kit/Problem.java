package org.cairn.app.ui.kit;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// A failure as a person reads it.
/// @param code  short and stable, to quote to whoever helps: `W-` the outside world failed, `B-` a fault of ours
/// @param words what failed, on what, and what to do
public record Problem(String code, String words) {
    private static final System.Logger LOGGER = System.getLogger(Problem.class.getName());

    /// Checked exceptions of our modules carry their words; anything unchecked is a fault of ours.
    public static Problem of(Throwable cause, Texts texts) {
        boolean ours = cause instanceof RuntimeException || cause instanceof Error;
        String code = (ours ? "B-" : "W-") + fingerprint(cause);
        if (ours) {
            LOGGER.log(System.Logger.Level.ERROR, code, cause);
            return new Problem(code, texts.text("problem.ours", code));
        }
        LOGGER.log(
                System.Logger.Level.WARNING, "{0} {1}", code, cause.getClass().getName());
        return new Problem(
                code,
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName()));
    }

    /// The same place in the code gives the same code, whatever the subject was.
    private static String fingerprint(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        String place = cause.getClass().getName()
                + (trace.length == 0 ? "" : trace[0].getClassName() + trace[0].getMethodName());
        byte[] digest = Digest.sha256(Bytes.utf8(place)).toByteArray();
        return HexFormat.of().formatHex(digest, 0, 2).toUpperCase(Locale.ROOT);
    }
}
