/// Tests of what applies.
@NullMarked
package org.cairn.checklist.scope;

import org.jspecify.annotations.NullMarked;
