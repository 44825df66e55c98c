package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.FrameworkEvent.FrameworkImported;
import org.cairn.checklist.posture.AnswerForce;
import org.cairn.evidence.vault.VaultException;
import org.cairn.frameworks.FrameworkExport;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.own.CanonicalForm;
import org.cairn.frameworks.own.FrameworkDiff;
import org.cairn.frameworks.own.KnownSubjects;
import org.cairn.frameworks.own.MalformedFramework;
import org.cairn.frameworks.own.OwnFramework;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Frameworks that people bring themselves.
public final class Frameworks {
    private final Parts parts;

    Frameworks(Parts parts) {
        this.parts = parts;
    }

    /// What an import would change.
    /// @param source   SHA-256 of the file
    /// @param reopened requirements whose answer counts now and is to be reviewed again, since its text changes
    public record Plan(OwnFramework framework, Digest source, FrameworkDiff diff, List<String> reopened) {
        public Plan {
            reopened = List.copyOf(reopened);
        }
    }

    /// What ships with the product and what was imported, now.
    public FrameworkLibrary library() {
        return parts.library();
    }

    /// Reads a file and compares it with what is here. Records nothing.
    /// @throws MalformedFramework with every fault
    public Plan plan(Path file, Optional<FrameworkId> id, List<Path> catalogs)
            throws MalformedFramework, WorkspaceException {
        FrameworkLibrary shipped = parts.environment().knowledge().library();
        FrameworkFiles.Read read = FrameworkFiles.read(file, id, catalogs, KnownSubjects.of(shipped.catalogue()));
        OwnFramework framework = read.framework();
        if (shipped.find(framework.id()).isPresent()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    file.getFileName() + ": " + framework.id()
                            + " ships with Cairn and is never replaced; nothing was imported. Choose another id, e.g."
                            + " --id own-" + framework.id());
        }
        FrameworkLibrary library = library();
        FrameworkDiff diff = library.find(framework.id())
                .map(before -> FrameworkDiff.between(FrameworkExport.of(library, before), framework))
                .orElseGet(() -> FrameworkDiff.ofNew(framework));
        return new Plan(framework, read.source(), diff, reopened(framework.id(), diff));
    }

    private List<String> reopened(FrameworkId id, FrameworkDiff diff) throws WorkspaceException {
        if (diff.changed().isEmpty()) {
            return List.of();
        }
        Set<String> changed =
                diff.changed().stream().map(change -> change.before().id()).collect(Collectors.toSet());
        return parts.posture(parts.times(AsOf.now())).framework(id).stream()
                .flatMap(framework -> framework.requirements().stream())
                .filter(row -> row.counts() == AnswerForce.COUNTS
                        && changed.contains(row.requirement().id().number()))
                .map(row -> row.requirement().id().number())
                .toList();
    }

    /// Records the framework, and that this workspace works with it.
    /// @return the entry of the import; empty where that very content is here already
    public Optional<Long> record(Plan plan) throws WorkspaceException {
        parts.requireWritable();
        OwnFramework framework = plan.framework();
        Bytes content = CanonicalForm.write(framework);
        Digest digest = Digest.sha256(content);
        boolean here = library()
                .find(framework.id())
                .filter(known -> known.content().equals(digest))
                .isPresent();
        Optional<Long> entry = here ? Optional.empty() : Optional.of(imported(plan, content, digest));
        if (!adopted(framework.id(), digest)) {
            parts.log().recordByPerson(new Event.FrameworkAdopted(framework.id(), framework.version(), digest));
        }
        return entry;
    }

    private long imported(Plan plan, Bytes content, Digest digest) throws WorkspaceException {
        OwnFramework framework = plan.framework();
        try {
            return parts.log()
                    .recordByPerson(new FrameworkImported(
                            framework.id(),
                            framework.version(),
                            digest,
                            framework.nodes().size(),
                            framework.assessable(),
                            framework.mappings().size(),
                            plan.source(),
                            parts.vault().put(content)));
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }

    /// A power cut may have come between an import and its adoption.
    private boolean adopted(FrameworkId id, Digest content) throws WorkspaceException {
        return parts.posture(parts.times(AsOf.now()))
                .framework(id)
                .filter(framework -> framework.adoption().event().content().equals(content))
                .isPresent();
    }
}
