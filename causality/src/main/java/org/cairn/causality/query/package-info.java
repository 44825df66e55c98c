/// Questions to the provenance graph. Every answer is bounded and tells what it left out.
@NullMarked
package org.cairn.causality.query;

import org.jspecify.annotations.NullMarked;
