package org.cairn.causality.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.causality.Edge;
import org.cairn.causality.Recording;
import org.junit.jupiter.api.Test;

/// A shell asks helpers for a version, lets one child look into a file of patients, and connects.
class HelpersTest {
    private int serial;

    private String event(int pid, int parent, int call, int exit, String further) {
        String id = "msg=audit(1700000000.%03d:%d):".formatted(++serial, serial);
        String items = further.contains("PATH") ? "1" : "0";
        return "type=SYSCALL %s arch=c000003e syscall=%d success=%s exit=%d a0=ffffff9c a1=0 a2=80000 items=%s ppid=%d pid=%d uid=1 exe=\"/bin/sh\"\n"
                        .formatted(id, call, exit < 0 ? "no" : "yes", exit, items, parent, pid)
                + further.formatted(id);
    }

    private static String path(String name) {
        return "type=PATH %s item=0 name=\"" + name + "\" inode=" + Math.floorMod(name.hashCode(), 9999)
                + " dev=fe:00 nametype=NORMAL\n";
    }

    private String child(int pid, int parent, String program, String reads) {
        return event(parent, 1, 56, pid, "")
                + event(pid, parent, 59, 0, path(program))
                + event(pid, parent, 257, 3, path(reads))
                + event(pid, parent, 231, 0, "");
    }

    private Subject answer() throws Exception {
        String log = event(10, 1, 59, 0, path("/opt/tool/run"))
                + child(11, 10, "/opt/tool/version", "/opt/tool/version")
                + child(12, 10, "/usr/bin/readlink", "/usr/lib/libc.so.6")
                + child(13, 10, "/usr/bin/cat", "/srv/patients.csv")
                + event(10, 1, 42, -115, "type=SOCKADDR %s saddr=020001BBCB0071320000000000000000\n");
        Recording recording = Recording.of(log);
        List<Edge> edges = recording.graph().edges();
        return new Subject(recording.graph(), edges, Set.of(edges.getLast().effect()), Optional.of(edges.getLast()));
    }

    private static List<String> words(Subject subject, Set<Fold.Key> open) {
        return LayeredLayout.of(
                        subject, Folding.of(subject, open), new EnglishWords(), Map.of(), LayeredLayout.Form.STRIP)
                .shapes()
                .stream()
                .map(shape -> String.join(" ", shape.lines()))
                .toList();
    }

    @Test
    void helpersThatTouchedOnlyProgramsAreOneBoxAndOneThatReadDataStaysInSight() throws Exception {
        Subject subject = answer();
        List<String> words = words(subject, Set.of());
        assertEquals(
                1,
                words.stream()
                        .filter(line -> line.contains("helpers it ran to their end"))
                        .count(),
                words.toString());
        assertTrue(words.stream().anyMatch(line -> line.contains("patients.csv")), words.toString());
        assertTrue(words.stream().anyMatch(line -> line.contains("process 13")), words.toString());
        for (String helper : List.of("process 11", "process 12")) {
            assertFalse(words.stream().anyMatch(line -> line.contains(helper)), helper + " in " + words);
        }
    }

    @Test
    void theBoxOfHelpersOpens() throws Exception {
        Subject subject = answer();
        Fold.Key helpers = Folding.of(subject, Set.of()).boxes().stream()
                .flatMap(box -> box.fold().stream())
                .filter(fold -> fold.key().reason() == Fold.Reason.HELPERS)
                .findFirst()
                .orElseThrow()
                .key();
        List<String> opened = words(subject, Set.of(helpers));
        assertTrue(opened.stream().anyMatch(line -> line.contains("process 11")), opened.toString());
        assertTrue(opened.stream().anyMatch(line -> line.contains("process 12")), opened.toString());
    }
}
