package org.cairn.causality.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.causality.Coverage;
import org.cairn.causality.Moment;
import org.cairn.causality.ingest.IngestSummary;
import org.cairn.causality.ingest.LogFormat;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;

/// What a record could have seen in a window; an end that is left open is the record's own. Only where it is not blind
/// does "nothing was recorded" mean that nothing
/// happened.
/// @param gaps      why it is blind to everything, at some moment of the window
/// @param unwatched why it is blind to single kinds of events
public record Sight(List<String> gaps, Map<Watched, List<String>> unwatched) {
    /// What a changed rule is called: `key="ai_net"`, or `key=(null)`.
    private static final Pattern KEY = Pattern.compile("key=\"?([^\"\\s]+)\"?");

    public Sight {
        gaps = List.copyOf(gaps);
        Map<Watched, List<String>> copy = new EnumMap<>(Watched.class);
        unwatched.forEach((what, why) -> copy.put(what, List.copyOf(why)));
        unwatched = Collections.unmodifiableMap(copy);
    }

    /// @param policy says what the source was set to record; rules alone are never taken from a record: it names their
    ///               keys, not what they watch
    public static Sight of(RuntimeRecord record, Window window, RuntimePolicy policy) {
        List<String> gaps = new ArrayList<>();
        record.gaps(window).forEach(gap -> gaps.add(text(gap)));
        long unlisted = record.logs().stream()
                .mapToLong(
                        log -> log.coverage().gapCount() - log.coverage().gaps().size())
                .sum();
        if (unlisted > 0) {
            gaps.add(unlisted + " gaps more, of which only the number is known");
        }
        hosts(record).forEach((host, logs) -> gaps.addAll(ends(host, logs, window)));
        Map<Watched, List<String>> unwatched = new EnumMap<>(Watched.class);
        for (Watched what : Watched.values()) {
            List<String> why = record.logs().stream()
                    .flatMap(log -> blind(log, what, window, policy).stream())
                    .distinct()
                    .toList();
            if (!why.isEmpty()) {
                unwatched.put(what, why);
            }
        }
        return new Sight(gaps, unwatched);
    }

    /// Why it cannot be told that nothing of this kind happened; empty where it can.
    public List<String> blindTo(DeviationKind kind) {
        return Stream.concat(gaps.stream(), unwatched.getOrDefault(kind.needs(), List.of()).stream())
                .toList();
    }

    private static String text(Coverage.Gap gap) {
        return gap.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " on " + gap.host() + ", "
                + gap.from().map(Sight::time).orElse("…") + " to "
                + gap.until().map(Sight::time).orElse("…") + ": " + gap.detail();
    }

    private static String time(Moment moment) {
        return moment.time().toString();
    }

    private static Map<String, List<IngestSummary>> hosts(RuntimeRecord record) {
        Map<String, List<IngestSummary>> hosts = new TreeMap<>();
        record.logs()
                .forEach(log -> hosts.computeIfAbsent(log.source().host(), _ -> new ArrayList<>())
                        .add(log));
        return hosts;
    }

    /// Before the first record, after the last, and between two logs nothing is known.
    private static List<String> ends(String host, List<IngestSummary> logs, Window window) {
        List<String> gaps = new ArrayList<>();
        List<IngestSummary> inOrder = logs.stream()
                .filter(log -> log.coverage().first().isPresent())
                .sorted(Comparator.comparing(log -> log.coverage().first().orElseThrow()))
                .toList();
        if (inOrder.isEmpty()) {
            return List.of("nothing of " + host + " is recorded");
        }
        Instant first = inOrder.getFirst().coverage().first().orElseThrow().time();
        if (window.from().filter(first::isAfter).isPresent()) {
            gaps.add("the record of " + host + " begins at " + first + ", after the window");
        }
        Moment known = inOrder.getFirst().coverage().first().orElseThrow();
        for (IngestSummary log : inOrder) {
            Moment begins = log.coverage().first().orElseThrow();
            boolean joined = !begins.time().isAfter(known.time()) || begins.serial() == known.serial() + 1;
            if (!joined && window.meets(Optional.of(known), Optional.of(begins))) {
                gaps.add("between two logs of " + host + " nothing is known, " + known.time() + " to " + begins.time());
            }
            known = known.later(log.coverage().last().orElseThrow());
        }
        Instant last = known.time();
        if (window.until().filter(last::isBefore).isPresent()) {
            gaps.add("the record of " + host + " ends at " + last + ", before the window does");
        }
        return gaps;
    }

    /// strace follows every call of the processes it traces; Tetragon every program by default; all others what they
    /// were told to.
    private static List<String> blind(IngestSummary log, Watched what, Window window, RuntimePolicy policy) {
        boolean always =
                log.format() == LogFormat.STRACE || log.format() == LogFormat.TETRAGON && what == Watched.PROGRAMS;
        Optional<Set<String>> keys = Optional.ofNullable(policy.watched().get(what));
        if (!always && keys.isEmpty()) {
            return List.of("that " + log.format().id() + " was set to record " + what.id() + " is not stated (watched."
                    + what.id() + ")");
        }
        Set<String> stated = keys.orElse(Set.of());
        return log.coverage().changes().stream()
                .filter(change -> window.holds(change.at()) && weakens(change.what(), stated, policy))
                .map(change -> "what is recorded on " + change.host() + " was changed at "
                        + change.at().time() + ": " + change.what())
                .toList();
    }

    /// A removed rule may have been the one; an added rule may be one that excludes, since a record does not tell
    /// which.
    private static boolean weakens(String change, Set<String> keys, RuntimePolicy policy) {
        Matcher named = KEY.matcher(change);
        String key = named.find() ? named.group(1) : "(null)";
        if (change.contains("op=remove_rule")) {
            return keys.isEmpty() || keys.contains(key) || key.equals("(null)");
        }
        if (change.contains("op=add_rule")) {
            return policy.watched().values().stream().noneMatch(known -> known.contains(key));
        }
        return change.contains("audit_enabled=0") || change.contains("audit_enabled=1 old=0");
    }
}
