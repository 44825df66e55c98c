/// The provenance graph in formats that other programs read.
@NullMarked
package org.cairn.causality.export;

import org.jspecify.annotations.NullMarked;
