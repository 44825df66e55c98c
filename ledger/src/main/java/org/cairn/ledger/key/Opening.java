package org.cairn.ledger.key;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.ledger.key.OpenKeys.OpenPerson;
import org.cairn.ledger.key.Slot.PersonSlot;
import org.cairn.ledger.key.Slot.TokenSlot;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.ledger.key.Unlock.RecoveryUnlock;
import org.cairn.ledger.key.Unlock.TokenUnlock;
import org.cairn.ledger.key.UnlockRefused.Reason;
import org.cairn.proof.Bytes;
import org.cairn.proof.KeyId;

/// Opens the keys in one of the ways that [Unlock] names, and checks every file of the folder on the way.
record Opening(KeyFolder folder, InstantSource clock) {
    OpenKeys open(Unlock unlock) throws KeyException {
        WorkspaceKeyFile file = folder.workspaceKey();
        return switch (unlock) {
            case PassphraseUnlock by -> asPerson(file, by);
            case RecoveryUnlock(RecoveryCode code) -> asNobody(file, code);
            case TokenUnlock(TokenAccess access) -> byToken(file, access);
        };
    }

    private OpenKeys asNobody(WorkspaceKeyFile file, RecoveryCode code) throws KeyException {
        Bytes workspaceKey = file.recoveries().stream()
                .flatMap(slot -> slot.unwrap(code).stream())
                .findFirst()
                .orElseThrow(() -> new WrongPassphrase("recovery code", name()));
        return load(file, workspaceKey.toByteArray(), Optional.empty());
    }

    /// Without a person named, everybody's slot is tried that asks for no more than was given.
    private OpenKeys asPerson(WorkspaceKeyFile file, PassphraseUnlock by) throws KeyException {
        List<PersonSlot> named = named(file, by);
        List<PersonSlot> tried = named.stream()
                .filter(slot -> !slot.keyFile() || by.secrets().keyFile().isPresent())
                .toList();
        for (PersonSlot slot : tried) {
            PersonSecrets secrets = slot.keyFile()
                    ? by.secrets()
                    : PersonSecrets.of(by.secrets().passphrase());
            Optional<SlotContent> content = slot.unwrap(secrets);
            if (content.isPresent()) {
                if (slot.totp()) {
                    new TotpGate(folder, slot.holder(), content.get().personKey()).require(by.totp(), clock.instant());
                }
                return person(file, slot.holder(), content.get(), Optional.empty());
            }
        }
        if (tried.size() < named.size()) {
            throw new UnlockRefused(
                    Reason.KEY_FILE_NEEDED,
                    "The passphrase opens nothing by itself, and a key file was not named: name it. Where it is lost, the"
                            + " recovery code opens the workspace.");
        }
        boolean keyFile = named.stream().anyMatch(PersonSlot::keyFile);
        throw new WrongPassphrase(keyFile ? "passphrase, or the key file," : "passphrase", name());
    }

    private OpenKeys byToken(WorkspaceKeyFile file, TokenAccess access) throws KeyException {
        Token token = Token.open(access);
        boolean used = false;
        try {
            for (TokenSlot slot : file.tokens()) {
                Optional<SlotContent> content = slot.unwrap(token);
                if (content.isPresent()) {
                    OpenKeys opened = person(file, slot.holder(), content.get(), Optional.of(token));
                    used = true;
                    return opened;
                }
            }
        } finally {
            if (!used) {
                token.close();
            }
        }
        throw new UnlockRefused(
                Reason.TOKEN, "The token opens, but holds no key to " + name() + ". `cairn keys token` makes it one.");
    }

    private OpenKeys person(WorkspaceKeyFile file, KeyId holder, SlotContent content, Optional<Token> token)
            throws KeyException {
        String path = folder.name(PersonFile.path(holder));
        PersonFile own = folder.person(holder);
        PersonKeys keys = own.open(content.personKey(), path);
        if (token.isPresent() && keys.documents().secret() instanceof DocumentKey.Secret.Absent(String alias)) {
            keys = keys.withDocuments(token.get().find(alias, keys.documents().chain()));
        }
        String name = own.about(content.workspaceKey(), path).name();
        OpenPerson person = new OpenPerson(holder, own.label(), name, content, keys, token);
        return load(file, content.workspaceKey(), Optional.of(person));
    }

    private List<PersonSlot> named(WorkspaceKeyFile file, PassphraseUnlock by) throws KeyException {
        List<PersonSlot> slots = file.people().stream()
                .filter(slot -> by.person().isEmpty()
                        || slot.holder().equals(by.person().get()))
                .toList();
        if (slots.isEmpty()) {
            String who = folder.waysIn().stream()
                    .map(way -> way.label() + " (" + way.holder().hex().substring(0, 12) + ")")
                    .collect(Collectors.joining(", "));
            throw new UnlockRefused(
                    Reason.UNKNOWN_PERSON,
                    "This person does not open the workspace by a passphrase. "
                            + (who.isEmpty() ? "Nobody does; the recovery code opens it." : "Those who do: " + who));
        }
        return slots;
    }

    private OpenKeys load(WorkspaceKeyFile file, byte[] workspaceKey, Optional<OpenPerson> person) throws KeyException {
        file.requireSeal(workspaceKey, name());
        for (PersonSlot slot : file.people()) {
            folder.person(slot.holder()).requireSeal(workspaceKey, folder.name(PersonFile.path(slot.holder())));
        }
        folder.certificates(workspaceKey);
        PrivateKeys keys = folder.privateKeys(workspaceKey);
        if (!folder.publicKeys().equals(keys.publicKeys())) {
            throw new KeyException(folder.name(PublicKeys.FILE)
                    + " does not belong to the private keys: it was changed. Restore it from a backup.");
        }
        return new OpenKeys(workspaceKey, keys, person);
    }

    private String name() {
        return folder.name(WorkspaceKeyFile.FILE);
    }
}
