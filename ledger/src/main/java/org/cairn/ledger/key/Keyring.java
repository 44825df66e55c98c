package org.cairn.ledger.key;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.cairn.ledger.store.CheckpointSigner;
import org.cairn.ledger.store.DurableFolder;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.MalformedNote;

/// The keys of a workspace, opened. On disk, in the folder `keys`: `workspace.key` (wrapped by passphrase and
/// recovery code), `private.keys` (wrapped by the workspace key) and `public.json`; files 0600, folder 0700.
/// Safe for use by several threads.
public final class Keyring implements AutoCloseable {
    private static final String PRIVATE_FILE = "private.keys";
    private static final int SIZE_LIMIT_BYTES = 256 * 1024;
    private static final Bytes PRIVATE_CONTEXT = Bytes.utf8("cairn private keys, v1");
    private static final Bytes CALLER_CONTEXT = Bytes.utf8("cairn wrapped by caller, v1: ");

    private final DurableFolder folder;
    private final byte[] workspaceKey;
    private final PrivateKeys keys;
    private final Optional<RecoveryCode> recoveryCode;
    private volatile boolean closed;

    private Keyring(DurableFolder folder, Bytes workspaceKey, PrivateKeys keys, Optional<RecoveryCode> recoveryCode) {
        this.folder = folder;
        this.workspaceKey = workspaceKey.toByteArray();
        this.keys = keys;
        this.recoveryCode = recoveryCode;
    }

