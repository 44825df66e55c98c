package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.ledger.key.AddedPerson;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.NewPerson;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.Person;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.Role;

/// Who opens the workspace by a passphrase and keys of their own.
public final class PersonalKeys {
    private final Parts parts;

    PersonalKeys(Parts parts) {
        this.parts = parts;
    }

    /// @param id    stays when keys are rotated
    /// @param label chosen by before unlocking; not secret
    /// @param you   whether this person unlocked
    public record Holder(KeyId id, String name, String label, KeyId key, boolean keyFile, boolean totp, boolean you) {}

    /// @param entry that enrols the person; empty where an administrator does that later
    public record Added(String label, KeyId key, Optional<Long> entry) {}

    public List<Holder> all() throws WorkspaceException {
        try {
            Optional<KeyId> you = parts.keyring().unlockedBy();
            List<Holder> holders = new ArrayList<>();
            for (Person person : parts.keyring().people()) {
                holders.add(new Holder(
                        person.holder(),
                        person.name(),
                        person.way().label(),
                        person.key().keyId(),
                        person.way().keyFile(),
                        person.way().totp(),
                        you.equals(Optional.of(person.holder()))));
            }
            return holders;
        } catch (KeyException e) {
            throw Failures.of(e);
        }
    }

    /// Makes keys for another person, who types the passphrase here.
    /// @param role enrols the person at once, where whoever unlocked is administrator
    public Added add(String name, Passphrase passphrase, Optional<Role> role) throws WorkspaceException {
        parts.requireWritable();
        EnrolmentRequest.requireName(name);
        Identities identities = new Identities(parts);
        if (role.isPresent()) {
            identities.checkEnrolment(name);
        }
        WorkspaceEnvironment environment = parts.environment();
        NewPerson person = NewPerson.of(name, PersonSecrets.of(passphrase));
        try (AddedPerson added = parts.keyring().addPerson(person, environment.random(), environment.clock())) {
            Optional<Long> entry =
                    role.isPresent() ? Optional.of(identities.enrol(added, role.get())) : Optional.empty();
            return new Added(added.person().way().label(), added.person().key().keyId(), entry);
        } catch (KeyException e) {
            throw Failures.of(e);
        }
    }

    /// Ends a person's way in and revokes their certificates; the key stays enrolled until it is revoked. Nobody takes
    /// their own: somebody has to be left who opens the workspace.
    public void remove(Holder holder) throws WorkspaceException {
        parts.requireWritable();
        if (holder.you()) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED, "that is your own way in; another person takes it. Nothing was changed");
        }
        new Identities(parts)
                .requireAdministrator("an administrator takes a way in, and whoever opened this workspace is none;"
                        + " nothing was changed");
        try {
            parts.keyring().removePerson(holder.id(), parts.environment().clock());
        } catch (KeyException e) {
            throw Failures.of(e);
        }
    }

    /// Of whoever unlocked. A copy of the folder from before still opens by the old one.
    public void changePassphrase(Passphrase next) throws WorkspaceException {
        parts.requireWritable();
        Keyring keyring = parts.keyring();
        if (all().stream().anyMatch(holder -> holder.you() && holder.keyFile())) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED,
                    "you open by a key file beside the passphrase, and both are changed together: `cairn keys"
                            + " passphrase`; nothing was changed");
        }
        try {
            keyring.changeSecrets(PersonSecrets.of(next), parts.environment().random());
        } catch (KeyException e) {
            throw Failures.of(e);
        }
    }
}
