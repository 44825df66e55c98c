package org.cairn.causality.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairn.causality.Edge;
import org.cairn.causality.Recording;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.query.RandomLog;

/// Whatever is to be drawn gets a place, in each form: shells that run shells, whose ends all lead back, too.
class LayoutProperties {
    private static void everythingHasItsPlace(Recording recording) {
        ProvenanceGraph graph = recording.graph();
        List<Edge> edges = graph.edges();
        Subject subject = new Subject(graph, edges, Set.of(), Optional.of(edges.getLast()));
        Figure figure = Folding.of(subject, Set.of());
        for (LayeredLayout.Form form : LayeredLayout.Form.values()) {
            Drawing drawing = LayeredLayout.of(subject, figure, new EnglishWords(), Map.of(), form);
            assertEquals(figure.boxes().size(), drawing.shapes().size());
            long within = figure.arrows().stream()
                    .filter(arrow -> arrow.from() == arrow.to())
                    .filter(arrow -> figure.boxes().get(arrow.from()).fold().isPresent())
                    .filter(arrow -> !arrow.diverging())
                    .count();
            assertEquals(figure.arrows().size() - within, drawing.lines().size());
            drawing.lines().forEach(line -> assertTrue(line.points().size() >= 2, line + " has no way"));
            for (Drawing.Shape shape : drawing.shapes()) {
                boolean inside = shape.x() >= 0
                        && shape.y() >= 0
                        && shape.x() + shape.width() <= drawing.width()
                        && shape.y() + shape.height() <= drawing.height();
                assertTrue(inside, shape + " is not on the picture");
            }
        }
    }

    @Property(tries = 12)
    void anyLogIsDrawnWhole(@ForAll Random random) throws Exception {
        everythingHasItsPlace(Recording.of(RandomLog.of(random, 120)));
    }

    @Property(tries = 12)
    void shellsThatRunShellsAreDrawnWhole(@ForAll Random random) throws Exception {
        everythingHasItsPlace(Recording.of(Shells.log(random)));
    }

    /// A script that becomes other scripts, each of which lets children fetch something, as version managers do.
    private static final class Shells {
        private final Random random;
        private final StringBuilder log = new StringBuilder();
        private int serial;
        private int last = 10;

        private Shells(Random random) {
            this.random = random;
        }

        static String log(Random random) {
            Shells shells = new Shells(random);
            shells.run(10, 1, 3);
            shells.event(10, 1, 42, -115, "a0=3", "type=SOCKADDR %s saddr=020001BBCB0071320000000000000000");
            return shells.log.toString();
        }

        private void run(int pid, int parent, int depth) {
            for (int step = 1 + random.nextInt(4); step > 0; step--) {
                String script = "/opt/shims/s" + random.nextInt(9);
                event(pid, parent, 59, 0, "a0=0", path(script));
                event(pid, parent, 257, 3, "a0=ffffff9c a1=0 a2=80000", path(script));
                for (int children = depth == 0 ? 0 : random.nextInt(3); children > 0; children--) {
                    int child = ++last;
                    event(pid, parent, 56, child, "a0=0", "");
                    run(child, pid, depth - 1);
                    event(child, pid, 231, 0, "a0=0", "");
                }
            }
        }

        private static String path(String name) {
            return "type=PATH %s item=0 name=\"" + name + "\" inode=" + name.hashCode() % 1000
                    + " dev=fe:00 nametype=NORMAL";
        }

        private void event(int pid, int parent, int call, int exit, String arguments, String further) {
            serial++;
            String id = "msg=audit(1700000000.%03d:%d):".formatted(serial % 1000, serial);
            log.append(
                    "type=SYSCALL %s arch=c000003e syscall=%d success=%s exit=%d %s items=%d ppid=%d pid=%d uid=1 exe=\"/bin/sh\"\n"
                            .formatted(
                                    id,
                                    call,
                                    exit < 0 ? "no" : "yes",
                                    exit,
                                    arguments,
                                    further.contains("PATH") ? 1 : 0,
                                    parent,
                                    pid));
            if (!further.isEmpty()) {
                log.append(further.formatted(id)).append('\n');
            }
        }
    }
}
