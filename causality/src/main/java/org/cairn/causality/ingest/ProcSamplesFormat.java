package org.cairn.causality.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.causality.Actor;
import org.cairn.causality.Coverage;
import org.cairn.causality.Deed;
import org.cairn.causality.Endpoint;
import org.cairn.causality.FileMention;
import org.cairn.causality.FileNode;
import org.cairn.causality.Moment;
import org.cairn.causality.RawRecordRef;
import org.cairn.causality.Result;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// What `cairn runtime record` wrote: one JSON object a line, whose member beside `at` says what it is
/// (docs/causality.md). Each line says what was seen at a look, never what was done between two; the whole of it is a
/// gap of its own kind.
final class ProcSamplesFormat implements RecordFormat {
    private static final long VERSION = 1;
    private static final String MAPPED = "0".repeat(20) + "ffff";
    private static final String DELETED = " (deleted)";

    private final Tally tally;
    private final SourceActivities activities = new SourceActivities();
    /// The processes that live, by id.
    private final Map<Long, Actor> actors = new HashMap<>();
    private String host;
    private long everyMillis;
    private boolean some;
    private long samples;
    private long deniedFiles;
    private long deniedPrograms;
    private long vanished;
    private boolean hidden;
    private Optional<Moment> first = Optional.empty();
    private Optional<Moment> last = Optional.empty();

    ProcSamplesFormat(String host, Tally tally) {
        this.host = host;
        this.tally = tally;
    }

    @Override
    public Line take(String line, long number, RawRecordRef ref) throws MalformedRecord {
        try {
            JsonObject object = Json.parseObject(Bytes.utf8(line));
            Instant at = Instant.parse(object.text("at"));
            EventReading reading = object.member("format").isPresent() ? header(object) : read(object, at, ref);
            Moment moment =
                    activities.moment(at); // of the look: a start before it is not what the recording speaks about
            first = Optional.of(first.map(moment::earlier).orElse(moment));
            last = Optional.of(last.map(moment::later).orElse(moment));
            tally.event(host, moment, reading);
            return Line.RECORD;
        } catch (MalformedJson | DateTimeException e) {
            throw new MalformedRecord("no line of cairn-proc-samples: " + e.getMessage());
        }
    }

    private EventReading header(JsonObject object) throws MalformedJson, MalformedRecord {
        if (object.integer("version") != VERSION) {
            throw new MalformedRecord(
                    "version " + object.integer("version") + " of cairn-proc-samples is not read; " + VERSION + " is");
        }
        host = object.text("host");
        everyMillis = object.integer("everyMillis");
        some = !object.array("only").isEmpty();
        return new EventReading.Unread("beginning of a recording");
    }

