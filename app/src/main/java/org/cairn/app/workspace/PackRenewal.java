package org.cairn.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.sign.ArchivedFile;
import org.cairn.reports.sign.EvidenceRecords;
import org.cairn.reports.sign.HashAlgorithm;
import org.cairn.reports.sign.LongTermProof;
import org.cairn.reports.sign.RevocationLists;
import org.cairn.reports.sign.TimeStamping;

/// Keeps packs provable for as long as they are kept: one time stamp over all of them, and each gets or keeps its
/// evidence record (RFC 4998) beside it. Packs stay as they are.
public final class PackRenewal {
    private final Parts parts;

    PackRenewal(Parts parts) {
        this.parts = parts;
    }

    /// @param renewBefore when the certificate of the new time stamp ends
    public record Renewed(Path pack, Path record, boolean first, Optional<Instant> renewBefore) {}

    /// How one pack stands now.
    /// @param there       whether the file is there
    /// @param record      whether an evidence record lies beside it
    /// @param renewBefore when the certificate of its newest time stamp ends
    /// @param problems    why the record proves nothing; empty where it proves
    public record Standing(
            Path pack, boolean there, boolean record, Optional<Instant> renewBefore, List<String> problems) {
        public Standing {
            problems = List.copyOf(problems);
        }
    }

    /// Judged by the authority that stamps now.
    public Standing standing(Path pack) throws WorkspaceException {
        if (!Files.isRegularFile(pack)) {
            return new Standing(pack, false, false, Optional.empty(), List.of());
        }
        Path record = LongTermRequest.recordOf(pack);
        if (!Files.exists(record)) {
            return new Standing(pack, true, false, Optional.empty(), List.of());
        }
        List<X509Certificate> roots = new TimeStamps(parts)
                .authority().map(TimeStamping::root).stream().toList();
        LongTermProof.Result result = proof(roots).ofRecord(LongTermCheck.read(record), new ArchivedFile(pack));
        return new Standing(pack, true, true, result.renewBy(), result.problems());
    }

    /// @param given     packs, and folders of packs
    /// @param algorithm to hash with; by default the strongest that one of the records has, or SHA-256
    /// @param oldRoots  roots of authorities that stamped before, where it was not the one of now
    public List<Renewed> renew(List<Path> given, Optional<HashAlgorithm> algorithm, List<Path> oldRoots)
            throws WorkspaceException {
        TimeStamping stamps = new TimeStamps(parts)
                .authority()
                .orElseThrow(() -> new WorkspaceException(
                        Kind.BAD_INPUT, "no time-stamp authority is set: set one with `cairn tsa`; nothing was done"));
        List<X509Certificate> roots = new ArrayList<>(LongTermCheck.roots(oldRoots));
        roots.add(stamps.root());
        List<Path> packs = packs(given);
        try {
            List<EvidenceRecords.Kept> kept = new ArrayList<>();
            for (Path pack : packs) {
                kept.add(kept(pack, proof(roots)));
            }
            HashAlgorithm chosen = algorithm.isPresent() ? algorithm.get() : strongest(kept);
            List<Bytes> records = new EvidenceRecords(stamps).renew(kept, chosen);
            List<Renewed> renewed = new ArrayList<>();
            for (int i = 0; i < packs.size(); i++) {
                renewed.add(write(packs.get(i), kept.get(i), records.get(i), roots));
            }
            return renewed;
        } catch (PackException e) {
            throw new WorkspaceException(Kind.OUTSIDE, String.valueOf(e.getMessage()), e);
        }
    }

    private static HashAlgorithm strongest(List<EvidenceRecords.Kept> kept) throws PackException {
        return EvidenceRecords.strongest(
                        kept.stream().flatMap(each -> each.record().stream()).toList())
                .orElse(HashAlgorithm.SHA_256);
    }

    private LongTermProof proof(List<X509Certificate> roots) {
        return new LongTermProof(roots, Map.of(), parts.environment().clock().instant(), RevocationLists.none());
    }

    /// A record that proves nothing any more would prove nothing with one more time stamp.
    private static EvidenceRecords.Kept kept(Path pack, LongTermProof proof) throws WorkspaceException {
        Path record = LongTermRequest.recordOf(pack);
        if (!Files.exists(record)) {
            return new EvidenceRecords.Kept(new ArchivedFile(pack), Optional.empty());
        }
        Bytes before = LongTermCheck.read(record);
        LongTermProof.Result result = proof.ofRecord(before, new ArchivedFile(pack));
        if (!result.problems().isEmpty()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    record + ": " + String.join("; ", result.problems()) + ". Where another authority stamped it, give"
                            + " its root with --tsa-root. No record was changed");
        }
        return new EvidenceRecords.Kept(new ArchivedFile(pack), Optional.of(before));
    }

    private Renewed write(Path pack, EvidenceRecords.Kept before, Bytes record, List<X509Certificate> roots)
            throws WorkspaceException {
        Path target = LongTermRequest.recordOf(pack);
        LongTermProof.Result result = proof(roots).ofRecord(record, before.file());
        if (!result.problems().isEmpty()) {
            throw new WorkspaceException(
                    Kind.OUTSIDE,
                    target + " would prove nothing: " + String.join("; ", result.problems()) + ". It was not written");
        }
        Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
        try {
            Files.write(partial, record.toByteArray());
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Renewed(pack, target, before.record().isEmpty(), result.renewBy());
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, target + ": cannot be written (" + e + ")", e);
        }
    }

    private static List<Path> packs(List<Path> given) throws WorkspaceException {
        List<Path> packs = new ArrayList<>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.filter(file -> file.toString().endsWith(".zip"))
                            .sorted()
                            .forEach(packs::add);
                } catch (IOException e) {
                    throw new WorkspaceException(Kind.UNREADABLE_FILE, path + ": cannot be read (" + e + ")", e);
                }
            } else if (Files.isRegularFile(path)) {
                packs.add(path);
            } else {
                throw new WorkspaceException(Kind.UNREADABLE_FILE, path + ": is not there; nothing was done");
            }
        }
        if (packs.isEmpty()) {
            throw new WorkspaceException(Kind.BAD_INPUT, "no pack (*.zip) is there; nothing was done");
        }
        return packs.stream().distinct().toList();
    }
}
