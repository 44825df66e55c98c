package org.cairn.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove-person",
        description = "Ends a person's way in and revokes their certificates.",
        mixinStandardHelpOptions = true)
final class KeysRemovePersonCommand implements Callable<Integer> {
    private final KeyChange change;

    @Mixin
    private WorkspaceOptions options = new WorkspaceOptions();

    @Parameters(paramLabel = "PERSON", description = "Label, or the first digits of the key.")
    private String person = "";

    KeysRemovePersonCommand(CommandContext context) {
        this.change = new KeyChange(context);
    }

    @Override
    public Integer call() throws Exception {
        return change.run(options, keyring -> {
            keyring.removePerson(options.holder(person), change.clock());
            change.say("Removed. A copy of the folder from before still opens by the old passphrase, and the key is"
                    + " enrolled until `cairn identity revoke` ends it.");
        });
    }
}
