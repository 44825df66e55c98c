/// What a person can do with a workspace, whatever the front end: found, open, collect, answer, look, prove, hand over,
/// verify. Knows no window and no command line; safe to call from any thread.
@NullMarked
package org.cairn.app.workspace;

import org.jspecify.annotations.NullMarked;
