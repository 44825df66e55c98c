package org.cairn.app.ui.desk;

import java.nio.file.Path;
import java.util.List;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Founding;
import org.cairn.app.workspace.SampleWorkspace;
import org.cairn.app.workspace.Verification;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.app.workspace.WorkspaceVerifier;
import org.cairn.ledger.key.AuditorKeyring;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Passphrase;

/// Workspaces on this machine's disk.
public record RecordedWorkplaces(WorkspaceEnvironment environment) implements Workplaces {
    @Override
    public Founded found(Path folder, Founding founding, char[] typed) throws WorkspaceException {
        try (Passphrase passphrase = Passphrase.of(typed)) {
            Workspace workspace = Workspace.found(folder, founding, passphrase, environment);
            return new Founded(open(folder, workspace), workspace.recoveryCode());
        }
    }

    @Override
    public OpenWorkspace foundSample(Path folder) throws WorkspaceException {
        return open(folder, SampleWorkspace.found(folder, environment));
    }

    @Override
    public OpenWorkspace open(Path folder, Given given) throws WorkspaceException {
        Access access = given instanceof Given.ByRecoveryCode ? Access.READ : Access.WRITE;
        return open(folder, Workspace.open(folder, new Unlocking(folder).of(given), access, environment));
    }

    private OpenWorkspace open(Path folder, Workspace workspace) {
        List<CollectorCard> cards = environment.collectors().stream()
                .filter(collector -> collector.platform() == environment.host().platform())
                .map(collector -> new CollectorCard(
                        collector.id(),
                        collector.title(),
                        collector.description().withRoot().stream()
                                .map(advice -> new CollectorCard.Advice(advice.command(), advice.adds()))
                                .toList()))
                .toList();
        return new RecordedWorkspace(folder, workspace, cards);
    }

    @Override
    public Verification verify(Path packOrFolder) throws WorkspaceException {
        return WorkspaceVerifier.verify(packOrFolder);
    }

    @Override
    public AuditorKeyring.Auditor auditor(Path keys, String name, Passphrase passphrase) throws KeyException {
        return AuditorKeyring.create(keys, name, passphrase, environment.random());
    }
}
