package org.cairn.ledger.key;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.cairn.ledger.store.DurableFolder;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.StrictBase64;

/// The keys of somebody who has no workspace: one file of a folder, wrapped by a passphrase (0600). There is no second
/// way in.
/// @param name    of the file
/// @param context what the keys are for; the holder's name follows it
/// @param makeOne which command makes such a file
record WrappedKeyFile(String name, String context, String makeOne) {
    private static final int SIZE_LIMIT_BYTES = 64 * 1024;
    private static final int VERSION = 1;

    /// What was opened.
    record Opened(String holder, JsonObject keys) {}

    /// Makes something of what was opened.
    @FunctionalInterface
    interface Reader<T> {
        T read(Opened opened) throws KeyException, MalformedJson;
    }

    boolean existsIn(Path folder) {
        return DurableFolder.ofOwner(folder).has(name);
    }

    void requireNew(Path folder) throws KeyException {
        if (existsIn(folder)) {
            throw new KeyException(folder.resolve(name) + " exists already. Use it, or choose another folder.");
        }
    }

    void create(Path folder, String holder, JsonObject keys, Passphrase passphrase, SecureRandom random)
            throws KeyException {
        KeyDerivation derivation = KeyDerivation.fresh(random);
        byte[] key = derivation.derive(passphrase);
        try {
            Bytes wrapped = new KeyWrapping(key).wrap(Json.write(keys), contextOf(holder));
            Bytes file = Json.write(Json.object()
                    .with("version", VERSION)
                    .with("name", holder)
                    .with("derivation", derivation.toJson())
                    .with("keys", StrictBase64.encode(wrapped))
                    .build());
            DurableFolder.ofOwner(folder).write(name, file);
        } catch (IOException e) {
            throw new KeyException("The keys cannot be stored in " + folder + " (" + e.getMessage() + ").", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// @throws WrongPassphrase where the passphrase does not fit
    <T> T open(Path folder, Passphrase passphrase, Reader<T> reader) throws KeyException {
        String file = folder.resolve(name).toString();
        try {
            JsonObject json = Json.parseObject(DurableFolder.ofOwner(folder).read(name, SIZE_LIMIT_BYTES));
            if (json.integer("version") != VERSION) {
                throw new MalformedJson("version " + json.integer("version") + " is not known here");
            }
            return reader.read(unwrap(json, passphrase, file));
        } catch (IOException e) {
            throw new KeyException(file + " cannot be read (" + e.getMessage() + "). `" + makeOne + "` makes one.", e);
        } catch (MalformedJson | IllegalArgumentException e) {
            throw new KeyException(file + " is malformed: " + e.getMessage() + ". Restore it from a backup.", e);
        }
    }

    private Opened unwrap(JsonObject json, Passphrase passphrase, String file) throws KeyException, MalformedJson {
        String holder = json.text("name");
        byte[] key = KeyDerivation.parse(json.object("derivation")).derive(passphrase);
        try {
            Bytes plain = new KeyWrapping(key)
                    .unwrap(base64(json, "keys"), contextOf(holder))
                    .orElseThrow(() -> new WrongPassphrase("passphrase", file));
            return new Opened(holder, Json.parseObject(plain));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private Bytes contextOf(String holder) {
        return Bytes.utf8(context + holder);
    }

    static Bytes base64(JsonObject json, String name) throws MalformedJson {
        return StrictBase64.decode(json.text(name))
                .orElseThrow(() -> new MalformedJson("member \"" + name + "\" is not base64"));
    }
}
