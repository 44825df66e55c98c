package org.cairn.causality;

import java.util.List;
import java.util.Map;

/// One recorded system call, understood. What every reader of runtime records produces and the graph takes.
/// @param directories directories whose absolute path this record teaches
/// @param records     the raw lines, the system call's first
public record Activity(
        String host,
        Moment at,
        Actor actor,
        Deed deed,
        Result result,
        Map<FileNode.Inode, String> directories,
        List<RawRecordRef> records) {
    public Activity {
        directories = Map.copyOf(directories);
        records = List.copyOf(records);
    }
}
