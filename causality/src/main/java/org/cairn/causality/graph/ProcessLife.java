package org.cairn.causality.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.causality.Activity;
import org.cairn.causality.Moment;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.RawRecordRef;

/// One process from its first act to its end, through all programs it runs. Mutable; confined to its [ProcessTable].
final class ProcessLife {
    private record Image(Moment from, ProcessNode node) {}

    record End(Moment at, List<RawRecordRef> records) {}

    private final List<Image> images = new ArrayList<>();
    private final Map<Long, Descriptor> descriptors = new HashMap<>();
    private final Optional<Long> ppid;
    private Optional<ProcessLife> parent = Optional.empty();
    private Optional<Integer> forkEdge = Optional.empty();
    private Optional<Integer> endEdge = Optional.empty();
    private Optional<End> end = Optional.empty();
    private boolean birthRecorded;

    ProcessLife(Activity first) {
        ppid = first.actor().ppid();
        images.add(new Image(
                first.at(), new ProcessNode(first.host(), first.actor().pid(), first.at(), 0)));
    }

    Moment since() {
        return images.getFirst().from();
    }

    Optional<Long> ppid() {
        return ppid;
    }

    ProcessNode firstImage() {
        return images.getFirst().node();
    }

    ProcessNode latestImage() {
        return images.getLast().node();
    }

    /// The program it ran at that moment, as far as is known.
    ProcessNode imageAt(Moment moment) {
        for (Image image : images.reversed()) {
            if (!image.from().isAfter(moment)) {
                return image.node();
            }
        }
        return firstImage();
    }

    /// Another program from `from` on.
    ProcessNode become(Moment from) {
        ProcessNode last = latestImage();
        ProcessNode next = new ProcessNode(last.host(), last.pid(), last.since(), last.image() + 1);
        images.add(new Image(from, next));
        return next;
    }

    Map<Long, Descriptor> descriptors() {
        return descriptors;
    }

    Optional<Descriptor> descriptor(long number) {
        return Optional.ofNullable(descriptors.get(number));
    }

    Optional<ProcessLife> parent() {
        return parent;
    }

    Optional<Integer> forkEdge() {
        return forkEdge;
    }

    void bornOf(ProcessLife mother, int edge) {
        parent = Optional.of(mother);
        forkEdge = Optional.of(edge);
    }

    boolean birthRecorded() {
        return birthRecorded;
    }

    void markBirthRecorded() {
        birthRecorded = true;
    }

    Optional<End> end() {
        return end;
    }

    void ended(End how) {
        end = Optional.of(how);
    }

    Optional<Integer> endEdge() {
        return endEdge;
    }

    void endEdge(int edge) {
        endEdge = Optional.of(edge);
    }
}
