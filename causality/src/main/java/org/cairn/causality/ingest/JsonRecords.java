package org.cairn.causality.ingest;

import org.cairn.causality.RawRecordRef;
import org.cairn.proof.Json.JsonObject;

/// Understands one JSON object of a log.
interface JsonRecords {
    /// @throws MalformedRecord if it is no event of the format
    void take(JsonObject object, RawRecordRef ref) throws MalformedRecord;
}
