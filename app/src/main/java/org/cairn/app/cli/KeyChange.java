package org.cairn.app.cli;

import java.security.SecureRandom;
import java.time.Clock;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Keyring;

/// One use of the keyring by a command. It opens for writing, so that one program at a time changes keys.
record KeyChange(CommandContext context) {
    interface Work {
        void run(Keyring keyring) throws KeyException, Refused, Unfinished;
    }

    int run(WorkspaceOptions options, Work work) throws WorkspaceException, KeyException, Refused, Unfinished {
        try (Workspace workspace = options.open(context, Access.WRITE)) {
            work.run(workspace.keyring());
        }
        return ExitCode.DONE;
    }

    SecureRandom random() {
        return context.environment().random();
    }

    Clock clock() {
        return context.environment().clock();
    }

    Terminal terminal() {
        return context.terminal();
    }

    void say(String line) {
        context.terminal().say(line);
    }
}
