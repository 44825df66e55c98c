package org.cairn.frameworks.crosswalk;

import java.util.Collection;
import java.util.List;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.builder.GraphTypeBuilder;

/// The crosswalk as a directed graph from controls to requirements; each edge is one mapping. A requirement is reached
/// by a control whose relation lends it anything; it may be closed by one that is equal to it or asks more.
public final class Crosswalk {
    private final Catalogue catalogue;
    private final Graph<Subject, Mapping> graph;

    public Crosswalk(Catalogue catalogue) {
        this.catalogue = catalogue;
        Graph<Subject, Mapping> mutable = GraphTypeBuilder.<Subject, Mapping>directed()
                .allowingMultipleEdges(false)
                .allowingSelfLoops(false)
                .buildGraph();
        catalogue.controls().forEach(control -> mutable.addVertex(control.id()));
        catalogue
                .frameworks()
                .forEach(framework -> framework.requirements().stream()
                        .filter(Requirement::assessable)
                        .forEach(requirement -> mutable.addVertex(requirement.id())));
        for (Mapping mapping : catalogue.mappings()) {
            if (!mutable.addEdge(mapping.control(), mapping.requirement(), mapping)) {
                throw new IllegalArgumentException(
                        mapping.control() + " is mapped to " + mapping.requirement() + " twice");
            }
        }
        graph = new AsUnmodifiableGraph<>(mutable);
    }

    /// The mappings by which a control lends something to requirements, in crosswalk order; none for an unknown
    /// control.
    public List<Mapping> requirementsReachedBy(ControlId control) {
        return graph.containsVertex(control) ? supporting(graph.outgoingEdgesOf(control)) : List.of();
    }

    /// The mappings by which controls lend something to a requirement, in crosswalk order; none for an unknown one.
    public List<Mapping> controlsReaching(RequirementId requirement) {
        return graph.containsVertex(requirement) ? supporting(graph.incomingEdgesOf(requirement)) : List.of();
    }

    /// Those of [#controlsReaching] that may close the requirement on their own.
    public List<Mapping> controlsThatMayClose(RequirementId requirement) {
        return controlsReaching(requirement).stream()
                .filter(mapping -> mapping.relation().mayClose())
                .toList();
    }

    /// The assessable requirements of a framework that no control reaches, in reading order: they are answered on their
    /// own row.
    public List<Requirement> unreached(FrameworkId framework) {
        return catalogue.framework(framework).stream()
                .flatMap(each -> each.requirements().stream())
                .filter(Requirement::assessable)
                .filter(requirement -> controlsReaching(requirement.id()).isEmpty())
                .toList();
    }

    private static List<Mapping> supporting(Collection<Mapping> mappings) {
        return mappings.stream()
                .filter(mapping -> mapping.relation().supports())
                .toList();
    }
}
