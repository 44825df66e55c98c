package org.cairn.causality;

/// What an edge says happened. The comment gives the direction: from cause to effect.
public enum Action {
    /// Process to its child.
    FORK,
    /// Process to itself, running another program from here on.
    BECOME,
    /// Process to itself, under another user from here on.
    CHANGE_USER,
    /// Child to parent: the child ended, and the parent can learn its exit status and what it wrote into descriptors
    /// both held. Pipes between the two are rarely recorded; this edge stands for them.
    END,
    /// Program or script to the process that runs it.
    EXECUTE,
    /// Interpreter or loader to the process the kernel started it in, along with the program; a file mapped as code.
    LOAD,
    /// File to the process that opened it for reading.
    READ,
    /// Process to the file it opened for writing, created by opening, or truncated.
    WRITE,
    /// Process to the directory or link it made.
    CREATE,
    /// Process to the file it gave another name.
    RENAME,
    /// Process to the file whose permissions it changed.
    CHANGE_MODE,
    /// Process to the file whose name it removed.
    UNLINK,
    /// Process to the address it listens on or sends from.
    BIND,
    /// Process to the connection it asked for.
    CONNECT,
    /// Process to the destination of a datagram.
    SEND,
    /// Connection to the process that accepted it.
    ACCEPT;

    /// Whether it opens a way that stays open: what the cause does later can still reach the effect, as long as the
    /// descriptor is held, and single writes are rarely recorded. A file opened for reading is taken to be read
    /// at once.
    public boolean lasts() {
        return switch (this) {
            case WRITE, CONNECT, SEND, ACCEPT -> true;
            case FORK, BECOME, CHANGE_USER, END, EXECUTE, LOAD, READ, CREATE, RENAME, CHANGE_MODE, UNLINK, BIND ->
                false;
        };
    }
}
