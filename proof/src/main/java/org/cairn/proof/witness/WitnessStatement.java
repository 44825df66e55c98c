package org.cairn.proof.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.NoteKey;
import org.cairn.proof.witness.WitnessPolicy.Party;

/// What the witnesses of a policy say about a history of `now.size()` entries. A witness that cosigned a state also
/// vouches
/// for every earlier one; for entries after it, nobody outside does.
/// @param witnesses  parties the policy names
/// @param threshold  how many the quorum asks for, 0 for none
/// @param quorumSize up to how many entries the quorum vouches; empty where it is not met at any size. With the quorum
///                   `none` it is empty too: nobody was asked
/// @param vouching   the newest word of each party that cosigned, newest state first
public record WitnessStatement(
        Checkpoint now, int witnesses, int threshold, Optional<Long> quorumSize, List<Vouching> vouching) {
    public WitnessStatement {
        vouching = List.copyOf(vouching);
    }

    public static WitnessStatement of(WitnessPolicy policy, List<Cosigned> cosigned, Checkpoint now) {
        List<Party> parties = policy.parties();
        List<Vouching> vouching = new ArrayList<>();
        for (Party party : parties) {
            cosigned.stream()
                    .flatMap(state -> word(party, state).stream())
                    .max(Comparator.comparingLong((Vouching word) -> word.at().size())
                            .thenComparing(Vouching::claimedAt))
                    .ifPresent(vouching::add);
        }
        vouching.sort(Comparator.comparingLong((Vouching word) -> word.at().size())
                .reversed()
                .thenComparing(Vouching::witness));
        return new WitnessStatement(now, parties.size(), policy.threshold(), quorumSize(policy, cosigned), vouching);
    }

    /// When a copy outside the owner's hands last vouched, by its own clock.
    public Optional<Instant> lastAnchor() {
        return vouching.stream().map(Vouching::claimedAt).max(Comparator.naturalOrder());
    }

    /// Whether the policy asks for witnesses and does not have them.
    public boolean quorumMissed() {
        return threshold > 0 && quorumSize.isEmpty();
    }

    /// One line: `witnessed by 2 of 3, last outside anchor 12 days ago`.
    /// @param asOf the clock of whoever asks
    public String headline(Instant asOf) {
        String count = witnesses == 0 ? "no witness is named" : "witnessed by " + vouching.size() + " of " + witnesses;
        return count + ", "
                + lastAnchor().map(at -> "last outside anchor " + age(at, asOf)).orElse("never anchored outside");
    }

    /// What the headline rests on, and what it does not cover, a line each.
    public List<String> details(Instant asOf) {
        List<String> lines = new ArrayList<>();
        for (Vouching word : vouching) {
            lines.add(word.witness() + " cosigned the state of " + word.at().size() + " entries at " + word.claimedAt()
                    + " by its own clock (" + age(word.claimedAt(), asOf) + ")");
        }
        if (threshold > 0) {
            lines.add(quorumSize
                    .map(size -> "the quorum of " + threshold + " vouches for the first " + size + " of " + now.size()
                            + " entries")
                    .orElse("the quorum of " + threshold + " is not met at any size"));
        }
        long seen = vouching.stream().mapToLong(word -> word.at().size()).max().orElse(0);
        if (seen < now.size()) {
            lines.add(entries(seen, now.size()) + ": no witness has seen " + (now.size() - seen == 1 ? "it" : "them"));
        }
        return lines;
    }

    private static String entries(long from, long to) {
        return to - from == 1 ? "entry " + from : "entries " + from + " to " + (to - 1);
    }

    static String age(Instant at, Instant asOf) {
        Duration age = Duration.between(at, asOf);
        if (age.isNegative()) {
            return "dated " + at + ", after the clock of this machine";
        }
        if (age.toDays() > 0) {
            return counted(age.toDays(), "day");
        }
        return age.toHours() > 0 ? counted(age.toHours(), "hour") : counted(age.toMinutes(), "minute");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s") + " ago";
    }

    /// All keys that the party needs, over one note; a time of 0 is no witness's (C2SP tlog-witness: "the timestamp
    /// MUST NOT
    /// be zero").
    private static Optional<Vouching> word(Party party, Cosigned state) {
        Set<NoteKey> signed = signers(party.keys(), state);
        if (!party.satisfiedBy(signed)) {
            return Optional.empty();
        }
        long newest = signed.stream()
                .mapToLong(key -> key.claimedAt(state.note()).orElse(0))
                .max()
                .orElse(0);
        return Optional.of(new Vouching(party.name(), state.at(), Instant.ofEpochSecond(newest)));
    }

    private static Set<NoteKey> signers(List<NoteKey> keys, Cosigned state) {
        Set<NoteKey> signed = new HashSet<>();
        for (NoteKey key : keys) {
            if (key.claimedAt(state.note()).orElse(0) > 0) {
                signed.add(key);
            }
        }
        return signed;
    }

    /// From the largest state down, everyone who cosigned it or a later one counts.
    private static Optional<Long> quorumSize(WitnessPolicy policy, List<Cosigned> cosigned) {
        if (policy.quorum().isEmpty()) {
            return Optional.empty();
        }
        List<NoteKey> keys =
                policy.witnesses().stream().map(WitnessPolicy.Witness::key).toList();
        Set<NoteKey> signed = new HashSet<>();
        List<Cosigned> largestFirst = cosigned.stream()
                .sorted(Comparator.comparingLong((Cosigned state) -> state.at().size())
                        .reversed())
                .toList();
        for (Cosigned state : largestFirst) {
            signed.addAll(signers(keys, state));
            if (policy.quorumMet(signed)) {
                return Optional.of(state.at().size());
            }
        }
        return Optional.empty();
    }
}
