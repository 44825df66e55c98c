@NullMarked
package org.cairn.checklist.deadline;

import org.jspecify.annotations.NullMarked;
