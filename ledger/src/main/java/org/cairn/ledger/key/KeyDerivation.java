package org.cairn.ledger.key;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.StrictBase64;

/// How a passphrase becomes a key: Argon2id version 0x13 (RFC 9106), with the parameters kept beside what it
/// protects.
record KeyDerivation(int memoryKib, int iterations, int lanes, Bytes salt) {
    private static final int SALT_SIZE_BYTES = 16;
    private static final int KEY_SIZE_BYTES = 32;

    /// A file from elsewhere must not make us fill the memory or run for hours.
    private static final int MEMORY_LIMIT_KIB = 1024 * 1024;

    private static final int ITERATION_LIMIT = 64;

    KeyDerivation {
        boolean sane = memoryKib >= 8 * lanes
                && memoryKib <= MEMORY_LIMIT_KIB
                && iterations >= 1
                && iterations <= ITERATION_LIMIT
                && lanes >= 1
                && lanes <= 64
                && salt.size() >= 8;
        if (!sane) {
            throw new IllegalArgumentException("Argon2id with " + memoryKib + " KiB, " + iterations + " passes, "
                    + lanes + " lanes and " + salt.size() + " bytes of salt");
        }
    }

    /// With a fresh salt of 128 bits.
    static KeyDerivation fresh(SecureRandom random) {
        byte[] salt = new byte[SALT_SIZE_BYTES];
        random.nextBytes(salt);
        DerivationCost cost = DerivationCost.OF_THIS_PROCESS;
        return new KeyDerivation(cost.memoryKib(), cost.iterations(), cost.lanes(), Bytes.copyOf(salt));
    }

    /// A fresh 32-byte key; takes about a quarter of a second by design ([DerivationCost#RECOMMENDED]).
    byte[] derive(Passphrase passphrase) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt.toByteArray())
                .build());
        byte[] secret = passphrase.toUtf8();
        byte[] key = new byte[KEY_SIZE_BYTES];
        argon2.generateBytes(secret, key);
        Arrays.fill(secret, (byte) 0);
        return key;
    }

    JsonObject toJson() {
        return Json.object()
                .with("function", "argon2id")
                .with("memoryKib", memoryKib)
                .with("iterations", iterations)
                .with("lanes", lanes)
                .with("salt", StrictBase64.encode(salt))
                .build();
    }

    static KeyDerivation parse(JsonObject json) throws MalformedJson {
        if (!json.text("function").equals("argon2id")) {
            throw new MalformedJson("unknown key derivation \"" + json.text("function") + '"');
        }
        Bytes salt = StrictBase64.decode(json.text("salt"))
                .orElseThrow(() -> new MalformedJson("member \"salt\" is not base64"));
        try {
            return new KeyDerivation(
                    Math.toIntExact(json.integer("memoryKib")),
                    Math.toIntExact(json.integer("iterations")),
                    Math.toIntExact(json.integer("lanes")),
                    salt);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new MalformedJson("refused: " + e.getMessage());
        }
    }
}
