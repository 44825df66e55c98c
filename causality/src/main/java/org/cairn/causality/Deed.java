package org.cairn.causality;

import java.util.List;
import java.util.Optional;

/// What a process did, free of the format that recorded it.
public sealed interface Deed {
    record Forked(long child) implements Deed {}

    /// It was there when a source looked, and had started at the activity's moment.
    /// @param program the file that it ran when it was seen, which need not be the one that it began with
    record Met(List<String> arguments, Optional<FileMention> program) implements Deed {
        public Met {
            arguments = List.copyOf(arguments);
        }
    }

    /// @param files the program first, then interpreter and loader
    record Executed(List<String> arguments, List<FileMention> files) implements Deed {
        public Executed {
            arguments = List.copyOf(arguments);
            files = List.copyOf(files);
        }
    }

    /// @param descriptor    the new descriptor, absent if the open failed
    /// @param keptOnExecute whether the descriptor stays open when another program starts (no O_CLOEXEC, open(2))
    record Opened(Optional<Long> descriptor, Access access, boolean keptOnExecute, FileMention file) implements Deed {}

    enum Access {
        READ,
        WRITE,
        READ_AND_WRITE
    }

    /// @param action one of CREATE, CHANGE_MODE, UNLINK, WRITE
    record Touched(Action action, FileMention file) implements Deed {}

    record Renamed(FileMention from, FileMention to) implements Deed {}

    /// A file mapped as code: a library.
    record Loaded(FileMention file) implements Deed {}

    /// The process acts as another user from here on; which, the actor says.
    record UserChanged() implements Deed {}

    /// A new socket, so that later calls on its descriptor can be understood.
    record SocketMade(long descriptor, Transport transport) implements Deed {}

    enum Transport {
        /// Connected end to end: a connect succeeds only if the peer answers.
        STREAM,
        /// Single packets: a connect only notes the peer's address (connect(2)).
        DATAGRAM,
        OTHER
    }

    /// @param descriptor absent where the source does not say
    record Bound(Optional<Long> descriptor, Endpoint local) implements Deed {}

    /// @param descriptor absent where the source does not say
    record Connected(Optional<Long> descriptor, Endpoint peer) implements Deed {}

    /// A connection of which both ends were seen. Which side asked for it was not.
    /// @param side what the process is taken to have done
    record Joined(Optional<Long> descriptor, Endpoint local, Endpoint peer, Side side, Transport transport)
            implements Deed {}

    enum Side {
        ASKED,
        ACCEPTED
    }

    /// @param listening absent where the source does not say
    /// @param peer      absent where the server did not ask for it
    record Accepted(Optional<Long> listening, Optional<Long> descriptor, Optional<Endpoint> peer) implements Deed {}

    /// @param destination absent on a connected descriptor
    record Sent(long descriptor, long sizeBytes, Optional<Endpoint> destination) implements Deed {}

    /// The descriptor now means something else, or nothing.
    record Released(long descriptor) implements Deed {}

    /// The whole process ended.
    record Ended() implements Deed {}
}
