package org.cairn.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final String ID = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    /// The test vector of DSSE 1.0.2, `protocol.md`.
    @Test
    void theMessageToSignIsThatOfTheSpecification() {
        Bytes body = Bytes.utf8("hello world");
        String type = "http://example.com/HelloWorld";
        assertEquals(
                "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
                Envelope.preAuthenticationEncoding(type, body).asUtf8());
    }

    @Test
    void lengthsCountBytesOfUtf8() {
        assertEquals(
                "DSSEv1 4 t\u20ac 2 \u00fc",
                Envelope.preAuthenticationEncoding("t\u20ac", Bytes.utf8("\u00fc"))
                        .asUtf8());
        assertEquals(
                "DSSEv1 1 t 0 ",
                Envelope.preAuthenticationEncoding("t", Bytes.empty()).asUtf8());
    }

    @Test
    void anEnvelopeIsReadBack() throws Exception {
        Envelope envelope = new Envelope(
                "t", Bytes.utf8("hello world"), List.of(new EnvelopeSignature(KeyId.parse(ID), Bytes.utf8("s"))));
        assertEquals(
                "{\"payload\":\"aGVsbG8gd29ybGQ=\",\"payloadType\":\"t\",\"signatures\":[{\"keyid\":\"" + ID
                        + "\",\"sig\":\"cw==\"}]}",
                envelope.encode().asUtf8());
        assertEquals(envelope, Envelope.parse(envelope.encode()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{'payload':'','payloadType':'t','signatures':[]}",
                "{'payload':'','payloadType':'t'}",
                "{'payload':'','payloadType':'','signatures':[{'keyid':'ID','sig':''}]}",
                "{'payload':'','payloadType':'t','signatures':[{'keyid':'ID','sig':''}],'x':1}",
                "{'payload':'','payloadType':'t','signatures':[{'keyid':'ID','sig':'','x':1}]}",
                "{'payload':'','payloadType':'t','signatures':[{'sig':''}]}",
                "{'payload':'','payloadType':'t','signatures':['x']}",
                "{'payload':'','payloadType':'t','signatures':{}}",
                "{'payload':7,'payloadType':'t','signatures':[{'keyid':'ID','sig':''}]}",
                "{'payload':'_-8=','payloadType':'t','signatures':[{'keyid':'ID','sig':''}]}",
                "{'payload':'aGVsbG8gd29ybGQ','payloadType':'t','signatures':[{'keyid':'ID','sig':''}]}",
                "{'payload':'aGVsbG8gd29ybGR=','payloadType':'t','signatures':[{'keyid':'ID','sig':''}]}",
                "{'payload':'','payloadType':'t','signatures':[{'keyid':'AB','sig':''}]}",
                "{'payload':'','payloadType':'t','signatures':[{'keyid':'ID','sig':''},{'keyid':'ID','sig':'cw=='}]}",
                "{'payload':'','payload':'','payloadType':'t','signatures':[{'keyid':'ID','sig':''}]}"
            })
    void whatBreaksTheFormatIsRefused(String json) {
        String text = json.replace('\'', '"').replace("ID", ID);
        assertThrows(MalformedEnvelope.class, () -> Envelope.parse(Bytes.utf8(text)));
    }

    @Test
    void upperCaseKeyIdsAreRefusedSoThatEachKeyHasOneSpelling() {
        String text = "{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[{\"keyid\":\"" + ID.replace('a', 'A')
                + "\",\"sig\":\"\"}]}";
        assertThrows(MalformedEnvelope.class, () -> Envelope.parse(Bytes.utf8(text)));
    }
}
