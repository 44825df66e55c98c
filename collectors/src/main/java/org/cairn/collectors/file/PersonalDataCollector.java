package org.cairn.collectors.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.declared.DeclaredCollector;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.file.PersonalDataScan.Hit;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.RandomBytes;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Looks for personal data where none should lie: in a sample of files below the folders that the operator names,
/// leaving
/// out the folders of data. The sample is the same for the same files: those whose names have the smallest digests.
/// What
/// is found is counted and shown masked; no content is kept.
public final class PersonalDataCollector implements DeclaredCollector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "file.personal-data",
                    1,
                    "Personal data outside its folders",
                    List.of(HostDeclaration.PATH, "<data.searched>: 1000 files, 256 KiB of each"))
            .withRoot("cairn collect (as root)", "files in folders closed to others");
    private static final int FILES = 1_000;
    private static final int BYTES_EACH = 256 * 1024;

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Needed needed() {
        return new Needed("data.searched", "no folder to search is named");
    }

    @Override
    public void collect(HostDeclaration declared, Observation seen) throws InterruptedException {
        Members samples = seen.population("samples");
        Members hits = seen.population("personal-data");
        for (String folder : declared.paths("data.searched")) {
            List<String> isolated = declared.paths("data.folders");
            Walk walk = Walk.below(
                    seen.host(),
                    List.of(folder),
                    file -> file.sizeBytes() > 0
                            && isolated.stream().noneMatch(data -> file.path().startsWith(data + "/")));
            walk.refusals().forEach(samples::refuse);
            if (walk.rootsThere().isEmpty()) {
                samples.refuse(new Refusal(folder, Refusal.Why.ABSENT, "not there"));
            } else {
                samples.add(sample(seen.host(), folder, walk.files(), hits));
            }
        }
    }

    private static Map<String, String> sample(HostReader host, String folder, List<FileFacts> files, Members hits)
            throws InterruptedException {
        List<FileFacts> chosen = files.stream()
                .sorted(Comparator.comparing(file -> Digest.sha256(Bytes.utf8(file.path()))))
                .limit(FILES)
                .toList();
        int looked = 0;
        int binary = 0;
        for (FileFacts file : chosen) {
            switch (host.scan(file.path(), PersonalDataCollector::start)) {
                case Read.Refused<Optional<String>>(Refusal refusal) -> hits.refuse(refusal);
                case Read.Got<Optional<String>>(Optional<String> text) -> {
                    looked += text.isPresent() ? 1 : 0;
                    binary += text.isPresent() ? 0 : 1;
                    text.ifPresent(content -> record(file.path(), PersonalDataScan.of(content), hits));
                }
            }
        }
        return new TreeMap<>(Map.of(
                "folder", folder,
                "files-there", Integer.toString(files.size()),
                "files-looked-at", Integer.toString(looked),
                "not-text", Integer.toString(binary)));
    }

    /// The beginning as text; empty if it holds a NUL byte, as text does not.
    private static Optional<String> start(RandomBytes file) throws IOException {
        byte[] start = file.read(0, BYTES_EACH);
        for (byte one : start) {
            if (one == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new String(start, StandardCharsets.UTF_8));
    }

    private static void record(String path, List<Hit> found, Members hits) {
        Map<String, List<Hit>> byKind = new TreeMap<>();
        found.forEach(hit ->
                byKind.computeIfAbsent(hit.kind(), _ -> new ArrayList<>()).add(hit));
        byKind.forEach((kind, all) -> hits.add(
                "path",
                path,
                "kind",
                kind,
                "count",
                Integer.toString(all.size()),
                "first",
                all.getFirst().shown()));
    }
}
