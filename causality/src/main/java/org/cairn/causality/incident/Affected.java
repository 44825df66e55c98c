package org.cairn.causality.incident;

import java.util.List;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.query.Destination;

/// A file that was read on the way to the event.
/// @param read    when and by whom; the first time
/// @param reached places outside that its content can have reached since: a way there in the order of time, which is no
///                proof that it went that way
public record Affected(FileNode file, Edge read, List<Destination> reached) {
    public Affected {
        reached = List.copyOf(reached);
    }
}
