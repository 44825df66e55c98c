/// The scope: a profile, the questions group by group, and what follows, before it is recorded.
@NullMarked
package org.cairn.app.ui.scope;

import org.jspecify.annotations.NullMarked;
