package org.cairn.app.workspace;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.ProgrammeEvent.SampleDeclared;
import org.cairn.checklist.event.RegisterEvent.Rating;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.evidence.EvidenceId;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.ScopeProfile;
import org.cairn.ledger.key.AddedPerson;
import org.cairn.ledger.key.DocumentKeyType;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.NewPerson;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.proof.Bytes;
import org.cairn.proof.authority.Role;

/// A workspace of an invented bank to look around in. Its ledger says that it is a sample, and no entry takes that
/// back: frame, packs, reports and both verifiers repeat it. Nothing of this machine is read for it.
public final class SampleWorkspace {
    /// Opens every sample as its author; no secret.
    public static final String PASSPHRASE = "cairn sample";

    /// Opens every sample as its reviewer.
    public static final String REVIEWERS_PASSPHRASE = "cairn sample review";

    private static final List<FrameworkId> FRAMEWORKS =
            List.of(new FrameworkId("dora"), new FrameworkId("eu-ai-act"), new FrameworkId("iso27001"));

    private final Workspace workspace;
    private final WorkspaceEnvironment environment;
    private final Instant now;

    private SampleWorkspace(Workspace workspace, WorkspaceEnvironment environment) {
        this.workspace = workspace;
        this.environment = environment;
        this.now = environment.clock().instant();
    }

    /// As it is printed wherever the organisation's name is.
    static String marked(String organisation, Language language) {
        return switch (language) {
            case EN -> "SAMPLE, NOT EVIDENCE: " + organisation;
            case DE -> "BEISPIEL, KEIN NACHWEIS: " + organisation;
        };
    }

    /// Makes one in a folder that is empty or absent, and leaves it open for its author.
    public static Workspace found(Path dir, WorkspaceEnvironment environment) throws WorkspaceException {
        Founding founding = new Founding(
                "Nordbank AG",
                Optional.empty(),
                List.of("deployer", "financial-entity"),
                "An assistant for payments on the bank's own hardware (invented)",
                FRAMEWORKS,
                "Anna Sample");
        try (Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray())) {
            Workspace workspace = Workspace.found(dir, founding, passphrase, environment);
            boolean whole = false;
            try {
                workspace.declareSample();
                new SampleWorkspace(workspace, environment).fill();
                whole = true;
                return workspace;
            } finally {
                if (!whole) {
                    workspace.close();
                }
            }
        }
    }

    private void fill() throws WorkspaceException {
        ScopeProfile profile = workspace.scopes().profile("eu-bank-own-llm");
        workspace.scopes().apply(profile, profile.system(), profile.systemName(), profile.facts(), Optional.empty());
        EvidenceId rules = shown("rule-set.txt", "policy drop;\n", "Rule set of the gateway", "NET-4");
        shown("segments.txt", "payments 10.20.0.0/24\nmodel 10.30.0.0/24\n", "Plan of the segments", "NET-1");
        shown("accounts.csv", "account,factor\nops-1,yes\nops-2,yes\n", "Accounts with a second factor", "ACC-1");
        shown("retention.txt", "prompts 30 days; decisions 10 years\n", "Retention schedule", "DAT-1");
        answer("NET-4", AnswerStatus.MET, 60, "Outbound traffic is dropped by default, the rule set is attached.");
        answer("NET-1", AnswerStatus.MET, 55, "The model runs in a segment of its own; the plan is attached.");
        answer("ACC-1", AnswerStatus.PARTLY_MET, 40, "Two of three groups sign in with a second factor.");
        answer("DAT-1", AnswerStatus.PARTLY_MET, 35, "The schedule is approved, its deletion jobs run since May.");
        answer("MOD-1", AnswerStatus.NOT_MET, 20, "Weights are not yet compared with a signed list at start.");
        answer("NET-5", AnswerStatus.NOT_APPLICABLE, 20, "No classified data is processed by this assistant.");
        reviewed();
        risks(rules);
    }

    private EvidenceId shown(String name, String content, String title, String control) throws WorkspaceException {
        HandedIn.Content clip = new HandedIn.OfClipboard(name, Bytes.utf8("Sample, not evidence.\n" + content));
        Subject subject = new ControlId(control);
        return workspace
                .byHand()
                .record(new HandedIn(
                        clip,
                        title,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(subject),
                        Optional.empty()))
                .id();
    }

    private void answer(String control, AnswerStatus status, int daysAgo, String note) throws WorkspaceException {
        AnswerRequest request = AnswerRequest.of(new ControlId(control), status)
                .withNote(note)
                .withOwner("Head of IT")
                .withValidFrom(now.minus(Duration.ofDays(daysAgo)));
        boolean workLeft = status == AnswerStatus.PARTLY_MET || status == AnswerStatus.NOT_MET;
        workspace.answer(workLeft ? request.withDue(day(90)) : request);
    }

    /// One answer is accepted by two people, one waits for its reviewer.
    private void reviewed() throws WorkspaceException {
        Subject accepted = new ControlId("NET-4");
        try (Passphrase his = Passphrase.of(REVIEWERS_PASSPHRASE.toCharArray());
                AddedPerson ben = workspace
                        .keyring()
                        .addPerson(
                                new NewPerson(
                                        "Ben Sample", Optional.empty(), PersonSecrets.of(his), DocumentKeyType.P_256),
                                new SecureRandom(),
                                environment.clock())) {
            workspace.identities().enrol(ben, Role.REVIEWER);
            workspace.reviews().submit(accepted);
            workspace.reviews().submit(new ControlId("NET-1"));
            as(REVIEWERS_PASSPHRASE);
            Proposal proposal = workspace.reviews().accept(accepted, "The rule set was read line by line.");
            as(PASSPHRASE);
            workspace.proposals().approve(workspace.proposals().find(proposal.id()));
        } catch (KeyException e) {
            throw Failures.of(e);
        }
    }

    private void as(String words) throws WorkspaceException {
        workspace.lock();
        try (Passphrase passphrase = Passphrase.of(words.toCharArray())) {
            workspace.unlock(PassphraseUnlock.of(passphrase));
        }
    }

    private void risks(EvidenceId rules) throws WorkspaceException {
        workspace
                .riskRegister()
                .add(new RiskAssessment(
                        "Weights leave over an open route",
                        List.of(new ControlId("NET-4")),
                        List.of(rules),
                        new Rating(3, 5),
                        Treatment.MODIFY,
                        new Rating(1, 5),
                        "Head of IT",
                        day(180),
                        "The rule set drops outbound traffic."));
        workspace
                .riskRegister()
                .add(new RiskAssessment(
                        "Weights are exchanged unnoticed",
                        List.of(new ControlId("MOD-1")),
                        List.of(),
                        new Rating(2, 5),
                        Treatment.MODIFY,
                        new Rating(2, 5),
                        "Head of IT",
                        day(60),
                        "Nothing compares them at start yet."));
    }

    private LocalDate day(int ahead) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(ahead);
    }

    static long declare(Parts parts) throws WorkspaceException {
        return parts.log().recordByPerson(new SampleDeclared());
    }
}
