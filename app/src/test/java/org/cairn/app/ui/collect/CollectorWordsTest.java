package org.cairn.app.ui.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.app.ui.desk.CollectorCard;
import org.cairn.app.ui.desk.CollectorCard.Advice;
import org.cairn.collectors.Collectors;
import org.cairn.collectors.host.Collector;
import org.cairn.evidence.CollectorId;
import org.cairn.frameworks.Language;
import org.junit.jupiter.api.Test;

class CollectorWordsTest {
    @Test
    void everyCollectorSaysInGermanWhatItObservesAndWhatRootWouldAdd() throws Exception {
        Set<String> wanted = new TreeSet<>(Set.of("as.root", "as.administrator"));
        for (Collector collector : Collectors.all()) {
            wanted.add(collector.id().value());
            if (!collector.description().withRoot().isEmpty()) {
                wanted.add(collector.id().value() + ".adds");
            }
        }

        Properties german = new Properties();
        try (Reader reader = Files.newBufferedReader(
                Path.of("src/main/resources/org/cairn/app/ui/collect/collectors_de.properties"))) {
            german.load(reader);
        }
        assertEquals(wanted, new TreeSet<>(german.stringPropertyNames()));
    }

    @Test
    void aCollectorSpeaksGermanInAGermanWindow() {
        CollectorCard card = new CollectorCard(
                new CollectorId("file.certificates"),
                "Certificates and their expiry",
                List.of(new Advice("cairn collect (as root)", "certificates in folders closed to others")));

        assertEquals(card, CollectorWords.of(card, Language.EN));
        assertEquals(
                new CollectorCard(
                        card.id(),
                        "Zertifikate und ihr Ablauf",
                        List.of(new Advice(
                                "cairn collect (als root)", "Zertifikate in Ordnern, die für andere zu sind"))),
                CollectorWords.of(card, Language.DE));
    }
}
