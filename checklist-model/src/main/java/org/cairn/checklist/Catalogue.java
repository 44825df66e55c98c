package org.cairn.checklist;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.cairn.proof.Digest;

/// Everything that can be judged: the checklist, the frameworks, the crosswalk between them, and the dates from which
/// law applies. Immutable; holds no answer and no evidence.
public final class Catalogue {
    private final List<Control> controls;
    private final List<Framework> frameworks;
    private final List<Mapping> mappings;
    private final List<Unrelated> unrelated;
    private final Map<ControlId, Control> controlsById;
    private final Map<FrameworkId, Framework> frameworksById;
    private final Map<RequirementId, Requirement> requirementsById;
    private final Map<RequirementId, List<Mapping>> mappingsByRequirement;
    private final List<ApplicationDate> dates;
    private final Map<RequirementId, List<ApplicationDate>> datesByNode;
    private final Set<FrameworkId> dated;
    private final ScopeRules scope;
    private final Map<RequirementId, Digest> digests = new ConcurrentHashMap<>();

    /// One without rules of scope: all of a framework applies once it is adopted.
    public Catalogue(
            List<Control> controls,
            List<Framework> frameworks,
            List<Mapping> mappings,
            List<Unrelated> unrelated,
            List<ApplicationDate> dates) {
        this(controls, frameworks, mappings, unrelated, dates, ScopeRules.none());
    }

    /// Requires unique ids, and that mappings and dates name what is there.
    public Catalogue(
            List<Control> controls,
            List<Framework> frameworks,
            List<Mapping> mappings,
            List<Unrelated> unrelated,
            List<ApplicationDate> dates,
            ScopeRules scope) {
        this.scope = scope;
        this.controls = List.copyOf(controls);
        this.frameworks = List.copyOf(frameworks);
        this.mappings = List.copyOf(mappings);
        this.unrelated = List.copyOf(unrelated);
        controlsById = controls.stream().collect(toUnmodifiableMap(Control::id, Function.identity()));
        frameworksById = frameworks.stream().collect(toUnmodifiableMap(Framework::id, Function.identity()));
        requirementsById = frameworks.stream()
                .flatMap(framework -> framework.requirements().stream())
                .collect(toUnmodifiableMap(Requirement::id, Function.identity()));
        mappingsByRequirement = mappings.stream().collect(groupingBy(Mapping::requirement));
        this.dates = List.copyOf(dates);
        datesByNode = dates.stream().collect(groupingBy(ApplicationDate::node));
        dated = dates.stream().map(date -> date.node().framework()).collect(toUnmodifiableSet());
        requireKnown();
    }

    private void requireKnown() {
        for (Mapping mapping : mappings) {
            if (!controlsById.containsKey(mapping.control()) || !requirementsById.containsKey(mapping.requirement())) {
                throw new IllegalArgumentException(
                        "mapping of unknown " + mapping.control() + " or " + mapping.requirement());
            }
        }
        for (RequirementId node : datesByNode.keySet()) {
            if (!requirementsById.containsKey(node)) {
                throw new IllegalArgumentException("application date of unknown " + node);
            }
        }
    }

    /// In checklist order.
    public List<Control> controls() {
        return controls;
    }

    public List<Framework> frameworks() {
        return frameworks;
    }

    public List<Mapping> mappings() {
        return mappings;
    }

    /// What is asked of the scope, and what follows from it.
    public ScopeRules scope() {
        return scope;
    }

    public List<Unrelated> unrelated() {
        return unrelated;
    }

    public Optional<Control> control(ControlId id) {
        return Optional.ofNullable(controlsById.get(id));
    }

    public Optional<Framework> framework(FrameworkId id) {
        return Optional.ofNullable(frameworksById.get(id));
    }

    public Optional<Requirement> requirement(RequirementId id) {
        return Optional.ofNullable(requirementsById.get(id));
    }

    /// The mappings of a requirement, in crosswalk order.
    public List<Mapping> mappingsOf(RequirementId id) {
        return mappingsByRequirement.getOrDefault(id, List.of());
    }

    /// What an answer to this subject is keyed on; empty if the catalogue has no such subject.
    public Optional<Digest> textDigest(Subject subject) {
        return switch (subject) {
            case ControlId id -> control(id).map(Control::textDigest);
            case RequirementId id ->
                Optional.ofNullable(digests.get(id))
                        .or(() -> requirement(id).map(each -> digests.computeIfAbsent(id, _ -> each.textDigest())));
        };
    }

    /// Whether anything was stated about when law applies a framework or a part of it.
    public boolean dates(FrameworkId framework) {
        return dated.contains(framework);
    }

    /// Every statement about when law applies, in the order of the files.
    public List<ApplicationDate> applicationDates() {
        return dates;
    }

    /// From when the law applies a node, as published by `knownOn`: the newest statement about the node itself or, if
    /// there is none about it, about the nearest node above it. Empty where nothing was stated by then, which for a
    /// voluntary standard is always.
    public Optional<ApplicationDate> applicationDate(RequirementId node, LocalDate knownOn) {
        return statements(node).stream()
                .filter(date -> !date.statedOn().isAfter(knownOn))
                .max(Comparator.comparing(ApplicationDate::statedOn));
    }

    /// All statements about a node or, if there is none about it, about the nearest node above it; oldest first.
    public List<ApplicationDate> applicationDates(RequirementId node) {
        return statements(node).stream()
                .sorted(Comparator.comparing(ApplicationDate::statedOn))
                .toList();
    }

    /// Whether a node is there to be judged on a day, as published by `knownOn`: not before the act that brought it was
    /// published, and no longer once it was deleted or replaced. What applies only from a later day is there. A
    /// voluntary standard always is.
    public boolean stands(RequirementId node, LocalDate validOn, LocalDate knownOn) {
        return statements(node).isEmpty()
                || applicationDate(node, knownOn)
                        .map(date -> date.standsOn(validOn))
                        .orElse(false);
    }

    private List<ApplicationDate> statements(RequirementId node) {
        if (!dated.contains(node.framework())) {
            return List.of(); // a standard or rules of one's own: nothing to look for among thousands of rows
        }
        List<ApplicationDate> own = datesByNode.getOrDefault(node, List.of());
        Optional<RequirementId> parent = requirement(node).flatMap(Requirement::parent);
        return own.isEmpty() && parent.isPresent() ? statements(parent.get()) : own;
    }
}
