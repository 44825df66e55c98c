package org.cairn.reports.xlsx;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;

/// Rows that are made when they are asked for, so that a list of a hundred thousand is never held as cells.
final class Rows extends AbstractList<List<Cell>> {
    private final int size;
    private final IntFunction<List<Cell>> made;

    private Rows(int size, IntFunction<List<Cell>> made) {
        this.size = size;
        this.made = made;
    }

    static List<List<Cell>> of(int size, IntFunction<List<Cell>> made) {
        return new Rows(size, made);
    }

    @Override
    public List<Cell> get(int index) {
        return made.apply(index);
    }

    @Override
    public int size() {
        return size;
    }
}
