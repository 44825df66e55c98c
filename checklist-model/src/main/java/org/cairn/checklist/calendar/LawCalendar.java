package org.cairn.checklist.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.calendar.CalendarEntry.Kind;

/// The days on which law begins to apply or ends for an organisation, as published by a day. Days that were stated
/// before and no longer hold are there too, and say so.
public final class LawCalendar {
    /// @param entries of the scope
    /// @param others  how many days of each framework were left out, since nothing that they date is in scope
    public record Days(List<CalendarEntry> entries, Map<FrameworkId, Integer> others) {
        public Days {
            entries = List.copyOf(entries);
            others = Map.copyOf(others);
        }
    }

    private final Catalogue catalogue;
    private final LocalDate knownOn;
    private final Map<RequirementId, Bearing> ofScope = new HashMap<>();

    private LawCalendar(Catalogue catalogue, Set<FrameworkId> adopted, Duties duties, LocalDate knownOn) {
        this.catalogue = catalogue;
        this.knownOn = knownOn;
        for (FrameworkId id : adopted.stream().filter(catalogue::dates).toList()) {
            catalogue.framework(id).map(Framework::requirements).orElse(List.of()).stream()
                    .filter(Requirement::assessable)
                    .forEach(requirement ->
                            duties.of(requirement.id()).ifPresent(bearing -> mark(requirement, bearing)));
        }
    }

    /// @param adopted frameworks
    /// @param duties  what bears on the organisation; while no fact is known, every day is given
    public static Days days(Catalogue catalogue, Set<FrameworkId> adopted, Duties duties, LocalDate knownOn) {
        return new LawCalendar(catalogue, adopted, duties, knownOn).days(adopted);
    }

    /// The node and all above it: as soon as one applies below a node, the node's day applies.
    private void mark(Requirement requirement, Bearing bearing) {
        Bearing known = ofScope.get(requirement.id());
        if (known == null || bearing.compareTo(known) < 0) {
            ofScope.put(requirement.id(), bearing);
            requirement.parent().flatMap(catalogue::requirement).ifPresent(above -> mark(above, bearing));
        }
    }

    private Days days(Set<FrameworkId> adopted) {
        Map<RequirementId, List<ApplicationDate>> byNode = new TreeMap<>();
        for (ApplicationDate date : catalogue.applicationDates()) {
            if (adopted.contains(date.node().framework()) && !date.statedOn().isAfter(knownOn)) {
                byNode.computeIfAbsent(date.node(), _ -> new ArrayList<>()).add(date);
            }
        }
        List<CalendarEntry> entries = new ArrayList<>();
        Map<FrameworkId, Integer> others = new HashMap<>();
        for (Map.Entry<RequirementId, List<ApplicationDate>> node : byNode.entrySet()) {
            List<CalendarEntry> ofNode = ofNode(node.getKey(), node.getValue());
            if (ofScope.containsKey(node.getKey())) {
                entries.addAll(ofNode);
            } else {
                others.merge(node.getKey().framework(), ofNode.size(), Integer::sum);
            }
        }
        entries.sort(CalendarEntry.ORDER);
        return new Days(entries, others);
    }

    private List<CalendarEntry> ofNode(RequirementId node, List<ApplicationDate> statements) {
        statements.sort(Comparator.comparing(ApplicationDate::statedOn));
        ApplicationDate holds = statements.getLast();
        List<CalendarEntry> entries = new ArrayList<>();
        Optional<LocalDate> until = holds.until();
        boolean everApplies = until.map(holds.appliesFrom()::isBefore).orElse(true);
        if (everApplies) {
            entries.add(entry(node, holds.appliesFrom(), Kind.COMES_INTO_FORCE, "applies from this day", holds));
        }
        until.ifPresent(end -> entries.add(entry(
                node,
                end,
                Kind.ENDS,
                everApplies ? "is no longer law from this day" : "is deleted before it applied",
                holds)));
        Set<LocalDate> said = new HashSet<>(Set.of(holds.appliesFrom()));
        for (ApplicationDate older : statements.reversed()) {
            if (said.add(older.appliesFrom())) {
                String now = "was to apply from this day, as stated on " + older.statedOn() + "; since "
                        + holds.statedOn() + " it applies from " + holds.appliesFrom();
                entries.add(entry(node, older.appliesFrom(), Kind.SUPERSEDED, now, holds));
            }
        }
        return entries;
    }

    private CalendarEntry entry(RequirementId node, LocalDate day, Kind kind, String words, ApplicationDate basis) {
        String title = catalogue.requirement(node).map(Requirement::title).orElse("");
        Bearing bearing = ofScope.getOrDefault(node, Bearing.UNSCOPED);
        return new CalendarEntry(
                day,
                Optional.empty(),
                kind,
                Optional.of(node.framework()),
                node.text(),
                node.number(),
                node.number() + " " + words + ": " + title,
                bearing == Bearing.UNSCOPED ? "whether it applies waits for a fact of scope" : "",
                basis.basis(),
                bearing,
                Optional.empty());
    }
}
