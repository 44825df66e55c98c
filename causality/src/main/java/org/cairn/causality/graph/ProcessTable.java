package org.cairn.causality.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.causality.Action;
import org.cairn.causality.Activity;
import org.cairn.causality.Actor;
import org.cairn.causality.Basis;
import org.cairn.causality.Deed;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.Moment;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.RawRecordRef;
import org.cairn.causality.Result;

/// Tells which process a process id stands for at a moment, and who started it.
///
/// A process appears with its first act, not with the record of its start: that record belongs to the parent and may
/// come after the child's own (vfork(2) suspends the parent until the child runs its program), and `clone3` announces
/// threads, which never act under the announced id.
final class ProcessTable {
    /// How far a child's first act and its parent's record of the start may lie apart, and how long a thread may still
    /// be at work after its process ended. Two uses of one id lie further apart.
    static final Duration SLACK = Duration.ofSeconds(2);

    private static final String DELETED = " (deleted)"; // what the kernel adds to the name of a file that is gone

    private record Key(String host, long pid) {}

    private record Birth(ProcessLife parent, Moment at, List<RawRecordRef> records) {}

    private final ProvenanceGraph graph;
    private final Map<Key, List<ProcessLife>> lives = new HashMap<>();
    private final Map<Key, Birth> births = new HashMap<>();

    ProcessTable(ProvenanceGraph graph) {
        this.graph = graph;
    }

    /// The process that does this, created if need be; moved on to its next program by a successful `execve`.
    ProcessLife acting(Activity activity) {
        Optional<ProcessLife> known = find(activity);
        if (known.isEmpty()) {
            return create(activity);
        }
        ProcessLife life = known.get();
        if (executes(activity)) {
            become(life, activity, Action.BECOME, Basis.RECORDED);
        } else if (!activity.at().isAfter(life.since())) {
            return life;
        } else if (!sameProgram(life, activity)) {
            become(life, activity, Action.BECOME, Basis.INFERRED);
        } else if (otherUser(life, activity)) {
            boolean told = activity.deed() instanceof Deed.UserChanged;
            become(life, activity, Action.CHANGE_USER, told ? Basis.RECORDED : Basis.INFERRED);
        } else {
            learn(life.imageAt(activity.at()), activity.actor());
        }
        return life;
    }

    /// The process that was seen: one that is known to live under that id and program, or else another one.
    ProcessLife met(Activity activity) {
        return find(activity)
                        .filter(life -> life.end().isEmpty() && sameProgram(life, activity))
                        .isPresent()
                ? acting(activity)
                : create(activity);
    }

    /// The process with that id, without creating one.
    Optional<ProcessLife> find(Activity activity) {
        Key key = new Key(activity.host(), activity.actor().pid());
        Optional<Birth> birth = Optional.ofNullable(births.get(key));
        if (birth.isPresent() && !birth.get().at().isAfter(activity.at())) {
            return Optional.empty();
        }
        List<ProcessLife> known = lives.getOrDefault(key, List.of());
        for (ProcessLife life : known.reversed()) {
            if (!life.since().isAfter(activity.at())) {
                return Optional.of(life).filter(candidate -> continues(candidate, activity));
            }
        }
        return known.stream().findFirst();
    }

    private boolean continues(ProcessLife life, Activity activity) {
        Actor actor = activity.actor();
        boolean sameParent =
                life.ppid().isEmpty() || actor.ppid().isEmpty() || life.ppid().equals(actor.ppid());
        boolean executes = activity.deed() instanceof Deed.Executed;
        if (life.end().isPresent()) {
            Moment end = life.end().get().at();
            boolean soon = activity.at().time().isBefore(end.time().plus(SLACK));
            return !activity.at().isAfter(end) || soon && sameParent && !executes && sameProgram(life, activity);
        }
        return sameParent || executes || sameProgram(life, activity);
    }

