/// Answers as pictures: what is folded together, where everything lies, and a drawing as SVG. Free of any toolkit, so
/// that the window, the reports and a file of its own show the same.
@NullMarked
package org.cairn.causality.picture;

import org.jspecify.annotations.NullMarked;
