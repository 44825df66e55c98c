/// Builds the provenance graph from activities and holds it.
@NullMarked
package org.cairn.causality.graph;

import org.jspecify.annotations.NullMarked;
