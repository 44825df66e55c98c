package org.cairn.ledger.key;

import org.bouncycastle.math.ec.rfc7748.X25519Field;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.cairn.proof.Bytes;

/// A point of the curve edwards25519 to which others are added: `x = X/Z`, `y = Y/Z`, `xy = UV/Z` (the extended
/// coordinates of RFC 8032 section 5.1.4, the last one as a product). Not constant time: for public values alone.
/// For one thread.
final class PointSum {
    private final int[] x = X25519Field.create();
    private final int[] y = X25519Field.create();
    private final int[] z = X25519Field.create();
    private final int[] u = X25519Field.create();
    private final int[] v = X25519Field.create();

    private final int[] a = X25519Field.create();
    private final int[] b = X25519Field.create();
    private final int[] c = X25519Field.create();
    private final int[] f = X25519Field.create();

    /// The neutral point.
    PointSum() {
        X25519Field.one(y);
        X25519Field.one(z);
        X25519Field.one(v);
    }

    /// RFC 8032 section 5.1.4 with every product halved. Complete: the two may be equal, and either neutral.
    void add(Addend other, boolean negated) {
        X25519Field.apm(y, x, b, a);
        X25519Field.mul(a, negated ? other.halfSum() : other.halfDifference(), a);
        X25519Field.mul(b, negated ? other.halfDifference() : other.halfSum(), b);
        X25519Field.mul(u, v, c);
        X25519Field.mul(c, other.productTimesD(), c);
        X25519Field.apm(b, a, v, u);
        if (negated) {
            X25519Field.apm(z, c, f, a);
        } else {
            X25519Field.apm(z, c, a, f);
        }
        X25519Field.mul(u, f, x);
        X25519Field.mul(v, a, y);
        X25519Field.mul(f, a, z);
    }

    /// The point as it is now, to be added to others.
    Addend addend() {
        int[] affineX = X25519Field.create();
        int[] affineY = X25519Field.create();
        divide(affineX, affineY);
        return Addend.of(affineX, affineY);
    }

    /// The one encoding that RFC 8032 section 5.1.2 gives a point.
    Bytes encode() {
        int[] affineX = X25519Field.create();
        int[] affineY = X25519Field.create();
        divide(affineX, affineY);
        byte[] encoded = new byte[Ed25519.PUBLIC_KEY_SIZE];
        X25519Field.encode(affineY, encoded);
        encoded[encoded.length - 1] |= (byte) ((affineX[0] & 1) << 7);
        return Bytes.copyOf(encoded);
    }

    private void divide(int[] affineX, int[] affineY) {
        int[] inverse = X25519Field.create();
        X25519Field.invVar(z, inverse);
        X25519Field.mul(x, inverse, affineX);
        X25519Field.mul(y, inverse, affineY);
        X25519Field.normalize(affineX);
        X25519Field.normalize(affineY);
    }

    /// A point `(x, y)` in the form in which adding it takes the fewest multiplications.
    /// @param halfDifference `(y - x) / 2`
    /// @param halfSum        `(y + x) / 2`
    /// @param productTimesD  `d x y`
    @SuppressWarnings("ArrayRecordComponent") // numbers of the field; nobody compares addends
    record Addend(int[] halfDifference, int[] halfSum, int[] productTimesD) {
        private static final int[] HALF = inverse(2);
        /// `-121665/121666`, RFC 8032 section 5.1.
        private static final int[] D = d();

        static Addend of(int[] x, int[] y) {
            int[] sum = X25519Field.create();
            int[] difference = X25519Field.create();
            X25519Field.apm(y, x, sum, difference);
            int[] product = X25519Field.create();
            X25519Field.mul(x, y, product);
            return new Addend(times(difference, HALF), times(sum, HALF), times(product, D));
        }

        /// @param encoded a point of the curve, in the one encoding it has
        /// @param negated gives the point that has the other `x`
        static Addend decode(Bytes encoded, boolean negated) {
            int[] y = X25519Field.create();
            X25519Field.decode255(encoded.toByteArray(), y);
            int[] u = X25519Field.create();
            X25519Field.sqr(y, u);
            int[] v = times(u, D);
            X25519Field.subOne(u);
            X25519Field.addOne(v);
            int[] x = X25519Field.create();
            if (!X25519Field.sqrtRatioVar(u, v, x)) {
                throw new IllegalArgumentException("not a point of the curve");
            }
            X25519Field.normalize(x);
            boolean odd = encoded.at(encoded.size() - 1) < 0;
            if (((x[0] & 1) == 1) != (odd ^ negated)) {
                X25519Field.negate(x, x);
                X25519Field.normalize(x);
            }
            return of(x, y);
        }

        private static int[] times(int[] number, int[] factor) {
            int[] product = X25519Field.create();
            X25519Field.mul(number, factor, product);
            X25519Field.normalize(product);
            return product;
        }

        private static int[] inverse(int number) {
            int[] small = X25519Field.create();
            X25519Field.one(small);
            X25519Field.mul(small, number, small);
            int[] inverse = X25519Field.create();
            X25519Field.inv(small, inverse);
            return inverse;
        }

        private static int[] d() {
            int[] d = inverse(121_666);
            X25519Field.mul(d, 121_665, d);
            X25519Field.negate(d, d);
            X25519Field.normalize(d);
            return d;
        }
    }
}
