/// What damage, a full disk or a wrong clock does to a workspace. `-Dfaults=long` tries more of it.
@NullMarked
package org.cairn.app.fault;

import org.jspecify.annotations.NullMarked;
