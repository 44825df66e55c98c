package org.cairn.causality.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairn.causality.Activity;
import org.cairn.causality.Actor;
import org.cairn.causality.Deed;
import org.cairn.causality.Moment;
import org.cairn.causality.RawRecordRef;
import org.cairn.causality.Result;

/// Numbers the activities of a source that numbers nothing, so that two of one instant keep the order of the source.
final class SourceActivities {
    private long count;

    Moment moment(Instant time) {
        return new Moment(time, count++);
    }

    Activity of(String host, Instant time, Actor actor, Deed deed, Result result, List<RawRecordRef> records) {
        return new Activity(
                host, moment(time), Activity.Numbering.SOURCE, actor, deed, result, Map.of(), new ArrayList<>(records));
    }
}
