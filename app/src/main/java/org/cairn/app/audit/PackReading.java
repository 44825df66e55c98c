package org.cairn.app.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.codec.MalformedEvent;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Envelope;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;

/// Reads what can be marked out of a pack that was verified. Each file is held against SHA256SUMS once more, so that
/// nothing is read that was put there since.
public final class PackReading {
    private static final int MOST_BYTES = 128 << 20;

    private final Path pack;
    private final ZipFile zip;

    private PackReading(Path pack, ZipFile zip) {
        this.pack = pack;
        this.zip = zip;
    }

    /// Requires a pack that a verifier found intact.
    /// @param controls titles of the checklist's controls, which a pack holds in its report only
    public static ReviewDraft draft(Path pack, Function<Subject, String> controls) throws AuditException {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            return new PackReading(pack, zip).draft(controls);
        } catch (IOException | MalformedJson | MalformedEnvelope | MalformedEvent | IllegalArgumentException e) {
            throw refused(pack, e);
        }
    }

    /// What the pack holds about each item. Requires a pack that a verifier found intact.
    public static PackLook look(Path pack) throws AuditException {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            PackReading reading = new PackReading(pack, zip);
            PackPapers papers = reading.papers();
            return new PackLook(pack, papers, reading.events(papers));
        } catch (IOException | MalformedJson | MalformedEnvelope | MalformedEvent | IllegalArgumentException e) {
            throw refused(pack, e);
        }
    }

    /// One file, held against the list of files.
    /// @return empty where it has more than so many bytes
    static Optional<Bytes> file(Path pack, PackPapers papers, String name, int mostBytes) throws AuditException {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            Bytes content = new PackReading(pack, zip).bytes(name, mostBytes);
            if (content.size() > mostBytes) {
                return Optional.empty();
            }
            requireListed(name, content, papers.files());
            return Optional.of(content);
        } catch (IOException | MalformedJson | IllegalArgumentException e) {
            throw refused(pack, e);
        }
    }

    private static AuditException refused(Path pack, Exception e) {
        return e instanceof IOException
                ? new AuditException(pack + ": cannot be read (" + e.getMessage() + ")", e)
                : new AuditException(pack + ": " + e.getMessage() + "; ask for the pack again", e);
    }

    private PackPapers papers() throws IOException, MalformedJson {
        return new PackPapers(bytes(PackPapers.SUMS), bytes(PackPapers.MANIFEST));
    }

    private SortedMap<Long, Recorded<? extends Event>> events(PackPapers papers)
            throws IOException, MalformedJson, MalformedEnvelope, MalformedEvent {
        SortedMap<String, Digest> files = papers.files();
        SortedMap<Long, Recorded<? extends Event>> events = new TreeMap<>();
        for (long entry : papers.entries()) {
            Envelope envelope = Envelope.parse(checked("ledger/entries/" + entry + ".json", files));
            events.put(
                    entry,
                    EventCodec.decode(entry, envelope.signatures().getFirst().keyId(), envelope.payload()));
        }
        return events;
    }

    private ReviewDraft draft(Function<Subject, String> controls)
            throws IOException, MalformedJson, MalformedEnvelope, MalformedEvent {
        PackPapers papers = papers();
        SortedMap<String, Digest> files = papers.files();
        SortedMap<Long, Event> events = new TreeMap<>();
        events(papers).forEach((entry, recorded) -> events.put(entry, recorded.event()));
        PackName name = papers.name();
        Map<Subject, String> titles = new HashMap<>();
        Set<RequirementId> demands =
                demands(name.framework(), Json.parseObject(checked(papers.frameworkFile(), files)), titles);
        PackItems items = PackItems.of(
                papers,
                events,
                subject -> titles.containsKey(subject) ? titles.get(subject) : controls.apply(subject),
                demands);
        return ReviewDraft.begun(name, papers, items);
    }

    private static Set<RequirementId> demands(FrameworkId id, JsonObject framework, Map<Subject, String> titles)
            throws MalformedJson {
        Set<RequirementId> demands = new TreeSet<>();
        for (Json each : framework.array("nodes")) {
            if (!(each instanceof JsonObject node)) {
                throw new MalformedJson("its framework holds something else than requirements");
            }
            RequirementId requirement = new RequirementId(id, node.text("id"));
            titles.put(requirement, node.text("title"));
            boolean group =
                    node.member("kind").filter(new JsonText("group")::equals).isPresent()
                            || node.member("assessable")
                                    .filter(new JsonFlag(false)::equals)
                                    .isPresent();
            if (!group) {
                demands.add(requirement);
            }
        }
        return demands;
    }

    private Bytes checked(String name, SortedMap<String, Digest> files) throws IOException, MalformedJson {
        Bytes content = bytes(name);
        requireListed(name, content, files);
        return content;
    }

    private static void requireListed(String name, Bytes content, SortedMap<String, Digest> files)
            throws MalformedJson {
        if (!Digest.sha256(content).equals(files.get(name))) {
            throw new MalformedJson(name + " is not the file that " + PackPapers.SUMS + " names");
        }
    }

    private Bytes bytes(String name) throws IOException, MalformedJson {
        Bytes content = bytes(name, MOST_BYTES);
        if (content.size() > MOST_BYTES) {
            throw new IOException(name + " in " + pack + " has more than " + (MOST_BYTES >> 20) + " MiB");
        }
        return content;
    }

    /// One byte more where there are more.
    private Bytes bytes(String name, int most) throws IOException, MalformedJson {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new MalformedJson("it has no " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Bytes.copyOf(in.readNBytes(most + 1));
        }
    }
}
