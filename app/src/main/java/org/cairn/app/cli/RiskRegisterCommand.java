package org.cairn.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.RegisteredRisk;
import org.cairn.app.workspace.RiskAssessment;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.RegisterEvent.Rating;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.checklist.event.RiskId;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "register",
        description = "The register of risks: what could happen, how likely and how bad, and what is done about it.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class RiskRegisterCommand {
    private final CommandContext context;

    RiskRegisterCommand(CommandContext context) {
        this.context = context;
    }

    /// What is said of a risk.
    static final class Said {
        @Option(names = "--title", required = true, paramLabel = "TEXT", description = "What could happen.")
        private String title = "";

        @Option(
                names = "--control",
                paramLabel = "CONTROL",
                description = "A row that treats it, or on which it weighs.")
        private List<String> rows = List.of();

        @Option(names = "--evidence", paramLabel = "ID", description = "Evidence that the assessment rests on.")
        private List<String> evidence = List.of();

        @Option(names = "--inherent", required = true, paramLabel = "L,I", description = "Likelihood, impact: 1 to 5.")
        private String inherent = "";

        @Option(names = "--treatment", required = true, description = "modify, retain, avoid or share.")
        private Treatment treatment = Treatment.MODIFY;

        @Option(names = "--residual", required = true, paramLabel = "L,I", description = "The same after treatment.")
        private String residual = "";

        @Option(names = "--owner", required = true, paramLabel = "NAME", description = "Who answers for it.")
        private String owner = "";

        @Option(names = "--review", required = true, paramLabel = "DAY", description = "When it is looked at again.")
        private String review = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it is rated so.")
        private String reason = "";

        RiskAssessment assessment(Workspace open) throws Refused, WorkspaceException {
            List<Subject> subjects = new ArrayList<>();
            for (String row : rows) {
                subjects.add(Ids.subject(row));
            }
            List<EvidenceId> pieces = Ids.evidence(evidence, open);
            LocalDate day = When.day(review);
            return new RiskAssessment(
                    title, subjects, pieces, rating(inherent), treatment, rating(residual), owner, day, reason);
        }

        private static Rating rating(String text) throws Refused {
            String[] two = text.split(",", -1);
            try {
                if (two.length == 2) {
                    return new Rating(Integer.parseInt(two[0].strip()), Integer.parseInt(two[1].strip()));
                }
            } catch (IllegalArgumentException _) {
                // said below, as for every other form
            }
            throw new Refused("'" + text + "' is no rating: likelihood and impact, each 1 to 5, like 4,5");
        }
    }

    @Command(name = "assess", description = "Adds a risk, or judges one anew.", mixinStandardHelpOptions = true)
    int assess(
            @Mixin WorkspaceOptions workspace,
            @Mixin Said said,
            @Option(names = "--risk", paramLabel = "RISK", description = "The one that is judged anew.")
                    Optional<String> risk,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        Optional<RiskId> known = risk.isPresent() ? Optional.of(RiskCommand.id(risk.get())) : Optional.empty();
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            RiskAssessment assessment = said.assessment(open);
            RiskId id = known.isPresent() ? known.get() : open.riskRegister().add(assessment);
            if (known.isPresent()) {
                open.riskRegister().reassess(id, assessment);
            }
            if (format == Format.JSON) {
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object().with("risk", id.hex()).build());
            } else {
                context.terminal().out().println("risk " + id + " is in the register");
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "retain",
            description = "Proposes to bear what is left until a day; another person runs `cairn approve`.",
            mixinStandardHelpOptions = true)
    int retain(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "RISK", description = "As the list shows it.") String risk,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it can be borne.")
                    String reason,
            @Option(names = "--until", required = true, paramLabel = "DAY", description = "The last day covered (UTC).")
                    String until,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        RiskId id = RiskCommand.id(risk);
        LocalDate day = When.day(until);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            RecordedLine.print(
                    context.terminal().out(), format, open.riskRegister().retain(id, reason, day));
        }
        return ExitCode.DONE;
    }

    @Command(name = "close", description = "Says that a risk is none any more.", mixinStandardHelpOptions = true)
    int close(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "RISK", description = "As the list shows it.") String risk,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        RiskId id = RiskCommand.id(risk);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            long entry = open.riskRegister().close(id, reason);
            RecordedLine.print(context.terminal().out(), format, entry, "risk " + id + " is closed");
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "list",
            description = "The register, the highest residual risk first.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin WorkspaceOptions workspace,
            @Mixin AsOfOptions times,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Exception {
        AsOf asOf = times.asOf(context.environment().clock().instant());
        try (Workspace open = workspace.open(context, Access.READ)) {
            print(open.at(asOf).riskRegister(), format);
        }
        return ExitCode.DONE;
    }

    private void print(List<RegisteredRisk> all, Format format) throws WorkspaceException {
        String[] heads = {"risk", "state", "before", "after", "treatment", "borne", "review", "owner", "rows", "title"};
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        new JsonArray(
                                all.stream().map(RiskRegisterCommand::json).toList()));
            case CSV -> {
                Csv csv = new Csv(context.terminal().out());
                csv.row(heads);
                all.forEach(risk -> csv.row(cells(risk)));
            }
            case TABLE -> {
                Table table = new Table(heads);
                all.forEach(risk -> table.row(cells(risk)));
                table.printTo(context.terminal().out());
            }
        }
    }

    private static String[] cells(RegisteredRisk risk) {
        return new String[] {
            risk.id().hex(),
            risk.open() ? "open" : "closed",
            Integer.toString(risk.inherent().score()),
            Integer.toString(risk.residual().score()),
            word(risk.treatment()),
            word(risk.bearing()),
            risk.review().toString(),
            risk.owner().orElse("erased"),
            String.join(", ", risk.subjects().stream().map(Subject::text).toList()),
            risk.title().orElse("erased")
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Json rating(Rating rating) {
        return Json.object()
                .with("likelihood", rating.likelihood())
                .with("impact", rating.impact())
                .with("score", rating.score())
                .build();
    }

    private static Json json(RegisteredRisk risk) {
        return Json.object()
                .with("risk", risk.id().hex())
                .with("title", JsonOutput.text(risk.title()))
                .with(
                        "subjects",
                        JsonOutput.texts(
                                risk.subjects().stream().map(Subject::text).toList()))
                .with("evidence", JsonOutput.ids(risk.evidence()))
                .with("inherent", rating(risk.inherent()))
                .with("treatment", word(risk.treatment()))
                .with("residual", rating(risk.residual()))
                .with("owner", JsonOutput.text(risk.owner()))
                .with("review", risk.review().toString())
                .with("reason", JsonOutput.text(risk.reason()))
                .with("entry", risk.entry())
                .with("borne", word(risk.bearing()))
                .with(
                        "until",
                        JsonOutput.text(
                                risk.acceptance().map(line -> line.until().toString())))
                .with("closed", risk.closed().<Json>map(Json::number).orElse(new JsonNull()))
                .build();
    }
}
