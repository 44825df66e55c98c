package org.cairn.ledger.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.ledger.store.Admission;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
import org.cairn.proof.authority.Authority;
import org.cairn.proof.authority.EntryReading;
import org.cairn.proof.authority.People;

/// Lets into a ledger what [Authority] allows: signatures that verify, by enrolled keys whose holders' roles suffice,
/// of
/// two different people where two are needed. Safe for use by several threads.
public final class AuthorityAdmission implements Admission {
    private final Authority recorded = Authority.atStart(EntrySignatures.verification());
    private final List<Admitted> admitted = new ArrayList<>();
    private Authority ahead = recorded.draft();
    private long size;
    private Expected expected = new Expected(0, List.of(), List.of());

    private record Admitted(long index, Bytes entry) {}

    /// Entries read before they are judged in order.
    private record Expected(long first, List<Bytes> entries, List<EntryReading> readings) {
        EntryReading reading(long index, Bytes entry) {
            long at = index - first;
            return at >= 0 && at < entries.size() && entries.get((int) at).equals(entry)
                    ? readings.get((int) at)
                    : EntryReading.ofRecorded(entry);
        }
    }

    @Override
    public void expect(long first, List<Bytes> entries) {
        List<EntryReading> readings =
                entries.parallelStream().map(EntryReading::ofRecorded).toList();
        synchronized (this) {
            expected = new Expected(first, entries, readings);
        }
    }

    @Override
    public synchronized void recorded(long index, Bytes entry) {
        if (index >= size) {
            recorded.record(index, expected.reading(index, entry));
            size = index + 1;
        }
    }

    @Override
    public synchronized Optional<String> refusal(long first, List<Bytes> entries) {
        if (admitted.isEmpty()) {
            ahead = recorded.draft();
        }
        Authority draft = ahead.draft();
        for (int i = 0; i < entries.size(); i++) {
            Optional<String> refusal = draft.admit(first + i, entries.get(i));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        ahead.adopt(draft);
        for (int i = 0; i < entries.size(); i++) {
            admitted.add(new Admitted(first + i, entries.get(i)));
        }
        return Optional.empty();
    }

    @Override
    public synchronized void settled(long newSize) {
        for (Admitted entry : admitted) {
            if (entry.index() < newSize) {
                recorded(entry.index(), entry.entry());
            }
        }
        admitted.clear();
    }

    /// How many entries it was told of.
    public synchronized long size() {
        return size;
    }

    /// Who is enrolled, by what is recorded.
    public synchronized People people() {
        return recorded.people();
    }

    /// Why an entry could not follow now, in words; empty where it could.
    public synchronized Optional<String> refusal(Bytes entry) {
        return recorded.refusal(size, entry);
    }

    /// Why the event of an envelope could not follow now even after more people signed it; empty where it could.
    public synchronized Optional<String> refusalOfProposal(Envelope envelope) {
        return recorded.refusalOfProposal(size, envelope);
    }
}
