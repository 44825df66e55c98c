package org.cairn.causality;

import java.util.List;
import java.util.Map;

/// One recorded system call, understood. What every reader of runtime records produces and the graph takes.
/// @param directories directories whose absolute path this record teaches
/// @param records     the raw lines, the system call's first
public record Activity(
        String host,
        Moment at,
        Numbering numbering,
        Actor actor,
        Deed deed,
        Result result,
        Map<FileNode.Inode, String> directories,
        List<RawRecordRef> records) {
    /// Who counted the moment's serial number.
    public enum Numbering {
        /// The kernel: one event has one number, in whichever file and format it is met.
        KERNEL,
        /// The reader of this source: an event is known again only in the same bytes.
        SOURCE
    }

    public Activity {
        directories = Map.copyOf(directories);
        records = List.copyOf(records);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("an activity without a record");
        }
    }
}