    /// Makes all keys of a new workspace and stores them.
    /// @param keysDir    the folder, which does not hold keys yet
    /// @param origin     the log's name; becomes the name of its keys
    /// @param personName who signs documents; stands in the certificate
    /// @param clock      the certificates start now
    public static Keyring create(
            Path keysDir,
            Passphrase passphrase,
            String origin,
            String personName,
            SecureRandom random,
            InstantSource clock)
            throws KeyException {
        DurableFolder folder = DurableFolder.ofOwner(keysDir);
        if (folder.has(WorkspaceKeyFile.FILE)) {
            throw new KeyException(keysDir + " holds keys already. Open them, or choose another folder.");
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        Bytes workspaceKey = Bytes.copyOf(secret);
        RecoveryCode code = RecoveryCode.random(random);
        PrivateKeys keys = PrivateKeys.create(origin, personName, clock.instant(), random);
        try {
            Bytes wrapped = new KeyWrapping(secret).wrap(keys.encode(), PRIVATE_CONTEXT);
            folder.write(PRIVATE_FILE, wrapped);
            folder.write(PublicKeys.FILE, keys.publicKeys().encode());
            WorkspaceKeyFile file = WorkspaceKeyFile.create(workspaceKey, passphrase, code, random);
            folder.write(WorkspaceKeyFile.FILE, file.encode());
        } catch (IOException e) {
            throw new KeyException("The keys cannot be stored in " + keysDir + " (" + e.getMessage() + ").", e);
        }
        return new Keyring(folder, workspaceKey, keys, Optional.of(code));
    }

    /// @throws WrongPassphrase where the passphrase does not fit
    public static Keyring open(Path keysDir, Passphrase passphrase) throws KeyException {
        DurableFolder folder = DurableFolder.ofOwner(keysDir);
        String file = keysDir.resolve(WorkspaceKeyFile.FILE).toString();
        return open(folder, readWorkspaceKey(folder).open(passphrase, file));
    }

    /// Opens the keys where the passphrase is lost; [#changePassphrase(Passphrase, SecureRandom)] sets a new
    /// one.
    /// @throws WrongPassphrase where the code is of other keys
    public static Keyring open(Path keysDir, RecoveryCode code) throws KeyException {
        DurableFolder folder = DurableFolder.ofOwner(keysDir);
        String file = keysDir.resolve(WorkspaceKeyFile.FILE).toString();
        return open(folder, readWorkspaceKey(folder).open(code, file));
    }

    /// The second way in, to be shown once and locked away: only the keyring that [#create] returned knows it.
    public Optional<RecoveryCode> recoveryCode() {
        return recoveryCode;
    }

    public void changePassphrase(Passphrase passphrase, SecureRandom random) throws KeyException {
        WorkspaceKeyFile file =
                readWorkspaceKey(folder).withPassphrase(Bytes.copyOf(requireOpen()), passphrase, random);
        try {
            folder.write(WorkspaceKeyFile.FILE, file.encode());
        } catch (IOException e) {
            throw new KeyException("The new passphrase is not set (" + e.getMessage() + "); the old one is good.", e);
        }
    }

    public PublicKeys publicKeys() {
        return keys.publicKeys();
    }

    /// Signs what the person does.
    public EntrySigner person() {
        return new EntrySigner(keys.person());
    }

    /// Signs what machines collect.
    public EntrySigner collector() {
        return new EntrySigner(keys.collector());
    }

    public CheckpointSigner log() {
        return keys.logSigner();
    }

    public Witness witness() {
        return new Witness(keys.witnessSigner());
    }

    public DocumentKey documents() {
        return keys.documents();
    }

    /// For time stamps by this workspace itself: they show order, not time, since the owner sets the clock.
    public DocumentKey timeStamps() {
        return keys.timeStamps();
    }

    /// A fresh, empty revocation list by the root, DER.
    public Bytes revocationList(InstantSource clock) {
        return keys.authority().revocationList(clock.instant());
    }

    /// Encrypts under the workspace key.
    /// @param context what it is for; needed again to decrypt
    public Bytes wrap(Bytes plain, Bytes context) {
        return new KeyWrapping(requireOpen()).wrap(plain, CALLER_CONTEXT.concat(context));
    }

    /// @throws KeyException where it was wrapped by another workspace or for another context, or a bit changed
    public Bytes unwrap(Bytes wrapped, Bytes context) throws KeyException {
        return new KeyWrapping(requireOpen())
                .unwrap(wrapped, CALLER_CONTEXT.concat(context))
                .orElseThrow(() -> new KeyException("What was wrapped for \"" + context.asUtf8()
                        + "\" does not unwrap: it is of another workspace or was changed."));
    }

    /// A bare signature by the log's Ed25519 key, for files such as `SHA256SUMS`.
    /// @throws IllegalArgumentException where the content could pass as a checkpoint or a cosignature
    public Bytes signDetachedEd25519(Bytes content) {
        requireNoNote(content);
        return keys.log().sign(content);
    }

    /// As [#signDetachedEd25519(Bytes)], by the ML-DSA-44 key.
    public Bytes signDetachedMlDsa44(Bytes content) {
        requireNoNote(content);
        return keys.logPostQuantum().sign(content);
    }

    /// Overwrites the workspace key and ends wrapping. Best effort: copies that Java made on the way, and
    /// signing keys that others still hold, stay in memory until it is reused.
    @Override
    public void close() {
        closed = true;
        Arrays.fill(workspaceKey, (byte) 0);
    }

    private byte[] requireOpen() {
        if (closed) {
            throw new IllegalStateException("the keyring is closed");
        }
        return workspaceKey;
    }

    private static Keyring open(DurableFolder folder, Bytes workspaceKey) throws KeyException {
        try {
            Bytes plain = new KeyWrapping(workspaceKey.toByteArray())
                    .unwrap(folder.read(PRIVATE_FILE, SIZE_LIMIT_BYTES), PRIVATE_CONTEXT)
                    .orElseThrow(() -> new KeyException(folder.path(PRIVATE_FILE)
                            + " was changed or is of another workspace. Restore the folder of keys from a backup."));
            PrivateKeys keys = PrivateKeys.parse(plain);
            if (!PublicKeys.read(folder.root()).equals(keys.publicKeys())) {
                throw new KeyException(folder.path(PublicKeys.FILE)
                        + " does not belong to the private keys: it was changed. Restore it from a backup.");
            }
            return new Keyring(folder, workspaceKey, keys, Optional.empty());
        } catch (IOException e) {
            throw new KeyException(folder.path(PRIVATE_FILE) + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static WorkspaceKeyFile readWorkspaceKey(DurableFolder folder) throws KeyException {
        String file = folder.path(WorkspaceKeyFile.FILE).toString();
        try {
            return WorkspaceKeyFile.parse(folder.read(WorkspaceKeyFile.FILE, WorkspaceKeyFile.SIZE_LIMIT_BYTES));
        } catch (IOException e) {
            throw new KeyException(file + " cannot be read (" + e.getMessage() + "). Check the folder's name.", e);
        } catch (MalformedJson e) {
            throw new KeyException(file + " is malformed: " + e.getMessage() + ". Restore it from a backup.", e);
        }
    }

    private static void requireNoNote(Bytes content) {
        String start = content.asUtf8();
        boolean cosigned = start.startsWith("subtree/v1\n\0") || start.startsWith("cosignature/v1\n");
        if (cosigned || isCheckpoint(content)) {
            throw new IllegalArgumentException("a checkpoint is signed by the log alone");
        }
    }

    private static boolean isCheckpoint(Bytes content) {
        try {
            Checkpoint.parse(content);
            return true;
        } catch (MalformedNote _) {
            return false;
        }
    }
}
