package org.cairn.app.ui.runtime;

import org.cairn.causality.Basis;
import org.cairn.causality.Edge;
import org.cairn.causality.graph.Described;
import org.cairn.causality.picture.NodeWords;
import org.cairn.causality.picture.PictureWords;

/// Edges as lines of a table.
record LineWords(Described graph, PictureWords words) {
    RuntimeViewModel.EdgeLine line(Edge edge) {
        NodeWords nodes = new NodeWords(graph, words);
        return new RuntimeViewModel.EdgeLine(
                edge, edge.at().time().toString(), nodes.name(edge.cause()), how(edge), nodes.name(edge.effect()));
    }

    String how(Edge edge) {
        String result = words.result(edge.result());
        String how = words.action(edge.action()) + (result.isEmpty() ? "" : ", " + result);
        return edge.basis() == Basis.INFERRED ? how + ", " + words.inferred() : how;
    }
}
