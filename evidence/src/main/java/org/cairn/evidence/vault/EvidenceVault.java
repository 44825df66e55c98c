package org.cairn.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.VaultException.Reason;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Stores payloads encrypted, each named by the SHA-256 of what is stored, with its wrapped data key and salt in
/// another folder. Destroying the key file erases the payload, wherever copies of the payload are. Safe for any
/// thread.
public final class EvidenceVault {
    /// What goes from one workspace to another whole, in memory beside its encrypted form.
    public static final long LIMIT_BYTES = 128L << 20;

    /// A wrapped key with its salt has about a hundred bytes.
    private static final long KEY_FILE_LIMIT_BYTES = 4096;

    private final Path payloads;
    private final Path keys;
    private final KeyWrap wrap;
    private final SecureRandom random;
    private final Predicate<Digest> erased;

    public EvidenceVault(Path payloads, Path keys, KeyWrap wrap, SecureRandom random) {
        this(payloads, keys, wrap, random, _ -> false);
    }

    /// @param erased asked at every read: what the record says was erased is missing, even where files of
    ///               it still are
    public EvidenceVault(Path payloads, Path keys, KeyWrap wrap, SecureRandom random, Predicate<Digest> erased) {
        this.payloads = payloads;
        this.keys = keys;
        this.wrap = wrap;
        this.random = random;
        this.erased = erased;
    }

    /// Durable when it returns.
    public PayloadRef put(Bytes plain) throws VaultException {
        return putAll(List.of(plain)).getFirst();
    }

    /// Stores all of them and forces each folder once. Durable when it returns; the order is kept. Payloads are durable
    /// before their keys appear, so that a key without a payload is a loss and never a write that was cut off.
    public List<PayloadRef> putAll(List<Bytes> plains) throws VaultException {
        List<PayloadSeal> seals = new ArrayList<>();
        for (Bytes plain : plains) {
            if (plain.size() > LIMIT_BYTES) {
                throw new VaultException(
                        Reason.TOO_LARGE,
                        payloads,
                        "a payload of " + plain.size() + " bytes is above the limit of " + LIMIT_BYTES);
            }
            seals.add(PayloadSeal.seal(plain, random));
        }
        store(payloads, seals, PayloadSeal::sealed);
        store(
                keys,
                seals,
                seal -> wrap.wrap(seal.secret(), context(seal.reference().stored())));
        return seals.stream().map(PayloadSeal::reference).toList();
    }

    /// Seals what `in` has, piece by piece, under a temporary name. It is for the caller to close.
    /// @throws IOException where `in` cannot be read
    public Intake takeIn(InputStream in) throws IOException, VaultException {
        return Sealing.seal(in, payloads, LIMIT_BYTES, random);
    }

    /// Stores what was taken in. Durable when it returns; in the order of [#putAll].
    public PayloadRef keep(Intake taken) throws VaultException {
        Digest stored = taken.payload().stored();
        Path file = place(payloads, stored);
        DurableFiles files = new DurableFiles();
        try {
            files.move(taken.temporary(), file);
            files.settle();
            files.write(place(keys, stored), wrap.wrap(taken.secret(), context(stored)));
            files.settle();
        } catch (IOException e) {
            throw new VaultException(Reason.FAILED, file, "could not be stored: " + e, e);
        }
        return taken.payload();
    }

    private static void store(Path folder, List<PayloadSeal> seals, Function<PayloadSeal, Bytes> content)
            throws VaultException {
        DurableFiles files = new DurableFiles();
        for (PayloadSeal seal : seals) {
            Path file = place(folder, seal.reference().stored());
            try {
                files.write(file, content.apply(seal));
            } catch (IOException e) {
                throw new VaultException(Reason.FAILED, file, "could not be written: " + e, e);
            }
        }
        try {
            files.settle();
        } catch (IOException e) {
            throw new VaultException(Reason.FAILED, folder, "could not be forced to disk: " + e, e);
        }
    }

    /// The plain bytes, checked as [#open(PayloadRef)] does.
    public Bytes get(PayloadRef payload) throws VaultException {
        return open(payload).content();
    }

    /// Salt and plain bytes, after checking the stored bytes against their name and the plain ones against size and
    /// commitment.
    public Opening open(PayloadRef payload) throws VaultException {
        return opened(handOver(payload), place(payloads, payload.stored()));
    }

    /// The salt alone, without reading the payload.
    public Bytes salt(PayloadRef payload) throws VaultException {
        refuseErased(payload);
        return PayloadSeal.salt(secret(payload));
    }

    /// Writes the plain bytes in pieces, for payloads that are too large to be held, after checking the stored bytes
    /// against their name. Size and commitment are only known to fit when it returns: what was written before it
    /// fails is not to be used.
    public void copy(PayloadRef payload, OutputStream out) throws IOException, VaultException {
        refuseErased(payload);
        new SealedFile(place(payloads, payload.stored()), payload).copy(secret(payload), out);
    }

    /// A payload with what opens it, to be stored by another workspace; the stored bytes are checked against their
    /// name.
    public HandedOver handOver(PayloadRef payload) throws VaultException {
        refuseErased(payload);
        return whatIsThere(payload);
    }