    private EventReading read(JsonObject object, Instant at, RawRecordRef ref) throws MalformedJson {
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            if (member.getValue() instanceof JsonObject is) {
                return read(member.getKey(), is, at, ref);
            }
        }
        throw new MalformedJson("nothing beside its time");
    }

    private EventReading read(String kind, JsonObject is, Instant at, RawRecordRef ref) throws MalformedJson {
        return switch (kind) {
            case "process" -> met(is, ref);
            case "changed" -> changed(is, at, ref);
            case "ended" -> {
                Actor actor = actor(is);
                actors.remove(actor.pid());
                yield done(at, actor, new Deed.Ended(), Result.SUCCEEDED, ref);
            }
            case "closed" -> done(at, actor(is), new Deed.Released(is.integer("descriptor")), Result.SUCCEEDED, ref);
            case "file" -> file(is, at, ref);
            case "socket" -> socket(is, at, ref);
            case "sample" -> sample(is);
            case "stopped" -> new EventReading.Unread("end of a recording");
            default -> new EventReading.Unread("proc-samples " + kind);
        };
    }

    private EventReading done(Instant at, Actor actor, Deed deed, Result result, RawRecordRef ref) {
        return new EventReading.Understood(List.of(activities.of(host, at, actor, deed, result, List.of(ref))));
    }

    /// A line whose process was refused still tells its id.
    private Actor actor(JsonObject is) throws MalformedJson {
        long pid = pid(is);
        return Optional.ofNullable(actors.get(pid))
                .orElseGet(() -> new Actor(
                        pid,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static long pid(JsonObject is) throws MalformedJson {
        long pid = is.integer("pid");
        if (pid < 0) {
            throw new MalformedJson("pid " + pid);
        }
        return pid;
    }

    private Actor described(JsonObject is) throws MalformedJson {
        Actor actor = new Actor(
                pid(is),
                Optional.of(is.integer("parent")).filter(parent -> parent > 0),
                Members.text(is, "program"),
                Members.text(is, "uid").filter(uid -> !uid.isEmpty()),
                Members.text(is, "euid").filter(uid -> !uid.isEmpty()),
                Optional.empty(),
                Optional.empty());
        actors.put(actor.pid(), actor);
        return actor;
    }

    private static List<String> words(JsonObject is) throws MalformedJson {
        String words = is.text("words");
        return words.isEmpty() ? List.of() : List.of(words);
    }

    private EventReading met(JsonObject is, RawRecordRef ref) throws MalformedJson {
        Deed deed = new Deed.Met(words(is), program(is));
        return done(Instant.parse(is.text("startedAt")), described(is), deed, Result.SUCCEEDED, ref);
    }

    /// Other words under the same program are the program's own doing (setproctitle), no start of another.
    private EventReading changed(JsonObject is, Instant at, RawRecordRef ref) throws MalformedJson {
        Actor before = actor(is);
        Actor now = described(is);
        if (!plain(before.exe()).equals(plain(now.exe()))) {
            Deed deed = new Deed.Executed(words(is), program(is).stream().toList());
            return done(at, now, deed, Result.SUCCEEDED, ref);
        }
        return before.uid().equals(now.uid()) && before.euid().equals(now.euid())
                ? new EventReading.Unread("other words of a process")
                : done(at, now, new Deed.UserChanged(), Result.SUCCEEDED, ref);
    }

    private static Optional<String> plain(Optional<String> program) {
        return program.map(text -> text.endsWith(DELETED) ? text.substring(0, text.length() - DELETED.length()) : text);
    }

    private static Optional<FileMention> program(JsonObject is) {
        return plain(Members.text(is, "program")).map(path -> mention(path, is));
    }

    private static FileMention mention(String path, JsonObject is) {
        Optional<FileNode.Inode> inode = Members.text(is, "device")
                .flatMap(device -> Members.integer(is, "inode").map(number -> new FileNode.Inode(device, number)));
        FileMention.Name name = path.startsWith("/") ? new FileMention.Absolute(path) : new FileMention.Relative(path);
        return new FileMention(inode, name, FileMention.Change.NONE);
    }

    private EventReading file(JsonObject is, Instant at, RawRecordRef ref) throws MalformedJson {
        Actor actor = actor(is);
        Optional<Deed.Access> access = switch (Members.text(is, "access").orElse("")) {
            case "read" -> Optional.of(Deed.Access.READ);
            case "write" -> Optional.of(Deed.Access.WRITE);
            case "read-write" -> Optional.of(Deed.Access.READ_AND_WRITE);
            default -> Optional.empty();
        };
        if (access.isEmpty()) {
            return new EventReading.Unread("open file whose access was not shown");
        }
        Deed deed = new Deed.Opened(
                Optional.of(is.integer("descriptor")),
                access.get(),
                !is.flag("closesOnExecute"),
                mention(is.text("path"), is));
        return done(at, actor, deed, Result.SUCCEEDED, ref);
    }

    private EventReading socket(JsonObject is, Instant at, RawRecordRef ref) throws MalformedJson {
        Optional<Long> descriptor = Optional.of(is.integer("descriptor"));
        Deed.Transport transport = is.text("transport").equals("tcp") ? Deed.Transport.STREAM : Deed.Transport.DATAGRAM;
        Endpoint local = endpoint(is.text("address"), is.integer("port"));
        String role = is.text("role");
        if (role.equals("listening") || role.equals("bound")) {
            return done(at, actor(is), new Deed.Bound(descriptor, local), Result.SUCCEEDED, ref);
        }
        Endpoint peer = endpoint(is.text("peerAddress"), is.integer("peerPort"));
        Deed.Side side = role.equals("accepted") ? Deed.Side.ACCEPTED : Deed.Side.ASKED;
        Result result = role.equals("connecting") ? Result.ATTEMPTED : Result.SUCCEEDED;
        return done(at, actor(is), new Deed.Joined(descriptor, local, peer, side, transport), result, ref);
    }

    /// A socket for both versions of IP shows version 4 mapped (RFC 4291 section 2.5.5.2), its peer does not.
    private static Endpoint endpoint(String address, long port) throws MalformedJson {
        return SocketText.address(address)
                .map(bytes -> bytes.size() == 16 && bytes.hex().startsWith(MAPPED) ? bytes.slice(12, 16) : bytes)
                .filter(_ -> port >= 0 && port <= 0xffff)
                .map(bytes -> new Endpoint.Inet(bytes, (int) port))
                .orElseThrow(() -> new MalformedJson("'" + address + "', port " + port + ", is no address"));
    }

    private EventReading sample(JsonObject is) throws MalformedJson {
        samples++;
        deniedFiles = Math.max(deniedFiles, is.integer("deniedFiles"));
        deniedPrograms = Math.max(deniedPrograms, is.integer("deniedPrograms"));
        vanished += is.integer("vanished");
        hidden |= is.flag("hidden");
        return new EventReading.Unread("look at the processes");
    }

    /// The whole recording is a gap: what it saw is certain, what it did not see is not.
    @Override
    public void finish() {
        String detail = "processes were looked at " + samples + " times, at best every " + everyMillis
                + " ms; what began and ended between two looks was not seen, nor which bytes moved, nor files that were"
                + " mapped or closed again, nor sockets of other network namespaces or within the host";
        String denied = deniedFiles + deniedPrograms == 0
                ? ""
                : "; up to " + deniedFiles + " processes did not show what they hold, up to " + deniedPrograms
                        + " not their program";
        tally.gap(new Coverage.Gap(
                Coverage.Kind.SAMPLED,
                host,
                first,
                last,
                detail
                        + denied
                        + (vanished == 0 ? "" : "; " + vanished + " ended while they were looked at")
                        + (hidden ? "; processes of other users are hidden" : "")
                        + (some ? "; only some processes and their children were looked at" : "")));
    }

    @Override
    public Optional<RejectedLine> cut() {
        return Optional.empty();
    }

    @Override
    public long late() {
        return 0;
    }
}
