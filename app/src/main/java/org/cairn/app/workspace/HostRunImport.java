package org.cairn.app.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.cairn.app.workspace.CollectionSummary.FailedCollector;
import org.cairn.app.workspace.EventLog.Dated;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.FleetEvent.HostRunImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.collectors.away.AwayException;
import org.cairn.collectors.away.HostBundle;
import org.cairn.collectors.away.HostStatement;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.HostRef;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.EnrolledKey;
import org.cairn.proof.authority.People;
import org.cairn.proof.authority.Role;

/// Takes over a run of a host without a workspace, whole or not at all. A key speaks for one host, and a host through
/// one
/// key at a time, so that no host's evidence can be hidden behind another's.
final class HostRunImport {
    /// A clock that differs by less is not worth a word.
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final int MOST_NAMED = 100;

    private final Parts parts;
    private final Path file;

    HostRunImport(Parts parts, Path file) {
        this.parts = parts;
        this.file = file;
    }

    /// @param claimed what the host signed
    private record Earlier(Recorded<HostRunImported> recorded, Optional<HostStatement> claimed) {
        boolean isBy(KeyId key) {
            return recorded.event().key().equals(key);
        }
    }

    ImportedRun run() throws WorkspaceException {
        parts.requireWritable();
        HostBundle bundle = read();
        EnrolledKey key = enrolled(bundle);
        List<Earlier> earlier = earlier();
        requireNew(bundle, key, earlier);
        requireOneHostOneKey(bundle.statement().host(), key, earlier);
        Instant now = parts.environment().clock().instant();
        List<RecordedEvidence> recorded = new ArrayList<>();
        long entry = record(bundle, now, recorded);
        List<Long> missing = missing(bundle, earlier);
        HostStatement statement = bundle.statement();
        return new ImportedRun(
                statement.host(),
                statement.sequence(),
                statement.startedAt(),
                statement.endedAt(),
                now,
                recorded,
                statement.failed().stream()
                        .map(failed -> new FailedCollector(failed.collector(), failed.why()))
                        .toList(),
                missing,
                notices(statement, now, earlier, key.key().keyId(), missing),
                entry);
    }

