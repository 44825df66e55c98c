package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.WitnessEvent;
import org.cairn.ledger.key.EntrySignatures;
import org.cairn.ledger.store.EntryCheck;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.authority.Authority;
import org.cairn.proof.authority.People;
import org.cairn.proof.authority.SignatureVerification;

/// Checks what entries say, without a passphrase: each is an event that the rules about people and roles allow after
/// those before it, and the payloads it points to are there. Entries are given in order.
final class EntryAudit implements EntryCheck {
    private final PayloadAudit payloads;
    private final SignatureVerification verification = EntrySignatures.verification();
    private final Authority authority = Authority.atStart(this::verifies);
    private Map<Long, PreparedEntry> prepared = Map.of();
    private List<PreparedEntry.Calculated> calculated = List.of();
    private final List<Recorded<? extends Event>> witnessEvents = new ArrayList<>();
    private long entries;
    private long signatures;

    EntryAudit(WorkspaceFolder folder) {
        this.payloads = new PayloadAudit(folder);
    }

    /// On all processors: what an entry says alone, and its signatures. Who may say it is judged in order.
    @Override
    public void expect(long first, List<Bytes> expected) {
        People people = authority.people();
        prepared = IntStream.range(0, expected.size())
                .parallel()
                .boxed()
                .collect(Collectors.toConcurrentMap(
                        i -> first + i, i -> PreparedEntry.of(first + i, expected.get(i), people, verification)));
    }

    @Override
    public Optional<String> problem(long index, Bytes bytes) {
        PreparedEntry known = prepared.get(index);
        PreparedEntry entry = known != null && known.bytes().equals(bytes)
                ? known
                : PreparedEntry.of(index, bytes, authority.people(), verification);
        entries++;
        calculated = entry.signatures();
        Optional<String> refusal = authority.audit(index, entry.reading());
        if (refusal.isEmpty()) {
            signatures += entry.reading()
                    .envelope()
                    .map(Envelope::signatures)
                    .map(List::size)
                    .orElse(0);
        }
        entry.event().ifPresent(this::look);
        return refusal.or(entry::problem);
    }

    private void look(Recorded<? extends Event> recorded) {
        if (recorded.event() instanceof WitnessEvent) {
            witnessEvents.add(recorded);
        }
        payloads.look(recorded.entry(), recorded.event());
    }

    private boolean verifies(Ed25519PublicKey key, Bytes message, Bytes signature) {
        for (PreparedEntry.Calculated each : calculated) {
            if (each.isOf(key, message, signature)) {
                return each.verifies();
            }
        }
        return verification.verifies(key, message, signature);
    }

    List<Recorded<? extends Event>> witnessEvents() {
        return List.copyOf(witnessEvents);
    }

    /// What was found of the payloads that entries refer to.
    PayloadAudit payloads() {
        return payloads;
    }

    /// How many entries were looked at.
    long entries() {
        return entries;
    }

    /// How many signatures verified.
    long signatures() {
        return signatures;
    }

    /// Who is enrolled, by the entries looked at so far.
    People people() {
        return authority.people();
    }
}
