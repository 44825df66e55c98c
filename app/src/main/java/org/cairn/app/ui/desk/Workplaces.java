package org.cairn.app.ui.desk;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.workspace.Founding;
import org.cairn.app.workspace.Verification;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.ledger.key.AuditorKeyring;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Passphrase;

/// Founds and opens workspaces, and checks packs. May be called from any thread but the window's.
public interface Workplaces {
    /// @param passphrase wiped by the caller afterwards
    Founded found(Path folder, Founding founding, char[] passphrase) throws WorkspaceException;

    /// Makes a sample to look around in, in an empty folder or an absent one.
    OpenWorkspace foundSample(Path folder) throws WorkspaceException;

    /// @param given wiped by the caller afterwards
    OpenWorkspace open(Path folder, Given given) throws WorkspaceException;

    /// Checks a pack or a workspace folder; needs no passphrase.
    Verification verify(Path packOrFolder) throws WorkspaceException;

    /// Makes the key of an auditor who has no workspace, in a folder of their own.
    AuditorKeyring.Auditor auditor(Path keys, String name, Passphrase passphrase) throws KeyException;

    /// A workspace just founded.
    /// @param recoveryCode opens it when the passphrase is lost; never shown again
    record Founded(OpenWorkspace workspace, Optional<String> recoveryCode) {}
}
