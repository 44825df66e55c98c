package org.cairn.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.ApprovedPolicy;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.causality.policy.MalformedPolicy;
import org.cairn.causality.policy.PolicyReader;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import picocli.CommandLine.Option;

/// Which policy a record is held against: a file, or the baseline that two people approved.
final class RuntimePolicyOptions {
    private static final long LARGEST_BYTES = 1 << 20;

    @Option(names = "--policy", paramLabel = "FILE", description = "A policy, approved or not.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            description = "The workspace whose approved baseline counts.")
    private Optional<Path> workspace = Optional.empty();

    @Option(names = "--system", paramLabel = "NAME", description = "Whose baseline.")
    private Optional<String> system = Optional.empty();

    @Option(
            names = "--entry",
            paramLabel = "N",
            description = "That version of the baseline. Default: the one in force at the window's end.")
    private Optional<Long> entry = Optional.empty();

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "As everywhere.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--person", paramLabel = "LABEL", description = "As everywhere.")
    private Optional<String> person = Optional.empty();

    /// @param at when the baseline is to be in force
    RuntimePolicySource source(CommandContext context, Instant at) throws Refused, WorkspaceException {
        if (file.isPresent() == workspace.isPresent()) {
            throw new Refused("give either --policy FILE, or -w DIR with --system NAME");
        }
        if (file.isPresent()) {
            return ofFile(file.get());
        }
        String named = system.orElseThrow(() -> new Refused("-w needs --system NAME: whose baseline"));
        WorkspaceOptions options = WorkspaceOptions.of(workspace.orElseThrow(), passphraseFile, person);
        try (Workspace open = options.open(context, Access.READ)) {
            ApprovedPolicy approved = entry.isPresent()
                    ? open.baselines().policy(named, entry.get())
                    : open.baselines().policy(named, at);
            return new RuntimePolicySource(approved, open.deviationAcceptances().of(named));
        }
    }

    static RuntimePolicySource ofFile(Path file) throws Refused {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new Refused(
                        file + ": larger than " + LARGEST_BYTES + " bytes, and so no policy that people read");
            }
            Bytes content = Bytes.copyOf(Files.readAllBytes(file));
            return new RuntimePolicySource(
                    PolicyReader.read(content.asUtf8()),
                    Digest.sha256(content),
                    Optional.of(file),
                    Optional.empty(),
                    Optional.empty());
        } catch (MalformedPolicy e) {
            throw new Refused(file + ": is no policy: " + e.getMessage());
        } catch (IOException e) {
            throw new Refused(file + ": cannot be read (" + e + ")");
        }
    }
}