    private void refuseErased(PayloadRef payload) throws VaultException {
        if (erased.test(payload.stored())) {
            throw new VaultException(Reason.MISSING, place(payloads, payload.stored()), "was erased");
        }
    }

    /// As [#open(PayloadRef)], also for what is on its way to be erased: its manifest says what else has to go.
    public Opening openWhatIsThere(PayloadRef payload) throws VaultException {
        return opened(whatIsThere(payload), place(payloads, payload.stored()));
    }

    private HandedOver whatIsThere(PayloadRef payload) throws VaultException {
        Path file = place(payloads, payload.stored());
        Bytes sealed = readExactly(file, payload.sizeBytes() + PayloadSeal.OVERHEAD_BYTES);
        if (!Digest.sha256(sealed).equals(payload.stored())) {
            throw new VaultException(Reason.DAMAGED, file, "its SHA-256 is not its name");
        }
        return new HandedOver(payload, secret(payload), sealed);
    }

    private Bytes secret(PayloadRef payload) throws VaultException {
        Path keyFile = place(keys, payload.stored());
        return wrap.unwrap(readAtMost(keyFile, KEY_FILE_LIMIT_BYTES), context(payload.stored()))
                .filter(bytes -> bytes.size() == PayloadSeal.KEY_BYTES + PayloadSeal.SALT_BYTES)
                .orElseThrow(() -> new VaultException(
                        Reason.DAMAGED, keyFile, "this workspace's key does not open it: it was changed or replaced"));
    }

    /// What another workspace handed over, checked as [#open(PayloadRef)] does; nothing is stored.
    public Opening check(HandedOver given) throws VaultException {
        Path file = place(payloads, given.payload().stored());
        if (!Digest.sha256(given.sealed()).equals(given.payload().stored())) {
            throw new VaultException(Reason.DAMAGED, file, "what was handed over for it has another SHA-256");
        }
        return opened(given, file);
    }

    /// Stores what another workspace handed over, under the same names; what is here already stays, what was erased
    /// here does not come back. Durable when it returns.
    public void adopt(List<HandedOver> given) throws VaultException {
        List<PayloadSeal> seals = new ArrayList<>();
        for (HandedOver each : given) {
            check(each);
            if (!erased.test(each.payload().stored())
                    && !Files.exists(place(keys, each.payload().stored()))) {
                seals.add(new PayloadSeal(each.payload(), each.secret(), each.sealed()));
            }
        }
        store(payloads, seals, PayloadSeal::sealed);
        store(
                keys,
                seals,
                seal -> wrap.wrap(seal.secret(), context(seal.reference().stored())));
    }

    private static Opening opened(HandedOver given, Path file) throws VaultException {
        PayloadRef payload = given.payload();
        Opening opening = PayloadSeal.open(given.secret(), given.sealed())
                .orElseThrow(() -> new VaultException(Reason.DAMAGED, file, "its data key does not open it"));
        if (!opening.commitment().equals(payload.commitment())
                || opening.content().size() != payload.sizeBytes()) {
            throw new VaultException(Reason.DAMAGED, file, "its content is not what the ledger committed to");
        }
        return opening;
    }

    /// Whether key or stored bytes of a payload are still there.
    public boolean remains(Digest stored) {
        return Erasing.remains(payloads, keys, stored);
    }

    /// Destroys key and salt of each, and then removes what was stored. Durable when it returns. Can be
    /// repeated after
    /// a
    /// failure or a crash, and nothing happens to what is gone already.
    public void erase(List<Digest> stored) throws VaultException {
        new Erasing(payloads, keys, random).erase(stored);
    }

    /// Where the stored bytes of a payload lie, relative to the payload folder: `ab/abcd…`.
    public static Path location(Digest stored) {
        return Path.of(stored.hex().substring(0, 2), stored.hex());
    }

    static Path place(Path folder, Digest stored) {
        return folder.resolve(location(stored));
    }

    private static Bytes context(Digest stored) {
        return Bytes.utf8("cairn payload key v1 " + stored.hex());
    }

    private static Bytes readExactly(Path file, long expectedBytes) throws VaultException {
        Bytes content = readAtMost(file, expectedBytes);
        if (content.size() != expectedBytes) {
            throw new VaultException(
                    Reason.DAMAGED, file, "has " + content.size() + " bytes instead of " + expectedBytes);
        }
        return content;
    }

    private static Bytes readAtMost(Path file, long limitBytes) throws VaultException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] read = in.readNBytes((int) Math.min(limitBytes + 1, Integer.MAX_VALUE - 8));
            if (read.length > limitBytes) {
                throw new VaultException(Reason.DAMAGED, file, "has more than " + limitBytes + " bytes");
            }
            return Bytes.copyOf(read);
        } catch (NoSuchFileException e) {
            throw new VaultException(Reason.MISSING, file, "is not there", e);
        } catch (IOException e) {
            throw new VaultException(Reason.FAILED, file, "could not be read: " + e, e);
        }
    }
}
