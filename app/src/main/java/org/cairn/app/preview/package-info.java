/// What a piece of evidence looks like, without opening it in another program: bounded in memory and time, nothing of
/// it
/// run, nothing fetched. No JavaFX here.
@NullMarked
package org.cairn.app.preview;

import org.jspecify.annotations.NullMarked;
