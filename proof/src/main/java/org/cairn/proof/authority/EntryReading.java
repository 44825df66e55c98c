package org.cairn.proof.authority;

import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;

/// An entry as far as it can be read without the ones before it. Many may be read at once, by any number of threads; an
/// [Authority] then judges them in order.
public final class EntryReading {
    private final Optional<SignedEvent> event;
    private final String problem;
    private final boolean mayMatter;

    private EntryReading(Optional<SignedEvent> event, String problem, boolean mayMatter) {
        this.event = event;
        this.problem = problem;
        this.mayMatter = mayMatter;
    }

    public static EntryReading of(Bytes entry) {
        try {
            return new EntryReading(Optional.of(SignedEvent.read(entry)), "", EntrySkim.mayMatter(entry));
        } catch (MalformedEnvelope | MalformedJson e) {
            return new EntryReading(Optional.empty(), String.valueOf(e.getMessage()), false);
        }
    }

    /// The same of an entry that is recorded already: one that leaves people, roles and answers as they are is not
    /// read.
    public static EntryReading ofRecorded(Bytes entry) {
        return EntrySkim.mayMatter(entry) ? of(entry) : new EntryReading(Optional.empty(), "", false);
    }

    /// The signed envelope; empty where the entry is no signed event.
    public Optional<Envelope> envelope() {
        return event.map(SignedEvent::envelope);
    }

    Optional<SignedEvent> event() {
        return event;
    }

    /// Why the entry is no signed event; empty where it is one.
    String problem() {
        return problem;
    }

    /// Whether it may change people, roles or answers.
    boolean mayMatter() {
        return mayMatter;
    }
}
