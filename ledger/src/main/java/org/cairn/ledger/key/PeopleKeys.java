package org.cairn.ledger.key;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cairn.ledger.key.CertificateRegister.Issued;
import org.cairn.ledger.key.OpenKeys.OpenPerson;
import org.cairn.ledger.key.Slot.PersonSlot;
import org.cairn.ledger.key.Slot.RecoverySlot;
import org.cairn.proof.KeyId;

/// Changes who can open a workspace. What is written is in such an order that a cut at any point leaves everybody's
/// way in as it was before or as it should be: a person's file is written before the slot that needs it.
record PeopleKeys(KeyFolder folder, OpenKeys open) {
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}.-]{1,40}");

    /// @param instead whose name it may be: they are removed later
    AddedPerson add(NewPerson added, Set<KeyId> instead, SecureRandom random, InstantSource clock) throws KeyException {
        requireName(added.name(), instead);
        String label = label(added.label());
        Ed25519PrivateKey entries = Ed25519PrivateKey.random(random);
        KeyId holder = entries.publicKey().keyId();
        DocumentKey documents =
                open.keys().authority().issueForDocuments(added.name(), added.documents(), clock.instant(), random);
        PersonKeys keys = new PersonKeys(entries, Optional.empty(), documents);
        SlotContent content = new SlotContent(open.workspaceKey(), randomKey(random));
        register(documents, holder);
        folder.write(PersonFile.of(holder, label, added.name(), keys, content));
        change(slot -> true, Optional.of(PersonSlot.wrap(content, holder, added.secrets(), random)));
        content.destroy();
        Person person = new Person(
                new WayIn(holder, label, added.secrets().keyFile().isPresent(), false),
                added.name(),
                entries.publicKey(),
                DocumentKey.encoding(documents.certificate()));
        return new AddedPerson(person, new EntrySigner(entries), entries::destroy);
    }

    /// Ends the person's way in, and revokes the person's certificates.
    void remove(KeyId holder, InstantSource clock) throws KeyException {
        WorkspaceKeyFile file = folder.workspaceKey();
        if (file.person(holder).isEmpty()) {
            throw new KeyException("No person " + holder.hex() + " opens this workspace.");
        }
        if (open.person().map(OpenPerson::holder).equals(Optional.of(holder))) {
            throw new KeyException("Nobody removes the person they opened the workspace as: another person does it.");
        }
        CertificateRegister register = folder.certificates(open.workspaceKey());
        for (Issued issued : register.issued()) {
            if (issued.holder().equals(Optional.of(holder))) {
                register =
                        register.withRevoked(issued.serial(), clock.instant(), RevocationReason.CESSATION_OF_OPERATION);
            }
        }
        folder.write(register, open.workspaceKey());
        change(slot -> !isOf(slot, holder), Optional.empty());
        folder.deletePerson(holder);
        new TotpGate(folder, holder, open.workspaceKey()).delete();
    }

    /// One that opens beside the code there is, until the ledger says which of them counts.
    RecoveryCode addRecoveryCode(SecureRandom random) throws KeyException {
        RecoveryCode code = RecoveryCode.random(random);
        change(slot -> true, Optional.of(RecoverySlot.wrap(open.workspaceKey(), code)));
        return code;
    }

    List<Optional<KeyId>> recoveryKeys() throws KeyException {
        return folder.workspaceKey().recoveries().stream()
                .map(RecoverySlot::key)
                .toList();
    }

    void keepRecoveryCode(Optional<KeyId> key) throws KeyException {
        change(
                slot -> !(slot instanceof RecoverySlot recovery)
                        || recovery.key().equals(key),
                Optional.empty());
    }

    void register(DocumentKey key, KeyId holder) throws KeyException {
        CertificateRegister register =
                folder.certificates(open.workspaceKey()).withIssued(key.certificate(), Optional.of(holder));
        folder.write(register, open.workspaceKey());
    }

    private void change(Predicate<Slot> keep, Optional<Slot> added) throws KeyException {
        folder.write(folder.workspaceKey().with(keep, added, open.workspaceKey()));
    }

    private void requireName(String name, Set<KeyId> instead) throws KeyException {
        if (name.isBlank()) {
            throw new KeyException("A person needs a name.");
        }
        List<Person> people = folder.people(open.workspaceKey());
        if (people.stream()
                .anyMatch(person ->
                        !instead.contains(person.holder()) && person.name().equalsIgnoreCase(name))) {
            throw new KeyException("There is a person \"" + name
                    + "\" here already: give a name that tells the two apart, such as with the department.");
        }
    }

    private String label(Optional<String> wished) throws KeyException {
        List<String> taken = folder.waysIn().stream().map(WayIn::label).toList();
        if (wished.isEmpty()) {
            return IntStream.iterate(taken.size() + 1, number -> number + 1)
                    .mapToObj(number -> "person-" + number)
                    .filter(label -> !taken.contains(label))
                    .findFirst()
                    .orElseThrow();
        }
        String label = wished.get();
        if (taken.contains(label) || !LABEL.matcher(label).matches()) {
            throw new KeyException("The label \"" + label + "\" is taken, or is more than 40 letters, digits, dots and"
                    + " hyphens: choose another.");
        }
        return label;
    }

    private static boolean isOf(Slot slot, KeyId holder) {
        return switch (slot) {
            case PersonSlot person -> person.holder().equals(holder);
            case Slot.TokenSlot token -> token.holder().equals(holder);
            case RecoverySlot _ -> false;
        };
    }

    static byte[] randomKey(SecureRandom random) {
        byte[] key = new byte[SlotContent.KEY_SIZE_BYTES];
        random.nextBytes(key);
        return key;
    }
}
