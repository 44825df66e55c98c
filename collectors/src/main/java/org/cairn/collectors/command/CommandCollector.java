package org.cairn.collectors.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Reads commands one after the other. One that is refused, or whose text has another form than is documented, leaves
/// its facts out and makes its populations incomplete.
public record CommandCollector(CollectorDescription description, List<Reading> readings) implements Collector {
    public CommandCollector {
        readings = List.copyOf(readings);
    }

    /// One that any user may run.
    public static CommandCollector of(String id, String title, Reading... readings) {
        List<Reading> all = List.of(readings);
        return new CommandCollector(
                CollectorDescription.of(
                        id, 1, title, all.stream().map(Reading::name).toList()),
                all);
    }

    /// The same, with what an administrator sees more.
    public CommandCollector withRoot(String command, String adds) {
        return new CommandCollector(description.withRoot(command, adds), readings);
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(description, host, clock);
        for (Reading reading : readings) {
            Optional<String> printed = seen.output(reading.command());
            if (printed.isEmpty()) {
                incomplete(seen, reading, Refusal.Why.ABSENT, "could not be read");
                continue;
            }
            try {
                reading.parser().parse(plain(printed.get()), seen);
            } catch (MalformedOutput e) {
                String problem = String.valueOf(e.getMessage());
                seen.refuse(new Refusal(reading.name(), Refusal.Why.MALFORMED, problem));
                incomplete(seen, reading, Refusal.Why.MALFORMED, problem);
            }
        }
        return seen.result();
    }

    private static void incomplete(Observation seen, Reading reading, Refusal.Why why, String detail) {
        reading.populations().forEach(name -> seen.population(name).refuse(new Refusal(reading.name(), why, detail)));
    }

    /// Without the mark that Windows puts in front of UTF-8.
    private static String plain(String text) throws MalformedOutput {
        if (text.indexOf('\0') >= 0) {
            throw new MalformedOutput("is no UTF-8, perhaps UTF-16: save it as UTF-8");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
