package org.cairn.collectors.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;

/// Reads what stat(2) says, through the JDK's `unix` view: the POSIX view has no set-user-id bits and no numbers.
final class UnixAttributes {
    private static final String NAMES = "unix:mode,uid,gid,owner,group,size,lastModifiedTime";
    private static final int FORMAT_MASK = 0_170000; // inode(7): the file type's bits of st_mode

    private final Map<String, Object> values;

    private UnixAttributes(Map<String, Object> values) {
        this.values = values;
    }

    static UnixAttributes read(Path file) throws IOException {
        return new UnixAttributes(Files.readAttributes(file, NAMES, LinkOption.NOFOLLOW_LINKS));
    }

    /// What the file that `path` leads to is known by to the kernel.
    static FileIdentity identity(Path path) throws IOException {
        UnixAttributes found = new UnixAttributes(Files.readAttributes(path, "unix:dev,ino"));
        return FileIdentity.of(found.value("dev", Long.class), found.value("ino", Long.class));
    }

    /// Owner and group by the names that this machine has for them.
    FileFacts facts(String path) throws IOException {
        return facts(
                path,
                value("owner", UserPrincipal.class).getName(),
                value("group", GroupPrincipal.class).getName());
    }

    /// Owner and group by the names that another machine has for them.
    FileFacts facts(String path, AccountNames names) throws IOException {
        return facts(path, names.user(value("uid", Integer.class)), names.group(value("gid", Integer.class)));
    }

    private FileFacts facts(String path, String owner, String group) throws IOException {
        int mode = value("mode", Integer.class);
        return new FileFacts(
                path,
                kind(mode),
                mode & 0_7777,
                value("uid", Integer.class),
                owner,
                group,
                value("size", Long.class),
                value("lastModifiedTime", FileTime.class).toInstant());
    }

    private <T> T value(String name, Class<T> type) throws IOException {
        Object value = values.get(name);
        if (value == null) {
            throw new IOException("the file system tells no " + name);
        }
        return type.cast(value);
    }

    private static FileFacts.Kind kind(int mode) {
        return switch (mode & FORMAT_MASK) {
            case 0_100000 -> FileFacts.Kind.FILE;
            case 0_040000 -> FileFacts.Kind.DIRECTORY;
            case 0_120000 -> FileFacts.Kind.LINK;
            default -> FileFacts.Kind.OTHER;
        };
    }
}
