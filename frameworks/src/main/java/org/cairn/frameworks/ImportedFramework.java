package org.cairn.frameworks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.frameworks.crosswalk.RequirementLink;
import org.cairn.frameworks.own.KnownSubjects;
import org.cairn.frameworks.own.OwnFramework;
import org.cairn.frameworks.own.OwnNode;
import org.cairn.proof.Digest;

/// A framework that somebody brought, as part of a library.
/// @param content    SHA-256 of its canonical form
/// @param importedOn the day, in UTC
public record ImportedFramework(OwnFramework own, Digest content, LocalDate importedOn) {
    /// The kind of a row that asks something.
    private static final String REQUIREMENT = "requirement";

    private static final String LICENCE = "as whoever imported it has it";

    /// What is judged. A framework has one root; where the file has not exactly one heading at its top, one is put
    /// there.
    Framework framework() {
        List<Requirement> requirements = new ArrayList<>();
        Optional<RequirementId> root = root();
        root.ifPresent(id -> requirements.add(new Requirement(
                id, Optional.empty(), own.name(), List.of(), Requirement.GROUP, own.name(), List.of(), "")));
        own.nodes().forEach(node -> requirements.add(requirement(node, root)));
        return new Framework(
                own.id(), own.name(), own.version(), importedOn, own.source(), LICENCE, content, requirements);
    }

    private Optional<RequirementId> root() {
        List<OwnNode> top =
                own.nodes().stream().filter(node -> node.parent().isEmpty()).toList();
        if (top.size() == 1 && !top.getFirst().assessable()) {
            return Optional.empty();
        }
        Set<String> taken = own.nodes().stream().map(OwnNode::id).collect(Collectors.toSet());
        String number = "*";
        while (taken.contains(number)) {
            number += "*";
        }
        return Optional.of(new RequirementId(own.id(), number));
    }

    private Requirement requirement(OwnNode node, Optional<RequirementId> root) {
        return new Requirement(
                id(node.id()),
                node.parent().map(this::id).or(() -> root),
                node.title(),
                List.of(),
                node.assessable() ? REQUIREMENT : Requirement.GROUP,
                node.ref().isEmpty() ? node.id() : node.ref(),
                List.of(),
                node.text(),
                Optional.of(node.text()));
    }

    private RequirementId id(String number) {
        return new RequirementId(own.id(), number);
    }

    /// Of controls, without those to what a library does not have.
    List<Mapping> mappings(KnownSubjects known) {
        return own.mappings().stream()
                .filter(mapping -> known.has(mapping.mapped()) && mapping.mapped() instanceof ControlId)
                .map(mapping -> new Mapping(
                        (ControlId) mapping.mapped(),
                        id(mapping.node()),
                        mapping.relation(),
                        mapping.strength(),
                        mapping.rationale(),
                        mapping.author(),
                        mapping.date()))
                .toList();
    }

    /// Of requirements of other frameworks, without those to what a library does not have.
    List<RequirementLink> links(KnownSubjects known) {
        return own.mappings().stream()
                .filter(mapping -> known.has(mapping.mapped()) && mapping.mapped() instanceof RequirementId)
                .map(mapping -> new RequirementLink(
                        (RequirementId) mapping.mapped(),
                        id(mapping.node()),
                        mapping.relation(),
                        mapping.strength(),
                        mapping.rationale(),
                        mapping.author(),
                        mapping.date()))
                .toList();
    }
}
