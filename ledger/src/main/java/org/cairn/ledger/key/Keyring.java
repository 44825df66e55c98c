package org.cairn.ledger.key;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.cairn.ledger.key.OpenKeys.OpenPerson;
import org.cairn.ledger.key.Unlock.TokenUnlock;
import org.cairn.ledger.store.CheckpointSigner;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;

/// The keys of a workspace, opened by one of its people or by the recovery code. On disk, in the folder `keys`:
/// `workspace.key` (the workspace key, wrapped once for each way in), `private.keys` (what the workspace shares,
/// wrapped by the workspace key), `people/` (each person's keys, which only that person opens), `certificates.list`
/// and `public.json`; files 0600, folder 0700. Locking drops all keys from memory until somebody unlocks; what was
/// handed out before then refuses to sign. Safe for use by several threads; one program at a time makes changes.
public final class Keyring implements AutoCloseable {
    private static final Bytes CALLER_CONTEXT = Bytes.utf8("cairn wrapped by caller, v1: ");

    private final KeyFolder folder;
    private final PublicKeys publicKeys;
    private final AtomicReference<Optional<OpenKeys>> open;
    private final Optional<RecoveryCode> recoveryCode;

    private Keyring(KeyFolder folder, OpenKeys open, Optional<RecoveryCode> recoveryCode) {
        this.folder = folder;
        this.publicKeys = open.keys().publicKeys();
        this.open = new AtomicReference<>(Optional.of(open));
        this.recoveryCode = recoveryCode;
    }

    /// Makes all keys of a new workspace and its first person, and stores them.
    /// @param keysDir    the folder, which does not hold keys yet
    /// @param origin     the log's name; becomes the name of its keys
    /// @param personName who founds the workspace; stands in the certificate
    /// @param clock      the certificates start now
    public static Keyring create(
            Path keysDir,
            Passphrase passphrase,
            String origin,
            String personName,
            SecureRandom random,
            InstantSource clock)
            throws KeyException {
        KeyFolder folder = KeyFolder.of(keysDir);
        if (folder.hasKeys()) {
            throw new KeyException(keysDir + " holds keys already. Open them, or choose another folder.");
        }
        RecoveryCode code = RecoveryCode.random(random);
        OpenKeys open = new KeyFounding(folder, random, clock.instant())
                .found(origin, personName, PersonSecrets.of(passphrase), code);
        return new Keyring(folder, open, Optional.of(code));
    }

    /// @param clock judges six-digit codes
    /// @throws UnlockRefused where what was given does not fit, or something more is needed
    public static Keyring open(Path keysDir, Unlock unlock, InstantSource clock) throws KeyException {
        KeyFolder folder = KeyFolder.of(keysDir);
        return new Keyring(folder, new Opening(folder, clock).open(unlock), Optional.empty());
    }

    /// Who can open a workspace, to choose from before anything is unlocked. Whoever may write the folder can change
    /// what this says; opening notices.
    public static List<WayIn> waysIn(Path keysDir) throws KeyException {
        return KeyFolder.of(keysDir).waysIn();
    }

    /// Who can open the workspace.
    public List<Person> people() throws KeyException {
        return folder.people(requireOpen().workspaceKey());
    }

    /// Drops every key from memory. What signs or unwraps throws [KeyringLocked] from now on.
    public void lock() {
        open.getAndSet(Optional.empty()).ifPresent(OpenKeys::destroy);
    }

    public boolean isLocked() {
        return open.get().isEmpty();
    }

    /// Opens the same keys again, as the same person or as another; signers from before stay dead. By a token,
    /// whoever is at work is locked out before: a token has one login for the whole program, so that the second
    /// would not be asked for its PIN, and the end of the first would end it (PKCS #11 v3.1 section 5.6.8:
    /// C_Login).
    public synchronized void unlock(Unlock unlock, InstantSource clock) throws KeyException {
        if (unlock instanceof TokenUnlock) {
            lock();
        }
        OpenKeys opened = new Opening(folder, clock).open(unlock);
        if (!opened.keys().publicKeys().equals(publicKeys)) {
            throw new KeyException(folder.name(PublicKeys.FILE) + " is now of another workspace.");
        }
        open.getAndSet(Optional.of(opened)).ifPresent(OpenKeys::destroy);
    }

    /// Who unlocked; empty where the recovery code did, and then nobody can sign entries or documents.
    public Optional<KeyId> unlockedBy() {
        return requireOpen().person().map(OpenPerson::holder);
    }

    /// The second way in, to be shown once and locked away: only the keyring that [#create] returned knows it.
    public Optional<RecoveryCode> recoveryCode() {
        return recoveryCode;
    }

    /// Makes another way in, with keys of its own that nobody else opens. The person counts for nothing until the
    /// ledger enrols the key.
    public synchronized AddedPerson addPerson(NewPerson person, SecureRandom random, InstantSource clock)
            throws KeyException {
        return changes().add(person, Set.of(), random, clock);
    }

    /// As [#addPerson(NewPerson, SecureRandom, InstantSource)], for somebody who was here before and lost their keys.
    /// @param instead their earlier ways in, whose name they may have and which removing them ends
    public synchronized AddedPerson addPersonAgain(
            NewPerson person, Set<KeyId> instead, SecureRandom random, InstantSource clock) throws KeyException {
        return changes().add(person, instead, random, clock);
    }

    /// Ends a person's way in and revokes that person's certificates. Who kept a copy of the folder, and knows their
    /// old passphrase, still reads that copy.
    public synchronized void removePerson(KeyId holder, InstantSource clock) throws KeyException {
        changes().remove(holder, clock);
    }

