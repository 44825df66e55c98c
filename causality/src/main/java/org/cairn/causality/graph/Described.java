package org.cairn.causality.graph;

import java.util.List;
import java.util.Optional;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.ProcessNode;

/// What is known of the nodes of a graph.
public interface Described {
    Optional<ProcessFacts> facts(ProcessNode process);

    /// Every name under which a file was seen.
    List<FilePath> paths(FileNode file);
}
