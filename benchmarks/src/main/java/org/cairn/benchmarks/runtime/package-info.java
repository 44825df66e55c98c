/// Logs of the audit daemon of any length, and what reading and questioning them costs.
@NullMarked
package org.cairn.benchmarks.runtime;

import org.jspecify.annotations.NullMarked;
