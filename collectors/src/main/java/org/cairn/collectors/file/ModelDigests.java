package org.cairn.collectors.file;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.RandomBytes;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.proof.Digest;

/// The digests of one run's files, hashed once each within the run's budget, and how they stand to manifests.
final class ModelDigests {
    private final Observation seen;
    private final Map<String, Digest> known = new HashMap<>();
    private final Set<String> models = new HashSet<>();
    private long budgetBytes;

    ModelDigests(Observation seen, long budgetBytes) {
        this.seen = seen;
        this.budgetBytes = budgetBytes;
    }

    /// Whether a file of this size may still be hashed.
    boolean hasRoomFor(long sizeBytes) {
        return sizeBytes <= budgetBytes;
    }

    /// A file of models was hashed, or was beyond the budget.
    void model(FileFacts file, Optional<Digest> digest) {
        models.add(file.path());
        digest.ifPresent(value -> keep(file.path(), file.sizeBytes(), value));
    }

    Set<String> models() {
        return Set.copyOf(models);
    }

    private void keep(String path, long sizeBytes, Digest digest) {
        budgetBytes -= sizeBytes;
        known.put(path, digest);
        seen.source(new Source(path, Source.How.FILE, seen.startedAt(), digest, sizeBytes));
    }

    /// Empty where the file is beyond the budget or was refused; the refusal is recorded in `population`.
    Optional<Digest> of(String path, Members population) throws InterruptedException {
        if (known.containsKey(path)) {
            return Optional.of(known.get(path));
        }
        if (models.contains(path)) {
            population.refuse(beyond(path));
            return Optional.empty();
        }
        return switch (seen.host().scan(path, this::hashed)) {
            case Read.Refused<Optional<Digest>>(Refusal refusal) -> {
                population.refuse(refusal);
                yield Optional.empty();
            }
            case Read.Got<Optional<Digest>>(Optional<Digest> digest) -> {
                if (digest.isEmpty()) {
                    population.refuse(beyond(path));
                }
                yield digest.map(value -> {
                    known.put(path, value);
                    return value;
                });
            }
        };
    }

    private Optional<Digest> hashed(RandomBytes file) throws IOException, InterruptedException {
        if (!hasRoomFor(file.size())) {
            return Optional.empty();
        }
        budgetBytes -= file.size();
        return Optional.of(FileDigest.of(file));
    }

    static Refusal beyond(String path) {
        return new Refusal(path, Refusal.Why.TOO_LARGE, "beyond the bytes that one run hashes");
    }

    /// Each listed file and each model: `equal`, `differs`, `absent` or `not listed`; no state where it could not be
    /// told.
    void compare(List<ModelManifest> manifests, Members population) throws InterruptedException {
        Set<String> listed = new HashSet<>();
        for (ModelManifest manifest : manifests) {
            if (manifest.unknownLines() > 0) {
                population.refuse(new Refusal(
                        manifest.path(),
                        Refusal.Why.MALFORMED,
                        manifest.unknownLines() + " entries were not understood"));
            }
            for (ModelManifest.Listed file : manifest.files()) {
                listed.add(file.path());
                Map<String, String> values = new TreeMap<>(
                        Map.of("path", file.path(), "manifest", manifest.path(), "listed-sha256", file.sha256()));
                state(file, population).ifPresent(state -> values.put("state", state));
                population.add(values);
            }
        }
        if (!manifests.isEmpty()) {
            models.stream()
                    .filter(model -> !listed.contains(model))
                    .sorted()
                    .forEach(model -> population.add("path", model, "state", "not listed"));
        }
    }

    private Optional<String> state(ModelManifest.Listed file, Members population) throws InterruptedException {
        if (seen.host().facts(file.path()) instanceof Read.Refused<FileFacts>(Refusal refusal)
                && refusal.why() == Refusal.Why.ABSENT) {
            return Optional.of("absent");
        }
        return of(file.path(), population).map(digest -> digest.hex().equals(file.sha256()) ? "equal" : "differs");
    }
}
