package org.cairn.collectors.host;

import java.time.Instant;

/// What a directory says of one of its members; a symbolic link is itself, not its target.
/// @param path        absolute, on the host
/// @param mode        permission bits, e.g. `0644` as octal 420 (inode(7))
/// @param owner       name, or number where the host has no name for it
public record FileFacts(
        String path, Kind kind, int mode, int uid, String owner, String group, long sizeBytes, Instant modifiedAt) {
    public enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        OTHER
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Four octal digits, as `stat -c %04a` prints.
    public String octalMode() {
        return "%04o".formatted(mode & 0_7777);
    }

    /// The same, readable and enterable by everybody.
    FileFacts openToAll() {
        return new FileFacts(path, kind, mode | 0_555, uid, owner, group, sizeBytes, modifiedAt);
    }

    public boolean isFile() {
        return kind == Kind.FILE;
    }

    public boolean isDirectory() {
        return kind == Kind.DIRECTORY;
    }
}
