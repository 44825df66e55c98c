/// Runtime records as provenance: who did what to which file, process or socket, when, with what result, and which raw
/// bytes say so. Terms only; reading is in `.ingest`, building in `.graph`, asking in `.query`.
@NullMarked
package org.cairn.causality;

import org.jspecify.annotations.NullMarked;
