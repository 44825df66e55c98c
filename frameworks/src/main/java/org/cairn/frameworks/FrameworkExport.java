package org.cairn.frameworks;

import java.util.ArrayList;
import java.util.List;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.frameworks.crosswalk.RequirementLink;
import org.cairn.frameworks.own.OwnFramework;
import org.cairn.frameworks.own.OwnMapping;
import org.cairn.frameworks.own.OwnNode;

/// A framework of the library in the form in which own frameworks travel. Whom a row binds, its kind, and the dates
/// from
/// which law applies have no place in that form and stay behind.
public final class FrameworkExport {
    private FrameworkExport() {}

    /// Mappings are those that end in the framework: controls mapped to it, and links that another framework's row has
    /// to one of its rows.
    public static OwnFramework of(FrameworkLibrary library, Framework framework) {
        return library.own(framework.id()).orElseGet(() -> ofShipped(library, framework));
    }

    private static OwnFramework ofShipped(FrameworkLibrary library, Framework framework) {
        List<OwnNode> nodes =
                framework.requirements().stream().map(FrameworkExport::node).toList();
        List<OwnMapping> mappings = new ArrayList<>();
        for (Mapping mapping : library.mappings()) {
            if (mapping.requirement().framework().equals(framework.id())) {
                mappings.add(mapping(mapping));
            }
        }
        for (RequirementLink link : library.content().links()) {
            if (link.to().framework().equals(framework.id())) {
                mappings.add(mapping(link));
            }
        }
        return new OwnFramework(
                framework.id(),
                framework.title(),
                framework.version(),
                framework.source() + ". " + framework.licence(),
                OwnFramework.inReadingOrder(nodes),
                mappings);
    }

    private static OwnNode node(Requirement requirement) {
        return new OwnNode(
                requirement.id().number(),
                requirement.parent().map(RequirementId::number),
                requirement.citation(),
                requirement.title(),
                requirement.notes(),
                requirement.assessable());
    }

    private static OwnMapping mapping(Mapping mapping) {
        return new OwnMapping(
                mapping.requirement().number(),
                mapping.control(),
                mapping.relation(),
                mapping.strength(),
                mapping.rationale(),
                mapping.author(),
                mapping.date());
    }

    private static OwnMapping mapping(RequirementLink link) {
        return new OwnMapping(
                link.to().number(),
                link.from(),
                link.relation(),
                link.strength(),
                link.rationale(),
                link.author(),
                link.date());
    }
}
