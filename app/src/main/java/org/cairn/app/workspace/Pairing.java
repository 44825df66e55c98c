package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.cairn.app.exchange.Card;
import org.cairn.app.exchange.MalformedBundle;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent.PeerPaired;
import org.cairn.checklist.event.ExchangeEvent.TransferKeyMade;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.vault.VaultException;
import org.cairn.ledger.key.TransferKey;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.MalformedKey;
import org.cairn.proof.NoteKey;

/// Two laptops learn each other's keys, once, by cards that people carry and compare.
final class Pairing {
    private final Parts parts;

    Pairing(Parts parts) {
        this.parts = parts;
    }

    /// This workspace's card. Makes the transfer key when first asked.
    Card own() throws WorkspaceException {
        List<Recorded<? extends Event>> events = parts.log().events();
        Optional<TransferKeyMade> made = BundlePayloads.made(parts.log());
        Bytes transferKey = made.isPresent() ? made.get().publicKey() : makeTransferKey();
        return new Card(
                parts.file().origin(),
                parts.keyring().log().keys(),
                founder(events),
                parts.keyring().publicKeys().rootFingerprint(),
                transferKey);
    }

    Card writeOwn(Path out) throws WorkspaceException {
        if (Files.exists(out)) {
            throw new WorkspaceException(Kind.BAD_INPUT, out + ": exists; nothing was done. Choose another name");
        }
        Card card = own();
        try {
            Files.write(out, card.encode().toByteArray(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return card;
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.OUTSIDE, out + ": cannot be written (" + e + "). Check the folder, or choose another", e);
        }
    }

    /// Records that a person compared this card's fingerprint.
    /// @return the entry's index
    long accept(Card card) throws WorkspaceException {
        if (card.origin().equals(parts.file().origin())) {
            throw new WorkspaceException(Kind.BAD_INPUT, "this is this workspace's own card");
        }
        PeerPaired paired = new PeerPaired(
                card.origin(),
                card.logKeys().stream().map(NoteKey::encode).toList(),
                card.founder().spki(),
                card.root(),
                card.transferKey());
        Optional<Peer> known = Optional.ofNullable(Peer.all(parts.log()).get(card.origin()));
        if (known.isPresent()
                && known.get().size() > 0
                && !known.get().pairing().founder().equals(paired.founder())) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    "the log " + card.origin() + " was founded by another key when its entries were imported; this card"
                            + " is of another log with the same name");
        }
        own();
        return parts.log().recordByPerson(paired);
    }

    static Card read(Path file) throws WorkspaceException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] read = in.readNBytes(Card.LIMIT_BYTES + 1);
            if (read.length > Card.LIMIT_BYTES) {
                throw new WorkspaceException(Kind.BAD_INPUT, file + ": is too large for a card");
            }
            return Card.parse(Bytes.copyOf(read));
        } catch (MalformedBundle e) {
            throw new WorkspaceException(Kind.BAD_INPUT, file + ": " + e.getMessage() + ". Ask for the card again", e);
        } catch (IOException e) {
            throw new WorkspaceException(Kind.UNREADABLE_FILE, file + ": cannot be read (" + e + ")", e);
        }
    }

    private Bytes makeTransferKey() throws WorkspaceException {
        parts.requireWritable();
        TransferKey key = TransferKey.random(parts.environment().random());
        try {
            parts.log()
                    .recordByPerson(
                            new TransferKeyMade(key.publicKey(), parts.vault().put(key.secret())));
            return key.publicKey();
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }

    /// The key that signed the first entry, which enrolled itself.
    private static Ed25519PublicKey founder(List<Recorded<? extends Event>> events) {
        Recorded<? extends Event> first = events.getFirst();
        try {
            for (Recorded<? extends Event> recorded : events) {
                if (recorded.event() instanceof Event.IdentityEnrolled enrolled
                        && enrolled.key().equals(first.actor())) {
                    return Ed25519PublicKey.parseSpki(enrolled.spki());
                }
            }
        } catch (MalformedKey e) {
            throw new IllegalStateException("a key that was enrolled here", e);
        }
        throw new IllegalStateException("the founder's key was enrolled at founding");
    }
}
