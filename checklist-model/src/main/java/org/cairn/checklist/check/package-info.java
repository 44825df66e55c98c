/// Checks: declarative rules over recorded evidence. A check never touches the host.
@NullMarked
package org.cairn.checklist.check;

import org.jspecify.annotations.NullMarked;
