package org.cairn.causality.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.causality.Action;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Result;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.graph.ProvenanceGraph;

/// What a record says about processes and files, in the words of a policy.
final class Observed {
    /// Programs that run what a file says. A shell script that is started by its own name is the program; started as an
    /// argument it is only that.
    private enum Interpreter {
        SHELL("(ba|da|z|k|mk|a|c|tc|fi)?sh|busybox|pwsh", "-[a-zA-Z]*c|-(c|C)ommand"),
        PYTHON("(python|pypy)[\\d.]*", "-[a-zA-Z]*[cm]"),
        LOADER("ld-linux[\\w.-]*|ld-musl[\\w.-]*|ld-[\\d.]+\\.so|ld\\.so", "-"),
        OTHER(
                "(perl|ruby|php|lua|luajit|tclsh|wish)[\\d.]*|node|nodejs|deno|bun|Rscript|java",
                "-[a-zA-Z]*[eEr]|-p|--eval|--print");

        private final Pattern program;
        private final Pattern code;

        /// @param program the last name of its file
        /// @param code    an option that code follows, or a module's name, and no file
        Interpreter(String program, String code) {
            this.program = Pattern.compile(program);
            this.code = Pattern.compile(code);
        }

        static Optional<Interpreter> of(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            return Arrays.stream(values())
                    .filter(one -> one.program.matcher(name).matches())
                    .findFirst();
        }
    }

    private final ProvenanceGraph graph;
    private final Map<ProcessNode, Optional<String>> programs = new HashMap<>();

    Observed(ProvenanceGraph graph) {
        this.graph = graph;
    }

    ProvenanceGraph graph() {
        return graph;
    }

    Optional<ProcessFacts> facts(ProcessNode process) {
        return graph.facts(process);
    }

    /// The program as the kernel names it; a child runs its parent's until it starts another. Empty if no record
    /// tells.
    Optional<String> program(ProcessNode process) {
        Optional<String> known = programs.get(process);
        if (known != null) {
            return known;
        }
        List<ProcessNode> asked = new ArrayList<>();
        Optional<String> found = Optional.empty();
        Optional<ProcessNode> at = Optional.of(process);
        while (at.isPresent() && found.isEmpty() && !asked.contains(at.get())) {
            asked.add(at.get());
            found = graph.facts(at.get()).flatMap(ProcessFacts::exe);
            at = found.isPresent() ? at : keptFrom(at.get());
        }
        programs.put(process, found);
        return found;
    }

    private Optional<ProcessNode> keptFrom(ProcessNode process) {
        return graph.incomingPlaces(process)
                .filter(place -> graph.action(place) == Action.FORK || graph.action(place) == Action.CHANGE_USER)
                .mapToObj(graph::cause)
                .filter(ProcessNode.class::isInstance)
                .map(ProcessNode.class::cast)
                .findFirst();
    }

    /// For people: the program, or that it is not known.
    String name(Node node) {
        return node instanceof ProcessNode process ? program(process).orElse("an unrecorded program") : "";
    }

    /// Every absolute name the file was seen under, without `.` and `..`. What lies below `/proc` by the process's own
    /// number lies below `/proc/self`.
    List<String> names(FileNode file, ProcessNode by) {
        String own = "/proc/" + by.pid() + "/";
        return names(file)
                .map(name -> name.startsWith(own) ? "/proc/self/" + name.substring(own.length()) : name)
                .distinct()
                .toList();
    }

    Stream<String> names(FileNode file) {
        return graph.paths(file).stream()
                .flatMap(path -> path instanceof FilePath.Resolved(String text) && text.startsWith("/")
                        ? Stream.of(Place.normal(text))
                        : Stream.empty());
    }

    /// A file without an absolute name, for people.
    String unresolved(FileNode file) {
        return graph.paths(file).stream()
                .findFirst()
                .map(path -> "…/" + path.text())
                .orElse("a file without a recorded name");
    }

    /// The files that were executed, and the script that an interpreter was given.
    Set<String> run(ProcessNode process) {
        Set<String> found = new HashSet<>();
        program(process).ifPresent(found::add);
        graph.incomingPlaces(process)
                .filter(place -> graph.action(place) == Action.EXECUTE && graph.result(place) == Result.SUCCEEDED)
                .forEach(place -> {
                    if (graph.cause(place) instanceof FileNode file) {
                        names(file).forEach(found::add);
                    }
                });
        script(process).ifPresent(script -> found.addAll(script.names()));
        return found;
    }

    /// @param argument as it was given
    /// @param names    absolute; empty where it is not known in which folder the argument lies
    record Script(String argument, List<String> names) {}

    /// The first argument of an interpreter that is no option. Code on the command line (`-c`, `-e`) and modules (`-m`)
    /// are no files.
    Optional<Script> script(ProcessNode process) {
        List<String> arguments =
                graph.facts(process).map(ProcessFacts::arguments).orElse(List.of());
        Optional<Interpreter> interpreter = program(process).flatMap(Interpreter::of);
        if (interpreter.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("-") || interpreter.get().code.matcher(argument).matches()) {
                return Optional.empty();
            }
            if (argument.equals("-jar") || !argument.startsWith("-") && !argument.isEmpty()) {
                String file = argument.equals("-jar") && i + 1 < arguments.size() ? arguments.get(i + 1) : argument;
                return Optional.of(new Script(file, located(process, file)));
            }
        }
        return Optional.empty();
    }

    /// A relative name is one that the process read.
    private List<String> located(ProcessNode process, String argument) {
        if (argument.startsWith("/")) {
            return List.of(Place.normal(argument));
        }
        String end = Place.normal("/" + argument);
        return graph.incomingPlaces(process)
                .filter(place -> graph.action(place) == Action.READ && graph.result(place) != Result.FAILED)
                .mapToObj(graph::cause)
                .filter(FileNode.class::isInstance)
                .flatMap(file -> names((FileNode) file))
                .filter(name -> name.endsWith(end))
                .distinct()
                .toList();
    }

    /// Whether a record shows that the file's content was put there before `place` took effect.
    boolean wasWritten(FileNode file, int place) {
        return graph.incomingPlaces(file)
                .filter(earlier -> switch (graph.action(earlier)) {
                    case WRITE, CREATE, RENAME -> graph.result(earlier) != Result.FAILED;
                    default -> false;
                })
                .anyMatch(earlier -> !graph.at(earlier).isAfter(graph.at(place)));
    }
}
