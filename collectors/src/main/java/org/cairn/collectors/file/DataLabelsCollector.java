package org.cairn.collectors.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.collectors.declared.DeclaredCollector;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;

/// How many files of the data folders carry a class: in an extended attribute `user.classification` or
/// `user.xdg.classification` (xattr(7)), or in a list that the operator names, JSON with `files`: names (or folders,
/// with
/// a slash at the end) to classes, counted from where the list lies.
public final class DataLabelsCollector implements DeclaredCollector {
    private static final List<String> ATTRIBUTES = List.of("classification", "xdg.classification");
    private static final int LIST_LIMIT = 64 * 1024 * 1024;
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "file.data-labels",
                    1,
                    "Classes of files in data folders",
                    List.of(HostDeclaration.PATH, "<data.folders>", "<data.labels>"))
            .withRoot("cairn collect (as root)", "files in folders closed to others");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Needed needed() {
        return new Needed("data.folders", "no folder of data is named");
    }

    @Override
    public void collect(HostDeclaration declared, Observation seen) throws InterruptedException {
        Members folders = seen.population("data-folders");
        Set<String> labelled = new HashSet<>();
        for (String list : declared.paths("data.labels")) {
            listed(seen, list, labelled, folders);
        }
        for (String folder : declared.paths("data.folders")) {
            Walk walk = Walk.below(seen.host(), List.of(folder), file -> file.sizeBytes() > 0);
            walk.refusals().forEach(folders::refuse);
            if (walk.rootsThere().isEmpty()) {
                folders.refuse(new Refusal(folder, Refusal.Why.ABSENT, "not there"));
            } else {
                folders.add(counted(seen.host(), folder, walk.files(), labelled));
            }
        }
    }

    private static void listed(Observation seen, String path, Set<String> labelled, Members folders)
            throws InterruptedException {
        Optional<String> text = seen.hashed(path, LIST_LIMIT);
        try {
            if (text.isEmpty()) {
                folders.refuse(new Refusal(path, Refusal.Why.DENIED, "the list could not be read"));
                return;
            }
            JsonObject files = Json.parseObject(Bytes.utf8(text.get())).object("files");
            files.members().forEach((name, label) -> {
                if (label instanceof JsonText(String word) && !word.isBlank()) {
                    String file = ModelManifest.listed(path, name, "").path();
                    labelled.add(name.endsWith("/") ? file + "/" : file);
                }
            });
        } catch (MalformedJson e) {
            folders.refuse(new Refusal(path, Refusal.Why.MALFORMED, String.valueOf(e.getMessage())));
        }
    }

    private static Map<String, String> counted(
            HostReader host, String folder, List<FileFacts> files, Set<String> labelled) throws InterruptedException {
        List<String> without = new ArrayList<>();
        int attributes = 0;
        for (FileFacts file : files) {
            boolean inAttribute = false;
            for (String attribute : ATTRIBUTES) {
                inAttribute |= host.userAttribute(file.path(), attribute) instanceof Read.Got<String>(String label)
                        && !label.isBlank();
            }
            attributes += inAttribute ? 1 : 0;
            if (!inAttribute && !isListed(file.path(), labelled)) {
                without.add(file.path());
            }
        }
        Map<String, String> values = new TreeMap<>(Map.of(
                "folder", folder,
                "files", Integer.toString(files.size()),
                "by-attribute", Integer.toString(attributes),
                "without", Integer.toString(without.size())));
        values.put("first-without", without.stream().sorted().findFirst().orElse("-"));
        return values;
    }

    /// By its own name, or by that of a folder above it.
    private static boolean isListed(String path, Set<String> labelled) {
        if (labelled.contains(path)) {
            return true;
        }
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (labelled.contains(path.substring(0, slash + 1))) {
                return true;
            }
        }
        return false;
    }
}
