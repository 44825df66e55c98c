package org.cairn.ledger.key;

import java.security.SecureRandom;
import java.util.Arrays;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.StrictBase64;

/// `workspace.key`: the 32-byte key that protects all others, wrapped twice, by the passphrase and by the
/// recovery code.
/// @param byPassphrase   wrapped under what `derivation` makes of the passphrase
/// @param byRecoveryCode wrapped under the 256 bits of the recovery code themselves
/// @param seal           binds the other members to the workspace key, so that whoever opens the file by one
///                       way notices a change in the other
record WorkspaceKeyFile(KeyDerivation derivation, Bytes byPassphrase, Bytes byRecoveryCode, Bytes seal) {
    static final String FILE = "workspace.key";
    static final int SIZE_LIMIT_BYTES = 16 * 1024;
    private static final int VERSION = 1;
    private static final Bytes PASSPHRASE_CONTEXT = Bytes.utf8("cairn workspace key, by passphrase, v1");
    private static final Bytes RECOVERY_CONTEXT = Bytes.utf8("cairn workspace key, by recovery code, v1");

    static WorkspaceKeyFile create(Bytes workspaceKey, Passphrase passphrase, RecoveryCode code, SecureRandom random) {
        Bytes byRecoveryCode = new KeyWrapping(code.secret().toByteArray()).wrap(workspaceKey, RECOVERY_CONTEXT);
        return wrap(workspaceKey, passphrase, byRecoveryCode, random);
    }

    /// The same key under another passphrase; the recovery code stays good.
    WorkspaceKeyFile withPassphrase(Bytes workspaceKey, Passphrase passphrase, SecureRandom random) {
        return wrap(workspaceKey, passphrase, byRecoveryCode, random);
    }

    Bytes open(Passphrase passphrase, String file) throws KeyException {
        byte[] key = derivation.derive(passphrase);
        try {
            return requireSeal(
                    new KeyWrapping(key)
                            .unwrap(byPassphrase, PASSPHRASE_CONTEXT)
                            .orElseThrow(() -> new WrongPassphrase("passphrase", file)),
                    file);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    Bytes open(RecoveryCode code, String file) throws KeyException {
        return requireSeal(
                new KeyWrapping(code.secret().toByteArray())
                        .unwrap(byRecoveryCode, RECOVERY_CONTEXT)
                        .orElseThrow(() -> new WrongPassphrase("recovery code", file)),
                file);
    }

    private Bytes requireSeal(Bytes workspaceKey, String file) throws KeyException {
        if (new KeyWrapping(workspaceKey.toByteArray())
                .unwrap(seal, sealContext())
                .isEmpty()) {
            throw new KeyException(file + " was changed. Restore it from a backup.");
        }
        return workspaceKey;
    }

    private Bytes sealContext() {
        return Bytes.utf8("cairn workspace key file, v1")
                .concat(Json.write(unsealed().build()));
    }

    private Json.Builder unsealed() {
        return Json.object()
                .with("version", VERSION)
                .with("derivation", derivation.toJson())
                .with("byPassphrase", StrictBase64.encode(byPassphrase))
                .with("byRecoveryCode", StrictBase64.encode(byRecoveryCode));
    }

    Bytes encode() {
        return Json.write(unsealed().with("seal", StrictBase64.encode(seal)).build());
    }

    static WorkspaceKeyFile parse(Bytes encoded) throws MalformedJson {
        JsonObject json = Json.parseObject(encoded);
        if (json.integer("version") != VERSION) {
            throw new MalformedJson("version " + json.integer("version") + " is not known here");
        }
        return new WorkspaceKeyFile(
                KeyDerivation.parse(json.object("derivation")),
                PublicKeys.base64(json, "byPassphrase"),
                PublicKeys.base64(json, "byRecoveryCode"),
                PublicKeys.base64(json, "seal"));
    }

    private static WorkspaceKeyFile wrap(
            Bytes workspaceKey, Passphrase passphrase, Bytes byRecoveryCode, SecureRandom random) {
        KeyDerivation derivation = KeyDerivation.recommended(random);
        byte[] key = derivation.derive(passphrase);
        try {
            Bytes byPassphrase = new KeyWrapping(key).wrap(workspaceKey, PASSPHRASE_CONTEXT);
            return new WorkspaceKeyFile(derivation, byPassphrase, byRecoveryCode, Bytes.empty()).sealed(workspaceKey);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private WorkspaceKeyFile sealed(Bytes workspaceKey) {
        Bytes newSeal = new KeyWrapping(workspaceKey.toByteArray()).wrap(Bytes.empty(), sealContext());
        return new WorkspaceKeyFile(derivation, byPassphrase, byRecoveryCode, newSeal);
    }
}
