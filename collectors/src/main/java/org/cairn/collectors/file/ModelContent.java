package org.cairn.collectors.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.collectors.file.ZipMembers.Member;
import org.cairn.collectors.host.RandomBytes;

/// What a model file would import when loaded, found without loading it.
/// @param imports `module name`, each with the member it stands in (empty for a plain pickle)
/// @param defects why parts of it could not be read; a file with defects is never called clean
record ModelContent(List<Import> imports, List<String> defects) {
    private static final int NPY_HEADER_LIMIT = 4096;
    private static final int PICKLE_LIMIT = 64 * 1024 * 1024;

    record Import(String member, String global) {}

    ModelContent {
        imports = List.copyOf(imports);
        defects = List.copyOf(defects);
    }

    static ModelContent of(ModelFormat format, RandomBytes file) throws IOException {
        return switch (format) {
            case SAFETENSORS, GGUF, ONNX, HDF5 -> new ModelContent(List.of(), List.of());
            case PICKLE -> pickle(file);
            case ZIP -> zip(file);
            case NPY -> new ModelContent(List.of(), objects(file.read(0, NPY_HEADER_LIMIT), "the array"));
            case SEVEN_ZIP -> new ModelContent(List.of(), List.of("7z archives are not opened"));
            case UNKNOWN -> new ModelContent(List.of(), List.of("named like a model, but of no known format"));
        };
    }

    private static ModelContent pickle(RandomBytes file) throws IOException {
        PickleScan scan = PickleScan.of(file.read(0, PICKLE_LIMIT));
        List<Import> imports =
                scan.imports().stream().map(global -> new Import("", global)).toList();
        boolean cut = file.size() > PICKLE_LIMIT && scan.defect().isPresent();
        return new ModelContent(
                imports,
                cut
                        ? List.of("larger than the " + PICKLE_LIMIT + " bytes that are scanned")
                        : scan.defect().stream().toList());
    }

    /// numpy/lib/format.py: an array whose descriptor is `|O` holds pickled objects, which load only where that is
    /// allowed.
    private static List<String> objects(byte[] header, String what) {
        String text = new String(header, StandardCharsets.ISO_8859_1);
        return text.contains("|O") ? List.of(what + " holds pickled objects") : List.of();
    }

    private static ModelContent zip(RandomBytes file) throws IOException {
        ZipMembers zip = ZipMembers.read(file);
        List<Import> imports = new ArrayList<>();
        List<String> defects = new ArrayList<>(zip.defects());
        for (Member member : zip.members()) {
            boolean named = member.name().toLowerCase(Locale.ROOT).matches(".*\\.(pkl|pickle|pt|pth|ckpt|joblib)");
            if (member.name().endsWith(".npy")) {
                ZipMembers.content(file, member, NPY_HEADER_LIMIT)
                        .ifPresent(head -> defects.addAll(objects(head, "member " + member.name())));
                continue;
            }
            if (isTensor(member.name())) {
                continue;
            }
            Optional<byte[]> content = ZipMembers.content(file, member, PICKLE_LIMIT);
            if (content.isEmpty()) {
                defects.add("member " + member.name() + " cannot be unpacked");
                continue;
            }
            if (!member.isWholly(content.get())) {
                defects.add("member " + member.name() + " is not what its checksum says, or larger than is read");
            }
            if (content.get().length == 0) {
                continue;
            }
            PickleScan scan = PickleScan.of(content.get());
            if (named || scan.defect().isEmpty()) {
                scan.imports().forEach(global -> imports.add(new Import(member.name(), global)));
            }
            if (named) {
                scan.defect().ifPresent(defect -> defects.add("member " + member.name() + ": " + defect));
            }
        }
        return new ModelContent(imports, defects);
    }

    /// torch/serialization.py: raw storages lie in `<archive>/data/<number>`.
    private static boolean isTensor(String name) {
        return name.matches("(.*/)?data/\\d+");
    }
}
