/// An auditor's review of a pack: what can be marked, the marks, and the file that is signed and sent back.
@NullMarked
package org.cairn.app.audit;

import org.jspecify.annotations.NullMarked;
