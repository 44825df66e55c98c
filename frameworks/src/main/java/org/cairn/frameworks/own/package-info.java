/// Frameworks that an organisation brings itself: the model, its faults, its table form, its canonical form, and what
/// changed between two versions. Reads bytes that anybody may have written.
@NullMarked
package org.cairn.frameworks.own;

import org.jspecify.annotations.NullMarked;
