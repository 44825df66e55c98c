package org.cairn.collectors.file;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.collectors.declared.HostDeclaration;
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
import org.cairn.proof.Digest;

/// Model weights: what lies where, who may read it, its SHA-256 and how that stands to manifests and signatures, and
/// what
/// it would import when loaded. Nothing is ever loaded.
public final class ModelFilesCollector implements Collector {
    private static final int MANIFEST_LIMIT = 16 * 1024 * 1024;

    private final List<String> roots;
    private final long hashBudgetBytes;
    private final CollectorDescription description;

    /// @param roots           folders to look into, with everything below
    /// @param hashBudgetBytes how many bytes one run hashes; files beyond are listed without a digest, and that is
    ///                        reported
    public ModelFilesCollector(List<String> roots, long hashBudgetBytes) {
        this.roots = List.copyOf(roots);
        this.hashBudgetBytes = hashBudgetBytes;
        List<String> reads = new ArrayList<>(roots);
        reads.add(HostDeclaration.PATH);
        this.description = CollectorDescription.of("file.models", 1, "Model files and what they would import", reads)
                .withRoot("cairn collect (as root)", "model files in folders closed to others");
    }

    @Override
    public CollectorDescription description() {
        return description;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(description, host, clock);
        HostDeclaration declared = HostDeclaration.ifThere(seen);
        Set<String> folders = new LinkedHashSet<>(roots);
        folders.addAll(declared.paths("models.folders"));
        Walk walk = Walk.below(host, List.copyOf(folders), file -> file.sizeBytes() > 0);
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
        ModelDigests digests = new ModelDigests(seen, hashBudgetBytes);
        for (FileFacts file : walk.files()) {
            look(seen, file, models, imports, digests);
        }
        List<ModelManifest> manifests = manifests(seen, declared, walk);
        digests.compare(manifests, seen.population("model-digests"));
        ModelOrigins.tell(seen, declared, walk.files(), manifests, digests);
        return seen.result();
    }

    /// Those that are named, or those that lie beside the models.
    private static List<ModelManifest> manifests(Observation seen, HostDeclaration declared, Walk walk)
            throws InterruptedException {
        Members population = seen.population("model-digests");
        List<Refusal> unseen = new ArrayList<>(walk.refusals());
        declared.paths("models.folders").stream()
                .filter(folder -> !walk.rootsThere().contains(folder))
                .forEach(folder -> unseen.add(new Refusal(folder, Refusal.Why.ABSENT, "named, and not there")));
        unseen.forEach(population::refuse);
        unseen.forEach(seen.population("model-origins")::refuse);
        List<String> paths = declared.states("models.manifests")
                ? declared.paths("models.manifests")
                : walk.files().stream()
                        .filter(file -> ModelManifest.isNamedLikeOne(file.name()))
                        .map(FileFacts::path)
                        .toList();
        List<ModelManifest> manifests = new ArrayList<>();
        for (String path : paths) {
            Optional<String> text = seen.hashed(path, MANIFEST_LIMIT);
            text.ifPresent(content -> manifests.add(ModelManifest.parse(path, content)));
            if (text.isEmpty()) {
                population.refuse(new Refusal(path, Refusal.Why.DENIED, "the manifest could not be read"));
            }
        }
        if (paths.isEmpty()) {
            population.refuse(new Refusal(
                    "a manifest of the models",
                    Refusal.Why.ABSENT,
                    "no SHA256SUMS or model.manifest.json beside them, and none named in " + HostDeclaration.PATH));
        }
        return manifests;
    }

    private record Look(ModelFormat format, ModelContent content, Optional<Digest> digest) {}

    private static void look(Observation seen, FileFacts file, Members models, Members imports, ModelDigests digests)
            throws InterruptedException {
        boolean hash = digests.hasRoomFor(file.sizeBytes());
        switch (seen.host().scan(file.path(), bytes -> look(file, bytes, hash))) {
            case Read.Refused<Optional<Look>>(Refusal refusal) -> {
                seen.refuse(refusal);
                models.refuse(refusal);
                imports.refuse(refusal);
            }
            case Read.Got<Optional<Look>>(Optional<Look> found) -> {
                if (found.isPresent()) {
                    digests.model(file, found.get().digest());
                    record(seen, file, found.get(), models, imports);
                }
            }
        }
    }

    private static Optional<Look> look(FileFacts file, RandomBytes bytes, boolean hash)
            throws IOException, InterruptedException {
        Optional<ModelFormat> format = ModelFormat.of(file.name(), bytes.read(0, 16), file.sizeBytes());
        return format.isEmpty()
                ? Optional.empty()
                : Optional.of(new Look(
                        format.get(),
                        ModelContent.of(format.get(), bytes),
                        hash ? Optional.of(FileDigest.of(bytes)) : Optional.empty()));
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
                        digest -> values.put("sha256", digest.hex()),
                        () -> seen.refuse(ModelDigests.beyond(file.path())));
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
