package org.cairn.collectors.host;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.RawBytes;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// One collector's run while it goes on: reads through a [HostReader] and keeps every source with its digest, every
/// refusal, fact and population. Confined to one thread.
public final class Observation {
    private static final int FILE_LIMIT_BYTES = 4 * 1024 * 1024;
    private static final int KEPT_LIMIT_BYTES = 1024 * 1024;

    private final CollectorDescription collector;
    private final HostReader host;
    private final InstantSource clock;
    private final Instant startedAt;
    private final List<Source> sources = new ArrayList<>();
    private final List<RawBytes> raw = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final TreeMap<String, String> facts = new TreeMap<>();
    private final Map<String, Members> populations = new LinkedHashMap<>();

    public Observation(CollectorDescription collector, HostReader host, InstantSource clock) {
        this.collector = collector;
        this.host = host;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    public HostReader host() {
        return host;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /// Reads a text file and keeps it, with what looks like a secret masked. A refusal is recorded.
    public Optional<String> text(String path) throws InterruptedException {
        return text(path, UnaryOperator.identity());
    }

    /// As [#text(String)]; `redaction` is applied before anything is hashed, kept or returned.
    public Optional<String> text(String path, UnaryOperator<String> redaction) throws InterruptedException {
        return switch (host.read(path, FILE_LIMIT_BYTES)) {
            case Read.Refused<Bytes>(Refusal refusal) -> refusedText(refusal);
            case Read.Got<Bytes>(Bytes bytes) -> Optional.of(kept(path, Source.How.FILE, bytes, redaction));
        };
    }

    /// Reads a text file of which only the digest is kept: it is large, or full of other people's data.
    public Optional<String> hashed(String path, int limitBytes) throws InterruptedException {
        return switch (host.read(path, limitBytes)) {
            case Read.Refused<Bytes>(Refusal refusal) -> refusedText(refusal);
            case Read.Got<Bytes>(Bytes bytes) -> {
                source(path, Source.How.FILE, bytes);
                yield Optional.of(bytes.asUtf8());
            }
        };
    }

    /// Reads a binary file of which only the digest is kept.
    public Optional<Bytes> hashedBytes(String path, int limitBytes) throws InterruptedException {
        return switch (host.read(path, limitBytes)) {
            case Read.Refused<Bytes>(Refusal refusal) -> {
                refuse(refusal);
                yield Optional.empty();
            }
            case Read.Got<Bytes>(Bytes bytes) -> {
                source(path, Source.How.FILE, bytes);
                yield Optional.of(bytes);
            }
        };
    }

    /// Runs a command and keeps what it printed, with what looks like a secret masked.
    public Optional<String> output(Command command) throws InterruptedException {
        return switch (host.run(command)) {
            case Commands.Answer.Refused(Refusal refusal) -> refusedText(refusal);
            case Commands.Answer.Printed(Bytes bytes) ->
                Optional.of(kept(command.text(), Source.How.COMMAND, bytes, UnaryOperator.identity()));
        };
    }

    /// Lists a directory. Its source is the list of names, one a line.
    public Optional<List<FileFacts>> directory(String path) throws InterruptedException {
        return switch (host.list(path)) {
            case Read.Refused<List<FileFacts>>(Refusal refusal) -> {
                refuse(refusal);
                yield Optional.empty();
            }
            case Read.Got<List<FileFacts>>(List<FileFacts> members) -> {
                StringBuilder names = new StringBuilder();
                members.forEach(member -> names.append(member.name()).append('\n'));
                source(path, Source.How.DIRECTORY, Bytes.utf8(names.toString()));
                yield Optional.of(members);
            }
        };
    }

    /// The regular files (and links) of `directory` whose names end with `suffix`, by name: the order in which `*.d`
    /// folders are read. An absent folder has none.
    public List<String> dropIns(String directory, String suffix) throws InterruptedException {
        return directory(directory).orElse(List.of()).stream()
                .filter(member -> !member.isDirectory() && member.name().endsWith(suffix))
                .map(FileFacts::path)
                .toList();
    }

    public Observation fact(String name, String value) {
        facts.put(name, value);
        return this;
    }

    public Observation fact(String name, long value) {
        return fact(name, Long.toString(value));
    }

    public Members population(String name) {
        return populations.computeIfAbsent(name, Members::new);
    }

    public Observation refuse(Refusal refusal) {
        if (!refusals.contains(refusal)) {
            refusals.add(refusal);
        }
        return this;
    }

    /// Everything refused so far that was there and could not be read.
    public List<Refusal> hindrances() {
        return refusals.stream().filter(r -> r.why() != Refusal.Why.ABSENT).toList();
    }

    /// Lines a parser did not understand are counted and refused, never dropped in silence.
    public Observation unknownLines(String source, int count) {
        return count == 0
                ? this
                : refuse(new Refusal(source, Refusal.Why.MALFORMED, count + " lines were not understood"));
    }

    /// Something streamed was hashed elsewhere.
    public Observation source(Source source) {
        sources.add(source);
        return this;
    }

    public CollectionResult result() {
        Evidence evidence = new Evidence(
                collector.id(),
                collector.version(),
                host.identity().host(),
                host.identity().user(),
                startedAt,
                sources,
                facts,
                populations.values().stream().map(Members::finished).toList(),
                refusals,
                host.identity().origin());
        return new CollectionResult(evidence, raw);
    }

    private Optional<String> refusedText(Refusal refusal) {
        refuse(refusal);
        return Optional.empty();
    }

    private String kept(String location, Source.How how, Bytes bytes, UnaryOperator<String> redaction) {
        String original = bytes.asUtf8();
        String shown = SecretMask.mask(redaction.apply(original));
        if (shown.equals(original)) {
            keep(source(location, how, bytes), bytes);
        } else {
            Bytes masked = Bytes.utf8(shown);
            keep(source(location + " (secrets removed before hashing)", how, masked), masked);
        }
        return shown;
    }

    private void keep(Source source, Bytes bytes) {
        if (bytes.size() <= KEPT_LIMIT_BYTES) {
            raw.add(new RawBytes(source, bytes));
        }
    }

    private Source source(String location, Source.How how, Bytes bytes) {
        Source source = new Source(location, how, clock.instant(), Digest.sha256(bytes), bytes.size());
        sources.add(source);
        return source;
    }
}
