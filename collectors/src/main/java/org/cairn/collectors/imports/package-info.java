/// Reports that other tools wrote, as evidence: what was found and by whom, bounded in memory, without any judgement.
@NullMarked
package org.cairn.collectors.imports;

import org.jspecify.annotations.NullMarked;
