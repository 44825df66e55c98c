package org.cairn.proof.witness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.proof.Bytes;
import org.cairn.proof.NoteKey;

/// Whose signatures a checkpoint needs (C2SP tlog-policy): by one of the logs, and by witnesses as the quorum says. A
/// policy in a pack is its owner's claim; an auditor may hold an own one.
/// @param groups each names only witnesses and groups before it
/// @param quorum name of a witness or a group; empty for `none`
public record WitnessPolicy(List<NoteKey> logs, List<Witness> witnesses, List<Group> groups, Optional<String> quorum) {
    /// @param name within this file; a witness with two keys is two of these and a group
    public record Witness(String name, NoteKey key) {}

    /// @param threshold how many of the members have to have cosigned
    public record Group(String name, int threshold, List<String> members) {
        public Group {
            members = List.copyOf(members);
        }
    }

    /// One witness as people count them.
    /// @param keys under one key name
    /// @param needed how many of the keys have to have signed
    public record Party(String name, List<NoteKey> keys, int needed) {
        public Party {
            keys = List.copyOf(keys);
        }

        boolean satisfiedBy(Set<NoteKey> cosigned) {
            return keys.stream().filter(cosigned::contains).count() >= needed;
        }
    }

    public WitnessPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        groups = List.copyOf(groups);
    }

    public static WitnessPolicy withoutWitnesses(List<NoteKey> logs) {
        return new WitnessPolicy(logs, List.of(), List.of(), Optional.empty());
    }

    /// A quorum of parties. A party with several keys has signed when all of its keys have.
    /// @param quorum 1 to the number of parties
    public static WitnessPolicy of(List<NoteKey> logs, List<Party> parties, int quorum) {
        List<Witness> witnesses = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Party party : parties) {
            names.add(party.name());
            if (party.keys().size() == 1) {
                witnesses.add(new Witness(party.name(), party.keys().getFirst()));
                continue;
            }
            List<String> members = new ArrayList<>();
            for (NoteKey key : party.keys()) {
                String member = party.name() + '/' + key.algorithm().name().toLowerCase(java.util.Locale.ROOT);
                members.add(member);
                witnesses.add(new Witness(member, key));
            }
            groups.add(new Group(party.name(), party.needed(), members));
        }
        groups.add(new Group("quorum-of-witnesses", quorum, names));
        return new WitnessPolicy(logs, witnesses, groups, Optional.of("quorum-of-witnesses"));
    }

    public static WitnessPolicy parse(Bytes file) throws MalformedPolicy {
        return new PolicyReading().read(file);
    }

    public Bytes encode() {
        StringBuilder text = new StringBuilder();
        logs.forEach(log -> text.append("log ").append(log.encode()).append('\n'));
        witnesses.forEach(witness -> text.append("witness ")
                .append(witness.name())
                .append(' ')
                .append(witness.key().encode())
                .append('\n'));
        groups.forEach(group -> text.append("group ")
                .append(group.name())
                .append(' ')
                .append(group.threshold())
                .append(' ')
                .append(String.join(" ", group.members()))
                .append('\n'));
        return Bytes.utf8(text.append("quorum ")
                .append(quorum.orElse("none"))
                .append('\n')
                .toString());
    }

    /// Whether cosignatures by these keys are enough.
    public boolean quorumMet(Set<NoteKey> cosigned) {
        Map<String, Boolean> met = new HashMap<>();
        witnesses.forEach(witness -> met.put(witness.name(), cosigned.contains(witness.key())));
        groups.forEach(group -> met.put(
                group.name(),
                group.members().stream()
                                .filter(name -> met.getOrDefault(name, false))
                                .count()
                        >= group.threshold()));
        return quorum.map(name -> met.getOrDefault(name, false)).orElse(true);
    }

    /// How many members the quorum asks for: a group's threshold, 1 for a single witness, 0 for none.
    public int threshold() {
        return quorum.map(name -> groups.stream()
                        .filter(group -> group.name().equals(name))
                        .map(Group::threshold)
                        .findFirst()
                        .orElse(1))
                .orElse(0);
    }

    /// The witnesses as people count them: keys of one key name are one party. Where a group holds exactly such keys,
    /// it
    /// says how many of them have to have signed; otherwise one is enough.
    public List<Party> parties() {
        Map<String, List<Witness>> byKeyName = witnesses.stream()
                .collect(Collectors.groupingBy(
                        witness -> witness.key().name(), java.util.LinkedHashMap::new, Collectors.toList()));
        return byKeyName.values().stream().map(this::party).toList();
    }

    private Party party(List<Witness> lines) {
        List<NoteKey> keys = lines.stream().map(Witness::key).toList();
        Set<String> names = lines.stream().map(Witness::name).collect(Collectors.toSet());
        return groups.stream()
                .filter(group -> lines.size() > 1 && Set.copyOf(group.members()).equals(names))
                .findFirst()
                .map(group -> new Party(group.name(), keys, group.threshold()))
                .orElseGet(() -> new Party(lines.getFirst().name(), keys, 1));
    }
}
