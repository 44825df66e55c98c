package org.cairn.collectors.file;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.RandomBytes;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.proof.Digest;

/// Model weights: what lies where, who may read it, its SHA-256, and what it would import when loaded. Nothing is ever
/// loaded.
public final class ModelFilesCollector implements Collector {
    private static final int CHUNK = 1 << 20;

    private final List<String> roots;
    private final long hashBudgetBytes;
    private final CollectorDescription description;

    /// @param roots           folders to look into, with everything below
    /// @param hashBudgetBytes how many bytes one run hashes; files beyond are listed without a digest, and that is
    ///                        reported
    public ModelFilesCollector(List<String> roots, long hashBudgetBytes) {
        this.roots = List.copyOf(roots);
        this.hashBudgetBytes = hashBudgetBytes;
        this.description = CollectorDescription.of("file.models", 1, "Model files and what they would import", roots)
                .withRoot("cairn collect (as root)", "model files in folders closed to others");
    }

    @Override
    public CollectorDescription description() {
        return description;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(description, host, clock);
        Walk walk = Walk.below(host, roots, file -> file.sizeBytes() > 0);
        walk.refusals().forEach(seen::refuse);
        if (walk.rootsThere().isEmpty()) {
            return seen.refuse(new Refusal(String.join(" ", roots), Refusal.Why.ABSENT, "none of the folders is there"))
                    .result();
        }
        seen.fact("roots-found", String.join(" ", walk.rootsThere())).fact("hash-budget-bytes", hashBudgetBytes);
        Members models = seen.population("model-files");
        Members imports = seen.population("pickle-imports");
        walk.refusals().forEach(models::refuse);
        walk.refusals().forEach(imports::refuse);
        long budget = hashBudgetBytes;
        for (FileFacts file : walk.files()) {
            budget -= look(seen, file, models, imports, budget);
        }
        return seen.result();
    }

    private record Look(ModelFormat format, ModelContent content, Optional<Digest> digest) {}

    /// @return how many bytes were hashed
    private static long look(Observation seen, FileFacts file, Members models, Members imports, long budget)
            throws InterruptedException {
        switch (seen.host().scan(file.path(), bytes -> look(file, bytes, budget))) {
            case Read.Refused<Optional<Look>>(Refusal refusal) -> {
                seen.refuse(refusal);
                models.refuse(refusal);
                imports.refuse(refusal);
                return 0;
            }
            case Read.Got<Optional<Look>>(Optional<Look> found) -> {
                if (found.isPresent()) {
                    record(seen, file, found.get(), models, imports);
                }
                return found.flatMap(Look::digest).isPresent() ? file.sizeBytes() : 0;
            }
        }
    }

    private static Optional<Look> look(FileFacts file, RandomBytes bytes, long budget)
            throws IOException, InterruptedException {
        Optional<ModelFormat> format = ModelFormat.of(file.name(), bytes.read(0, 16), file.sizeBytes());
        return format.isEmpty()
                ? Optional.empty()
                : Optional.of(new Look(format.get(), ModelContent.of(format.get(), bytes), digest(bytes, budget)));
    }

    private static Optional<Digest> digest(RandomBytes bytes, long budget) throws IOException, InterruptedException {
        if (bytes.size() > budget) {
            return Optional.empty();
        }
        MessageDigest sha256 = Digest.newSha256();
        long at = 0;
        for (byte[] chunk = bytes.read(at, CHUNK); chunk.length > 0; chunk = bytes.read(at, CHUNK)) {
            if (Thread.interrupted()) {
                throw new InterruptedException("hashing was cancelled");
            }
            sha256.update(chunk);
            at += chunk.length;
        }
        return Optional.of(Digest.of(sha256.digest()));
    }

    private static void record(Observation seen, FileFacts file, Look look, Members models, Members imports)
            throws InterruptedException {
        Map<String, String> values = new TreeMap<>(Map.of(
                "path", file.path(),
                "format", look.format().text(),
                "owner", file.owner(),
                "group", file.group(),
                "mode", file.octalMode(),
                "size-bytes", Long.toString(file.sizeBytes()),
                "others-may-write", (file.mode() & 0_002) != 0 ? "yes" : "no",
                "content", look.content().defects().isEmpty() ? "scanned" : "not fully read"));
        othersMayRead(seen.host(), file).ifPresent(yes -> values.put("others-may-read", yes ? "yes" : "no"));
        look.digest()
                .ifPresentOrElse(
                        digest -> {
                            values.put("sha256", digest.hex());
                            seen.source(new Source(
                                    file.path(), Source.How.FILE, seen.startedAt(), digest, file.sizeBytes()));
                        },
                        () -> seen.refuse(new Refusal(
                                file.path(), Refusal.Why.TOO_LARGE, "beyond the bytes that one run hashes")));
        models.add(values);
        look.content()
                .imports()
                .forEach(found -> imports.add("path", file.path(), "member", found.member(), "import", found.global()));
        for (String defect : look.content().defects()) {
            Refusal refusal = new Refusal(file.path(), Refusal.Why.MALFORMED, defect);
            seen.refuse(refusal);
            imports.refuse(refusal);
        }
    }

    /// Whether the mode lets others read the file and pass every folder above it; empty if a folder could not be seen.
    /// Access control lists are not looked at.
    private static Optional<Boolean> othersMayRead(HostReader host, FileFacts file) throws InterruptedException {
        boolean open = (file.mode() & 0_004) != 0;
        String path = file.path();
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/')) {
            path = path.substring(0, slash);
            if (!(host.facts(path) instanceof Read.Got<FileFacts>(FileFacts folder))) {
                return Optional.empty();
            }
            open &= (folder.mode() & 0_001) != 0;
        }
        return Optional.of(open);
    }
}
