/// Reports, workbooks and packs beside other programs and libraries.
@NullMarked
package org.cairn.benchmarks.report;

import org.jspecify.annotations.NullMarked;
