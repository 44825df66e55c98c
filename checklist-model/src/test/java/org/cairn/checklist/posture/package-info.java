@NullMarked
package org.cairn.checklist.posture;

import org.jspecify.annotations.NullMarked;
