package org.cairn.causality.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.Recording;
import org.cairn.causality.Result;
import org.junit.jupiter.api.Test;

/// A shell starts two children; each reads the same file of patients and tries to reach the same address.
class TellingTest {
    private int serial;

    private String event(int pid, int parent, int call, int exit, String further) {
        String id = "msg=audit(1700000000.%03d:%d):".formatted(++serial, serial);
        return "type=SYSCALL %s arch=c000003e syscall=%d success=%s exit=%d a0=ffffff9c a1=0 a2=80000 items=%d ppid=%d pid=%d uid=1 exe=\"/bin/sh\"\n"
                        .formatted(id, call, exit < 0 ? "no" : "yes", exit, further.isEmpty() ? 0 : 1, parent, pid)
                + further.formatted(id);
    }

    private String child(int pid, String reads) {
        return event(10, 1, 57, pid, "")
                + event(
                        pid,
                        10,
                        257,
                        3,
                        "type=PATH %s item=0 name=\"" + reads + "\" inode=7 dev=fe:00 nametype=NORMAL\n")
                + event(pid, 10, 42, -115, "type=SOCKADDR %s saddr=020001BBCB0071320000000000000000\n");
    }

    private static List<String> words(List<Edge> events) {
        return events.stream()
                .map(event -> event.action() + " " + event.at().serial())
                .toList();
    }

    @Test
    void ofEventsThatSayTheSameTheFirstIsShownAndConnectionsAndFilesBeforePrograms() throws Exception {
        Recording recording = Recording.of(child(11, "/srv/patients") + child(12, "/srv/patients"));
        Telling telling = new Telling(recording.graph());
        List<Edge> events = recording.graph().edges().stream()
                .filter(edge -> edge.result() != Result.FAILED && edge.action() != Action.END)
                .toList();

        assertEquals(List.of("FORK 1", "READ 2", "CONNECT 3", "FORK 4", "READ 5", "CONNECT 6"), words(events));
        assertEquals(List.of("FORK 1", "READ 2", "CONNECT 3"), words(telling.of(events, 6)));
        assertEquals(List.of("READ 2", "CONNECT 3"), words(telling.of(events, 2)));
        assertEquals(List.of("CONNECT 3"), words(telling.of(events.reversed(), 1)));
    }
}
