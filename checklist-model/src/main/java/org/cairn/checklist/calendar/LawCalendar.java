package org.cairn.checklist.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
    /// @param others  how many days were left out, since they bind none of its roles
    public record Days(List<CalendarEntry> entries, int others) {
        public Days {
            entries = List.copyOf(entries);
        }
    }

    private final Catalogue catalogue;
    private final LocalDate knownOn;
    private final Set<RequirementId> ofScope = new HashSet<>();
    private final boolean unscoped;

    private LawCalendar(Catalogue catalogue, Set<FrameworkId> adopted, Bound bound, LocalDate knownOn) {
        this.catalogue = catalogue;
        this.knownOn = knownOn;
        this.unscoped = bound.unscoped();
        for (FrameworkId id : adopted) {
            catalogue.framework(id).map(Framework::requirements).orElse(List.of()).stream()
                    .filter(requirement -> requirement.assessable() && bound.binds(requirement.binds()))
                    .forEach(this::mark);
        }
    }

    /// @param adopted frameworks
    /// @param roles   of the organisation; none: nobody said, and every day is given
    public static Days days(Catalogue catalogue, Set<FrameworkId> adopted, List<String> roles, LocalDate knownOn) {
        return new LawCalendar(catalogue, adopted, new Bound(roles), knownOn).days(adopted);
    }

    /// The node and all above it.
    private void mark(Requirement requirement) {
        if (ofScope.add(requirement.id())) {
            requirement.parent().flatMap(catalogue::requirement).ifPresent(this::mark);
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
        int others = 0;
        for (Map.Entry<RequirementId, List<ApplicationDate>> node : byNode.entrySet()) {
            List<CalendarEntry> ofNode = ofNode(node.getKey(), node.getValue());
            if (unscoped || ofScope.contains(node.getKey())) {
                entries.addAll(ofNode);
            } else {
                others += ofNode.size();
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
        return CalendarEntry.onDay(
                day,
                kind,
                node.framework(),
                node.text(),
                node.number() + " " + words + ": " + title,
                "",
                basis.basis());
    }
}
