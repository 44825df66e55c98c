package org.cairn.verifier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.cairn.proof.Bytes;

/// One element of DER (ITU-T X.690 sections 8 and 10): definite, shortest lengths only, so that each value has one
/// spelling. Tags above 30 are not used in what we read and refused.
/// @param tag     the identifier octet, e.g. 0x30 for a sequence
/// @param encoded the whole element, from tag to end
record Der(int tag, Bytes content, Bytes encoded) {
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int NULL = 0x05;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    /// Context-specific and constructed, number 0.
    static final int CONTEXT_0 = 0xa0;
    /// Context-specific and constructed, number 1.
    static final int CONTEXT_1 = 0xa1;

    private static final int LONGEST_LENGTH = 4;

    /// Reads one element that fills `bytes`.
    static Der parse(Bytes bytes) throws MalformedDer {
        Der element = parseFirst(bytes);
        if (element.encoded.size() != bytes.size()) {
            throw new MalformedDer((bytes.size() - element.encoded.size()) + " bytes follow the DER element");
        }
        return element;
    }

    /// Reads the element that `bytes` begin with.
    static Der parseFirst(Bytes bytes) throws MalformedDer {
        if (bytes.size() < 2) {
            throw new MalformedDer("a DER element is cut short");
        }
        int tag = Byte.toUnsignedInt(bytes.at(0));
        if ((tag & 0x1f) == 0x1f) {
            throw new MalformedDer("a DER tag above 30");
        }
        int first = Byte.toUnsignedInt(bytes.at(1));
        int lengthOctets = first < 0x80 ? 0 : first & 0x7f;
        if (first == 0x80 || lengthOctets > LONGEST_LENGTH || bytes.size() < 2 + lengthOctets) {
            throw new MalformedDer("a DER length that is indefinite, too long or cut short");
        }
        long length = first;
        if (lengthOctets > 0) {
            length = 0;
            for (int i = 0; i < lengthOctets; i++) {
                length = length << 8 | Byte.toUnsignedInt(bytes.at(2 + i));
            }
            if (length < 0x80 || length >>> (8 * (lengthOctets - 1)) == 0) {
                throw new MalformedDer("a DER length that is not the shortest");
            }
        }
        int start = 2 + lengthOctets;
        if (length > bytes.size() - start) {
            throw new MalformedDer("a DER element is cut short");
        }
        int end = start + (int) length;
        return new Der(tag, bytes.slice(start, end), bytes.slice(0, end));
    }

    /// The elements within, all bytes accounted for.
    List<Der> children() throws MalformedDer {
        List<Der> children = new ArrayList<>();
        Bytes rest = content;
        while (rest.size() > 0) {
            Der child = parseFirst(rest);
            children.add(child);
            rest = rest.slice(child.encoded.size(), rest.size());
        }
        return children;
    }

    /// The elements within, where this has the tag `expected`.
    List<Der> children(int expected) throws MalformedDer {
        return expect(expected).children();
    }

    Der expect(int expected) throws MalformedDer {
        if (tag != expected) {
            throw new MalformedDer(
                    "DER tag 0x" + Integer.toHexString(tag) + " where 0x" + Integer.toHexString(expected) + " belongs");
        }
        return this;
    }

    /// The one element within, where this has the tag `expected`.
    Der only(int expected) throws MalformedDer {
        List<Der> children = children(expected);
        if (children.size() != 1) {
            throw new MalformedDer(children.size() + " DER elements where one belongs");
        }
        return children.getFirst();
    }

    BigInteger integer() throws MalformedDer {
        expect(INTEGER);
        boolean padded = content.size() > 1
                && (content.at(0) == 0 && content.at(1) >= 0 || content.at(0) == -1 && content.at(1) < 0);
        if (content.size() == 0 || padded) {
            throw new MalformedDer("a DER integer that is not the shortest");
        }
        return new BigInteger(content.toByteArray());
    }

    Bytes octets() throws MalformedDer {
        return expect(OCTETS).content;
    }

    /// Whether this is the object identifier whose content octets are `hex`.
    boolean isOid(String hex) {
        return tag == OID && content.hex().equals(hex);
    }
}
