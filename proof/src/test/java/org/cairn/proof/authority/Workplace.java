package org.cairn.proof.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;

/// A ledger in memory: Anna founded it; Ben reviews, Carla writes, Dora audits, a machine collects.
final class Workplace {
    final Person anna = Person.of("Anna");
    final Person ben = Person.of("Ben");
    final Person carla = Person.of("Carla");
    final Person dora = Person.of("Dora");
    final Person machine = Person.of("machine");
    final Authority authority = Authority.atStart(Ed25519PublicKey::verifies);
    final List<Bytes> entries = new ArrayList<>();

    Workplace() {
        accept(Entries.founded(anna));
        accept(Entries.enrolled(anna, Role.ADMINISTRATOR, anna));
        accept(Entries.enrolled(machine, Role.COLLECTOR, anna));
        accept(Entries.enrolled(ben, Role.REVIEWER, anna));
        accept(Entries.enrolled(carla, Role.AUTHOR, anna));
        accept(Entries.enrolled(dora, Role.AUDITOR, anna));
    }

    long size() {
        return entries.size();
    }

    /// Records what the rules have to allow.
    long accept(Bytes entry) {
        assertEquals(Optional.empty(), authority.admit(size(), entry));
        entries.add(entry);
        return size() - 1;
    }

    /// What the rules have to refuse, and why they do.
    String refusal(Bytes entry) {
        People before = authority.people();
        String words = authority.admit(size(), entry).orElse("admitted");
        assertEquals(before, authority.people(), "a refused entry changes nothing");
        return words;
    }

    String shortly(Bytes entry) {
        return refusal(entry)
                .replace(anna.id().hex(), "<Anna>")
                .replace(ben.id().hex(), "<Ben>")
                .replace(carla.id().hex(), "<Carla>")
                .replace(dora.id().hex(), "<Dora>")
                .replace(machine.id().hex(), "<machine>");
    }
}
