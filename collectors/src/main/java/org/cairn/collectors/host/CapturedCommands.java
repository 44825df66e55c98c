package org.cairn.collectors.host;

import org.cairn.evidence.Platform;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// What commands had printed on a captured host, each in a file of its own. Nothing is run: a command run here would
/// tell of this machine.
final class CapturedCommands implements Commands {
    /// In the captured tree.
    static final String FOLDER = "/cairn-captured";

    private static final int LIMIT_BYTES = 32 * 1024 * 1024;

    private final HostFiles files;

    CapturedCommands(HostFiles files) {
        this.files = files;
    }

    static String fileOf(Command command) {
        return FOLDER + "/" + command.file();
    }

    @Override
    public Answer run(Command command) throws InterruptedException {
        String file = fileOf(command);
        Read<Bytes> printed = new HostReader(Platform.LINUX, files, new HostIdentity("captured", "nobody"), this)
                .read(file, LIMIT_BYTES);
        return switch (printed) {
            case Read.Got<Bytes>(Bytes output)
            when output.asUtf8().isBlank() ->
                refused(
                        command,
                        Refusal.Why.MALFORMED,
                        file + " in the captured tree is empty: the command failed there");
            case Read.Got<Bytes>(Bytes output) -> new Answer.Printed(output);
            case Read.Refused<Bytes>(Refusal refusal)
            when refusal.why() == Refusal.Why.ABSENT ->
                refused(
                        command,
                        Refusal.Why.ABSENT,
                        "not the running host, and its output was not captured as " + file);
            case Read.Refused<Bytes>(Refusal refusal) ->
                refused(command, refusal.why(), file + ": " + refusal.detail());
        };
    }

    private static Answer refused(Command command, Refusal.Why why, String detail) {
        return new Answer.Refused(new Refusal(command.text(), why, detail));
    }
}