    private boolean sameProgram(ProcessLife life, Activity activity) {
        Optional<String> before = graph.facts(life.imageAt(activity.at()))
                .flatMap(ProcessFacts::exe)
                .map(ProcessTable::withoutDeleted);
        Optional<String> now = activity.actor().exe().map(ProcessTable::withoutDeleted);
        return before.isEmpty() || now.isEmpty() || before.equals(now);
    }

    /// Records of one moment may come late; they speak of the user before.
    private boolean otherUser(ProcessLife life, Activity activity) {
        ProcessNode latest = life.latestImage();
        Actor actor = activity.actor();
        return activity.result() != Result.FAILED
                && life.imageAt(activity.at()).equals(latest)
                && graph.facts(latest)
                        .filter(facts -> differ(facts.uid(), actor.uid()) || differ(facts.euid(), actor.euid()))
                        .isPresent();
    }

    private static boolean differ(Optional<String> before, Optional<String> now) {
        return before.isPresent() && now.isPresent() && !before.equals(now);
    }

    /// Some sources tell the program only from some record on.
    private void learn(ProcessNode process, Actor actor) {
        graph.facts(process)
                .filter(facts -> facts.exe().isEmpty() && actor.exe().isPresent())
                .ifPresent(facts -> graph.describe(
                        process,
                        new ProcessFacts(
                                actor.exe(),
                                facts.arguments(),
                                facts.uid(),
                                facts.euid(),
                                facts.auid(),
                                facts.container(),
                                facts.ppid())));
    }

    private static String withoutDeleted(String exe) {
        return exe.endsWith(DELETED) ? exe.substring(0, exe.length() - DELETED.length()) : exe;
    }

    private ProcessLife create(Activity activity) {
        Key key = new Key(activity.host(), activity.actor().pid());
        ProcessLife life = new ProcessLife(activity);
        describe(life, activity);
        Optional<Birth> birth = Optional.ofNullable(births.get(key)).filter(b -> !b.at().isAfter(activity.at()));
        if (birth.isPresent()) {
            births.remove(key);
            inherit(life, birth.get().parent(), activity);
            born(life, birth.get());
        } else {
            parentById(activity).ifPresent(parent -> {
                inherit(life, parent, activity);
                fork(life, parent, Basis.INFERRED, activity.at(), activity.records());
            });
        }
        lives.computeIfAbsent(key, _ -> new ArrayList<>()).add(life);
        return life;
    }

    /// Process 1 adopts orphans, so that id says nothing about who started a process.
    private Optional<ProcessLife> parentById(Activity activity) {
        long ppid = activity.actor().ppid().orElse(0L);
        List<ProcessLife> candidates = lives.getOrDefault(new Key(activity.host(), ppid), List.of());
        return ppid <= 1 || candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(candidates.getLast())
                        .filter(parent -> !parent.since().isAfter(activity.at()))
                        .filter(parent -> parent.end()
                                .map(end -> !activity.at().isAfter(end.at()))
                                .orElse(true));
    }

    private void inherit(ProcessLife child, ProcessLife parent, Activity first) {
        child.descriptors().putAll(parent.descriptors());
        handOn(child, first);
    }

    /// Whoever holds a file open for writing may write to it: a shell opens the file and starts the program that fills
    /// it. Whether it did, no record says.
    private void handOn(ProcessLife life, Activity activity) {
        if (executes(activity)) {
            life.descriptors()
                    .values()
                    .removeIf(held -> held instanceof Descriptor.Writing writing
                            && (!writing.keptOnExecute() || isExecuted(writing.file(), activity)));
        }
        for (Descriptor held : life.descriptors().values()) {
            if (held instanceof Descriptor.Writing writing) {
                graph.add(new Edge(
                        life.latestImage(),
                        writing.file(),
                        Action.WRITE,
                        Result.ATTEMPTED,
                        Basis.INFERRED,
                        activity.at(),
                        activity.records()));
            }
        }
    }

