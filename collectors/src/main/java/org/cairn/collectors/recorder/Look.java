package org.cairn.collectors.recorder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cairn.collectors.network.SocketTable.Socket;

/// Everything that one look at the host showed.
/// @param at             when it began
/// @param processes      in the order of their starts
/// @param sockets        by inode
/// @param deniedFiles    processes that did not show what they hold
/// @param deniedPrograms processes that did not show their program
/// @param vanished       processes that ended while they were looked at, of which little or nothing is known
/// @param hidden         whether other users' processes are not even listed (proc(5), hidepid)
/// @param unreadSockets  lines of the kernel's tables that were not understood, and tables that could not be read
record Look(
        Instant at,
        List<RunningProcess> processes,
        Map<Long, Connection> sockets,
        int deniedFiles,
        int deniedPrograms,
        int vanished,
        boolean hidden,
        int unreadSockets) {
    Look {
        processes = List.copyOf(processes);
        sockets = Map.copyOf(sockets);
    }

    /// @param transport `tcp` or `udp`
    record Connection(String transport, Socket socket) {}
}
