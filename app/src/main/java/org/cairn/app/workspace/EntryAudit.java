package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.codec.MalformedEvent;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.WitnessEvent;
import org.cairn.ledger.key.EntrySignatures;
import org.cairn.ledger.store.EntryCheck;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.authority.Authority;
import org.cairn.proof.authority.People;

/// Checks what entries say, without a passphrase: each is an event that the rules about people and roles allow after
/// those before it, and the payloads it points to are there. Entries are given in order.
final class EntryAudit implements EntryCheck {
    private final PayloadAudit payloads;
    private final Authority authority = Authority.atStart(EntrySignatures.verification());
    private final List<String> problems = new ArrayList<>();
    private final List<Recorded<? extends Event>> witnessEvents = new ArrayList<>();
    private long entries;
    private long signatures;

    EntryAudit(WorkspaceFolder folder) {
        this.payloads = new PayloadAudit(folder);
    }

    @Override
    public Optional<String> problem(long index, Bytes bytes) {
        problems.clear();
        entries++;
        Optional<String> refusal = authority.refusal(index, bytes);
        refusal.ifPresent(problems::add);
        authority.record(index, bytes);
        try {
            Envelope envelope = Envelope.parse(bytes);
            signatures += refusal.isEmpty() ? envelope.signatures().size() : 0;
            Recorded<? extends Event> recorded = EventLog.decode(index, bytes);
            if (recorded.event() instanceof WitnessEvent) {
                witnessEvents.add(recorded);
            }
            payloads.look(index, recorded.event());
        } catch (MalformedEnvelope | MalformedEvent e) {
            if (refusal.isEmpty()) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
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
