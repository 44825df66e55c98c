package org.cairn.causality.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.causality.Action;
import org.cairn.causality.Basis;
import org.cairn.causality.FileNode;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Result;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.policy.RuntimePolicy.Artefacts;
import org.cairn.causality.policy.RuntimePolicy.Models;
import org.cairn.causality.policy.RuntimePolicy.Reader;
import org.cairn.causality.query.Window;
import org.cairn.proof.Digest;

/// Files that were read and written. A file may have several names, by links and by being moved, and what it was called
/// at a moment is not always known: every name that was seen has to be allowed, and any name makes it a model.
final class FileRules {
    /// Endings of files that hold models, as in docs/collectors.md.
    static final Pattern MODEL = Pattern.compile(
            ".*\\.(safetensors|gguf|ggml|onnx|pt|pth|ckpt|h5|keras|pb|tflite|pkl|pickle|joblib|npz|engine|mlmodel)");

    /// The endings of shared objects, ld.so(8).
    private static final Pattern LIBRARY = Pattern.compile(".*\\.so(\\.[\\d.]+)?");

    private final RuntimePolicy policy;
    private final Observed observed;
    private final Members members;
    private final Map<String, Digest> digests;
    private final Objections objections;
    private final Window window;

    /// @param digests what files are known to hold, by path; a record of system calls does not tell
    FileRules(
            RuntimePolicy policy,
            Observed observed,
            Members members,
            Map<String, Digest> digests,
            Window window,
            Objections objections) {
        this.policy = policy;
        this.observed = observed;
        this.members = members;
        this.digests = digests;
        this.window = window;
        this.objections = objections;
    }

    void read(int place, FileNode file, ProcessNode by) {
        List<String> names = observed.names(file, by);
        Optional<String> model = model(names);
        model.ifPresent(name -> opened(place, name, by));
        if (names.isEmpty()) {
            unknown(DeviationKind.MODEL_OPENED_BY_STRANGER, place, by, "read", file);
        }
        if (!members.has(by)) {
            return;
        }
        if (names.isEmpty()) {
            unknown(DeviationKind.UNSIGNED_ARTEFACT, place, by, "read", file);
            unknown(DeviationKind.READ_OUTSIDE_SCOPE, place, by, "read", file);
        }
        loaded(place, file, by, true);
        if (model.isEmpty()) {
            List<String> outside = outside(policy.read(), names);
            object(
                    DeviationKind.READ_OUTSIDE_SCOPE,
                    place,
                    by,
                    "read",
                    "read",
                    outside,
                    outside.stream().map(Allowance.Read::new).toList());
        }
    }

    private void unknown(DeviationKind kind, int place, ProcessNode by, String past, FileNode file) {
        objections.undecided(
                kind,
                place,
                by,
                observed.name(by) + " " + past + " " + observed.unresolved(file) + ": its folder is not recorded");
    }

    private void object(
            DeviationKind kind,
            int place,
            ProcessNode by,
            String past,
            String verb,
            List<String> names,
            List<? extends Allowance> allowances) {
        if (!names.isEmpty()) {
            String did = isInferred(place)
                    ? "may have " + past
                    : Objections.did(observed.graph().result(place), past, verb);
            objections.object(
                    kind, place, by, observed.name(by) + " " + did + " " + String.join(" = ", names), allowances);
        }
    }

    private static List<String> outside(Optional<List<Place>> scope, List<String> names) {
        return names.stream()
                .filter(name -> !Place.anyCovers(scope.orElse(List.of()), name))
                .toList();
    }

    private boolean isInferred(int place) {
        return observed.graph().edge(place).basis() == Basis.INFERRED;
    }

    /// Who holds a file open for writing across the start of a program is told by the opening, where that is judged.
    private boolean isTold(int place, FileNode file) {
        return isInferred(place)
                && observed.graph()
                        .incomingPlaces(file)
                        .anyMatch(opening -> observed.graph().action(opening) == Action.WRITE
                                && window.holds(observed.graph().at(opening))
                                && members.has(observed.graph().cause(opening))
                                && !isInferred(opening));
    }

    private Optional<String> model(List<String> names) {
        List<Place> files = policy.models().map(Models::files).orElse(List.of());
        return names.stream()
                .filter(name -> files.stream().anyMatch(place -> place.holds(name)))
                .findFirst();
    }

