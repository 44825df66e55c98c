package org.cairn.app.ui.desk;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.Privilege;
import org.cairn.evidence.CollectorId;
import org.cairn.frameworks.ControlGuidance;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Wording;

/// What the product brings along: controls, frameworks, crosswalk and checks.
public record Library(FrameworkLibrary frameworks, CheckCatalogue checks) {
    public Catalogue catalogue() {
        return frameworks.catalogue();
    }

    /// As the window speaks now.
    public Titles titles() {
        Texts kit = Texts.beside(Texts.class);
        return new Titles(frameworks.in(kit.language()), kit);
    }

    /// The words of frameworks and controls in the window's language, as far as there are any.
    public Wording wording() {
        return titles().wording();
    }

    public Optional<ControlGuidance> guidance(ControlId control) {
        return frameworks.content().guidance(control);
    }

    /// The shortest time any check lets this collector's evidence count; empty if no check reads it.
    public Optional<Duration> timeToLive(CollectorId collector) {
        return reading(collector).map(CheckDefinition::timeToLive).min(Comparator.naturalOrder());
    }

    /// The most that any check over this collector's evidence asks for.
    public Privilege privilege(CollectorId collector) {
        return reading(collector)
                .map(CheckDefinition::privilege)
                .max(Comparator.naturalOrder())
                .orElse(Privilege.NONE);
    }

    /// The controls that this collector's evidence bears on.
    public Set<ControlId> controls(CollectorId collector) {
        return reading(collector)
                .flatMap(check -> check.feeds().stream())
                .map(feed -> feed.control())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private java.util.stream.Stream<CheckDefinition> reading(CollectorId collector) {
        return checks.checks().stream().filter(check -> check.reads().equals(collector));
    }

    public List<Mapping> mappings(ControlId control) {
        return catalogue().mappings().stream()
                .filter(mapping ->
                        mapping.control().equals(control) && mapping.relation().supports())
                .toList();
    }

    /// Those whose evidence the control's checks read.
    public Set<CollectorId> collectors(ControlId control) {
        return checks.feeding(control).stream()
                .map(CheckDefinition::reads)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
