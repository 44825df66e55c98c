package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.Subject;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RawBytes;
import org.cairn.evidence.Source;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Recording a file that a person hands in. The person's key signs, since the person vouches for it.
final class Attaching {
    /// The collector's name for what people hand in.
    static final CollectorId COLLECTOR = new CollectorId("attachment");

    private static final int VERSION = 1;

    private final Parts parts;

    Attaching(Parts parts) {
        this.parts = parts;
    }

    EvidenceId attach(Path file, Subject subject, String title) throws WorkspaceException {
        Answering answering = new Answering(parts);
        answering.textOf(subject);
        Bytes content = read(file);
        EvidenceId id = parts.shelf()
                .record(evidence(file, title, content), parts.keyring().person())
                .id();
        answering.link(id, subject);
        return id;
    }

    /// Observed when it was handed in: the file's own time is only a claim, kept as a fact.
    private CollectionResult evidence(Path file, String title, Bytes content) throws WorkspaceException {
        Instant now = parts.environment().clock().instant();
        Source source = new Source(
                file.toAbsolutePath().toString(), Source.How.FILE, now, Digest.sha256(content), content.size());
        var facts = new TreeMap<String, String>();
        facts.put("title", title);
        facts.put("file-name", String.valueOf(file.getFileName()));
        facts.put("modified-at", modifiedAt(file).toString());
        var host = parts.environment().host().identity();
        Evidence evidence = new Evidence(
                COLLECTOR, VERSION, host.host(), host.user(), now, List.of(source), facts, List.of(), List.of());
        return new CollectionResult(evidence, List.of(new RawBytes(source, content)));
    }

    private static Instant modifiedAt(Path file) throws WorkspaceException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Bytes read(Path file) throws WorkspaceException {
        int limit = (int) EvidenceVault.LIMIT_BYTES;
        if (Files.isDirectory(file)) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE, file + ": is a folder; nothing was recorded. Attach its files one by one");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] read = in.readNBytes(limit + 1);
            if (read.length > limit) {
                throw new WorkspaceException(
                        Kind.UNREADABLE_FILE,
                        file + ": larger than " + (limit >> 20)
                                + " MiB; nothing was recorded. Attach the part that matters, or a list of digests");
            }
            return Bytes.copyOf(read);
        } catch (NoSuchFileException e) {
            throw new WorkspaceException(Kind.UNREADABLE_FILE, file + ": is not there; nothing was recorded", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static WorkspaceException unreadable(Path file, IOException cause) {
        return new WorkspaceException(
                Kind.UNREADABLE_FILE,
                file + ": cannot be read (" + cause + "); nothing was recorded. Check its permissions",
                cause);
    }
}
