package org.cairn.app.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Keyring;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.Role;

/// A colleague on the same laptop, with keys of their own: what needs two people is signed by them too.
final class SecondPerson {
    private final WorkspaceFixture keys;

    /// @param folder where the colleague's keys are to lie
    SecondPerson(Path folder) throws Exception {
        keys = new WorkspaceFixture(Files.createDirectories(folder));
        keys.found().close();
    }

    HolderId enrol(Workspace workspace, Role role) throws Exception {
        Path request = keys.folder.resolveSibling("request.json");
        try (Workspace theirs = keys.open(Access.READ)) {
            theirs.identities().requestForPerson("Rita Novak", request);
        }
        EnrolmentRequest read = EnrolmentRequest.read(request);
        workspace.identities().enrol(read, role, Optional.empty());
        return workspace.identities().findHolder(read.key().keyId().hex());
    }

    Keyring keyring() throws KeyException {
        return keys.keyring();
    }

    /// @return the entry's index
    long approve(Workspace workspace, Proposal proposal) throws Exception {
        Path signed = keys.folder.resolveSibling("signed-" + proposal.id() + ".json");
        sign(proposal, signed);
        return workspace.proposals().approve(workspace.proposals().find(signed.toString()));
    }

    /// Signs too, and writes the proposal to a file that is carried back.
    void sign(Proposal proposal, Path signed) throws Exception {
        try (Keyring theirs = keys.keyring()) {
            Files.write(
                    signed,
                    theirs.person().countersign(proposal.envelope()).encode().toByteArray());
        }
    }
}
