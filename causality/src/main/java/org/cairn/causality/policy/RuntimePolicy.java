package org.cairn.causality.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.proof.Digest;

/// What one AI system may do. A part that is absent says nothing: what it would decide stays undecided, and is never a
/// pass. A part that is there and empty allows nothing.
/// @param system    a-z, 0-9, dot, dash
/// @param programs  what its processes may run
/// @param children  for each program the programs it may start or become
/// @param read      files its processes may open for reading
/// @param write     files its processes may open for writing, make, rename, remove or change the mode of
/// @param artefacts models and libraries it may load
/// @param users     whom its processes may act as, by id (or name, where the record gives names)
/// @param changes   which changes of user are known
/// @param writable  places that many may write to: nothing is to be run from there unless `programs` names it exactly
/// @param watched   what the source was set to record; the keys are those of audit rules, none where it is stated alone
public record RuntimePolicy(
        String system,
        Membership processes,
        Optional<List<Place>> programs,
        Optional<Map<String, Set<String>>> children,
        Optional<List<Place>> read,
        Optional<List<Place>> write,
        Optional<List<DestinationRule>> destinations,
        Optional<Models> models,
        Optional<Artefacts> artefacts,
        Optional<Set<String>> users,
        Optional<Set<UserChange>> changes,
        Optional<Volume> volume,
        List<Place> writable,
        Map<Watched, Set<String>> watched) {
    public RuntimePolicy {
        programs = programs.map(List::copyOf);
        children = children.map(RuntimePolicy::sorted);
        read = read.map(List::copyOf);
        write = write.map(List::copyOf);
        destinations = destinations.map(List::copyOf);
        users = users.map(RuntimePolicy::sorted);
        changes = changes.map(RuntimePolicy::sorted);
        writable = List.copyOf(writable);
        watched = sorted(watched);
        if (!system.matches("[a-z0-9.-]{1,64}")) {
            throw new IllegalArgumentException("a system's name is a-z, 0-9, dot and dash, at most 64 of them");
        }
    }

    private static <T extends Comparable<T>> Set<T> sorted(Set<T> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    private static <K extends Comparable<K>> Map<K, Set<String>> sorted(Map<K, Set<String>> values) {
        Map<K, Set<String>> copy = new TreeMap<>();
        values.forEach((key, set) -> copy.put(key, sorted(set)));
        return Collections.unmodifiableMap(copy);
    }

    /// Whose acts are the system's. What they start belongs to it too, whatever it is and whomever it acts as.
    /// @param all      every process of the record
    /// @param users    processes of these users
    /// @param programs processes that run these programs, or scripts
    /// @param from     what these programs started, without themselves
    public record Membership(boolean all, Set<String> users, List<Place> programs, List<Place> from) {
        public Membership {
            users = sorted(users);
            programs = List.copyOf(programs);
            from = List.copyOf(from);
            if (!all && users.isEmpty() && programs.isEmpty() && from.isEmpty()) {
                throw new IllegalArgumentException("no process would belong to the system");
            }
        }
    }

    /// @param readers who may open them for reading; everyone else is a stranger
    public record Models(List<Place> files, List<Reader> readers) {
        public Models {
            files = List.copyOf(files);
            readers = List.copyOf(readers);
        }
    }

    /// @param user empty: any
    public record Reader(Place program, Optional<String> user) {}

    /// @param places where models and libraries lie
    /// @param sha256 of some of them, by path
    public record Artefacts(List<Place> places, Map<String, Digest> sha256) {
        public Artefacts {
            places = List.copyOf(places);
            sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
        }
    }

    public record UserChange(String from, String to) implements Comparable<UserChange> {
        @Override
        public int compareTo(UserChange other) {
            int first = from.compareTo(other.from);
            return first != 0 ? first : to.compareTo(other.to);
        }
    }

    /// @param files how many different files may be read within any `period`; files of the system are not counted
    public record Volume(Duration period, int files) {
        public Volume {
            if (period.isNegative() || period.isZero() || files < 0) {
                throw new IllegalArgumentException(files + " files within " + period);
            }
        }
    }

    /// Whether the policy says anything that decides this kind.
    public boolean speaksOf(DeviationKind kind) {
        return switch (kind) {
            case NEW_DESTINATION -> destinations.isPresent();
            case READ_OUTSIDE_SCOPE -> read.isPresent();
            case WRITE_OUTSIDE_SCOPE -> write.isPresent();
            case MODEL_WRITTEN, MODEL_OPENED_BY_STRANGER -> models.isPresent();
            case EXECUTION_FROM_WRITABLE_PLACE -> programs.isPresent();
            case UNEXPECTED_CHILD -> programs.isPresent() && children.isPresent();
            case PRIVILEGE_CHANGE -> users.isPresent() && changes.isPresent();
            case UNUSUAL_VOLUME -> volume.isPresent();
            case UNSIGNED_ARTEFACT -> artefacts.isPresent();
        };
    }

    /// The members of the policy's file that decide this kind.
    public static String part(DeviationKind kind) {
        return switch (kind) {
            case NEW_DESTINATION -> "destinations";
            case READ_OUTSIDE_SCOPE -> "data.read";
            case WRITE_OUTSIDE_SCOPE -> "data.write";
            case MODEL_WRITTEN -> "models.files";
            case MODEL_OPENED_BY_STRANGER -> "models.readers";
            case EXECUTION_FROM_WRITABLE_PLACE -> "programs, writable";
            case UNEXPECTED_CHILD -> "programs, children";
            case PRIVILEGE_CHANGE -> "users";
            case UNUSUAL_VOLUME -> "volume";
            case UNSIGNED_ARTEFACT -> "artefacts";
        };
    }
}
