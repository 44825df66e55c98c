package org.cairn.causality.graph;

import java.util.Optional;
import org.cairn.causality.Action;
import org.cairn.causality.Activity;
import org.cairn.causality.ActivitySink;
import org.cairn.causality.Basis;
import org.cairn.causality.Deed;
import org.cairn.causality.Edge;
import org.cairn.causality.FileMention;
import org.cairn.causality.FileNode;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Result;

/// Builds the graph from activities in the order of time. The same event taken twice counts once, so a log may be read
/// again and rotated logs may overlap. Logs of one host are to be read in the order in which they were written.
public final class GraphBuilder implements ActivitySink {
    private final ProvenanceGraph graph = new ProvenanceGraph();
    private final ProcessTable processes = new ProcessTable(graph);
    private final FileTable files = new FileTable(graph);
    private final ConnectionTable connections = new ConnectionTable(graph);
    private final SeenEvents seen = new SeenEvents();
    private long repeated;

    @Override
    public void accept(Activity activity) {
        if (seen.add(activity)) {
            take(activity);
        } else {
            repeated++;
        }
    }

    private void take(Activity activity) {
        files.learn(activity.host(), activity.directories());
        switch (activity.deed()) {
            case Deed.Released(long descriptor) ->
                processes.find(activity).ifPresent(life -> life.descriptors().remove(descriptor));
            case Deed.SocketMade(long descriptor, Deed.Transport transport) ->
                processes
                        .find(activity)
                        .ifPresent(life -> life.descriptors().put(descriptor, new Descriptor.Unconnected(transport)));
            case Deed.Sent sent
            when sent.destination().isEmpty() ->
                processes.find(activity).ifPresent(life -> connections.sent(life, sent, activity));
            case Deed.Ended() -> processes.find(activity).ifPresent(life -> processes.ended(life, activity));
            case Deed.Forked(long child) -> processes.forked(processes.acting(activity), child, activity);
            case Deed.Met met -> met(met, activity);
            case Deed.Joined joined -> connections.joined(processes.acting(activity), joined, activity);
            case Deed.Executed executed -> executed(acting(activity), executed, activity);
            case Deed.Loaded(FileMention file) -> from(file, Action.LOAD, acting(activity), activity);
            case Deed.UserChanged() -> processes.acting(activity);
            case Deed.Opened opened -> opened(processes.acting(activity), opened, activity);
            case Deed.Touched(Action action, FileMention file) -> onto(acting(activity), action, file, activity);
            case Deed.Renamed(FileMention from, FileMention to) -> renamed(acting(activity), from, to, activity);
            case Deed.Bound bound -> connections.bound(processes.acting(activity), bound, activity);
            case Deed.Connected connected -> connections.connected(processes.acting(activity), connected, activity);
            case Deed.Accepted accepted -> connections.accepted(processes.acting(activity), accepted, activity);
            case Deed.Sent sent -> connections.sent(processes.acting(activity), sent, activity);
        }
    }

    private ProcessNode acting(Activity activity) {
        return processes.acting(activity).imageAt(activity.at());
    }

    private void renamed(ProcessNode process, FileMention from, FileMention to, Activity activity) {
        files.node(activity.host(), from);
        onto(process, Action.RENAME, unchanged(to), activity);
    }

    private static FileMention unchanged(FileMention file) {
        return new FileMention(file.inode(), file.name(), FileMention.Change.NONE);
    }

    /// That it ran this program from its start on is likely, no more.
    private void met(Deed.Met met, Activity activity) {
        ProcessNode process = processes.met(activity).imageAt(activity.at());
        met.program()
                .flatMap(program -> files.node(activity.host(), program))
                .ifPresent(file -> graph.add(new Edge(
                        file,
                        process,
                        Action.EXECUTE,
                        Result.SUCCEEDED,
                        Basis.INFERRED,
                        activity.at(),
                        activity.records())));
    }

    private void executed(ProcessNode process, Deed.Executed executed, Activity activity) {
        Action action = Action.EXECUTE;
        for (FileMention file : executed.files()) {
            from(file, action, process, activity);
            action = Action.LOAD;
        }
    }

    private void opened(ProcessLife life, Deed.Opened opened, Activity activity) {
        opened.descriptor().ifPresent(life.descriptors()::remove);
        ProcessNode process = life.imageAt(activity.at());
        switch (opened.access()) {
            case READ -> from(opened.file(), Action.READ, process, activity);
            case WRITE -> written(life, opened, activity);
            case READ_AND_WRITE -> {
                written(life, opened, activity);
                from(unchanged(opened.file()), Action.READ, process, activity);
            }
        }
    }

    private void written(ProcessLife life, Deed.Opened opened, Activity activity) {
        Optional<FileNode> file = onto(life.imageAt(activity.at()), Action.WRITE, opened.file(), activity);
        if (file.isPresent() && opened.descriptor().isPresent()) {
            Descriptor held = new Descriptor.Writing(file.get(), opened.keptOnExecute());
            life.descriptors().put(opened.descriptor().get(), held);
        }
    }

    private void from(FileMention file, Action action, ProcessNode process, Activity activity) {
        files.node(activity.host(), file).ifPresent(node -> add(node, process, action, activity));
    }

    private Optional<FileNode> onto(ProcessNode process, Action action, FileMention file, Activity activity) {
        Optional<FileNode> node = files.node(activity.host(), file);
        node.ifPresent(effect -> add(process, effect, action, activity));
        return node;
    }

    private void add(Node cause, Node effect, Action action, Activity activity) {
        Result result = activity.result();
        graph.add(new Edge(cause, effect, action, result, Basis.RECORDED, activity.at(), activity.records()));
    }

    /// The graph so far; it goes on growing with further activities.
    public ProvenanceGraph graph() {
        return graph;
    }

    /// Activities that had been taken before.
    public long repeated() {
        return repeated;
    }

    /// Children that were announced and have not acted: threads, and processes that did nothing that is recorded.
    public int unseenChildren() {
        return processes.unseenChildren();
    }
}
