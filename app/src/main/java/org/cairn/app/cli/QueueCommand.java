package org.cairn.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Hurdle;
import org.cairn.app.workspace.Proposal;
import org.cairn.app.workspace.QueueLine;
import org.cairn.app.workspace.ReviewQueue;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "queue",
        description = {
            "What waits for a reviewer, for a second signature, or for its author to hand it in.",
            "With one of --accept, --send-back, --sign, --reject and --submit it is done for the lines that are named."
        },
        footer = "Each line is done on its own; one that is refused is named, and the exit code is 2.",
        mixinStandardHelpOptions = true)
final class QueueCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "LINE", arity = "0..*", description = "A control, a requirement or a proposal's digits.")
    private List<String> chosen = List.of();

    @ArgGroup
    private Doing doing = new Doing();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, in a sentence; to accept, reject and send back.")
    private String reason = "";

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    static final class Doing {
        @Option(names = "--accept", description = "Proposes to accept; another person signs too.")
        private boolean accept;

        @Option(names = "--send-back", description = "Asks the author for changes.")
        private boolean sendBack;

        @Option(names = "--sign", description = "Signs as the second person, and records.")
        private boolean sign;

        @Option(names = "--reject", description = "Refuses to sign, with the reason in the ledger.")
        private boolean reject;

        @Option(names = "--submit", description = "Hands your own answers in.")
        private boolean submit;

        boolean any() {
            return accept || sendBack || sign || reject || submit;
        }

        /// What came of it, in words.
        String on(ReviewQueue queue, QueueLine line, String reason) throws WorkspaceException {
            if (accept) {
                Proposal proposal = queue.accept(line, reason);
                return "proposed as " + proposal.id().substring(0, 12) + ", and needs another person's signature";
            }
            if (sendBack) {
                return "sent back, entry " + queue.sendBack(line, reason);
            }
            if (reject) {
                return "rejected, entry " + queue.reject(line, reason);
            }
            if (sign) {
                return "signed and recorded, entry " + queue.sign(line);
            }
            return submit ? "submitted, entry " + queue.submit(line) : "left as it is";
        }
    }

    QueueCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (!doing.any() && !chosen.isEmpty()) {
            throw new Refused("say what to do with them: --accept, --send-back, --sign, --reject or --submit");
        }
        if (doing.any() && chosen.isEmpty()) {
            throw new Refused("name the lines, as `cairn queue` shows them");
        }
        try (Workspace open = workspace.open(context, doing.any() ? Access.WRITE : Access.READ)) {
            List<QueueLine> lines = open.queue().lines();
            if (doing.any()) {
                return act(open.queue(), lines, doing);
            }
            print(lines);
        }
        return ExitCode.DONE;
    }

    private int act(ReviewQueue queue, List<QueueLine> lines, Doing what) throws Refused {
        List<QueueLine> named = new ArrayList<>();
        for (String id : chosen) {
            named.add(lines.stream()
                    .filter(line -> line.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Refused(
                            "nothing waits as " + id + "; nothing was recorded. `cairn queue` shows what waits")));
        }
        List<Json> done = new ArrayList<>();
        int refused = 0;
        for (QueueLine line : named) {
            try {
                String came = what.on(queue, line, reason);
                done.add(Json.object().with("id", line.id()).with("done", came).build());
                if (format == Format.TABLE) {
                    context.terminal().out().println(line.id() + ": " + came);
                }
            } catch (WorkspaceException e) {
                refused++;
                context.terminal().say(String.valueOf(e.getMessage()));
            }
        }
        if (format == Format.JSON) {
            JsonOutput.print(context.terminal().out(), new JsonArray(done));
        }
        return refused == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void print(List<QueueLine> lines) {
        if (format == Format.JSON) {
            JsonOutput.print(
                    context.terminal().out(),
                    new JsonArray(lines.stream().map(QueueCommand::json).toList()));
            return;
        }
        Table table = new Table("line", "waits for", "what", "by", "since", "in the way");
        for (QueueLine line : lines) {
            table.row(
                    line.id(),
                    line.waits().code(),
                    line.summary(),
                    line.by(),
                    line.since().toString(),
                    line.hurdles().stream().map(Hurdle::code).collect(Collectors.joining(", ")));
        }
        table.printTo(context.terminal().out());
    }

    private static Json json(QueueLine line) {
        return Json.object()
                .with("id", line.id())
                .with("waitsFor", line.waits().code())
                .with("kind", line.event())
                .with("summary", JsonOutput.text(line.summary()))
                .with("by", JsonOutput.text(line.by()))
                .with("since", line.since().toString())
                .with("note", JsonOutput.text(line.said()))
                .with("asked", JsonOutput.text(line.asked()))
                .with("evidence", line.evidence())
                .with(
                        "hurdles",
                        JsonOutput.texts(
                                line.hurdles().stream().map(Hurdle::code).toList()))
                .build();
    }
}
