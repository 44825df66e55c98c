package org.cairn.causality.policy;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.causality.Action;
import org.cairn.causality.FileNode;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Result;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.policy.RuntimePolicy.Artefacts;
import org.cairn.causality.policy.RuntimePolicy.Membership;
import org.cairn.causality.policy.RuntimePolicy.Models;
import org.cairn.causality.policy.RuntimePolicy.Reader;
import org.cairn.causality.policy.RuntimePolicy.UserChange;
import org.cairn.causality.policy.RuntimePolicy.Volume;
import org.cairn.causality.query.Window;

/// A policy as a reference period shows it, to be read and narrowed by people before two of them approve it. It allows
/// what was seen and what was generalised from it, which the notes list; what was wrong in the reference period is
/// allowed too. The same record gives the same policy.
/// @param notes one line each, for the head of the file
public record Learned(RuntimePolicy policy, List<String> notes) {
    /// Where every user may write: the Filesystem Hierarchy Standard 3.0, sections 3.18, 5.15 and 3.13, and
    /// shm_open(3).
    static final List<Place> WRITABLE = Stream.of("/tmp/", "/var/tmp/", "/dev/shm/", "/run/user/", "/home/")
            .map(Place::new)
            .toList();

    private static final Duration PERIOD = Duration.ofHours(1);

    /// What allows one thing can make another visible; two rounds are the most that was seen.
    private static final int ROUNDS = 8;

    public Learned {
        notes = List.copyOf(notes);
    }

    /// Of the processes of every user that was seen but the first, since most of what user 0 does on a host is not an
    /// AI
    /// system's; of all where the record tells no users.
    /// @param system a-z, 0-9, dot, dash
    public static Learned from(ProvenanceGraph graph, Window window, String system) {
        Set<String> users = new TreeSet<>();
        for (Node node : graph.nodes()) {
            if (node instanceof ProcessNode process) {
                graph.facts(process).flatMap(ProcessFacts::euid).ifPresent(users::add);
            }
        }
        users.remove("0");
        Membership all = new Membership(users.isEmpty(), users, List.of(), List.of());
        return from(graph, window, system, all);
    }

    public static Learned from(ProvenanceGraph graph, Window window, String system, Membership processes) {
        Observed observed = new Observed(graph);
        Members members = Members.of(observed, processes);
        Learning learning = new Learning();
        Models models = models(observed, window);
        RuntimePolicy policy = policy(system, processes, learning, models);
        for (int round = 0; round < ROUNDS; round++) {
            List<Objection> objections = Scrutiny.objections(observed, members, policy, window, Map.of())
                    .all();
            if (objections.isEmpty()) {
                break;
            }
            objections.forEach(objection -> objection.allowances().forEach(learning::take));
            policy = policy(system, processes, learning, models);
        }
        return new Learned(policy, notes(policy, learning, window, members));
    }

    /// Files that look like models, were read, and that nobody wrote to.
    private static Models models(Observed observed, Window window) {
        Set<String> found = new TreeSet<>();
        for (int place = 0; place < observed.graph().edges().size(); place++) {
            if (observed.graph().action(place) == Action.READ
                    && observed.graph().result(place) == Result.SUCCEEDED
                    && window.holds(observed.graph().at(place))
                    && observed.graph().cause(place) instanceof FileNode file
                    && observed.graph()
                            .incomingPlaces(file)
                            .allMatch(change -> observed.graph().result(change) == Result.FAILED)) {
                observed.names(file)
                        .filter(name ->
                                FileRules.MODEL.matcher(name).matches() && !Place.anyCovers(Generalised.SYSTEM, name))
                        .forEach(found::add);
            }
        }
        return new Models(found.stream().map(Place::exactly).toList(), List.of());
    }

    private static RuntimePolicy policy(String system, Membership processes, Learning learning, Models models) {
        return new RuntimePolicy(
                system,
                processes,
                Optional.of(learning.programs()),
                Optional.of(learning.children()),
                Optional.of(learning.read().places()),
                Optional.of(learning.write().places()),
                Optional.of(learning.destinations()),
                Optional.of(new Models(models.files(), learning.readers())),
                Optional.of(new Artefacts(learning.artefacts().places(), Map.of())),
                Optional.of(learning.users()),
                Optional.of(learning.changes()),
                Optional.of(new Volume(PERIOD, learning.files())),
                WRITABLE,
                Map.of());
    }

    private static List<String> notes(RuntimePolicy policy, Learning learning, Window window, Members members) {
        return Stream.of(
                        Stream.of(
                                "Learnt from a reference period: "
                                        + window.from().map(Object::toString).orElse("the record's beginning") + " to "
                                        + window.until().map(Object::toString).orElse("its end") + ", "
                                        + members.count() + " program runs.",
                                "It allows what was seen, right or wrong. Read it, take out what should not be, and"
                                        + " let another person approve it.",
                                "Not learnt: what the source was set to record (watched), and digests (artefacts.sha256)."),
                        learning.read().notes("data.read"),
                        learning.write().notes("data.write"),
                        learning.artefacts().notes("artefacts.places"),
                        Stream.of("volume: the most within an hour was " + learning.seenFiles()
                                + "; twice that is allowed."),
                        policy.programs().orElse(List.of()).stream()
                                .map(Place::text)
                                .filter(program -> Place.anyCovers(WRITABLE, program) || program.contains("/."))
                                .map(program -> "LOOK: " + program + " was run from a place that many may write to."))
                .flatMap(notes -> notes)
                .toList();
    }

