package org.cairn.ledger.key;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cairn.ledger.key.OpenKeys.OpenPerson;
import org.cairn.ledger.key.Slot.PersonSlot;
import org.cairn.ledger.key.Slot.TokenSlot;

/// What the person who unlocked changes about their own keys and ways in.
record PersonalChanges(KeyFolder folder, OpenKeys open) {
    OpenPerson person() {
        return open.requirePerson();
    }

    /// @return what is in memory from now on
    OpenKeys store(PersonKeys keys) throws KeyException {
        OpenPerson person = person();
        folder.write(PersonFile.of(person.holder(), person.label(), person.name(), keys, person.secrets()));
        return open.with(person.with(keys));
    }

    /// The person's way in under other secrets; the second factor by digits stays as it is.
    void changeSecrets(PersonSecrets secrets, SecureRandom random) throws KeyException {
        OpenPerson person = person();
        WorkspaceKeyFile file = folder.workspaceKey();
        boolean totp = file.person(person.holder()).map(PersonSlot::totp).orElse(false);
        PersonSlot slot = PersonSlot.wrap(person.secrets(), person.holder(), secrets, random)
                .withTotp(totp);
        folder.write(file.with(
                other -> !(other instanceof PersonSlot old && old.holder().equals(person.holder())),
                Optional.of(slot),
                open.workspaceKey()));
    }

    /// Three more years for the same key.
    OpenKeys renewCertificate(SecureRandom random, InstantSource clock) throws KeyException {
        DocumentKey renewed = open.keys().authority().renew(person().keys().documents(), clock.instant(), random);
        new Certificates(folder, open).renewed(person(), renewed, Optional.empty(), clock);
        return store(person().keys().withDocuments(renewed));
    }

    /// Another key; the old one's certificate is revoked.
    OpenKeys replaceDocumentKey(DocumentKeyType type, SecureRandom random, InstantSource clock) throws KeyException {
        DocumentKey made = open.keys().authority().issueForDocuments(person().name(), type, clock.instant(), random);
        return replaceBy(made, clock);
    }

    private OpenKeys replaceBy(DocumentKey made, InstantSource clock) throws KeyException {
        DocumentKey old = person().keys().documents();
        new Certificates(folder, open).renewed(person(), made, Optional.of(old.certificate()), clock);
        return store(person().keys().withDocuments(made));
    }

    void enableTotp(Totp totp, String typed, InstantSource clock) throws KeyException {
        gate().enable(totp, typed, clock.instant());
        changeOwnSlot(slot -> slot.withTotp(true));
    }

    void disableTotp() throws KeyException {
        changeOwnSlot(slot -> slot.withTotp(false));
        gate().delete();
    }

    private TotpGate gate() {
        return new TotpGate(folder, person().holder(), person().secrets().personKey());
    }

    private void changeOwnSlot(java.util.function.UnaryOperator<PersonSlot> change) throws KeyException {
        WorkspaceKeyFile file = folder.workspaceKey();
        PersonSlot own = file.person(person().holder())
                .orElseThrow(() -> new KeyException("This person opens the workspace by a token alone."));
        folder.write(file.with(slot -> !slot.equals(own), Optional.of(change.apply(own)), open.workspaceKey()));
    }

    /// A key in the token wraps what the person's slot wraps, and another one there signs documents from now on.
    OpenKeys useToken(TokenAccess access, SecureRandom random, InstantSource clock) throws KeyException {
        Token token = Token.open(access);
        boolean used = false;
        try {
            OpenPerson person = person();
            String mark = person.holder().hex().substring(0, 12) + "-"
                    + clock.instant().getEpochSecond();
            String wrapping = "cairn-wrap-" + mark;
            token.makeWrappingKey(wrapping);
            KeyPair pair = token.makeDocumentKey();
            var chain = open.keys()
                    .authority()
                    .certifyForDocuments(
                            DocumentAuthority.name(person.name()), pair.getPublic(), clock.instant(), random);
            DocumentKey made = token.keep("cairn-documents-" + mark, pair.getPrivate(), chain);
            OpenKeys changed = replaceBy(made, clock);
            TokenSlot slot = TokenSlot.wrap(token, wrapping, person.holder(), person.secrets(), random);
            folder.write(folder.workspaceKey()
                    .with(other -> !isTokenOf(other, person), Optional.of(slot), open.workspaceKey()));
            used = true;
            return changed.with(changed.requirePerson().with(token));
        } finally {
            if (!used) {
                token.close();
            }
        }
    }

    /// The token opens nothing any more, and a new key in a file signs documents.
    OpenKeys leaveToken(SecureRandom random, InstantSource clock) throws KeyException {
        OpenPerson person = person();
        WorkspaceKeyFile file = folder.workspaceKey();
        List<Slot> own =
                file.slots().stream().filter(slot -> isTokenOf(slot, person)).toList();
        if (own.isEmpty()) {
            throw new KeyException("No token opens the workspace for this person.");
        }
        folder.write(file.with(slot -> !own.contains(slot), Optional.empty(), open.workspaceKey()));
        return replaceDocumentKey(DocumentKeyType.P_256, random, clock);
    }

    private static boolean isTokenOf(Slot slot, OpenPerson person) {
        return slot instanceof TokenSlot token && token.holder().equals(person.holder());
    }
}
