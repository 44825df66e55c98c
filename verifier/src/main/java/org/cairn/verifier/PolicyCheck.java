package org.cairn.verifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;
import org.cairn.proof.witness.WitnessPolicy;

/// Whether the pack's policy is what its entries say: `WitnessTrusted` gives a witness its keys, the newest of a name
/// count; `WitnessPolicySet` says who is asked and how many are needed, the newest counts. Otherwise whoever packed
/// could put in witnesses of their own, or take out one that is due, and no entry would show who did.
final class PolicyCheck {
    private final Findings findings;
    private final Map<String, Trusted> trusted = new LinkedHashMap<>();
    private Optional<Asked> asked = Optional.empty();

    private record Trusted(long entry, List<NoteKey> keys) {}

    private record Asked(long entry, List<String> witnesses, long quorum) {}

    PolicyCheck(Findings findings, Collection<LedgerEntry> entries) {
        this.findings = findings;
        entries.forEach(this::read);
    }

    private void read(LedgerEntry entry) {
        try {
            switch (entry.kind()) {
                case "WitnessTrusted" ->
                    trusted.put(
                            entry.event().text("name"), new Trusted(entry.index(), keys(texts(entry.event(), "keys"))));
                case "WitnessPolicySet" ->
                    asked = Optional.of(new Asked(
                            entry.index(),
                            texts(entry.event(), "witnesses"),
                            entry.event().integer("quorum")));
                default -> {} // says nothing about witnesses that are asked
            }
        } catch (MalformedJson | MalformedNote e) {
            findings.defect(entry.file(), entry.index(), "says of witnesses what cannot be read: " + e.getMessage());
        }
    }

    void check(WitnessPolicy claimed) {
        List<String> due = asked.map(Asked::witnesses).orElse(List.of()).stream()
                .filter(trusted::containsKey)
                .toList();
        Map<String, List<NoteKey>> named = new LinkedHashMap<>();
        claimed.parties().forEach(party -> named.put(party.name(), party.keys()));
        named.forEach(this::named);
        due.stream().filter(name -> !named.containsKey(name)).forEach(this::leftOut);
        List<WitnessPolicy.Party> parties = new ArrayList<>();
        for (String name : due) {
            List<NoteKey> keys = keysOf(name);
            parties.add(new WitnessPolicy.Party(name, keys, keys.size()));
        }
        WitnessPolicy expected = parties.isEmpty()
                ? WitnessPolicy.withoutWitnesses(claimed.logs())
                : WitnessPolicy.of(claimed.logs(), parties, quorum(parties.size()));
        if (claimed.threshold() != expected.threshold()) {
            differs("asks for " + claimed.threshold() + " of its witnesses, the entry for " + expected.threshold());
        } else if (named.equals(keysByName(due)) && !claimed.equals(expected)) {
            differs("asks for cosignatures in another way than the entry does");
        }
    }

    private Map<String, List<NoteKey>> keysByName(List<String> names) {
        Map<String, List<NoteKey>> keys = new LinkedHashMap<>();
        names.forEach(name -> keys.put(name, keysOf(name)));
        return keys;
    }

    private void named(String name, List<NoteKey> keys) {
        if (!trusted.containsKey(name)) {
            findings.defect(Layout.POLICY, "names the witness " + name + ", whom no entry of the pack trusts");
        } else if (asked.filter(policy -> policy.witnesses().contains(name)).isEmpty()) {
            differs("names the witness " + name + ", whom no entry of the pack asks");
        } else if (!keysOf(name).equals(keys)) {
            findings.defect(
                    Layout.POLICY, entryOf(name), "gives the witness " + name + " other keys than the entry does");
        }
    }

    private void leftOut(String name) {
        differs("leaves out the witness " + name + ", whom the entry asks");
    }

    private void differs(String problem) {
        if (asked.isPresent()) {
            findings.defect(Layout.POLICY, asked.get().entry(), problem);
        } else {
            findings.defect(Layout.POLICY, problem);
        }
    }

    private int quorum(int parties) {
        return (int) Math.min(asked.map(Asked::quorum).orElse(0L), parties);
    }

    private List<NoteKey> keysOf(String name) {
        return Optional.ofNullable(trusted.get(name)).map(Trusted::keys).orElse(List.of());
    }

    private long entryOf(String name) {
        return Optional.ofNullable(trusted.get(name)).map(Trusted::entry).orElseThrow();
    }

    private static List<String> texts(JsonObject event, String member) throws MalformedJson {
        List<String> texts = new ArrayList<>();
        for (Json each : event.array(member)) {
            if (!(each instanceof JsonText(String text))) {
                throw new MalformedJson("member \"" + member + "\" holds something else than texts");
            }
            texts.add(text);
        }
        return texts;
    }

    private static List<NoteKey> keys(List<String> lines) throws MalformedNote {
        List<NoteKey> keys = new ArrayList<>();
        for (String line : lines) {
            keys.add(NoteKey.parse(line));
        }
        return keys;
    }
}
