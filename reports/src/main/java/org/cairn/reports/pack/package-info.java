/// The audit pack: the immutable model that every renderer takes, assembled once.
@NullMarked
package org.cairn.reports.pack;

import org.jspecify.annotations.NullMarked;
