package org.cairn.ledger.key;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.cairn.ledger.key.UnlockRefused.Reason;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.StrictBase64;

/// `people/<holder>.totp`: a person's secret for six-digit codes, the newest step used, and the attempts that failed;
/// under a key of that person.
final class TotpGate {
    private static final int SIZE_LIMIT_BYTES = 4096;
    private static final String USE = "cairn six-digit codes, v1";
    /// RFC 4226 section 7.3 asks for a growing delay: 4, 8, 16 … seconds from the third failure on.
    private static final int FAILURES_FREE = 2;

    private static final int LONGEST_EXPONENT = 8;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final KeyFolder folder;
    private final KeyId holder;
    private final byte[] personKey;

    /// @param personKey not copied
    TotpGate(KeyFolder folder, KeyId holder, byte[] personKey) {
        this.folder = folder;
        this.holder = holder;
        this.personKey = personKey;
    }

    private record Memory(Totp totp, long lastStep, long failures, Instant lastFailure) {
        Bytes encode() {
            return Json.write(Json.object()
                    .with("secret", StrictBase64.encode(totp.secret()))
                    .with("lastStep", lastStep)
                    .with("failures", failures)
                    .with("lastFailure", lastFailure.getEpochSecond())
                    .build());
        }

        static Memory parse(Bytes encoded) throws MalformedJson {
            JsonObject json = Json.parseObject(encoded);
            return new Memory(
                    new Totp(PublicKeys.base64(json, "secret")),
                    json.integer("lastStep"),
                    json.integer("failures"),
                    Instant.ofEpochSecond(json.integer("lastFailure")));
        }

        Instant notBefore() {
            if (failures <= FAILURES_FREE) {
                return Instant.MIN;
            }
            Duration wait = Duration.ofSeconds(1L << Math.min(failures - 1, LONGEST_EXPONENT));
            return lastFailure.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        }
    }

    static String path(KeyId holder) {
        return PersonFile.FOLDER + holder.hex() + ".totp";
    }

    /// Lets pass who gives the code of a step that was not used before.
    void require(Optional<String> typed, Instant now) throws KeyException {
        if (typed.isEmpty()) {
            throw new UnlockRefused(
                    Reason.TOTP_NEEDED,
                    "Six digits are asked for beside the passphrase: give those your device shows.");
        }
        Memory memory = read();
        if (now.isBefore(memory.notBefore())) {
            throw new UnlockRefused(
                    Reason.WAIT,
                    "Too many wrong codes: try again after "
                            + memory.notBefore().truncatedTo(ChronoUnit.SECONDS) + ".");
        }
        OptionalLong step = memory.totp().stepOf(typed.get(), now);
        if (step.isEmpty()) {
            write(new Memory(memory.totp(), memory.lastStep(), memory.failures() + 1, now));
            throw new UnlockRefused(
                    Reason.TOTP_WRONG,
                    "The six digits are not those of this moment. Check the clocks of this machine and of your device.");
        }
        if (step.getAsLong() <= memory.lastStep()) {
            throw new UnlockRefused(
                    Reason.TOTP_WRONG, "These six digits were used already: wait for the next, at most 30 seconds.");
        }
        write(new Memory(memory.totp(), step.getAsLong(), 0, Instant.EPOCH));
    }

    /// Sets it up, with a code that shows that the device has the secret.
    void enable(Totp totp, String typed, Instant now) throws KeyException {
        OptionalLong step = totp.stepOf(typed, now);
        if (step.isEmpty()) {
            throw new UnlockRefused(
                    Reason.TOTP_WRONG,
                    "The six digits are not those of this secret at this moment; nothing was changed. Check the clocks of"
                            + " this machine and of your device.");
        }
        write(new Memory(totp, step.getAsLong(), 0, Instant.EPOCH));
    }

    void delete() throws KeyException {
        try {
            Files.deleteIfExists(folder.folder().path(path(holder)));
        } catch (IOException e) {
            throw new KeyException(folder.name(path(holder)) + " cannot be deleted (" + e + ").", e);
        }
    }

    private Memory read() throws KeyException {
        byte[] key = Derivation.forUse(personKey, USE);
        try {
            Bytes plain = new KeyWrapping(key)
                    .unwrap(folder.read(path(holder), SIZE_LIMIT_BYTES), context())
                    .orElseThrow(() ->
                            new KeyException(folder.name(path(holder)) + " was changed. Restore it from a backup."));
            return Memory.parse(plain);
        } catch (MalformedJson e) {
            throw new KeyException(folder.name(path(holder)) + " is malformed: " + e.getMessage() + ".", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private void write(Memory memory) throws KeyException {
        byte[] key = Derivation.forUse(personKey, USE);
        try {
            folder.write(path(holder), new KeyWrapping(key).wrap(memory.encode(), context()));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private Bytes context() {
        return Bytes.utf8(USE + " " + holder.hex());
    }
}