    private void opened(int place, String name, ProcessNode by) {
        List<Reader> readers = policy.models().map(Models::readers).orElse(List.of());
        Optional<String> program = observed.program(by);
        Optional<String> user = observed.facts(by).flatMap(ProcessFacts::euid);
        boolean known = readers.stream()
                .anyMatch(reader -> program.filter(reader.program()::covers).isPresent()
                        && (reader.user().isEmpty() || reader.user().equals(user)));
        boolean perhaps = program.isEmpty()
                || user.isEmpty()
                        && readers.stream().anyMatch(reader -> reader.program().covers(program.get()));
        if (known) {
            return;
        }
        String who = observed.name(by) + user.map(id -> " as user " + id).orElse("");
        if (perhaps) {
            objections.undecided(
                    DeviationKind.MODEL_OPENED_BY_STRANGER,
                    place,
                    by,
                    who + " opened " + name + ": the record does not tell the program and the user");
        } else {
            String did = Objections.did(observed.graph().result(place), "opened", "open");
            objections.object(
                    DeviationKind.MODEL_OPENED_BY_STRANGER,
                    place,
                    by,
                    who + " " + did + " " + name,
                    new Allowance.ModelReader(program.get(), user.orElse("")));
        }
    }

    /// @param opened whether it was only opened for reading: then it counts if it looks like a model or a library
    void loaded(int place, FileNode file, ProcessNode by, boolean opened) {
        if (policy.artefacts().isEmpty() || !members.has(by) || observed.graph().result(place) == Result.FAILED) {
            return;
        }
        Artefacts artefacts = policy.artefacts().get();
        List<String> names = observed.names(file, by);
        if (names.isEmpty() && !opened) {
            unknown(DeviationKind.UNSIGNED_ARTEFACT, place, by, "loaded", file);
        }
        for (String name : names) {
            boolean counts = !opened
                    || MODEL.matcher(name).matches()
                    || LIBRARY.matcher(name).matches();
            if (!counts || Place.anyCovers(policy.programs().orElse(List.of()), name)) {
                continue;
            }
            Optional<Digest> listed = Optional.ofNullable(artefacts.sha256().get(name));
            Optional<Digest> found = Optional.ofNullable(digests.get(name));
            if (listed.isEmpty() && !Place.anyCovers(artefacts.places(), name)) {
                object(
                        DeviationKind.UNSIGNED_ARTEFACT,
                        place,
                        by,
                        "loaded",
                        "load",
                        List.of(name),
                        List.of(new Allowance.Artefact(name)));
            } else if (listed.isPresent() && found.isPresent() && !listed.equals(found)) {
                objections.object(
                        DeviationKind.UNSIGNED_ARTEFACT,
                        place,
                        by,
                        observed.name(by) + " loaded " + name + ", which has the SHA-256 "
                                + found.get().hex() + " and not the listed one",
                        new Allowance.Never());
            } else if (listed.isPresent() && found.isEmpty()) {
                objections.undecided(
                        DeviationKind.UNSIGNED_ARTEFACT,
                        place,
                        by,
                        observed.name(by) + " loaded " + name
                                + ": the record tells its path, not what it held; give its digest");
            }
        }
    }

    void changed(int place, Action action, ProcessNode by, FileNode file) {
        if (action == Action.WRITE && isTold(place, file)) {
            return;
        }
        List<String> names = observed.names(file, by);
        String past = past(action);
        Optional<String> model = model(names);
        model.ifPresent(name -> object(
                DeviationKind.MODEL_WRITTEN,
                place,
                by,
                past,
                verb(action),
                List.of(name),
                List.of(new Allowance.Never())));
        if (names.isEmpty()) {
            unknown(DeviationKind.MODEL_WRITTEN, place, by, past, file);
        }
        if (!members.has(by)) {
            return;
        }
        if (names.isEmpty()) {
            unknown(DeviationKind.WRITE_OUTSIDE_SCOPE, place, by, past, file);
        }
        if (model.isEmpty()) {
            List<String> outside = outside(policy.write(), names);
            object(
                    DeviationKind.WRITE_OUTSIDE_SCOPE,
                    place,
                    by,
                    past,
                    verb(action),
                    outside,
                    outside.stream().map(Allowance.Write::new).toList());
        }
    }

    private static String past(Action action) {
        return switch (action) {
            case CREATE -> "made";
            case RENAME -> "renamed";
            case UNLINK -> "removed";
            case CHANGE_MODE -> "changed the mode of";
            default -> "wrote";
        };
    }

    private static String verb(Action action) {
        return switch (action) {
            case CREATE -> "make";
            case RENAME -> "rename";
            case UNLINK -> "remove";
            case CHANGE_MODE -> "change the mode of";
            default -> "write";
        };
    }
}