    /// Other secrets for the person who unlocked.
    /// @throws NobodySigns where the recovery code opened the workspace
    public synchronized void changeSecrets(PersonSecrets secrets, SecureRandom random) throws KeyException {
        personal().changeSecrets(secrets, random);
    }

    /// Another recovery code, which opens beside the one there is: the ledger says which of them signs. Then
    /// [#keepRecoveryCode(Optional)] ends the other.
    public synchronized RecoveryCode addRecoveryCode(SecureRandom random) throws KeyException {
        return changes().addRecoveryCode(random);
    }

    /// The key of each recovery code that opens, oldest first; an element is empty for a code from before codes signed
    /// anything.
    public List<Optional<KeyId>> recoveryKeys() throws KeyException {
        return changes().recoveryKeys();
    }

    /// Every other recovery code opens nothing any more.
    /// @param key one of [#recoveryKeys()]
    public synchronized void keepRecoveryCode(Optional<KeyId> key) throws KeyException {
        changes().keepRecoveryCode(key);
    }

    /// Another entry key for whoever unlocked.
    public OwnKeyRotation rotation() {
        return new OwnKeyRotation(this);
    }

    public PublicKeys publicKeys() {
        return publicKeys;
    }

    /// Signs what the person does who unlocked.
    /// @throws NobodySigns where the recovery code opened the workspace; ask [#unlockedBy()] first
    public EntrySigner person() {
        return new EntrySigner(requireOpen().requirePerson().keys().entries());
    }

    /// Signs what machines collect.
    public EntrySigner collector() {
        return new EntrySigner(requireOpen().keys().collector());
    }

    /// Signs checkpoints whenever the workspace is unlocked, also after it was locked in between.
    public CheckpointSigner log() {
        return new CheckpointSigner() {
            @Override
            public List<NoteKey> keys() {
                return publicKeys.log();
            }

            @Override
            public SignedNote sign(Checkpoint checkpoint) {
                return requireOpen().keys().logSigner().sign(checkpoint);
            }
        };
    }

    public Witness witness() {
        return new Witness(requireOpen().keys().witnessSigner());
    }

    /// Signs documents in the name of the person who unlocked.
    /// @throws NobodySigns where the recovery code opened the workspace
    public DocumentKey documents() {
        return requireOpen().requirePerson().keys().documents();
    }

    /// For time stamps by this workspace itself: they show order, not time, since the owner sets the clock.
    public DocumentKey timeStamps() {
        return requireOpen().keys().timeStamps();
    }

    /// What this workspace's certificate authority issues, and the certificates of whoever unlocked.
    public CertificateAuthority authority() {
        return new CertificateAuthority(this);
    }

    /// Asks the person for six digits from now on.
    /// @param typed what the device shows now: it has the secret
    public synchronized void enableTotp(Totp totp, String typed, InstantSource clock) throws KeyException {
        personal().enableTotp(totp, typed, clock);
    }

    public synchronized void disableTotp() throws KeyException {
        personal().disableTotp();
    }

    /// Makes two keys in a token: one opens the workspace as the person who unlocked, one signs documents in that
    /// person's name from now on.
    public synchronized void useToken(TokenAccess access, SecureRandom random, InstantSource clock)
            throws KeyException {
        open.set(Optional.of(personal().useToken(access, random, clock)));
    }

    /// The token opens nothing any more, and a new key in the person's file signs documents.
    public synchronized void leaveToken(SecureRandom random, InstantSource clock) throws KeyException {
        open.set(Optional.of(personal().leaveToken(random, clock)));
    }

    /// Encrypts under the workspace key.
    /// @param context what it is for; needed again to decrypt
    public Bytes wrap(Bytes plain, Bytes context) {
        return new KeyWrapping(requireOpen().workspaceKey()).wrap(plain, CALLER_CONTEXT.concat(context));
    }

    /// @throws KeyException where it was wrapped by another workspace or for another context, or a bit changed
    public Bytes unwrap(Bytes wrapped, Bytes context) throws KeyException {
        return new KeyWrapping(requireOpen().workspaceKey())
                .unwrap(wrapped, CALLER_CONTEXT.concat(context))
                .orElseThrow(() -> new KeyException("What was wrapped for \"" + context.asUtf8()
                        + "\" does not unwrap: it is of another workspace or was changed."));
    }

    /// A bare signature by the log's Ed25519 key, for files such as `SHA256SUMS`.
    /// @throws IllegalArgumentException where the content could pass as a checkpoint or a cosignature
    public Bytes signDetachedEd25519(Bytes content) {
        requireNoNote(content);
        return requireOpen().keys().log().sign(content);
    }

    /// As [#signDetachedEd25519(Bytes)], by the ML-DSA-44 key.
    public Bytes signDetachedMlDsa44(Bytes content) {
        requireNoNote(content);
        return requireOpen().keys().logPostQuantum().sign(content);
    }

    /// As [#lock()], for good.
    @Override
    public void close() {
        lock();
    }

    KeyFolder folder() {
        return folder;
    }

    /// Of the same session, with something changed. The caller holds this object's monitor.
    void changed(OpenKeys keys) {
        open.set(Optional.of(keys));
    }

    OpenKeys requireOpen() {
        return open.get().orElseThrow(KeyringLocked::new);
    }

    PersonalChanges personal() {
        return new PersonalChanges(folder, requireOpen());
    }

    private PeopleKeys changes() {
        return new PeopleKeys(folder, requireOpen());
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
