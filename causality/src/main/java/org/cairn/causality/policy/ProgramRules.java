package org.cairn.causality.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.causality.Action;
import org.cairn.causality.FileNode;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Result;

/// Programs that were run, and by whom they were started.
final class ProgramRules {
    private static final String MEMORY = "/memfd:"; // memfd_create(2): the name of what lies in no file system
    private static final String DELETED = " (deleted)"; // what the kernel adds to the name of a file that is gone

    private final RuntimePolicy policy;
    private final Observed observed;
    private final Objections objections;
    private final List<Place> programs;

    ProgramRules(RuntimePolicy policy, Observed observed, Objections objections) {
        this.policy = policy;
        this.observed = observed;
        this.objections = objections;
        this.programs = policy.programs().orElse(List.of());
    }

    /// A program of the system was executed, or the attempt failed.
    void executed(int place, FileNode file, ProcessNode process) {
        boolean ran = observed.graph().result(place) != Result.FAILED;
        Set<String> names = new LinkedHashSet<>(observed.names(file).toList());
        if (names.isEmpty()) {
            String why =
                    "a program was executed of which the record gives no absolute name: " + observed.unresolved(file);
            objections.undecided(DeviationKind.EXECUTION_FROM_WRITABLE_PLACE, place, process, why);
            objections.undecided(DeviationKind.UNEXPECTED_CHILD, place, process, why);
        }
        boolean written = observed.wasWritten(file, place);
        for (String name : names) {
            if (isNamed(name)) {
                continue;
            }
            if (written || isWritable(name)) {
                writable(place, process, name, written ? ", which was written within this record" : "");
            } else if (!Place.anyCovers(programs, name)) {
                unlisted(place, process, name);
            }
        }
        if (ran) {
            running(place, process);
            script(place, process);
        }
    }

    /// What a process runs, whether or not its start was recorded.
    void running(int place, ProcessNode process) {
        Optional<String> program = observed.program(process);
        if (program.isEmpty()) {
            String why = "what process " + process.pid() + " runs is not recorded";
            objections.undecided(DeviationKind.UNEXPECTED_CHILD, place, process, why);
            objections.undecided(DeviationKind.EXECUTION_FROM_WRITABLE_PLACE, place, process, why);
            return;
        }
        String name = program.get();
        if (isNamed(name)) {
            return;
        }
        if (name.startsWith(MEMORY)) {
            writable(place, process, name, ", which lies in memory alone");
        } else if (name.endsWith(DELETED)) {
            writable(place, process, name, ", whose file was removed");
        } else if (isWritable(name)) {
            writable(place, process, name, "");
        } else if (!Place.anyCovers(programs, name)) {
            unlisted(place, process, name);
        }
    }

    private void script(int place, ProcessNode process) {
        Optional<Observed.Script> script = observed.script(process);
        if (script.isEmpty()) {
            return;
        }
        if (script.get().names().isEmpty()) {
            objections.undecided(
                    DeviationKind.EXECUTION_FROM_WRITABLE_PLACE,
                    place,
                    process,
                    observed.name(process) + " ran " + script.get().argument()
                            + ": the record does not tell in which folder it lies");
        }
        script.get().names().stream()
                .filter(name -> !isNamed(name) && isWritable(name))
                .forEach(name -> writable(place, process, name, " with " + observed.name(process)));
    }

    private boolean isNamed(String name) {
        return programs.stream().anyMatch(place -> place.isExact() && place.covers(name));
    }

    /// Places that the policy calls writable, and those it allows to be written.
    private boolean isWritable(String name) {
        return isBelow(policy.writable(), name) || isBelow(policy.write().orElse(List.of()), name);
    }

    /// Below a writable folder lies what is hidden there too.
    private static boolean isBelow(List<Place> places, String name) {
        return places.stream()
                .anyMatch(place -> place.covers(name) || place.text().endsWith("/") && name.startsWith(place.text()));
    }

    private void writable(int place, ProcessNode process, String name, String more) {
        String did = Objections.did(result(place), "ran", "run");
        objections.object(
                DeviationKind.EXECUTION_FROM_WRITABLE_PLACE,
                place,
                process,
                did + " " + name + more,
                new Allowance.Program(name));
    }

    private void unlisted(int place, ProcessNode process, String name) {
        String did = Objections.did(result(place), "ran", "run");
        objections.object(
                DeviationKind.UNEXPECTED_CHILD,
                place,
                process,
                did + " " + name + ", which is not listed",
                new Allowance.Program(name));
    }

    private Result result(int place) {
        return observed.graph().action(place) == Action.EXECUTE
                ? observed.graph().result(place)
                : Result.SUCCEEDED;
    }

    /// A process of the system started a program, or became one.
    void started(int place, ProcessNode parent, ProcessNode child) {
        Optional<String> from = observed.program(parent);
        Optional<String> to = observed.program(child);
        if (to.isEmpty() || from.equals(to)) {
            return;
        }
        if (from.isEmpty()) {
            if (!isBeginning(parent)) {
                objections.undecided(
                        DeviationKind.UNEXPECTED_CHILD, place, child, "who started " + to.get() + " is not recorded");
            }
            return;
        }
        boolean listed = policy.children()
                .map(children -> children.getOrDefault(from.get(), Set.of()).contains(to.get()))
                .orElse(false);
        if (!listed) {
            objections.object(
                    DeviationKind.UNEXPECTED_CHILD,
                    place,
                    child,
                    from.get() + " started " + to.get(),
                    new Allowance.Child(from.get(), to.get()));
        }
    }

    /// Whether the record begins with it, so that nobody's program is missing: a tracer's own child.
    private boolean isBeginning(ProcessNode process) {
        List<Integer> before = new ArrayList<>();
        observed.graph().incomingPlaces(process).forEach(before::add);
        return before.isEmpty();
    }
}
