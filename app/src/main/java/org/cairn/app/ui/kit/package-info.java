/// What all screens share: words, marks, small parts, the two threads, and how a failure is put into words.
@NullMarked
package org.cairn.app.ui.kit;

import org.jspecify.annotations.NullMarked;
