package org.cairn.causality.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairn.causality.Recording;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.query.RandomLog;
import org.cairn.causality.query.Window;

class LearnedProperties {
    @Property(tries = 60)
    void aPolicyNeverObjectsToTheLogThatTaughtIt(@ForAll Random random) throws Exception {
        ProvenanceGraph graph = Recording.of(RandomLog.of(random, 120)).graph();
        Learned learned = Learned.from(graph, Window.ALWAYS, "random");
        String text = PolicyText.of(learned.policy(), learned.notes());
        RuntimePolicy policy = PolicyReader.read(text);
        assertEquals(learned.policy(), policy);
        assertEquals(
                List.of(), Scrutiny.of(graph, policy, Window.ALWAYS, Map.of()).deviations());
        Learned again = Learned.from(graph, Window.ALWAYS, "random");
        assertEquals(text, PolicyText.of(again.policy(), again.notes()));
    }
}
