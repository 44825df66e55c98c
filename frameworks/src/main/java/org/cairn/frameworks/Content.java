package org.cairn.frameworks;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cairn.checklist.ControlId;
import org.cairn.frameworks.crosswalk.RequirementLink;

/// What stands beside the catalogue to help people; nothing is judged by it. Immutable.
public final class Content {
    private final Map<ControlId, ControlGuidance> controls;
    private final List<Responsibility> responsibilities;
    private final List<Threat> threats;
    private final List<RequirementLink> links;
    private final Translation german;
    private final List<ScopeProfile> profiles;

    /// Requires one guidance a control.
    Content(
            List<ControlGuidance> controls,
            List<Responsibility> responsibilities,
            List<Threat> threats,
            List<RequirementLink> links,
            Translation german,
            List<ScopeProfile> profiles) {
        this.controls = controls.stream().collect(toUnmodifiableMap(ControlGuidance::control, Function.identity()));
        this.responsibilities = List.copyOf(responsibilities);
        this.threats = List.copyOf(threats);
        this.links = List.copyOf(links);
        this.german = german;
        this.profiles = List.copyOf(profiles);
    }

    /// The same with other links.
    Content with(List<RequirementLink> others) {
        return new Content(List.copyOf(controls.values()), responsibilities, threats, others, german, profiles);
    }

    /// Empty where a catalogue carries none for it.
    public Optional<ControlGuidance> guidance(ControlId id) {
        return Optional.ofNullable(controls.get(id));
    }

    public List<Responsibility> responsibilities() {
        return responsibilities;
    }

    public List<Threat> threats() {
        return threats;
    }

    /// Where one requirement's work serves one of another framework.
    public List<RequirementLink> links() {
        return links;
    }

    /// Usual situations, each with the facts of scope that it proposes.
    List<ScopeProfile> profiles() {
        return profiles;
    }

    Translation german() {
        return german;
    }
}
