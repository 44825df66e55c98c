/// Reads runtime logs: bytes to records, records to events, events to activities. Streaming, with bounded memory;
/// every line is either parsed or counted as rejected with its position.
@NullMarked
package org.cairn.causality.ingest;

import org.jspecify.annotations.NullMarked;
