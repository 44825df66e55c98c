package org.cairn.causality.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// Texts that many nodes have in common, each kept once. The first of them, among which are the names of hosts and
/// devices,
/// are also kept as they are, so that a node is put together without decoding them.
final class Texts {
    private static final int AT_HAND = 64;
    private static final int LATEST = 1 << 10;

    private final Dictionary all = new Dictionary();
    private final List<String> atHand = new ArrayList<>();
    private final Encoding word = new Encoding();
    /// The texts last asked for, by their hash: the same hosts, users, programs and names come again and again.
    private final Latest[] latest = new Latest[LATEST];

    private record Latest(String text, int number) {}

    Texts() {
        Arrays.fill(latest, new Latest("", all.number(word.clear())));
        atHand.add("");
    }

    int number(String text) {
        int place = Dictionary.spread(text.hashCode()) & LATEST - 1;
        if (latest[place].text().equals(text)) {
            return latest[place].number();
        }
        int number = all.number(word.clear().addText(text));
        if (number == atHand.size() && number < AT_HAND) {
            atHand.add(text);
        }
        latest[place] = new Latest(text, number);
        return number;
    }

    /// May be asked by several threads as long as nobody adds.
    OptionalInt known(String text) {
        return all.known(new Encoding().addText(text));
    }

    int size() {
        return all.size();
    }

    String text(int number) {
        return number < AT_HAND ? atHand.get(number) : all.text(number);
    }

    long sizeBytes() {
        return all.sizeBytes();
    }
}
