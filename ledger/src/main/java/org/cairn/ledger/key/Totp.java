package org.cairn.ledger.key;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cairn.proof.Bytes;

/// Six digits that a device shows, new every 30 seconds (RFC 6238 over RFC 4226, with HMAC-SHA-1: what devices know).
/// A gate against somebody at the keyboard who saw the passphrase being typed. It is no protection of a copied folder:
/// the secret lies in the folder, and who has the passphrase can get at it without this program.
public final class Totp {
    static final int DIGITS = 6;
    /// RFC 6238 section 4.1, default time step.
    static final int STEP_SECONDS = 30;
    /// RFC 6238 section 5.2: at most one step back for delay; one ahead for a device whose clock is fast.
    private static final int WINDOW = 1;
    /// RFC 4226 section 4, R6: 160 bits recommended.
    private static final int SECRET_SIZE_BYTES = 20;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Bytes secret;

    Totp(Bytes secret) {
        this.secret = secret;
    }

    public static Totp random(SecureRandom random) {
        byte[] secret = new byte[SECRET_SIZE_BYTES];
        random.nextBytes(secret);
        return new Totp(Bytes.copyOf(secret));
    }

    Bytes secret() {
        return secret;
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /// RFC 4226 section 5.3, with the step as the counter.
    String code(long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.toByteArray(), "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int truncated = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            long modulus = Math.round(Math.pow(10, digits));
            return String.format(Locale.ROOT, "%0" + digits + "d", truncated % modulus);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-1", e);
        }
    }

    /// What a device shows at `at`.
    public String codeAt(Instant at) {
        return code(step(at), DIGITS);
    }

    /// The step that `typed` is the code of, among those that count at `now`.
    OptionalLong stepOf(String typed, Instant now) {
        byte[] given = Bytes.utf8(typed.replace(" ", "")).toByteArray();
        long middle = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = middle - WINDOW; step <= middle + WINDOW; step++) {
            if (MessageDigest.isEqual(given, Bytes.utf8(code(step, DIGITS)).toByteArray())) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /// To be typed into a device that cannot scan: base 32 (RFC 4648 section 6), 32 letters.
    public String secretText() {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < secret.size() * Byte.SIZE; bit += 5) {
            int value = 0;
            for (int next = bit; next < bit + 5; next++) {
                value = value << 1 | secret.at(next / Byte.SIZE) >> Byte.SIZE - 1 - next % Byte.SIZE & 1;
            }
            text.append(ALPHABET.charAt(value));
        }
        return text.toString();
    }

    /// What a device reads from a QR code (the key URI format that authenticator programs share).
    /// @param account what the device shows; letters, digits, dots and hyphens
    public String uri(String account) {
        return "otpauth://totp/Cairn:" + account.replaceAll("[^A-Za-z0-9.-]", "-") + "?secret=" + secretText()
                + "&issuer=Cairn&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    /// Never the secret.
    @Override
    public String toString() {
        return "a secret for six-digit codes";
    }
}
