package org.cairn.ledger.fault;

import org.cairn.proof.Bytes;

/// What a traced program did to the disk, or said, in the order in which the calls returned.
sealed interface DiskEvent {
    /// @param truncates whether what was in the file is gone
    record Opened(String file, boolean truncates) implements DiskEvent {}

    record Written(String file, int offset, Bytes bytes) implements DiskEvent {}

    record Resized(String file, int size) implements DiskEvent {}

    /// fsync(2) or fdatasync(2) of a file or a folder.
    record Forced(String path) implements DiskEvent {}

    record Renamed(String from, String to) implements DiskEvent {}

    record FolderMade(String folder) implements DiskEvent {}

    record Removed(String file) implements DiskEvent {}

    /// On standard output.
    record Said(String text) implements DiskEvent {}
}
