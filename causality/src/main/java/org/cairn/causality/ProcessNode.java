package org.cairn.causality;

/// One program run by one process. A process id alone names nothing: it is used again, and `execve` puts another
/// program into the same process.
/// @param pid   the process (thread group) id
/// @param since when this process was first seen acting; tells two uses of one process id apart
/// @param image how many programs this process was seen to run before this one
public record ProcessNode(String host, long pid, Moment since, int image) implements Node {
    public ProcessNode {
        if (pid < 0 || image < 0) {
            throw new IllegalArgumentException("process " + pid + ", image " + image);
        }
    }
}
