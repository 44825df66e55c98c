package org.cairn.causality;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.proof.Bytes;

/// Internet addresses as text: dotted decimal, and RFC 5952 for IPv6.
final class InetText {
    private InetText() {}

    static String of(Bytes address) {
        return address.size() == 4
                ? IntStream.range(0, 4)
                        .mapToObj(i -> "" + (address.at(i) & 0xff))
                        .collect(Collectors.joining("."))
                : version6(IntStream.range(0, 8)
                        .map(i -> (address.at(2 * i) & 0xff) << 8 | address.at(2 * i + 1) & 0xff)
                        .toArray());
    }

    /// RFC 5952 section 4.2: `::` stands for the longest run of at least two zero groups, the first if several.
    private static String version6(int[] groups) {
        int start = 0;
        int length = 0;
        for (int i = 0; i < 8; i++) {
            int run = zeroesFrom(groups, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        return length < 2 ? hex(groups, 0, 8) : hex(groups, 0, start) + "::" + hex(groups, start + length, 8);
    }

    private static int zeroesFrom(int[] groups, int from) {
        int end = from;
        while (end < 8 && groups[end] == 0) {
            end++;
        }
        return end - from;
    }

    private static String hex(int[] groups, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Integer.toHexString(groups[i]))
                .collect(Collectors.joining(":"));
    }
}
