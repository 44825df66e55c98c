package org.cairn.ledger.key;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.cairn.ledger.key.PointSum.Addend;
import org.cairn.proof.Bytes;

/// The multiples of one point, so that any multiple of it is a sum of at most 43: an eighth of what it takes
/// without the table. Some 250 kB; making it takes as long as some fifty signature checks without one.
final class PointTable {
    /// Bits of a scalar that one row answers for.
    private static final int WINDOW_BITS = 6;
    private static final int LARGEST_DIGIT = 1 << (WINDOW_BITS - 1);
    /// For scalars below 2^253, and a carry.
    private static final int ROWS = 43;

    /// `rows[i][j]` is the point times `(j + 1) * 64^i`.
    private final List<List<Addend>> rows;

    private PointTable(List<List<Addend>> rows) {
        this.rows = rows;
    }

    static PointTable of(Addend point) {
        List<List<Addend>> rows = new ArrayList<>(ROWS);
        Addend base = point;
        for (int row = 0; row < ROWS; row++) {
            List<Addend> multiples = new ArrayList<>(LARGEST_DIGIT);
            PointSum sum = new PointSum();
            for (int digit = 1; digit <= LARGEST_DIGIT; digit++) {
                sum.add(base, false);
                multiples.add(sum.addend());
            }
            rows.add(List.copyOf(multiples));
            sum.add(multiples.getLast(), false);
            base = sum.addend();
        }
        return new PointTable(List.copyOf(rows));
    }

    /// Adds the point times `scalar`.
    /// @param scalar from 0 to below the group order
    void addMultiple(BigInteger scalar, PointSum sum) {
        byte[] bytes = scalar.toByteArray();
        int carry = 0;
        for (int row = 0; row < ROWS; row++) {
            int digit = bits(bytes, row * WINDOW_BITS) + carry;
            carry = digit >= LARGEST_DIGIT ? 1 : 0;
            digit -= carry << WINDOW_BITS;
            if (digit != 0) {
                sum.add(rows.get(row).get(Math.abs(digit) - 1), digit < 0);
            }
        }
    }

    /// Six bits of a big-endian number, from bit `from` on.
    private static int bits(byte[] number, int from) {
        int last = number.length - 1 - from / Byte.SIZE;
        int low = last >= 0 ? number[last] & 0xff : 0;
        int high = last >= 1 ? number[last - 1] & 0xff : 0;
        return (high << Byte.SIZE | low) >> from % Byte.SIZE & (2 * LARGEST_DIGIT - 1);
    }

    /// Of the base point (RFC 8032 section 5.1), made when it is first needed.
    static PointTable ofBase() {
        return Base.TABLE;
    }

    private static final class Base {
        /// `y = 4/5`, and `x` even.
        private static final Bytes ENCODED = Bytes.parseHex("58" + "66".repeat(31));

        static final PointTable TABLE = of(Addend.decode(ENCODED, false));
    }
}