    /// A file that someone holds open for writing cannot be executed (execve(2), ETXTBSY), so it had been closed.
    private static boolean isExecuted(FileNode file, Activity activity) {
        return activity.deed() instanceof Deed.Executed executed
                && file.identity() instanceof FileNode.Stored stored
                && executed.files().stream().anyMatch(mention -> mention.inode().equals(Optional.of(stored.inode())));
    }

    private static boolean executes(Activity activity) {
        return activity.deed() instanceof Deed.Executed && activity.result() == Result.SUCCEEDED;
    }

    /// The parent's record of a start.
    void forked(ProcessLife parent, long child, Activity activity) {
        Key key = new Key(activity.host(), child);
        Birth birth = new Birth(parent, activity.at(), activity.records());
        List<ProcessLife> known = lives.getOrDefault(key, List.of());
        if (!known.isEmpty() && awaits(known.getLast(), birth)) {
            born(known.getLast(), birth);
        } else {
            births.put(key, birth);
        }
    }

    /// Soon after the child's first act, or whenever the child that lives is the parent's own.
    private static boolean awaits(ProcessLife child, Birth birth) {
        Duration apart =
                Duration.between(child.since().time(), birth.at().time()).abs();
        boolean own = child.end().isEmpty()
                && child.ppid().equals(Optional.of(birth.parent().firstImage().pid()));
        return !child.birthRecorded() && (own || apart.compareTo(SLACK) <= 0);
    }

    private void born(ProcessLife child, Birth birth) {
        fork(child, birth.parent(), Basis.RECORDED, birth.at().earlier(child.since()), birth.records());
        child.markBirthRecorded();
        child.end().ifPresent(_ -> linkEnd(child));
    }

    private void fork(ProcessLife child, ProcessLife parent, Basis basis, Moment at, List<RawRecordRef> records) {
        Edge edge = new Edge(parent.imageAt(at), child.firstImage(), Action.FORK, Result.SUCCEEDED, basis, at, records);
        child.bornOf(parent, put(child.forkEdge(), edge));
    }

    /// The process ended; its parent may learn from it.
    void ended(ProcessLife life, Activity activity) {
        if (life.end().isEmpty()) {
            life.ended(new ProcessLife.End(activity.at(), activity.records()));
            graph.ended(life.latestImage(), activity.at());
            linkEnd(life);
        }
    }

    private void linkEnd(ProcessLife life) {
        ProcessLife.End end = life.end().orElseThrow();
        life.parent().ifPresent(parent -> {
            ProcessNode effect = parent.imageAt(end.at());
            Edge edge = new Edge(
                    life.latestImage(), effect, Action.END, Result.SUCCEEDED, Basis.RECORDED, end.at(), end.records());
            life.endEdge(put(life.endEdge(), edge));
        });
    }

    private int put(Optional<Integer> known, Edge edge) {
        known.ifPresent(index -> graph.replace(index, edge));
        return known.orElseGet(() -> graph.add(edge));
    }

    private void become(ProcessLife life, Activity activity, Action how, Basis basis) {
        ProcessNode before = life.latestImage();
        ProcessNode after = life.become(activity.at());
        describe(life, activity);
        graph.ended(before, activity.at());
        graph.add(new Edge(before, after, how, Result.SUCCEEDED, basis, activity.at(), activity.records()));
        handOn(life, activity);
    }

    private void describe(ProcessLife life, Activity activity) {
        Actor actor = activity.actor();
        List<String> arguments = arguments(activity);
        ProcessFacts facts = new ProcessFacts(
                actor.exe(), arguments, actor.uid(), actor.euid(), actor.auid(), actor.container(), actor.ppid());
        graph.describe(life.latestImage(), facts);
    }

    private static List<String> arguments(Activity activity) {
        if (activity.deed() instanceof Deed.Met met) {
            return met.arguments();
        }
        return activity.deed() instanceof Deed.Executed executed && activity.result() == Result.SUCCEEDED
                ? executed.arguments()
                : List.of();
    }

    /// Children that were announced and have not acted: threads, and processes that did nothing that is recorded.
    int unseenChildren() {
        return births.size();
    }
}