    /// What objections taught.
    private static final class Learning {
        private final Set<String> programs = new TreeSet<>();
        private final Map<String, Set<String>> children = new TreeMap<>();
        private final Set<String> read = new TreeSet<>();
        private final Set<String> write = new TreeSet<>();
        private final Set<String> artefacts = new TreeSet<>();
        private final Map<String, Set<Integer>> destinations = new TreeMap<>();
        private final Map<String, Set<String>> readers = new TreeMap<>();
        private final Set<String> users = new HashSet<>();
        private final Set<UserChange> changes = new HashSet<>();
        private int files;

        void take(Allowance allowance) {
            switch (allowance) {
                case Allowance.Program(String path) -> programs.add(path);
                case Allowance.Child(String parent, String program) ->
                    children.computeIfAbsent(parent, _ -> new TreeSet<>()).add(program);
                case Allowance.Read(String path) -> read.add(path);
                case Allowance.Write(String path) -> write.add(path);
                case Allowance.Artefact(String path) -> artefacts.add(path);
                case Allowance.Destination(var endpoint) ->
                    destinations
                            .computeIfAbsent(Addresses.text(Addresses.plain(endpoint.address())), _ -> new TreeSet<>())
                            .add(endpoint.port());
                case Allowance.ModelReader(String program, String user) ->
                    readers.computeIfAbsent(program, _ -> new TreeSet<>()).add(user);
                case Allowance.User(String id) -> users.add(id);
                case Allowance.Change(UserChange change) -> changes.add(change);
                case Allowance.Volume(int most) -> files = Math.max(files, most);
                case Allowance.Never() -> {}
            }
        }

        /// Programs are never generalised.
        List<Place> programs() {
            return programs.stream().map(Place::exactly).toList();
        }

        Map<String, Set<String>> children() {
            return children;
        }

        Generalised read() {
            return Generalised.of(read);
        }

        Generalised write() {
            return Generalised.of(write);
        }

        Generalised artefacts() {
            return Generalised.of(artefacts);
        }

        List<DestinationRule> destinations() {
            return destinations.entrySet().stream()
                    .map(one -> DestinationRule.parse(
                                    one.getKey(),
                                    one.getValue().stream()
                                            .map(port -> new DestinationRule.Ports(port, port))
                                            .toList())
                            .orElseThrow())
                    .toList();
        }

        List<Reader> readers() {
            return readers.entrySet().stream()
                    .flatMap(one -> one.getValue().stream()
                            .map(user -> new Reader(
                                    Place.exactly(one.getKey()),
                                    Optional.of(user).filter(id -> !id.isEmpty()))))
                    .toList();
        }

        Set<String> users() {
            return users;
        }

        Set<UserChange> changes() {
            return changes;
        }

        int seenFiles() {
            return files;
        }

        int files() {
            return 2 * files;
        }
    }

    /// @param places   what is allowed
    /// @param reasons  for each place that stands for more than one path, what was seen
    record Generalised(List<Place> places, Map<Place, String> reasons) {
        /// How many files of one folder stand for the folder.
        private static final int ENOUGH = 3;

        /// Read-only on most hosts: only who installs software writes there.
        private static final List<Place> SYSTEM = Stream.of("/usr/", "/lib/", "/lib32/", "/lib64/", "/bin/", "/sbin/")
                .map(Place::new)
                .toList();

        /// Folders whose files are too different to stand for each other, or that many may write to.
        private static final List<Place> APART = Stream.concat(
                        WRITABLE.stream(),
                        Stream.of("/etc/", "/proc/", "/sys/", "/dev/", "/root/", "/run/", "/var/run/")
                                .map(Place::new))
                .toList();

        /// Exact paths, but for `/usr/` and its like, and for the visible files of a folder of which three were seen.
        /// Never for a folder that many may write to, nor one that is hidden or lies in a hidden one.
        static Generalised of(Set<String> paths) {
            Map<String, Set<String>> byFolder = paths.stream()
                    .filter(path -> !Place.anyCovers(SYSTEM, path))
                    .collect(Collectors.groupingBy(Generalised::folder, TreeMap::new, Collectors.toSet()));
            Set<Place> places = new TreeSet<>(Comparator.comparing(Place::text));
            Map<Place, String> reasons = new HashMap<>();
            byFolder.forEach((folder, its) -> {
                Set<String> visible = its.stream()
                        .filter(path -> !path.startsWith(".", folder.length()))
                        .collect(Collectors.toSet());
                if (visible.size() >= ENOUGH && stands(folder)) {
                    Place open = new Place(Place.exactly(folder).text() + "*");
                    places.add(open);
                    reasons.put(open, visible.size() + " files were seen");
                }
                its.stream()
                        .filter(path -> !Place.anyCovers(reasons.keySet(), path))
                        .map(Place::exactly)
                        .forEach(places::add);
            });
            for (Place system : SYSTEM) {
                long seen = paths.stream().filter(system::covers).count();
                if (seen > 0) {
                    places.add(system);
                    reasons.put(system, seen + " files were seen");
                }
            }
            paths.stream()
                    .filter(path -> Place.anyCovers(SYSTEM, path) && !Place.anyCovers(places, path))
                    .map(Place::exactly)
                    .forEach(places::add);
            return new Generalised(List.copyOf(places), reasons);
        }

        private static String folder(String path) {
            return path.substring(0, path.lastIndexOf('/') + 1);
        }

        private static boolean stands(String folder) {
            return folder.length() > 1
                    && !folder.contains("/.")
                    && APART.stream().noneMatch(place -> folder.startsWith(place.text()));
        }

        Stream<String> notes(String part) {
            return places.stream()
                    .filter(reasons::containsKey)
                    .map(place ->
                            part + ": " + place.text() + " stands for more than was seen; " + reasons.get(place) + ".");
        }
    }
}