    private HostBundle read() throws WorkspaceException {
        try {
            return HostBundle.read(file);
        } catch (AwayException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, e.getMessage() + ". Nothing was recorded", e);
        }
    }

    private EnrolledKey enrolled(HostBundle bundle) throws WorkspaceException {
        People people = parts.register().people();
        KeyId id = bundle.key();
        EnrolledKey key = people.key(id)
                .orElseThrow(() -> refused("it is signed by key " + id
                        + ", which is not enrolled here. Compare it with the one shown on the host, then `cairn identity"
                        + " enrol` the host's request with --role collector"));
        if (key.ended().isPresent()) {
            throw refused("it is signed by key " + id + ", which ended with entry "
                    + key.ended().get() + ". Give the host a new key, and enrol that");
        }
        if (!people.roles(key.holder()).contains(Role.COLLECTOR)) {
            throw refused("it is signed by key " + id + ", whose holder is no collector but "
                    + people.roles(key.holder()).stream()
                            .map(Role::word)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ". Only a host's collectors may say what a host shows");
        }
        if (!bundle.signed().isSignedBy(key.key())) {
            throw refused(
                    "the signature by key " + id
                            + " does not verify: the statement was changed. Copy the file again, or have the host collect again");
        }
        return key;
    }

    /// Every run that was ever taken over, here or by a workspace whose entries were imported.
    private List<Earlier> earlier() throws WorkspaceException {
        List<Recorded<HostRunImported>> runs = new ArrayList<>(parts.log().all(HostRunImported.class));
        runs.addAll(parts.imports().counted(HostRunImported.class).stream()
                .filter(recorded -> recorded.importedFrom().isPresent())
                .toList());
        List<Earlier> earlier = new ArrayList<>();
        for (Recorded<HostRunImported> run : runs) {
            earlier.add(new Earlier(run, claimed(run.event().statement())));
        }
        return earlier;
    }

    private Optional<HostStatement> claimed(PayloadRef statement) {
        return parts.readable(statement).flatMap(HostStatement::ofSigned);
    }

    private void requireNew(HostBundle bundle, EnrolledKey key, List<Earlier> earlier) throws WorkspaceException {
        long sequence = bundle.statement().sequence();
        for (Earlier run : earlier) {
            if (run.isBy(key.key().keyId()) && run.recorded.event().sequence() == sequence) {
                boolean same = run.claimed.filter(bundle.statement()::equals).isPresent();
                throw refused(
                        same
                                ? "run " + sequence + " of this key was imported already, by entry "
                                        + run.recorded.entry()
                                : "entry " + run.recorded.entry() + " holds another run with the same number "
                                        + sequence
                                        + " of the same key: the key is in two places, or the host was set back to an"
                                        + " older copy. Revoke the key, find out which, and give the host a new one");
            }
        }
    }

    private void requireOneHostOneKey(HostRef host, EnrolledKey key, List<Earlier> earlier) throws WorkspaceException {
        KeyId id = key.key().keyId();
        People people = parts.register().people();
        for (Earlier run : earlier) {
            Optional<HostRef> spoken = run.claimed.map(HostStatement::host);
            if (run.isBy(id) && spoken.isPresent() && !spoken.get().equals(host)) {
                throw refused("key " + id + " spoke for " + spoken.get().text() + " until now, and this run is of "
                        + host.text() + ". A key speaks for one host: make a new key there, enrol it and revoke this"
                        + " one; `cairn fleet dismiss` the host that is gone");
            }
            boolean inForce = people.key(run.recorded.event().key())
                    .filter(other -> other.ended().isEmpty())
                    .isPresent();
            if (!run.isBy(id) && inForce && spoken.equals(Optional.of(host))) {
                throw refused(host.text() + " speaks through key "
                        + run.recorded.event().key()
                        + " until now, and this run is signed by " + id
                        + ". Revoke the old key if the host has a new one; if there are two machines of this name, give"
                        + " one of them another");
            }
        }
        if (host.equals(parts.environment().host().identity().hostRef()) && collectsItself(host)) {
            throw refused(host.text() + " is this machine, which this workspace collects from by itself:"
                    + " `cairn collect -w DIR`");
        }
    }

    private boolean collectsItself(HostRef host) throws WorkspaceException {
        Set<EvidenceId> carried = parts.log().all(HostRunImported.class).stream()
                .flatMap(run -> run.event().evidence().stream())
                .collect(Collectors.toSet());
        return parts.fleet(parts.times(AsOf.now())).rows().stream()
                .flatMap(row -> row.of(host).stream())
                .flatMap(cell -> cell.judged().stream())
                .anyMatch(piece -> !carried.contains(piece.id())
                        && piece.evidence().origin().capture().isEmpty());
    }

    private long record(HostBundle bundle, Instant now, List<RecordedEvidence> recorded) throws WorkspaceException {
        HostStatement statement = bundle.statement();
        List<Dated> entries = new ArrayList<>();
        List<EvidenceId> ids = new ArrayList<>();
        for (CollectionResult result : bundle.results()) {
            Event.EvidenceRecorded event = parts.shelf().store(result, now);
            ids.add(event.id());
            entries.add(new Dated(event, event.observedAt(), Optional.empty()));
        }
        entries.add(new Dated(
                new HostRunImported(
                        bundle.key(),
                        statement.sequence(),
                        statement.startedAt(),
                        statement.endedAt(),
                        stored(bundle.signed().encode()),
                        ids,
                        statement.failed().stream()
                                .map(HostStatement.Failed::collector)
                                .toList()),
                now,
                Optional.empty()));
        List<Long> indexes = parts.log().recordAll(entries);
        ids.forEach(id -> parts.shelf().find(id).ifPresent(recorded::add));
        return indexes.getLast();
    }

    private PayloadRef stored(Bytes content) throws WorkspaceException {
        try {
            return parts.vault().put(content);
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }

    private static List<Long> missing(HostBundle bundle, List<Earlier> earlier) {
        Set<Long> brought = new TreeSet<>();
        earlier.stream()
                .filter(run -> run.isBy(bundle.key()))
                .forEach(run -> brought.add(run.recorded.event().sequence()));
        long sequence = bundle.statement().sequence();
        return LongStream.range(Math.max(1, sequence - MOST_NAMED), sequence)
                .filter(number -> !brought.contains(number))
                .boxed()
                .toList();
    }

    private List<String> notices(
            HostStatement statement, Instant now, List<Earlier> earlier, KeyId key, List<Long> missing) {
        List<String> notices = new ArrayList<>();
        Duration age = Duration.between(statement.endedAt(), now);
        if (age.plus(CLOCK_TOLERANCE).isNegative()) {
            notices.add("the host's clock says " + statement.endedAt() + ", which is later than now (" + now
                    + "): one of the two clocks is wrong. Its evidence counts as of now");
        }
        Duration longest = parts.environment().knowledge().checks().checks().stream()
                .map(CheckDefinition::timeToLive)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (age.compareTo(longest) > 0) {
            notices.add("it was collected at " + statement.endedAt()
                    + " by the host's clock: every check calls that stale");
        }
        if (earlier.stream()
                .anyMatch(run -> run.isBy(key)
                        && run.recorded.event().sequence() < statement.sequence()
                        && run.recorded.event().startedAt().isAfter(statement.startedAt()))) {
            notices.add(
                    "the host's clock went back since an earlier run; until a run claims a later time than both, the"
                            + " worse of the two decides");
        }
        if (!missing.isEmpty()) {
            notices.add(missing.size() + " earlier runs of this host were never brought here: numbers "
                    + missing.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return notices;
    }

    private WorkspaceException refused(String why) {
        return new WorkspaceException(Kind.NOT_ALLOWED, file + ": " + why + ". Nothing was recorded");
    }
}
