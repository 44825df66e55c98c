package org.cairn.ledger.key;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.ledger.key.OpenKeys.OpenPerson;
import org.cairn.ledger.key.Slot.PersonSlot;
import org.cairn.ledger.key.Slot.RecoverySlot;
import org.cairn.proof.KeyId;

/// Makes the keys of a new workspace. `workspace.key` is written last: without it, nothing there counts.
record KeyFounding(KeyFolder folder, SecureRandom random, Instant now) {
    private static final String LABEL = "person-1";

    OpenKeys found(String origin, String personName, PersonSecrets secrets, RecoveryCode code) throws KeyException {
        byte[] workspaceKey = PeopleKeys.randomKey(random);
        DocumentAuthority authority = DocumentAuthority.create(origin, now, random);
        DocumentKey documents = authority.issueForDocuments(personName, DocumentKeyType.P_256, now, random);
        PersonKeys person = new PersonKeys(Ed25519PrivateKey.random(random), Optional.empty(), documents);
        KeyId holder = person.entries().publicKey().keyId();
        SlotContent content = new SlotContent(workspaceKey, PeopleKeys.randomKey(random));
        PrivateKeys keys = PrivateKeys.create(origin, person.entries().publicKey(), authority, now, random);

        folder.write(keys, workspaceKey);
        folder.write(keys.publicKeys());
        folder.write(
                CertificateRegister.empty()
                        .withIssued(documents.certificate(), Optional.of(holder))
                        .withIssued(keys.timeStamps().certificate(), Optional.empty()),
                workspaceKey);
        folder.write(PersonFile.of(holder, LABEL, personName, person, content));
        List<Slot> slots =
                List.of(PersonSlot.wrap(content, holder, secrets, random), RecoverySlot.wrap(workspaceKey, code));
        folder.write(WorkspaceKeyFile.of(slots, workspaceKey));
        return new OpenKeys(
                workspaceKey,
                keys,
                Optional.of(new OpenPerson(holder, LABEL, personName, content, person, Optional.empty())));
    }
}
