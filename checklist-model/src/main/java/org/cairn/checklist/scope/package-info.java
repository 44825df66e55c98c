/// What applies, before anything is judged: recorded facts of scope, and what follows from them by the rules.
@NullMarked
package org.cairn.checklist.scope;

import org.jspecify.annotations.NullMarked;
