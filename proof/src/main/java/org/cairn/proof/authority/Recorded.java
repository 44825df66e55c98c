package org.cairn.proof.authority;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.EnvelopeSignature;

/// What the rules remember of recorded entries: little enough for a million of them. A draft sees what it stands on and
/// keeps its own news to itself.
final class Recorded {
    private final Optional<Recorded> below;
    private final Map<String, NewestAnswer> answers = new HashMap<>();
    private final Set<Digest> decisions = new HashSet<>();
    private Optional<Founding> founding = Optional.empty();
    private People people = People.NOBODY;

    /// The newest answer to one subject, by the order of entries.
    /// @param leaf    hash of the entry
    /// @param authors who signed it
    record NewestAnswer(long entry, Digest leaf, Set<HolderId> authors) {
        NewestAnswer {
            authors = Set.copyOf(authors);
        }
    }

    /// The first entry, whose key the next one enrols.
    record Founding(Bytes message, EnvelopeSignature signature) {}

    Recorded() {
        below = Optional.empty();
    }

    private Recorded(Recorded below) {
        this.below = Optional.of(below);
        this.founding = below.founding;
        this.people = below.people;
    }

    Recorded draft() {
        return new Recorded(this);
    }

    /// Takes over what a draft of this added.
    void adopt(Recorded draft) {
        founding = draft.founding;
        people = draft.people;
        answers.putAll(draft.answers);
        decisions.addAll(draft.decisions);
    }

    People people() {
        return people;
    }

    Optional<Founding> founding() {
        return founding;
    }

    Optional<NewestAnswer> answer(String subject) {
        NewestAnswer own = answers.get(subject);
        return own != null ? Optional.of(own) : below.flatMap(under -> under.answer(subject));
    }

    boolean decided(Digest payload) {
        return decisions.contains(payload)
                || below.map(under -> under.decided(payload)).orElse(false);
    }

    void founded(Founding first) {
        founding = Optional.of(first);
    }

    void changed(People after) {
        people = after;
    }

    void answered(String subject, NewestAnswer answer) {
        answers.put(subject, answer);
    }

    void decide(Digest payload) {
        decisions.add(payload);
    }
}
