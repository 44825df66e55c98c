package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "answer",
        description = "Records what a person says about a control or requirement, signed with the person's key.",
        mixinStandardHelpOptions = true)
final class AnswerCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(
            paramLabel = "CONTROL",
            description = "A control like NET-4, or a requirement like 'dora:Art. 9(4)(b)'.")
    private String subject = "";

    @Option(names = "--status", required = true, description = "met, partly, not-met, na, alternative or not-yet.")
    private String status = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "The reason or a remark; na and alternative need one.")
    private Optional<String> note = Optional.empty();

    @Option(names = "--evidence", paramLabel = "FILE", description = "Records a file as evidence and links it.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--evidence-id", paramLabel = "ID", description = "Rests the answer on recorded evidence.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--owner", paramLabel = "NAME", description = "Who is responsible.")
    private Optional<String> owner = Optional.empty();

    @Option(names = "--due", paramLabel = "DAY", description = "Until when it is to be done.")
    private Optional<String> due = Optional.empty();

    @Option(names = "--applies-from", paramLabel = "DAY", description = "From when it applies, for not-yet.")
    private Optional<String> appliesFrom = Optional.empty();

    @Option(names = "--maturity", paramLabel = "D,I", description = "Documentation and implementation, 0 to 5 each.")
    private Optional<String> maturity = Optional.empty();

    @Option(names = "--valid-from", paramLabel = "T", description = "Since when the answer holds; default: now.")
    private Optional<String> validFrom = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    AnswerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        AnswerRequest asked = request(Ids.subject(subject));
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            AnswerRequest request = asked.withEvidence(Ids.evidence(ids, open));
            open.check(request);
            List<EvidenceId> evidence = new ArrayList<>(request.evidence());
            for (Path file : files) {
                evidence.add(open.attach(file, request.subject(), String.valueOf(file.getFileName())));
            }
            print(request, open.answer(request.withEvidence(evidence)), evidence);
        }
        return ExitCode.DONE;
    }

    private AnswerRequest request(Subject about) throws Refused {
        AnswerRequest request = AnswerRequest.of(about, AnswerWords.status(status));
        request = note.map(request::withNote).orElse(request);
        request = owner.map(request::withOwner).orElse(request);
        request = maturity.isPresent() ? request.withMaturity(AnswerWords.maturity(maturity.get())) : request;
        request = due.isPresent() ? request.withDue(When.day(due.get())) : request;
        request = appliesFrom.isPresent() ? request.withAppliesFrom(When.day(appliesFrom.get())) : request;
        return validFrom.isPresent()
                ? request.withValidFrom(When.parse(
                        validFrom.get(), context.environment().clock().instant()))
                : request;
    }

    private void print(AnswerRequest request, long entry, List<EvidenceId> evidence) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("entry", entry)
                                .with("subject", request.subject().text())
                                .with("status", OutcomeTexts.word(request.status()))
                                .with("evidence", JsonOutput.ids(evidence))
                                .build());
            case TABLE, CSV ->
                context.terminal()
                        .out()
                        .println("entry " + entry + ": " + request.subject().text() + " is answered "
                                + OutcomeTexts.word(request.status()));
        }
    }
}
