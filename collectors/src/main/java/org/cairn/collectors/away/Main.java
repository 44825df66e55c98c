package org.cairn.collectors.away;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.collectors.CollectionListener;
import org.cairn.collectors.Collectors;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.Commands;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.InventoryCommands;
import org.cairn.collectors.host.RootAdvice;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// `java -jar cairn-collector.jar key|collect …`
public final class Main {
    static final String VERSION = "0.1.0";
    private static final String USAGE = """
            usage: java -jar cairn-collector.jar key --key FILE --name NAME --request REQUEST
                     makes a key for this host in FILE, and asks in REQUEST that it be enrolled as a collector
                   java -jar cairn-collector.jar collect --key FILE --out RUN
                     reads this host, changes nothing, connects to nothing, and writes what it saw, signed, to RUN
                   java -jar cairn-collector.jar inventory PART
                     prints what OSHI says of this host, for a captured tree: machine, graphics, addresses,
                     connections, processes, services, sessions, applications or file-stores; OSHI's jars lie beside this one
            exit: 0 done, 2 the input was refused and nothing was written, 3 a fault of the collector
            """;

    private static final int DONE = 0;
    private static final int REFUSED = 2;
    private static final int OUR_FAULT = 3;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, err, HostReader.ofThisMachine(), Clock.systemUTC()));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err, HostReader host, InstantSource clock)
            throws InterruptedException {
        try {
            String command = arguments.length == 0 ? "" : arguments[0];
            switch (command) {
                case "key" -> key(options(arguments, "--key", "--name", "--request"), out, err);
                case "inventory" -> inventory(arguments, out, host);
                case "collect" -> collect(options(arguments, "--key", "--out"), out, err, host, clock);
                default -> throw new IllegalArgumentException("say what to do");
            }
            return DONE;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return REFUSED;
        } catch (AwayException e) {
            err.println(e.getMessage());
            return REFUSED;
        } catch (RuntimeException | OutOfMemoryError e) {
            err.println("This is a fault of the collector: " + e);
            return OUR_FAULT;
        }
    }

    private static void key(Map<String, String> options, PrintStream out, PrintStream err) throws AwayException {
        Path request = path(options, "--request");
        if (Files.exists(request)) {
            throw new AwayException(request + ": exists; choose another name. No key was made");
        }
        CollectorKey key = CollectorKey.make(path(options, "--key"), new SecureRandom());
        try {
            Files.write(
                    request,
                    key.request(option(options, "--name")).encode().toByteArray(),
                    StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new AwayException(request + ": the request cannot be written (" + e + ")", e);
        }
        err.println("Tell the administrator the key another way than with the file:");
        out.println(key.publicKey().keyId().hex());
    }

    private static void collect(
            Map<String, String> options, PrintStream out, PrintStream err, HostReader host, InstantSource clock)
            throws AwayException, InterruptedException {
        Path file = path(options, "--out");
        if (Files.exists(file)) {
            throw new AwayException(file + ": exists; choose another name. Nothing was collected");
        }
        CollectorKey key = CollectorKey.read(path(options, "--key"));
        List<Collector> collectors = Collectors.on(host.platform());
        HostBundle bundle = new AwayRun(host, clock, key, VERSION).run(collectors, new Progress(err), () -> false);
        bundle.write(file);
        HostStatement statement = bundle.statement();
        out.println(file + ": run " + statement.sequence() + " of "
                + statement.host().text() + ", "
                + bundle.results().size() + " pieces of evidence, started at " + statement.startedAt()
                + " by this host's clock");
        statement.failed().forEach(each -> out.println("gave nothing: " + each.collector() + " (" + each.why() + ")"));
        if (!host.identity().isRoot()) {
            collectors.stream()
                    .flatMap(collector -> collector.description().withRoot().stream())
                    .map(Main::advice)
                    .distinct()
                    .forEach(out::println);
        }
    }

    private static void inventory(String[] arguments, PrintStream out, HostReader host)
            throws AwayException, InterruptedException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("name one part");
        }
        switch (host.run(Command.of(InventoryCommands.PROGRAM, arguments[1]))) {
            case Commands.Answer.Printed(Bytes printed) -> out.println(printed.asUtf8());
            case Commands.Answer.Refused(Refusal refusal) ->
                throw new AwayException(refusal.source() + ": " + refusal.detail());
        }
    }

    private static String advice(RootAdvice advice) {
        return "root would add: " + advice.adds() + "   " + advice.command();
    }

    private static Map<String, String> options(String[] arguments, String... names) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            if (!Set.of(names).contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("not understood: " + arguments[i]);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        for (String name : names) {
            option(options, name);
        }
        return options;
    }

    private static String option(Map<String, String> options, String name) {
        String value = options.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is needed");
        }
        return value;
    }

    private static Path path(Map<String, String> options, String name) {
        try {
            return Path.of(option(options, name));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(name + ": no path: " + e.getMessage(), e);
        }
    }

    private record Progress(PrintStream err) implements CollectionListener {
        @Override
        public void started(Collector collector, int total) {}

        @Override
        public void finished(Collector collector, CollectionResult result, Duration took) {
            err.println("read " + collector.id());
        }

        @Override
        public void failed(Collector collector, String why) {
            err.println("failed " + collector.id() + ": " + why);
        }

        @Override
        public void cancelled(Collector collector) {}
    }
}
