package org.cairn.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands below `cairn`. What picocli learns of a command by reflection takes milliseconds for each of more than
/// a
/// hundred, so that only the branch is built that the first argument names; all of them where it names none.
record CommandTree(CommandContext context) {
    /// A command and those below it.
    private record Branch(Object command, List<Object> below) {
        static Branch of(Object command, Object... below) {
            return new Branch(command, List.of(below));
        }

        boolean isNamed(String name) {
            return Optional.ofNullable(command.getClass().getAnnotation(Command.class))
                    .filter(command -> command.name().equals(name))
                    .isPresent();
        }

        CommandLine build(CommandLine.IFactory factory) {
            CommandLine built = new CommandLine(command, factory);
            below.forEach(built::addSubcommand);
            return built;
        }
    }

    void add(CommandLine root, String... arguments) {
        List<Branch> all = branches();
        List<Branch> named = Stream.of(arguments)
                .limit(1)
                .flatMap(first -> all.stream().filter(branch -> branch.isNamed(first)))
                .toList();
        for (Branch branch : named.isEmpty() ? all : named) {
            root.addSubcommand(branch.build(root.getFactory()));
        }
    }

    private List<Branch> branches() {
        return List.of(
                Branch.of(new InitCommand(context)),
                Branch.of(new CollectCommand(context)),
                Branch.of(new FleetCommand(context)),
                Branch.of(new AnswerCommand(context)),
                Branch.of(new SubmitCommand(context)),
                Branch.of(new ReviewCommand(context)),
                Branch.of(new QueueCommand(context)),
                Branch.of(new RiskCommand(context), new RiskRegisterCommand(context)),
                Branch.of(new BaselineCommand(context)),
                Branch.of(new ProposalsCommand(context)),
                Branch.of(new ApproveCommand(context)),
                Branch.of(new WithdrawProposalCommand(context)),
                Branch.of(new WithdrawAnswerCommand(context)),
                Branch.of(new IdentityCommand(context)),
                scope(),
                Branch.of(new PostureCommand(context)),
                Branch.of(new DeadlineCommand(context)),
                Branch.of(new CalendarCommand(context)),
                Branch.of(
                        new WorkbookCommand(), new WorkbookExportCommand(context), new WorkbookImportCommand(context)),
                Branch.of(new SampleCommand(), new SampleDrawCommand(context)),
                Branch.of(new ObjectionsCommand(context)),
                Branch.of(new TsaCommand(context)),
                Branch.of(new PackCommand(context)),
                Branch.of(new RenewCommand(context)),
                audit(),
                Branch.of(new FollowUpCommand(context)),
                Branch.of(new VerifyCommand(context)),
                Branch.of(new LogCommand(context)),
                Branch.of(new ProveCommand(context)),
                Branch.of(new EraseCommand(context)),
                Branch.of(new RetentionCommand(context)),
                Branch.of(new HoldCommand(context)),
                Branch.of(new BackupCommand(context)),
                Branch.of(new RestoreCommand(context)),
                Branch.of(new RollbackCommand(context)),
                framework(),
                Branch.of(new ControlCommand(context)),
                Branch.of(new CheckCommand(context)),
                Branch.of(
                        new EvidenceCommand(context),
                        new EvidenceAddCommand(context),
                        new EvidenceListCommand(context),
                        new EvidenceScanCommand(context),
                        new EvidenceRedactCommand(context),
                        new EvidenceImportCommand(context)),
                Branch.of(new ContentCommand(context)),
                Branch.of(new ExchangeCommand(context)),
                witness(),
                keys(),
                runtime(),
                Branch.of(new PilotCommand(context)),
                Branch.of(new StepsCommand(context)),
                Branch.of(new SampleWorkspaceCommand(context)),
                Branch.of(new DemoCommand(context)));
    }

    private Branch framework() {
        return Branch.of(
                new FrameworkCommand(context),
                new FrameworkTemplateCommand(context),
                new FrameworkImportCommand(context),
                new FrameworkDiffCommand(context),
                new FrameworkExportCommand(context));
    }

    private Branch audit() {
        return Branch.of(
                new AuditCommand(),
                new AuditInitCommand(context),
                new AuditStartCommand(context),
                new AuditMarkCommand(context),
                new AuditListCommand(context),
                new AuditFormCommand(context),
                new AuditImportCommand(context),
                new AuditSignCommand(context),
                new AuditReceiveCommand(context),
                new AuditAnswerCommand(context));
    }

    private Branch runtime() {
        return Branch.of(
                new RuntimeCommand(context),
                new RuntimeImportCommand(context),
                new RuntimeExportCommand(context),
                new RuntimePictureCommand(context),
                new RuntimeIncidentCommand(context),
                new RuntimeRecordCommand(context),
                new RuntimeDecisionsCommand(context),
                new RuntimeLearnCommand(context),
                new RuntimeDeviationsCommand(context),
                new RuntimeCheckCommand(context),
                new RuntimeAcceptCommand(context),
                new RuntimeAcceptedCommand(context),
                new RuntimeEndAcceptanceCommand(context));
    }

    private Branch scope() {
        return Branch.of(new ScopeCommand(context), new ScopeSystemCommand(context), new ScopeProfileCommand(context));
    }

    private Branch keys() {
        return Branch.of(
                new KeysCommand(context),
                new KeysListCommand(context),
                new KeysAddPersonCommand(context),
                new KeysRemovePersonCommand(context),
                new KeysPassphraseCommand(context),
                new KeysRecoveryCodeCommand(context),
                new KeysRecoverCommand(context),
                new KeysKeyFileCommand(context),
                new KeysTotpCommand(context),
                new KeysTokenCommand(context));
    }

    private Branch witness() {
        return Branch.of(
                new WitnessCommand(),
                new WitnessInitCommand(context),
                new WitnessTrustCommand(context),
                new WitnessPolicyCommand(context),
                new WitnessRequestCommand(context),
                new WitnessSignCommand(context),
                new WitnessAddCommand(context),
                new WitnessStatusCommand(context),
                new WitnessScanCommand(context));
    }
}
