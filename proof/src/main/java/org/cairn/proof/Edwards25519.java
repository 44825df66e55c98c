package org.cairn.proof;

import java.math.BigInteger;
import java.util.Optional;

/// Points of the curve edwards25519 (RFC 8032 section 5.1), enough to judge a public key. Not constant time:
/// only for public values.
final class Edwards25519 {
    static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    /// The order of the prime subgroup.
    static final BigInteger L = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final BigInteger D = BigInteger.valueOf(-121_665)
            .multiply(BigInteger.valueOf(121_666).modInverse(P))
            .mod(P);
    private static final BigInteger SQUARE_ROOT_OF_MINUS_ONE =
            BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

    private Edwards25519() {}

    /// A point in projective coordinates: `x = X/Z`, `y = Y/Z`, and `T = XY/Z`.
    record Point(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {
        static final Point NEUTRAL = new Point(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);

        boolean isNeutral() {
            return x.signum() == 0 && y.equals(z);
        }

        /// RFC 8032 section 5.1.4; complete, so it also doubles.
        Point plus(Point other) {
            BigInteger a = y.subtract(x).multiply(other.y.subtract(other.x));
            BigInteger b = y.add(x).multiply(other.y.add(other.x));
            BigInteger c = t.multiply(other.t).mod(P).multiply(D).shiftLeft(1);
            BigInteger d = z.multiply(other.z).shiftLeft(1);
            BigInteger e = b.subtract(a).mod(P);
            BigInteger f = d.subtract(c).mod(P);
            BigInteger g = d.add(c).mod(P);
            BigInteger h = b.add(a).mod(P);
            return new Point(
                    e.multiply(f).mod(P),
                    g.multiply(h).mod(P),
                    f.multiply(g).mod(P),
                    e.multiply(h).mod(P));
        }

        Point times(BigInteger factor) {
            Point sum = NEUTRAL;
            for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
                sum = sum.plus(sum);
                sum = factor.testBit(bit) ? sum.plus(this) : sum;
            }
            return sum;
        }
    }

    /// RFC 8032 section 5.1.3. Empty where no point of the curve has this `y`.
    /// @param encoded 32 bytes with a canonical `y`
    static Optional<Point> decode(Bytes encoded) {
        BigInteger y = littleEndian(encoded).clearBit(255);
        BigInteger ySquared = y.multiply(y).mod(P);
        BigInteger u = ySquared.subtract(BigInteger.ONE).mod(P);
        BigInteger v = D.multiply(ySquared).add(BigInteger.ONE).mod(P);
        BigInteger square = u.multiply(v.modInverse(P)).mod(P);
        BigInteger root = square.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!root.multiply(root).mod(P).equals(square)) {
            root = root.multiply(SQUARE_ROOT_OF_MINUS_ONE).mod(P);
        }
        if (!root.multiply(root).mod(P).equals(square)) {
            return Optional.empty();
        }
        boolean negative = encoded.at(31) < 0;
        BigInteger x = root.testBit(0) == negative ? root : P.subtract(root).mod(P);
        return Optional.of(new Point(x, y, BigInteger.ONE, x.multiply(y).mod(P)));
    }

    static BigInteger littleEndian(Bytes bytes) {
        byte[] reversed = new byte[bytes.size()];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = bytes.at(reversed.length - 1 - i);
        }
        return new BigInteger(1, reversed);
    }
}
