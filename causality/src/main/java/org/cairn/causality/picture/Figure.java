package org.cairn.causality.picture;

import java.util.List;

/// What a picture shows, before anything has its place.
/// @param boxes   in the order in which they are first met; a box's id is its place
/// @param undrawn things that no box stands for: further off than the picture reaches
public record Figure(List<Box> boxes, List<Arrow> arrows, int undrawn) {
    public Figure {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }
}
