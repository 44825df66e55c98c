/// How long records are kept: floors and ceilings by law and by the organisation's own decision, and where they
/// conflict.
@NullMarked
package org.cairn.checklist.retention;

import org.jspecify.annotations.NullMarked;
