package org.cairn.app.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.event.ErasureReason;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.authority.Role;

/// A folder with everything that commands need to change something: Anna's workspace (`anna/acme`) with an answer and
/// evidence, an erasure that Rita signed (`signed.json`), and a bundle of Ben's laptop (`ben.bundle`).
public final class BusyWorkspace {
    private static final Path OF_ANNA = Path.of("anna");

    private BusyWorkspace() {}

    /// Makes it.
    /// @param others for what is needed while it is made
    public static void make(Path folder, Path others) throws Exception {
        SecondPerson rita = new SecondPerson(others.resolve("rita"));
        try (Laptop anna = new Laptop(folder, OF_ANNA.toString());
                Laptop ben = new Laptop(others, "ben")) {
            Laptop.pair(anna, ben);
            rita.enrol(anna.workspace, Role.REVIEWER);
            anna.answer(AnswerStatus.PARTLY_MET, "one firewall");
            Path file = Files.writeString(others.resolve("policy.txt"), "Nobody leaves the network.");
            EvidenceId erased = anna.workspace.attach(file, Laptop.CONTROL, "policy");
            Proposal proposal = anna.workspace
                    .keeping()
                    .proposeErasure(new ErasureRequest(
                            new Target.Evidence(erased),
                            ErasureReason.CONSENT_WITHDRAWN,
                            "asked for",
                            Optional.of("nobody relies on it")));
            rita.sign(proposal, folder.resolve("signed.json"));
            ben.answer(AnswerStatus.MET, "two firewalls");
            ben.workspace.attach(file, Laptop.CONTROL, "policy");
            ben.workspace
                    .exchange()
                    .export(Optional.of(anna.origin()), OptionalLong.of(0), folder.resolve("ben.bundle"));
        }
    }

    /// @param folder as it was made, or a copy
    public static WorkspaceFixture ofAnna(Path folder) {
        return new WorkspaceFixture(folder.resolve(OF_ANNA));
    }
}
